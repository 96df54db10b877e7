//! A target as it is shown: harmless, the part that decides apart, what deceives named.

use super::{Target, WebAddress};
use crate::defang::{defang_host, defang_schemes};
use crate::invisible::visible;

/// Something about a target that deceives the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Its name has letters outside ASCII: they may look like others. [`Shown::unicode`] has it as it looks.
    LookAlikeLetters,
    /// What was typed had characters that can't be seen, or that turn the reading direction.
    HiddenCharacters,
    /// A user name stands before the host, which can make the host look like another.
    UserInAddress,
}

/// The defanged text of a target in three parts; one after the other they are the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What stands before the registrable domain.
    pub before: String,
    /// The registrable domain; the whole text for a phone number or an IPv4 address.
    pub domain: String,
    /// What stands after it.
    pub after: String,
    /// The host as it looks in Unicode, where that differs from its punycode.
    pub unicode: Option<String>,
    /// What deceives the eye.
    pub warnings: Vec<Warning>,
}

impl Shown {
    /// The whole defanged text.
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, self.domain, self.after)
    }

    pub(super) fn of(target: &Target) -> Self {
        let (before, domain, after) = match target {
            Target::Web(web) => web_parts(web),
            Target::Email(email) => {
                let (sub, domain) = split_host(email.host());
                (format!("{}@{}", visible(email.local()), defang_host(sub)), defang_host(domain), String::new())
            }
            Target::Phone(phone) => (String::new(), phone.international().to_owned(), String::new()),
            Target::Ipv4(ip) => (String::new(), defang_host(&ip.address().to_string()), String::new()),
        };
        let unicode = target.host().and_then(in_unicode);
        let user = matches!(target, Target::Web(web) if has_user(web));
        let local = matches!(target, Target::Email(email) if !email.local().is_ascii());
        let warnings = [
            (unicode.is_some() || local, Warning::LookAlikeLetters),
            (target.had_hidden_characters(), Warning::HiddenCharacters),
            (user, Warning::UserInAddress),
        ];
        let warnings = warnings.into_iter().filter_map(|(is_so, warning)| is_so.then_some(warning)).collect();
        Self { before, domain, after, unicode, warnings }
    }
}

fn has_user(web: &WebAddress) -> bool {
    !web.url().username().is_empty() || web.url().password().is_some()
}

/// The registrable domain of a host and what stands before it, dot included. A host that is a public suffix, or an
/// IPv4 address, is its own domain.
fn split_host(host: &str) -> (&str, &str) {
    let ip = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let domain = if ip { host } else { psl::domain_str(host).unwrap_or(host) };
    (host.strip_suffix(domain).unwrap_or_default(), domain)
}

/// The registrable domain of a host, such as `bad.example` of `login.bad.example`; none for a public suffix.
#[must_use]
pub fn registrable_domain(host: &str) -> Option<&str> {
    psl::domain_str(host)
}

/// A host as browsers may show it: every label of punycode in its own letters, those that are none as they stand.
#[must_use]
pub fn host_in_unicode(host: &str) -> String {
    idna::domain_to_unicode(host).0
}

fn web_parts(web: &WebAddress) -> (String, String, String) {
    let sent = web.as_sent();
    let (sub, domain) = split_host(web.host());
    let (scheme, rest) = match sent.split_once("://") {
        Some((scheme, rest)) if !web.is_bare_domain() => (format!("{scheme}://"), rest),
        _ => (String::new(), sent.as_str()),
    };
    let authority_end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, page) = rest.split_at(authority_end);
    let (user, host_and_port) = match authority.rsplit_once('@') {
        Some((user, host)) => (format!("{user}@"), host),
        None => (String::new(), authority),
    };
    let port = host_and_port.strip_prefix(web.host()).unwrap_or_default();
    let before = format!("{}{}{}", defang_schemes(&scheme), defang_host(&user), defang_host(sub));
    (before, defang_host(domain), defang_schemes(&format!("{port}{page}")))
}

/// The host in Unicode, defanged, where that differs. Labels that are no true punycode stay as they are.
fn in_unicode(host: &str) -> Option<String> {
    let unicode = host_in_unicode(host);
    let differs = unicode != host || host.split('.').any(|label| label.starts_with("xn--"));
    differs.then(|| defang_host(&visible(&unicode)))
}
