//! A report against the account, as every endpoint reads it.

use serde_json::{Map, Value};

use crate::tolerant::{count, flag, lines, member, word};
use crate::{ListType, Submitter};

open_words! {
    /// How far a report against the account is. Neither word is described.
    ///
    /// Page: "List abuse reports", `status`. The page's own examples also have `denied`.
    ReceivedStatus {
        /// Accepted.
        Accepted = "accepted",
        /// In review.
        InReview = "in_review",
    }
}

/// A report against the account. Everything but the id may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The report's public id.
    pub id: String,
    /// When it was made, RFC 3339, as it came.
    pub cdate: Option<String>,
    /// The domain that it is about.
    pub domain: Option<String>,
    /// What kind.
    pub kind: Option<ListType>,
    /// How far it is.
    pub status: Option<ReceivedStatus>,
    /// What was done, in numbers.
    pub mitigation_summary: Option<MitigationSummary>,
    /// What the reporter described.
    pub justification: Option<String>,
    /// The original work, or the brand.
    pub original_work: Option<String>,
    /// Who reported it, where they let it be known.
    pub submitter: Option<Submitter>,
    /// The reported addresses.
    pub urls: Vec<String>,
}

/// What was done about a report, in numbers. What was not told is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MitigationSummary {
    /// Reported addresses that were found abusive.
    pub accepted_url_count: Option<u64>,
    /// Mitigations in effect.
    pub active_count: Option<u64>,
    /// Mitigations with a review open.
    pub in_review_count: Option<u64>,
    /// Mitigations that have yet to begin.
    pub pending_count: Option<u64>,
    /// Whether a host outside was told.
    pub external_host_notified: Option<bool>,
}

impl Received {
    pub(crate) fn from_object(report: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            id: member(report, "id")?,
            cdate: member(report, "cdate"),
            domain: member(report, "domain"),
            kind: word(report, "type"),
            status: word(report, "status"),
            mitigation_summary: summary(report),
            justification: member(report, "justification"),
            original_work: member(report, "original_work"),
            submitter: Submitter::of(report),
            urls: lines(report, "urls"),
        })
    }
}

fn summary(report: &Map<String, Value>) -> Option<MitigationSummary> {
    let summary = report.get("mitigation_summary")?.as_object()?;
    let number = |name| summary.get(name).and_then(count);
    Some(MitigationSummary {
        accepted_url_count: number("accepted_url_count"),
        active_count: number("active_count"),
        in_review_count: number("in_review_count"),
        pending_count: number("pending_count"),
        external_host_notified: flag(summary, "external_host_notified"),
    })
}
