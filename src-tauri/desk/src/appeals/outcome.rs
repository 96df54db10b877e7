//! What became of an appeal, as far as what we read of its blocks shows it. The one place of this room that reads.

use std::time::Duration;

use domain::Moment;
use ledger::{Block, LedgerError, Submission};

use super::stand::{block_status, is_resolved};
use crate::bench::Bench;
use crate::contract::BlockStatus;

/// So long after an appeal was taken, a list may still show its blocks as they were before: how soon it shows them
/// otherwise is not documented. The same as the outbox waits before it calls anything absent.
pub(crate) const SHOWN_LATE: Duration = Duration::from_secs(600);

/// The blocks that the answer to an appeal named; none where there was no answer to read.
fn named(bench: &Bench, ask: &Submission) -> Result<Option<Vec<String>>, LedgerError> {
    let events = bench.ledger.events(&ask.case_id)?;
    let accepted =
        events.iter().find(|event| event.kind == "accepted" && event.submission_id.as_ref() == Some(&ask.id));
    Ok(accepted.and_then(|event| serde_json::from_value(event.detail["named"].clone()).ok()))
}

/// Whether the answer left a block out. Then it stands as before, and nothing of it is to be waited for.
fn left_out(bench: &Bench, block: &Block, ask: &Submission) -> Result<bool, LedgerError> {
    Ok(named(bench, ask)?.is_some_and(|named| !named.contains(&block.id)))
}

/// When a block was last read since the service took an appeal of it; none where it was not.
fn read_since(bench: &Bench, account: &str, block: &Block, taken_at: Moment) -> Result<Option<Moment>, LedgerError> {
    let report = bench.cache.received_report(account, &block.report_id)?;
    Ok(report.and_then(|report| report.read_at).filter(|at| *at >= taken_at))
}

/// Whether what we read of a block shows what became of an appeal.
///
/// # Errors
/// As every read.
pub(crate) fn shows(bench: &Bench, account: &str, block: &Block, ask: &Submission) -> Result<bool, LedgerError> {
    let Some(taken_at) = ask.accepted_at else { return Ok(true) };
    let Some(read_at) = read_since(bench, account, block, taken_at)? else { return Ok(false) };
    Ok(block.since >= taken_at || read_at >= taken_at + SHOWN_LATE || left_out(bench, block, ask)?)
}

/// Whether nothing more is to be waited for: the block is lifted, called off, or shown no more; its review was seen and
/// is over; or it stands as before although it would show otherwise by now. What has not started is waited for until it
/// starts: asking is said to stop it, and nobody says how soon.
///
/// # Errors
/// As every read.
pub(crate) fn is_over(bench: &Bench, account: &str, block: &Block, ask: &Submission) -> Result<bool, LedgerError> {
    let status = block_status(&block.raw_status);
    let Some(taken_at) = ask.accepted_at else { return Ok(false) };
    let Some(read_at) = read_since(bench, account, block, taken_at)? else { return Ok(false) };
    if block.gone_at.is_some() || is_resolved(status) {
        return Ok(true);
    }
    if status == BlockStatus::InReview {
        return Ok(false);
    }
    let history = bench.cache.block_history(account, &block.report_id, &block.id)?;
    let was_in_review =
        history.iter().any(|change| change.at >= taken_at && block_status(&change.to_status) == BlockStatus::InReview);
    let late = status != BlockStatus::Pending && read_at >= taken_at + SHOWN_LATE;
    Ok(was_in_review || late || left_out(bench, block, ask)?)
}
