//! An e-mail address as a target.

use email_address::Options;
use url::Host;

use super::TargetProblem;

/// Longest address that can be written into a mail's envelope (RFC 5321), in bytes.
const LONGEST: usize = 254;

/// An e-mail address: the part before `@` as typed, the host in lower case and punycode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress {
    local: String,
    host: String,
    pub(super) hidden: bool,
}

impl EmailAddress {
    /// Reads cleaned text.
    pub(super) fn read(text: &str, hidden: bool) -> Result<Self, TargetProblem> {
        let problem = TargetProblem::EmailUnreadable;
        let (local, domain) = text.rsplit_once('@').ok_or(problem)?;
        let Ok(Host::Domain(host)) = Host::parse(domain) else { return Err(problem) };
        let address = format!("{local}@{host}");
        let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
        if address.len() > LONGEST || email_address::EmailAddress::parse_with_options(&address, options).is_err() {
            return Err(problem);
        }
        Ok(Self { local: local.to_owned(), host, hidden })
    }

    /// The part before `@`, as typed: only its own host knows whether large letters matter.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The host, in lower case and punycode.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The whole address.
    pub fn as_sent(&self) -> String {
        format!("{}@{}", self.local, self.host)
    }
}
