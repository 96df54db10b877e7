//! *What happens next?* How a submitted report is decided: by a person's or a test's wish, or by itself.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{CfReport, report::mail};

/// What happens next to a submitted report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CfStep {
    /// Cloudflare takes it up.
    Accepted,
    /// Cloudflare refuses it.
    Denied(DenialReason),
}

/// Why a report was denied; the service describes none of its thirteen values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "nothing more is known about a value than its name")]
pub enum DenialReason {
    UnableToConfirm,
    IncompleteReport,
    NotOnCloudflare,
    DuplicateReport,
    ContentRemoved,
    ReportDetailsMismatch,
    NoAbuseFound,
    MissingOriginalWork,
    DirectUrlRequired,
    WrongReportCategory,
    ContentUnavailable,
    LawEnforcementReferralRequired,
    DomainDisputeProcessRequired,
}

impl DenialReason {
    /// All of them, in the order of the fact sheet.
    pub const ALL: [DenialReason; 13] = [
        Self::UnableToConfirm,
        Self::IncompleteReport,
        Self::NotOnCloudflare,
        Self::DuplicateReport,
        Self::ContentRemoved,
        Self::ReportDetailsMismatch,
        Self::NoAbuseFound,
        Self::MissingOriginalWork,
        Self::DirectUrlRequired,
        Self::WrongReportCategory,
        Self::ContentUnavailable,
        Self::LawEnforcementReferralRequired,
        Self::DomainDisputeProcessRequired,
    ];

    /// As it stands in `denial_reason`.
    pub fn word(self) -> &'static str {
        match self {
            Self::UnableToConfirm => "unable_to_confirm",
            Self::IncompleteReport => "incomplete_report",
            Self::NotOnCloudflare => "not_on_cloudflare",
            Self::DuplicateReport => "duplicate_report",
            Self::ContentRemoved => "content_removed",
            Self::ReportDetailsMismatch => "report_details_mismatch",
            Self::NoAbuseFound => "no_abuse_found",
            Self::MissingOriginalWork => "missing_original_work",
            Self::DirectUrlRequired => "direct_url_required",
            Self::WrongReportCategory => "wrong_report_category",
            Self::ContentUnavailable => "content_unavailable",
            Self::LawEnforcementReferralRequired => "law_enforcement_referral_required",
            Self::DomainDisputeProcessRequired => "domain_dispute_process_required",
        }
    }
}

/// How long a new report waits until it is taken up.
const ACCEPTED_AFTER_MS: i64 = 20_000;

/// Takes one step, and mails it to the submitter.
pub(crate) fn decide(report: &mut CfReport, step: CfStep, now: Timestamp) {
    let (status, reason, said) = match step {
        CfStep::Accepted => ("accepted", None, "We accepted your report and passed it on.".to_owned()),
        CfStep::Denied(reason) => {
            ("denied", Some(reason.word()), format!("We could not act on your report: {}.", reason.word()))
        }
    };
    report.status = status.to_owned();
    report.denial_reason = reason.map(str::to_owned);
    mail(report, &format!("report {status}"), said, now);
}

/// Takes up submitted reports by their age. Says whether anything changed.
pub(crate) fn decide_by_age(reports: &mut [CfReport], now: Timestamp) -> bool {
    let due = |report: &CfReport| {
        let age_ms = now.as_millisecond() - report.cdate.as_millisecond();
        report.by_report && report.is_undecided() && age_ms >= ACCEPTED_AFTER_MS
    };
    let mut changed = false;
    for report in reports.iter_mut().filter(|report| due(report)) {
        decide(report, CfStep::Accepted, now);
        changed = true;
    }
    changed
}
