//! A web address or a bare domain as a target.

use std::net::Ipv4Addr;

use url::{Host, Url};

use super::TargetProblem;

/// How much of an address was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// With its scheme.
    Whole,
    /// With its scheme, and nothing behind the host: not even the slash that the URL standard writes there.
    Origin,
    /// Host and more, but no scheme.
    SchemeAssumed,
    /// As `SchemeAssumed`, with nothing behind host and port.
    OriginSchemeAssumed,
    /// The host alone.
    Bare,
}

/// A full `http` or `https` address, or a bare domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    /// With a scheme always: `https` where none was typed.
    url: Url,
    /// The URL's host, so that it need not be asked for each time.
    host: String,
    form: Form,
    pub(super) hidden: bool,
}

impl WebAddress {
    /// Reads cleaned text, as browsers do (the URL standard): a host in Unicode becomes punycode, an IPv4 address in
    /// another notation becomes four numbers, a default port is dropped.
    pub(super) fn read(text: &str, hidden: bool) -> Result<Self, TargetProblem> {
        let problem = TargetProblem::WebUnreadable;
        if text.contains(char::is_whitespace) || text.contains(['<', '>', '"']) {
            return Err(problem);
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if !scheme.contains(['/', '?', '#', '.']) => (Some(scheme.to_ascii_lowercase()), rest),
            _ => (None, text),
        };
        let mut url = match scheme.as_deref() {
            Some("http" | "https") => Url::parse(text),
            None if is_authority_first(rest) => Url::parse(&format!("https://{rest}")),
            _ => return Err(problem),
        }
        .map_err(|_| problem)?;
        let host = match url.host() {
            Some(Host::Ipv6(_)) => return Err(TargetProblem::Ipv6),
            // Four numbers alone are the other kind of target; in a notation that only browsers read, they are neither.
            Some(Host::Ipv4(_)) if scheme.is_none() && !rest.contains(['/', '\\', '?', '#', '@', ':']) => {
                return Err(TargetProblem::IpUnreadable);
            }
            Some(Host::Ipv4(ip)) => ip.to_string(),
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.').to_owned();
                if !is_plausible(&name) {
                    return Err(problem);
                }
                name
            }
            None => return Err(problem),
        };
        if url.host_str() != Some(&host) {
            url.set_host(Some(&host)).map_err(|_| problem)?;
        }
        let nothing_behind = !rest.contains(['/', '\\', '?', '#']);
        let form = match (scheme, nothing_behind) {
            (Some(_), true) => Form::Origin,
            (Some(_), false) => Form::Whole,
            (None, true) if rest.contains(['@', ':']) => Form::OriginSchemeAssumed,
            (None, true) => Form::Bare,
            (None, false) => Form::SchemeAssumed,
        };
        Ok(Self { url, host, form, hidden })
    }

    /// What PhishFort gets as `url`: the address as the URL standard writes it, query, fragment and user name kept, or
    /// a bare domain. A slash that nobody typed is not added.
    pub fn as_sent(&self) -> String {
        match self.form {
            Form::Bare => self.host.clone(),
            Form::Origin | Form::OriginSchemeAssumed => self.url.as_str().trim_end_matches('/').to_owned(),
            Form::Whole | Form::SchemeAssumed => self.url.as_str().to_owned(),
        }
    }

    /// Whether the scheme is ours: none was typed, and what was typed is more than a bare domain.
    pub fn scheme_assumed(&self) -> bool {
        matches!(self.form, Form::SchemeAssumed | Form::OriginSchemeAssumed)
    }

    /// Whether it is a bare domain.
    pub fn is_bare_domain(&self) -> bool {
        self.form == Form::Bare
    }

    /// Whether it says more than the host: a path or a query.
    pub fn names_a_page(&self) -> bool {
        self.url.path() != "/" || self.url.query().is_some_and(|query| !query.is_empty())
    }

    /// The host, in lower case and punycode; an IPv4 address in four numbers.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host where it is an IPv4 address.
    pub fn host_ip(&self) -> Option<Ipv4Addr> {
        match self.url.host() {
            Some(Host::Ipv4(ip)) => Some(ip),
            _ => None,
        }
    }

    /// The address with a scheme always.
    pub(super) fn url(&self) -> &Url {
        &self.url
    }

    /// See the crate's page.
    pub(super) fn key(&self) -> String {
        let port = self.url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let query = self.url.query().filter(|query| !query.is_empty());
        let path = self.url.path();
        match query {
            Some(query) => format!("{}{port}{path}?{query}", self.host),
            None => format!("{}{port}{}", self.host, path.strip_suffix('/').unwrap_or(path)),
        }
    }
}

/// Whether a text without a scheme begins with a host: `javascript:…`, `data:…` and `/path` don't.
fn is_authority_first(text: &str) -> bool {
    let authority = text.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let port = host.split_once(':').map(|(_, port)| port);
    !host.is_empty() && port.is_none_or(|port| !port.is_empty() && port.chars().all(|c| c.is_ascii_digit()))
}

/// Whether a name can be one of the public name system. `localhost` passes, so that a better reason than "unreadable"
/// can be given for refusing it.
fn is_plausible(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len()) && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    };
    let last = name.rsplit('.').next().unwrap_or_default();
    let numeric = last.chars().all(|c| c.is_ascii_digit());
    (name.contains('.') || name == "localhost") && name.len() <= 253 && !numeric && name.split('.').all(label)
}
