//! Which report: a part of the path of everything that is about one.

use std::fmt;

use http_kit::Segment;
use serde::{Deserialize, Serialize};

/// The public id of a report (`abuse_rand`, later `id`). Its form is **not documented**, so nothing is taken for
/// granted: it goes into a path percent-encoded, and only what would name another endpoint is refused.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReportId(pub(crate) Segment);

/// A value that would name another endpoint than that of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this can't be a report's id")]
pub struct BadReportId;

impl ReportId {
    /// # Errors
    /// An empty value, `.`, `..`, and `submitted`: that word stands in the same place of the path.
    pub fn new(raw: &str) -> Result<Self, BadReportId> {
        match Segment::new(raw) {
            Ok(segment) if raw != "submitted" => Ok(Self(segment)),
            _ => Err(BadReportId),
        }
    }

    /// The id as the service writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for ReportId {
    type Error = BadReportId;

    fn try_from(raw: String) -> Result<Self, BadReportId> {
        Self::new(&raw)
    }
}

impl From<ReportId> for String {
    fn from(id: ReportId) -> Self {
        id.as_str().to_owned()
    }
}
