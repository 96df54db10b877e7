//! The addresses that a report is about.

use std::collections::HashSet;

use url::Url;

/// 1 to 250 addresses, http or https, all on one hostname, none twice.
///
/// Each is kept as a browser would ask for it: ASCII throughout, so that no two readers find two hosts in one text.
/// What "an encoding that was not recognised" refuses is **not documented**; plain ASCII can't be meant.
///
/// Page: "Submit an abuse report", `urls`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urls {
    all: Vec<String>,
    hostname: String,
}

/// These addresses can't be one report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadUrls {
    /// There is none.
    #[error("no address")]
    None,
    /// There are this many; [`Urls::MAX`] are allowed.
    #[error("{0} addresses")]
    TooMany(usize),
    /// Not an http or https address with a host.
    #[error("not a web address: {0}")]
    NotWeb(String),
    /// More than one hostname; another subdomain is another report.
    #[error("several hostnames: {}", .0.join(", "))]
    SeveralHosts(Vec<String>),
    /// One is there twice, perhaps written in two ways.
    #[error("twice: {0}")]
    Twice(String),
}

impl Urls {
    /// Addresses that a report may have.
    pub const MAX: usize = 250;

    /// Takes the addresses in their order.
    ///
    /// # Errors
    /// None, more than [`Urls::MAX`], one that is no web address, several hostnames, one twice.
    pub fn new(urls: impl IntoIterator<Item = String>) -> Result<Self, BadUrls> {
        let parsed = urls.into_iter().map(|raw| web(&raw).ok_or(BadUrls::NotWeb(raw)));
        let parsed = parsed.collect::<Result<Vec<_>, _>>()?;
        let mut hosts: Vec<String> = Vec::new();
        let (mut all, mut seen) = (Vec::new(), HashSet::new());
        for (url, host) in parsed {
            if !seen.insert(url.clone()) {
                return Err(BadUrls::Twice(url));
            }
            if !hosts.contains(&host) {
                hosts.push(host);
            }
            all.push(url);
        }
        match (all.len(), hosts.pop()) {
            (..=Self::MAX, Some(hostname)) if hosts.is_empty() => Ok(Self { all, hostname }),
            (..=Self::MAX, Some(last)) => Err(BadUrls::SeveralHosts(hosts.into_iter().chain([last]).collect())),
            (_, None) => Err(BadUrls::None),
            (many, _) => Err(BadUrls::TooMany(many)),
        }
    }

    /// One string, a line each: how they are sent.
    #[must_use]
    pub fn joined(&self) -> String {
        self.all.join("\n")
    }

    /// The one hostname, in lower case, in ASCII.
    #[must_use]
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// The addresses in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }
}

/// The address as a browser would ask for it, and its host. Parsing alone would forgive spaces, line ends and missing
/// slashes, and so read something else into a text than a person does.
fn web(raw: &str) -> Option<(String, String)> {
    let (scheme, rest) = raw.split_once("://")?;
    let web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let clear = !rest.starts_with('/') && !raw.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
    let url = Url::parse(raw).ok().filter(|_| web && clear)?;
    let host = url.host_str().filter(|host| !host.is_empty())?.to_owned();
    Some((url.into(), host))
}
