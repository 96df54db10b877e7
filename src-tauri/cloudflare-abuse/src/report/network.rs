//! Addresses and ports of network abuse.

use std::net::IpAddr;

/// 0 to 30 IP addresses, none twice. With none the field is left out. Whether IPv6 is taken is **not documented**.
///
/// Page: "Submit an abuse report", `source_ips` and `destination_ips` of a general report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ips(Vec<IpAddr>);

/// These can't be the IP addresses of a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadIps {
    /// There are this many; [`Ips::MAX`] are allowed.
    #[error("{0} IP addresses")]
    TooMany(usize),
    /// Not an IP address.
    #[error("not an IP address: {0}")]
    NotAnIp(String),
    /// One is there twice.
    #[error("twice: {0}")]
    Twice(String),
}

impl Ips {
    /// Addresses that a list may have.
    pub const MAX: usize = 30;

    /// # Errors
    /// More than [`Ips::MAX`], one that is no IP address (a range is none), one twice.
    pub fn new(ips: impl IntoIterator<Item = String>) -> Result<Self, BadIps> {
        let mut all: Vec<IpAddr> = Vec::new();
        for raw in ips {
            let Ok(ip) = raw.parse() else { return Err(BadIps::NotAnIp(raw)) };
            if all.contains(&ip) {
                return Err(BadIps::Twice(raw));
            }
            all.push(ip);
        }
        if all.len() > Self::MAX { Err(BadIps::TooMany(all.len())) } else { Ok(Self(all)) }
    }

    /// One string, a line each; `None` where there is none.
    #[must_use]
    pub fn joined(&self) -> Option<String> {
        let lines: Vec<_> = self.0.iter().map(IpAddr::to_string).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

/// 0 to 30 ports with their protocols, such as `80/TCP`, none twice. With none the field is left out. What counts as
/// a valid port or protocol is **not documented** beyond that example, so only the sizes are looked at, and that no
/// item is two.
///
/// Page: "Submit an abuse report", `ports_protocols` of a general report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ports(Vec<String>);

/// These can't be the ports of a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPorts {
    /// There are this many; [`Ports::MAX`] are allowed.
    #[error("{0} ports")]
    TooMany(usize),
    /// One is empty, has over 100 characters, or holds a comma or a line end.
    #[error("not one port with its protocol: {0}")]
    BadItem(String),
    /// One is there twice.
    #[error("twice: {0}")]
    Twice(String),
    /// All together have this many characters; [`Ports::MAX_CHARS`] are allowed.
    #[error("{0} characters in all")]
    TooLong(usize),
}

const BETWEEN: &str = ", ";

impl Ports {
    /// Items that a list may have.
    pub const MAX: usize = 30;
    /// Characters that an item may have.
    pub const MAX_ITEM_CHARS: usize = 100;
    /// Characters that the whole may have, commas and spaces included.
    pub const MAX_CHARS: usize = 2000;

    /// # Errors
    /// More than [`Ports::MAX`], an item that is none, one twice (in whichever case), too many characters in all.
    pub fn new(ports: impl IntoIterator<Item = String>) -> Result<Self, BadPorts> {
        let mut all: Vec<String> = Vec::new();
        for raw in ports {
            let chars = raw.chars().count();
            let one = raw.trim() == raw && !raw.contains(|c: char| c == ',' || c.is_control());
            if !one || !(1..=Self::MAX_ITEM_CHARS).contains(&chars) {
                return Err(BadPorts::BadItem(raw));
            }
            if all.iter().any(|known| known.to_lowercase() == raw.to_lowercase()) {
                return Err(BadPorts::Twice(raw));
            }
            all.push(raw);
        }
        let chars = all.join(BETWEEN).chars().count();
        match all.len() {
            many if many > Self::MAX => Err(BadPorts::TooMany(many)),
            _ if chars > Self::MAX_CHARS => Err(BadPorts::TooLong(chars)),
            _ => Ok(Self(all)),
        }
    }

    /// One string, with commas as in the page's example; `None` where there is none.
    #[must_use]
    pub fn joined(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.0.join(BETWEEN))
    }
}
