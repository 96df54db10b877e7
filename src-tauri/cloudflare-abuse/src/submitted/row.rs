//! A submitted report as lists tell it.

use serde_json::{Map, Value};

use crate::tolerant::{member, word};
use crate::{DenialReason, ListType};

open_words! {
    /// How far a submitted report is. The meanings are inferred from the names. What was done about an accepted one is
    /// told nowhere.
    ///
    /// Page: "List submitted reports", `status`.
    SubmittedStatus {
        /// Received; no decision yet.
        Submitted = "submitted",
        /// Cloudflare took it up.
        Accepted = "accepted",
        /// Refused.
        Denied = "denied",
    }
}

/// A report that the account sent, as lists tell it. Everything but the id may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmittedRow {
    /// The report's public id, the `abuse_rand` of its filing.
    pub id: String,
    /// When it was made, RFC 3339, as it came.
    pub cdate: Option<String>,
    /// The domain that it is about.
    pub domain: Option<String>,
    /// What kind.
    pub kind: Option<ListType>,
    /// How far it is.
    pub status: Option<SubmittedStatus>,
    /// Why it was denied.
    pub denial_reason: Option<DenialReason>,
    /// Who sent it.
    pub submitter: Option<Submitter>,
}

/// Who sent a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Submitter {
    /// Company.
    pub company: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Telephone number.
    pub telephone: Option<String>,
}

impl SubmittedRow {
    pub(crate) fn from_object(row: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            id: member(row, "id")?,
            cdate: member(row, "cdate"),
            domain: member(row, "domain"),
            kind: word(row, "type"),
            status: word(row, "status"),
            denial_reason: word(row, "denial_reason"),
            submitter: Submitter::of(row),
        })
    }
}

impl Submitter {
    /// The member `submitter` of a report.
    pub(crate) fn of(report: &Map<String, Value>) -> Option<Self> {
        let submitter = report.get("submitter")?.as_object()?;
        let text = |name| member(submitter, name);
        Some(Self { company: text("company"), email: text("email"), name: text("name"), telephone: text("telephone") })
    }
}
