//! `GET /incident/subject/{subject}`: has this been reported already?

use http_kit::{Answer, Path, Request, SegmentRefused};

use crate::client::get;
use crate::{ById, Endpoint, Error, Incident, Lookup};

/// Asks for an incident by what was reported: a full URL, a domain, an e-mail address, a phone number or an IP address.
///
/// Page: "Single Incident" of the service's API pages, this part at second hand. **Not documented**: which
/// incident comes back when several match, and whether `https://x/` and `x` find the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BySubject {
    path: Path,
}

impl BySubject {
    /// The subject becomes one segment of the path, slashes and all.
    ///
    /// # Errors
    /// A subject that would name another endpoint: empty, `.` or `..`.
    pub fn new(subject: &str) -> Result<Self, SegmentRefused> {
        Ok(Self { path: Path::fixed("/incident/subject").segment(subject)? })
    }
}

impl Endpoint for BySubject {
    /// `None`: nothing like it is known to the service (404).
    type Response = Option<Incident>;

    fn request(&self) -> Request {
        get(self.path.clone())
    }

    fn read(answer: &Answer) -> Result<Option<Incident>, Error> {
        match ById::read(answer) {
            Ok(incident) => Ok(Some(incident)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Lookup for BySubject {}
