//! The two ways out: HTTPS to a host on a list, and loopback.

use std::net::IpAddr;
use std::time::Duration;

use secrecy::SecretString;
use url::{Host, Url};

/// Who we are, to the service.
const USER_AGENT: &str = concat!("takedown-desk/", env!("CARGO_PKG_VERSION"));

/// The header that carries the key, and the key. It is given to each send and kept by nothing here.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// Header name, in lower case.
    pub header: &'static str,
    /// Its value.
    pub secret: &'a SecretString,
}

/// Why a base address is not one that we talk to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaseRefused {
    /// Not an address, or one with a query, a fragment, a user name or a password.
    #[error("this is not a plain base address")]
    NotABase,
    /// Another scheme than this client speaks.
    #[error("this client doesn't speak {0}")]
    Scheme(String),
    /// A host that this client never talks to. A name is no loopback address, `localhost` included: what a name means
    /// is decided by the machine's settings.
    #[error("this client never talks to {0}")]
    Host(String),
    /// The TLS or proxy settings of the machine could not be read.
    #[error("no client: {0}")]
    Unavailable(String),
}

/// Talks to one base address. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) http: reqwest::Client,
    pub(crate) base: Url,
}

impl Client {
    /// A client for the network: HTTPS only, the system's proxy and certificates, a host on the list only.
    ///
    /// # Errors
    /// A base address of another scheme or host.
    pub fn https(base: &str, allowed_hosts: &[&str]) -> Result<Self, BaseRefused> {
        let base = plain_base(base, "https")?;
        match base.host_str() {
            Some(host) if allowed_hosts.contains(&host) => {}
            host => return Err(BaseRefused::Host(host.unwrap_or_default().to_owned())),
        }
        Self::build(manners().https_only(true), base)
    }

    /// A client for practice and tests: plain HTTP to a literal loopback address (127.0.0.0/8 or `::1`), through no
    /// proxy, whatever the environment says.
    ///
    /// # Errors
    /// Every other base address.
    pub fn loopback(base: &str) -> Result<Self, BaseRefused> {
        let base = plain_base(base, "http")?;
        let loopback = match base.host() {
            Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
            Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
            Some(Host::Domain(_)) | None => false,
        };
        if !loopback {
            return Err(BaseRefused::Host(base.host_str().unwrap_or_default().to_owned()));
        }
        Self::build(manners().no_proxy(), base)
    }

    /// The base address, without a slash at its end.
    #[must_use]
    pub fn base(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }

    fn build(manners: reqwest::ClientBuilder, base: Url) -> Result<Self, BaseRefused> {
        let http = manners.build().map_err(|error| BaseRefused::Unavailable(error.without_url().to_string()))?;
        Ok(Self { http, base })
    }
}

/// What both ways have in common: one send is one request on a connection of its own. Every default that could make
/// it two, or carry the key to another host, is off.
fn manners() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .http1_only()
        .pool_max_idle_per_host(0)
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
}

fn plain_base(base: &str, scheme: &str) -> Result<Url, BaseRefused> {
    let base = Url::parse(base).map_err(|_| BaseRefused::NotABase)?;
    if base.scheme() != scheme {
        return Err(BaseRefused::Scheme(base.scheme().to_owned()));
    }
    let plain = base.query().is_none() && base.fragment().is_none();
    if !plain || !base.username().is_empty() || base.password().is_some() {
        return Err(BaseRefused::NotABase);
    }
    Ok(base)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
    use super::*;

    #[test]
    fn the_loopback_client_refuses_every_other_address() {
        for base in ["http://127.0.0.1:8080/v1", "http://127.9.9.9/", "http://[::1]:1/v1/"] {
            assert!(Client::loopback(base).is_ok(), "{base}");
        }
        for base in [
            "http://localhost:8080/v1",
            "http://192.0.2.1/",
            "http://0.0.0.0/",
            "http://[::ffff:127.0.0.1]/",
            "http://127.0.0.1.example/",
        ] {
            assert!(matches!(Client::loopback(base), Err(BaseRefused::Host(_))), "{base}");
        }
        assert_eq!(Client::loopback("https://127.0.0.1/").unwrap_err(), BaseRefused::Scheme("https".into()));
        for base in ["127.0.0.1:80", "http://u@127.0.0.1/", "http://127.0.0.1/?x", "http://127.0.0.1/#x", ""] {
            assert!(Client::loopback(base).is_err(), "{base}");
        }
    }

    #[test]
    fn the_network_client_takes_https_and_a_listed_host_only() {
        let hosts = ["capi.example"];
        assert_eq!(Client::https("https://capi.example/v1/", &hosts).unwrap().base(), "https://capi.example/v1");
        for base in ["http://capi.example/v1", "https://other.example/v1", "https://capi.example.test/v1"] {
            assert!(Client::https(base, &hosts).is_err(), "{base}");
        }
    }
}
