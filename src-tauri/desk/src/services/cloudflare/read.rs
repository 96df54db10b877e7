//! What Cloudflare's answers mean for us: which report is ours, which may be, what is news.

use cloudflare_abuse::{DenialReason, Kind, Submitted, SubmittedRow, SubmittedStatus};
use domain::Moment;

use super::super::{Baseline, Filing, News, Sighting};
use crate::contract::{CandidateView, CaseStatus, ReportKind};

pub(super) fn kind(kind: ReportKind) -> Kind {
    match kind {
        ReportKind::Phishing => Kind::Phishing,
        ReportKind::Trademark => Kind::Trademark,
        ReportKind::Dmca => Kind::Dmca,
        ReportKind::Threat => Kind::Threat,
        ReportKind::Ncsei => Kind::Ncsei,
        ReportKind::Children => Kind::Children,
        ReportKind::RegistrarWhois => Kind::RegistrarWhois,
        ReportKind::General => Kind::General,
    }
}

/// Our word for a kind of the lists.
pub(crate) fn report_kind(kind: Kind) -> ReportKind {
    match kind {
        Kind::Phishing => ReportKind::Phishing,
        Kind::Trademark => ReportKind::Trademark,
        Kind::Dmca => ReportKind::Dmca,
        Kind::Threat => ReportKind::Threat,
        Kind::Ncsei => ReportKind::Ncsei,
        Kind::Children => ReportKind::Children,
        Kind::RegistrarWhois => ReportKind::RegistrarWhois,
        Kind::General => ReportKind::General,
    }
}

/// Whether a report may be of this kind: what the lists call a kind is an inference, so an unknown word may be it.
pub(super) fn may_be_of(row: &SubmittedRow, wanted: ReportKind) -> bool {
    row.kind.as_ref().and_then(|word| word.kind()).is_none_or(|found| found == kind(wanted))
}

/// Two addresses are one when their readers say so: a slash at the end of a bare host tells nothing apart.
fn same_address(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.trim().trim_end_matches('/').to_owned();
    bare(one) == bare(other)
}

/// Whether a report names any of these addresses.
pub(super) fn shares_address(report: &Submitted, filing: &Filing) -> bool {
    report.urls.iter().any(|theirs| filing.urls.iter().any(|ours| same_address(ours, theirs)))
}

fn same_addresses(report: &Submitted, filing: &Filing) -> bool {
    let covers =
        |some: &[String], all: &[String]| some.iter().all(|one| all.iter().any(|other| same_address(one, other)));
    covers(&report.urls, &filing.urls) && covers(&filing.urls, &report.urls)
}

/// Something at the service that may be our report, or stands in its way.
pub(super) fn candidate(row: &SubmittedRow) -> CandidateView {
    CandidateView {
        number: row.id.clone(),
        at: row.cdate.clone(),
        reported_by: row.submitter.as_ref().and_then(|submitter| submitter.email.clone()),
        status: row.status.as_ref().map(ToString::to_string),
    }
}

/// Whether a report is the one that is looked for, may be it, or is nothing of ours.
pub(super) fn judge(report: &Submitted, filing: &Filing, baseline: &Baseline, reference: &str) -> Option<Sighting> {
    let number = report.row.id.clone();
    if let Some(comments) = &report.comments {
        // Our own code is proof; another code, or none where comments are told, is another report.
        return comments.contains(reference).then_some(Sighting::Exact { number, url: None });
    }
    if baseline.known.contains(&number) || !may_be_of(&report.row, filing.kind) || !same_addresses(report, filing) {
        return None;
    }
    let theirs = report.row.submitter.as_ref().and_then(|submitter| submitter.email.as_deref());
    let ours = theirs.is_none_or(|email| email.trim().eq_ignore_ascii_case(&filing.submitter));
    ours.then(|| Sighting::Candidates(vec![candidate(&report.row)]))
}

/// News of a report: where it stands, and the mails that were written to whoever sent it.
pub(super) fn news(row: &SubmittedRow, mails: Vec<(Option<Moment>, String)>) -> News {
    News {
        status: status(row.status.as_ref()),
        raw_status: row.status.as_ref().map(ToString::to_string),
        denial: row.denial_reason.as_ref().map(ToString::to_string),
        flags: None,
        history: mails,
    }
}

fn status(status: Option<&SubmittedStatus>) -> CaseStatus {
    match status {
        Some(SubmittedStatus::Submitted) => CaseStatus::ReportSubmitted,
        Some(SubmittedStatus::Accepted) => CaseStatus::ReportAccepted,
        Some(SubmittedStatus::Denied) => CaseStatus::ReportDenied,
        Some(SubmittedStatus::Other(_)) | None => CaseStatus::Other,
    }
}

/// Whether a refusal asks something of the person.
pub(crate) fn asks_something(denial: Option<&str>) -> bool {
    let nothing_to_do = [DenialReason::DuplicateReport, DenialReason::ContentRemoved];
    denial.is_none_or(|word| !nothing_to_do.contains(&DenialReason::from(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_goes_there_and_back() {
        for one in ReportKind::ALL {
            assert_eq!(report_kind(kind(one)), one);
            assert_eq!(kind(one).act(), crate::tables::rule(one).act);
        }
    }

    #[test]
    fn a_refusal_asks_something_unless_there_is_nothing_left_to_do() {
        assert!(!asks_something(Some("duplicate_report")));
        assert!(!asks_something(Some("content_removed")));
        assert!(asks_something(Some("incomplete_report")));
        assert!(asks_something(Some("a_new_word")));
        assert!(asks_something(None));
    }
}
