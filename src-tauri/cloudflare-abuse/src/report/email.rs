//! An e-mail address.

use std::fmt;

/// An e-mail address: looked at for what no address can do without, and nothing more.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

/// This is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an e-mail address")]
pub struct BadEmail;

impl Email {
    /// # Errors
    /// Anything but `local@domain.tld` without spaces, list separators or angle brackets, of at most 254 characters.
    pub fn new(raw: &str) -> Result<Self, BadEmail> {
        let (local, domain) = raw.rsplit_once('@').ok_or(BadEmail)?;
        let short = raw.len() <= 254 && (1..=64).contains(&local.len());
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"@,;:<>()[]\\\"".contains(c);
        if short && local.chars().all(plain) && is_domain(domain) { Ok(Self(raw.to_owned())) } else { Err(BadEmail) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        let inner = label.chars().all(|c| c.is_alphanumeric() || c == '-');
        inner && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    domain.contains('.') && domain.split('.').all(label)
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
