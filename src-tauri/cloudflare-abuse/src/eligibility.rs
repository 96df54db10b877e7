//! `GET /accounts/{account_id}/abuse-reports/{report_id}/appeals/eligibility`: may this report be appealed?

use http_kit::{Answer, Request};

use crate::client::get;
use crate::error::result;
use crate::tolerant::{count, flag};
use crate::{AccountId, Endpoint, Error, Lookup, ReportId};

/// Asks whether a DMCA report against the account may be appealed. Every other report gives [`Error::NotFound`], as an
/// unknown one does.
///
/// Page: "Appeal eligibility", of the schema; no official library has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eligibility {
    /// The account that the report is about.
    pub account: AccountId,
    /// The report.
    pub report_id: ReportId,
}

/// Whether a report may be appealed. What was not told is `None`, and never taken for a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligible {
    /// Whether it may be appealed now.
    pub appealable: bool,
    /// Whether an appeal is still undecided.
    pub has_open_appeal: Option<bool>,
    /// Whether there is a mitigation that an appeal could undo.
    pub has_appealable_mitigations: Option<bool>,
    /// Appeals so far.
    pub appeal_count: Option<u64>,
    /// Appeals that are allowed.
    pub max_appeals: Option<u64>,
}

impl Endpoint for Eligibility {
    type Response = Eligible;

    fn request(&self) -> Request {
        get(self.account.reports().push(&self.report_id.0).then("/appeals/eligibility"))
    }

    fn read(answer: &Answer) -> Result<Eligible, Error> {
        let result = result(answer)?;
        let told = result.as_object().ok_or_else(|| Error::unreadable("result", answer))?;
        let number = |name| told.get(name).and_then(count);
        Ok(Eligible {
            appealable: flag(told, "appealable").ok_or_else(|| Error::unreadable("result.appealable", answer))?,
            has_open_appeal: flag(told, "has_open_appeal"),
            has_appealable_mitigations: flag(told, "has_appealable_mitigations"),
            appeal_count: number("appeal_count"),
            max_appeals: number("max_appeals"),
        })
    }
}

impl Lookup for Eligibility {}
