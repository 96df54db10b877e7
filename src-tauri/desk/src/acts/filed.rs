//! Everything that our account filed at Cloudflare: listed from what we have, brought up to date, read one by one.

use domain::Moment;
use ledger::{FiledQuery, FiledReport};

use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::services::Trouble;
use crate::services::cloudflare::filed::{Asked, category, follows};
use crate::words::{from_word, word};

mod mail_text;
mod search;
pub(super) mod shown;

use shown::text;

/// Rows a page.
const PAGE: u32 = 100;

/// A page of the reports that were filed, as they were when Cloudflare was last asked.
///
/// # Errors
/// `BadRequest` for a page that this app did not name.
pub async fn filed_list(desk: &Desk, request: FiledRequest) -> Result<FiledView, AppError> {
    list(&desk.bench(), &request)
}

/// Asks Cloudflare what became of the reports, and answers the first page. What goes wrong stands in the view: what we
/// had is still shown. The window hears `FiledChanged` when anything is new.
///
/// # Errors
/// As every read and write of what is kept.
pub async fn filed_refresh(desk: &Desk) -> Result<FiledView, AppError> {
    let bench = desk.bench();
    let asked = bench.cloudflare.sync(&bench.cache, bench.now(), true).await?;
    heard(&bench, &asked);
    list(&bench, &FiledRequest::default())
}

/// Reads one report with its mails. Where Cloudflare can't be asked, this is what we had, and the view says why.
///
/// # Errors
/// `NotKnownThere` and whatever else stands in the way of asking about a report that nobody told us of.
pub async fn filed_read(desk: &Desk, report_id: String) -> Result<FiledReportView, AppError> {
    let bench = desk.bench();
    let asked = bench.cloudflare.read_filed(&bench.cache, &report_id, bench.now()).await?;
    heard(&bench, &asked);
    let kept = bench.cache.filed_report(&report_id)?;
    let (following, said) = match &asked.trouble {
        Some(trouble) => follows(trouble),
        None => (Following::Works, None),
    };
    let said = said.map(text);
    match (kept, asked.trouble) {
        (Some(report), _) => shown::report(&report, row(&bench, &report)?, following, said),
        (None, Some(trouble)) => Err(trouble.into()),
        // Another account was chosen while it was read.
        (None, None) => Err(AppError::new(ErrorCode::NotFound, "no such report")),
    }
}

/// Tells the window what asking brought.
fn heard(bench: &Bench, asked: &Asked) {
    let line = bench.line(Service::Cloudflare);
    match &asked.trouble {
        Some(Trouble::Unreachable(_)) => bench.set_offline(line, true),
        // It was not asked at all.
        Some(Trouble::KeyMissing | Trouble::AccountMissing | Trouble::SlowDown(_)) => {}
        _ => bench.set_offline(line, false),
    }
    if asked.changed > 0 {
        bench.tell(Notice::FiledChanged);
    }
}

fn list(bench: &Bench, request: &FiledRequest) -> Result<FiledView, AppError> {
    let bad = || AppError::new(ErrorCode::BadRequest, "no such page");
    let after = request.after.as_deref().map(|text| read_cursor(text).ok_or_else(bad)).transpose()?;
    if let Some(account) = bench.cloudflare.account() {
        bench.cache.filed_by_account(account.as_str())?;
    }
    let words = search::words(&request.search);
    let counts = bench.cache.count_filed(&words)?;
    let query = FiledQuery { words, status: request.status.map(asked_status), after, most: PAGE + 1 };
    let mut reports = bench.cache.filed(&query)?;
    let more = reports.len() > PAGE as usize;
    reports.truncate(PAGE as usize);
    let total = match request.status {
        None => counts.all(),
        Some(FiledStatus::Submitted) => counts.submitted,
        Some(FiledStatus::Accepted) => counts.accepted,
        Some(FiledStatus::Denied) => counts.denied,
        Some(FiledStatus::Other) => counts.other,
    };
    let marks = bench.cache.filed_marks()?;
    Ok(FiledView {
        rows: reports.iter().map(|report| row(bench, report)).collect::<Result<_, _>>()?,
        total,
        next: reports.last().filter(|_| more).map(cursor),
        counts: FiledCounts {
            all: counts.all(),
            submitted: counts.submitted,
            accepted: counts.accepted,
            denied: counts.denied,
        },
        refreshed_at: marks.refreshed_at.map(Moment::iso),
        following: marks.following.as_deref().and_then(from_word).unwrap_or(Following::NotAsked),
        said: marks.said.as_deref().map(text),
    })
}

fn row(bench: &Bench, report: &FiledReport) -> Result<FiledRow, AppError> {
    // Another service may give the same number to something else.
    let ours = bench.ledger.submission_numbered(&report.id)?;
    let ours = ours.filter(|submission| submission.service == word(&Service::Cloudflare));
    Ok(FiledRow {
        id: report.id.clone(),
        filed_at: report.cdate.map(Moment::iso),
        domain: text(&report.domain),
        report_kind: category(&report.raw_type),
        raw_type: text(&report.raw_type),
        status: match ledger::FiledStatus::of(&report.raw_status) {
            ledger::FiledStatus::Submitted => FiledStatus::Submitted,
            ledger::FiledStatus::Accepted => FiledStatus::Accepted,
            ledger::FiledStatus::Denied => FiledStatus::Denied,
            ledger::FiledStatus::Other => FiledStatus::Other,
        },
        raw_status: text(&report.raw_status),
        denial: report.raw_denial.as_deref().map(|reason| from_word(reason).unwrap_or(DenialReason::Other)),
        raw_denial: report.raw_denial.as_deref().map(text),
        case_id: ours.map(|submission| submission.case_id.to_string()),
    })
}

fn asked_status(status: FiledStatus) -> ledger::FiledStatus {
    match status {
        FiledStatus::Submitted => ledger::FiledStatus::Submitted,
        FiledStatus::Accepted => ledger::FiledStatus::Accepted,
        FiledStatus::Denied => ledger::FiledStatus::Denied,
        FiledStatus::Other => ledger::FiledStatus::Other,
    }
}

/// Where a page ended: the last row's place in the list.
fn cursor(report: &FiledReport) -> String {
    format!("{}.{}", report.shown_at.millis(), report.id)
}

/// The number may hold dots of its own.
fn read_cursor(text: &str) -> Option<(Moment, String)> {
    let (at, id) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), id.to_owned()))
}
