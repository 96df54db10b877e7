//! What is reported: read as people type it, kept as it will be sent, compared in one canonical form.

mod clean;
mod email;
mod guess;
mod ipv4;
mod phone;
mod refusal;
mod shared;
mod shown;
mod web;

use std::fmt;

pub use email::EmailAddress;
pub use guess::guess_kind;
pub use ipv4::Ipv4Address;
pub use phone::PhoneNumber;
pub use refusal::{Refusal, is_mail_provider, is_readable_site, is_shared_host, refusal};
pub use shown::{Shown, Warning, host_in_unicode, registrable_domain};
pub use web::WebAddress;

use clean::{Cleaned, several};
use guess::Guess;

/// The four kinds of target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A web address or a bare domain.
    Web,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An IPv4 address.
    Ipv4,
}

/// Something suspicious that can be reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A web address or a bare domain.
    Web(WebAddress),
    /// An e-mail address.
    Email(EmailAddress),
    /// A phone number.
    Phone(PhoneNumber),
    /// An IPv4 address.
    Ipv4(Ipv4Address),
}

/// Why a text is no target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TargetProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Missing,
    /// It looks like none of the four kinds.
    #[error("none of the four kinds")]
    Unreadable,
    /// It looks like a web address and can't be read as one.
    #[error("not a web address")]
    WebUnreadable,
    /// It looks like an e-mail address and can't be read as one.
    #[error("not an e-mail address")]
    EmailUnreadable,
    /// It looks like a phone number and is not in international form.
    #[error("not a phone number in international form")]
    PhoneUnreadable,
    /// It looks like an IPv4 address and can't be read as one.
    #[error("not an IPv4 address")]
    IpUnreadable,
    /// It is an IPv6 address, or a web address on one.
    #[error("an IPv6 address")]
    Ipv6,
    /// There is more than one target in it.
    #[error("more than one target")]
    Several,
}

impl TargetProblem {
    /// The kind that the text looks like, where it looks like one.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::WebUnreadable => Some(Kind::Web),
            Self::EmailUnreadable => Some(Kind::Email),
            Self::PhoneUnreadable => Some(Kind::Phone),
            Self::IpUnreadable => Some(Kind::Ipv4),
            Self::Missing | Self::Unreadable | Self::Ipv6 | Self::Several => None,
        }
    }
}

impl Target {
    /// Reads free text as one target: the kind is guessed, defanged writing is understood, and what can't be seen is
    /// taken out (and remembered: see [`Warning::HiddenCharacters`]). What [`Target::as_sent`] gives is read back as
    /// the same target.
    pub fn parse(text: &str) -> Result<Self, TargetProblem> {
        let cleaned = Cleaned::from_typed(text);
        if cleaned.text.is_empty() {
            return Err(TargetProblem::Missing);
        }
        if clean::pasted_twice(&cleaned.text) {
            return Err(TargetProblem::Several);
        }
        read_one(&cleaned.text, cleaned.hidden).map_err(|problem| {
            let parts = several(&cleaned.text);
            let targets = parts.iter().filter(|part| read_one(part, false).is_ok()).count();
            if targets > 1 { TargetProblem::Several } else { problem }
        })
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Web(_) => Kind::Web,
            Self::Email(_) => Kind::Email,
            Self::Phone(_) => Kind::Phone,
            Self::Ipv4(_) => Kind::Ipv4,
        }
    }

    /// What a service gets: a full web address or a bare domain, an e-mail address, E.164, or four numbers
    /// (`phishfort-api.md` §3). Never shown as it is: see [`Target::shown`].
    pub fn as_sent(&self) -> String {
        match self {
            Self::Web(web) => web.as_sent(),
            Self::Email(email) => email.as_sent(),
            Self::Phone(phone) => phone.e164().to_owned(),
            Self::Ipv4(ip) => ip.address().to_string(),
        }
    }

    /// The form in which two targets are compared; the crate's page says what it leaves out.
    pub fn key(&self) -> String {
        match self {
            Self::Web(web) => web.key(),
            Self::Email(email) => email.as_sent().to_lowercase(),
            Self::Phone(_) | Self::Ipv4(_) => self.as_sent(),
        }
    }

    /// Whether a subject, address or domain that a service names is this target. A scheme, a slash at the end or large
    /// letters in a host make no difference.
    pub fn same_subject(&self, theirs: &str) -> bool {
        match Self::parse(theirs) {
            Ok(target) => target.key() == self.key(),
            Err(_) => theirs.trim() == self.as_sent(),
        }
    }

    /// The target as it is shown: defanged, its registrable domain apart, what deceives the eye named.
    pub fn shown(&self) -> Shown {
        Shown::of(self)
    }

    /// Whether what was typed had characters in it that can't be seen.
    pub fn had_hidden_characters(&self) -> bool {
        match self {
            Self::Web(web) => web.hidden,
            Self::Email(email) => email.hidden,
            Self::Phone(phone) => phone.hidden,
            Self::Ipv4(ip) => ip.hidden,
        }
    }

    /// The host, for a web or e-mail address: lower case, punycode, no dot at the end.
    pub fn host(&self) -> Option<&str> {
        match self {
            Self::Web(web) => Some(web.host()),
            Self::Email(email) => Some(email.host()),
            Self::Phone(_) | Self::Ipv4(_) => None,
        }
    }
}

/// The target defanged, so that no log line or message holds a live address by accident.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown().text())
    }
}

/// Reads cleaned text as one target of the kind that it looks like.
fn read_one(text: &str, hidden: bool) -> Result<Target, TargetProblem> {
    match guess::guess(text) {
        Guess::Kind(Kind::Web) => WebAddress::read(text, hidden).map(Target::Web),
        Guess::Kind(Kind::Email) => EmailAddress::read(text, hidden).map(Target::Email),
        Guess::Kind(Kind::Phone) => PhoneNumber::read(text, hidden).map(Target::Phone),
        Guess::Kind(Kind::Ipv4) => Ipv4Address::read(text, hidden).map(Target::Ipv4),
        Guess::Ipv6 => Err(TargetProblem::Ipv6),
        Guess::Nothing => Err(TargetProblem::Unreadable),
    }
}

#[cfg(test)]
mod tests;
