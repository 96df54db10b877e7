//! Web addresses in text and in links.

use domain::Target;
use url::Url;

use super::scan::{self, Span};
use super::{cleared, embedded, wrappers};

/// Longest address that is read, in bytes. Browsers and gateways stop far below it.
const LONGEST: usize = 16 * 1024;

/// An address, its wrappers taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Whole, as it would be sent.
    pub address: String,
    /// The wrappers, the outermost first.
    pub unwrapped: Vec<String>,
    /// The innermost wrapper told the domain alone.
    pub domain_only: bool,
}

/// Every web address in a text, defanged writing understood, in its order; a wrapped one comes unwrapped. At most `most`.
pub(crate) fn in_text(text: &str, most: usize) -> Vec<Address> {
    let mut found = Vec::new();
    if most == 0 {
        return found;
    }
    scan::addresses(&cleared::cleared(text), |span| {
        let address = match span {
            Span::Whole(text) if has_host(text) => as_browsers_read(text),
            Span::Whole(_) => None,
            Span::Bare(text) => as_web(text),
        };
        found.extend(address.map(|address| wrappers::unwrapped(&address)));
        found.len() < most
    });
    found
}

/// Whether anything but letters stands between the slashes, such as the dot of a host: the rest needs no reading.
fn has_host(address: &str) -> bool {
    let authority =
        address.split("://").nth(1).and_then(|rest| rest.split(['/', '\\', '?', '#']).find(|part| !part.is_empty()));
    authority.is_some_and(|authority| authority.contains(|c: char| !c.is_ascii_alphabetic()))
}

/// What a link leads to: none for `mailto:`, `tel:`, `cid:`, `#part`, scripts and what can't be read. A relative address
/// is none either, unless `base` is told. A script or a page in the link itself (`javascript:`, `data:`) yields the
/// first address in it.
pub(crate) fn linked(href: &str, base: Option<&str>) -> Option<Address> {
    let href = as_browsers_strip(href);
    if href.is_empty() || href.starts_with('#') {
        return None;
    }
    let address = match scheme(&href) {
        Some(scheme) if is_web(&scheme) => as_browsers_read(&href),
        Some(scheme) if scheme.starts_with("hxxp") => as_browsers_read(&domain::refang(&href)),
        Some(scheme) => match embedded::address(&scheme, &href) {
            Some(address) => Some(address),
            None => defanged(&href),
        },
        None => relative(&href, base),
    }?;
    Some(wrappers::unwrapped(&address))
}

/// Without what browsers drop before they read an address (the URL standard): control characters and spaces around it,
/// line breaks and tabs anywhere.
fn as_browsers_strip(href: &str) -> String {
    let around = |c: char| c <= ' ' || c.is_whitespace() || domain::invisible::is_invisible(c);
    href.trim_matches(around).chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect()
}

fn is_web(scheme: &str) -> bool {
    scheme == "http" || scheme == "https"
}

/// The scheme in lower case. `evil.example:8080/` has none.
fn scheme(href: &str) -> Option<String> {
    let (scheme, rest) = href.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let port = scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit());
    (named && !port).then(|| scheme.to_ascii_lowercase())
}

/// `https[://]evil[.]example`: what no browser follows, and people mean.
fn defanged(href: &str) -> Option<String> {
    let meant = domain::refang(href.get(..LONGEST).unwrap_or(href));
    (meant != href && scheme(&meant).is_some_and(|scheme| is_web(&scheme))).then(|| as_browsers_read(&meant))?
}

/// A link that does not say its scheme: with another host, with no host, or a host alone as mail programs take it.
fn relative(href: &str, base: Option<&str>) -> Option<String> {
    if href.len() > LONGEST {
        return None;
    }
    if href.starts_with(['/', '\\']) && href[1..].starts_with(['/', '\\']) {
        let https = base.is_none_or(|base| !base.trim_start().to_ascii_lowercase().starts_with("http:"));
        return as_browsers_read(&format!("{}:{href}", if https { "https" } else { "http" }));
    }
    if let Some(base) = base.and_then(|base| Url::parse(base.trim()).ok()).filter(|base| is_web(base.scheme())) {
        return sent(&base.join(href).ok()?);
    }
    defanged(href).or_else(|| {
        let mut first = None;
        scan::addresses(&domain::refang(href), |span| {
            if let Span::Bare(text) = span {
                first = as_web(text).filter(|_| domain::refang(href).starts_with(text));
            }
            false
        });
        first
    })
}

/// Reads an address with its scheme as the URL standard does, and as it would be sent.
pub(super) fn as_browsers_read(address: &str) -> Option<String> {
    if address.len() > LONGEST {
        return None;
    }
    match as_web(address) {
        Some(read) => Some(read),
        None => sent(&Url::parse(address).ok()?),
    }
}

/// The address as it would be sent, where it is one.
pub(super) fn as_web(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    match Target::parse(text) {
        Ok(target @ Target::Web(_)) => Some(target.as_sent()),
        _ => None,
    }
}

fn sent(url: &Url) -> Option<String> {
    let text = is_web(url.scheme()).then(|| url.as_str())?;
    as_web(text).or_else(|| {
        // An address in an address, in a place where it would be taken for a second one.
        let (scheme, rest) = text.split_once("://")?;
        as_web(&format!("{scheme}://{}", rest.replace("://", ":%2F%2F")))
    })
}
