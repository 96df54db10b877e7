//! One block, or one report about us, with all that is known of it.

use domain::Moment;
use ledger::ReceivedReport;

use super::rows::{kept_report, received, row};
use super::timeline::{asked_events, asked_views, newest_first, seen};
use super::{account, not_kept};
use crate::Desk;
use crate::acts::filed::shown::{address, detail, emails, text};
use crate::bench::Bench;
use crate::contract::*;
use crate::services::Trouble;
use crate::services::cloudflare::filed::follows;
use crate::services::cloudflare::received;

/// How asking Cloudflare about a whole report went.
pub(crate) struct Asked {
    pub following: Following,
    pub said: Option<String>,
}

/// Asks whether a report can be answered as a whole; the answer is kept. What goes wrong at the service is told.
///
/// # Errors
/// As every write of what is kept.
pub(crate) async fn ask_eligibility(bench: &Bench, report_id: &str) -> Result<Asked, AppError> {
    let asked = bench.cloudflare.ask_eligibility(&bench.cache, report_id).await?;
    let (following, said) = told(asked.err().as_ref());
    Ok(Asked { following, said })
}

/// Whether a report can be answered as a whole, as Cloudflare said last; none where it did not say.
///
/// # Errors
/// `NotFound` for one that is not kept for the chosen account.
pub(crate) fn kept_eligibility(bench: &Bench, report_id: &str) -> Result<Option<EligibilityView>, AppError> {
    Ok(eligibility(&kept_report(bench, report_id)?))
}

fn told(trouble: Option<&Trouble>) -> (Following, Option<String>) {
    match trouble {
        Some(trouble) => {
            let (following, said) = follows(trouble);
            (following, said.map(text))
        }
        None => (Following::Works, None),
    }
}

fn eligibility(report: &ReceivedReport) -> Option<EligibilityView> {
    received::eligibility(report)
}

fn addresses(report: &ReceivedReport) -> Vec<TargetView> {
    report.urls.iter().map(|url| address(url)).collect()
}

fn details(report: &ReceivedReport) -> Vec<FiledDetail> {
    received::details(report).iter().map(|(name, value)| detail(name, value)).collect()
}

/// One block with its report, what happened to it and what we asked, from what we have.
///
/// # Errors
/// `NotFound` for one that is not kept for the chosen account.
pub async fn sites_block(desk: &Desk, block: BlockRef) -> Result<BlockView, AppError> {
    let bench = desk.bench();
    let account = account(&bench).ok_or_else(|| not_kept("block"))?;
    let BlockRef { report_id, id } = &block;
    let kept = bench.cache.block(&account, report_id, id)?.ok_or_else(|| not_kept("block"))?;
    let report = kept_report(&bench, report_id)?;
    let asked = bench.ledger.appeals_about(&account, report_id, Some(id))?;
    let mut events: Vec<_> = bench.cache.block_history(&account, report_id, id)?.iter().map(seen).collect();
    events.extend(asked_events(&bench, &asked, Some(id))?);
    Ok(BlockView {
        row: row(&bench, &account, &kept)?,
        report: received(&report),
        addresses: addresses(&report),
        details: details(&report),
        timeline: newest_first(events),
        asked: asked_views(&bench, &asked)?,
    })
}

/// Reads one report about us with its mails and blocks. Where Cloudflare can't be asked, this is what we had, and the
/// view says why.
///
/// # Errors
/// `NotFound` for one that nobody told us of.
pub async fn sites_report(desk: &Desk, report_id: String) -> Result<ReceivedReportView, AppError> {
    let bench = desk.bench();
    let account = account(&bench).ok_or_else(|| not_kept("report"))?;
    let read = bench.cloudflare.read_received(&bench.cache, &report_id).await?;
    let line = bench.line(Service::Cloudflare);
    match &read.trouble {
        Some(Trouble::Unreachable(_)) => bench.set_offline(line, true),
        // It was not asked at all.
        Some(Trouble::KeyMissing | Trouble::AccountMissing | Trouble::SlowDown(_)) => {}
        _ => bench.set_offline(line, false),
    }
    if read.changed > 0 {
        bench.tell(Notice::SitesChanged);
    }
    let (following, said) = told(read.trouble.as_ref());
    let report = kept_report(&bench, &report_id)?;
    let asked = bench.ledger.appeals_about(&account, &report_id, None)?;
    Ok(ReceivedReportView {
        row: received(&report),
        addresses: addresses(&report),
        details: details(&report),
        emails: emails(report.emails_json.as_deref())?,
        eligibility: eligibility(&report),
        timeline: newest_first(asked_events(&bench, &asked, None)?),
        asked: asked_views(&bench, &asked)?,
        read_at: report.read_at.map(Moment::iso),
        following,
        said,
    })
}
