//! A block and a report about us as the window sees them.

use domain::Moment;
use ledger::{Block, ReceivedReport};

use super::{account, not_kept, offers};
use crate::acts::filed::shown::{address, text};
use crate::appeals::{ask_of, block_status};
use crate::bench::Bench;
use crate::contract::*;
use crate::services::cloudflare::filed::category;
use crate::services::cloudflare::received::DMCA;
use crate::words::from_word;

/// One block as it stands.
///
/// # Errors
/// `NotFound` for one that is not kept for the chosen account.
pub(crate) fn block_row(bench: &Bench, block: &BlockRef) -> Result<BlockRow, AppError> {
    let account = account(bench).ok_or_else(|| not_kept("block"))?;
    let kept = bench.cache.block(&account, &block.report_id, &block.id)?.ok_or_else(|| not_kept("block"))?;
    row(bench, &account, &kept)
}

/// One report about us.
///
/// # Errors
/// `NotFound` for one that is not kept for the chosen account.
pub(crate) fn report_row(bench: &Bench, report_id: &str) -> Result<ReceivedRow, AppError> {
    Ok(received(&kept_report(bench, report_id)?))
}

/// The addresses that a report names, as the service tells them.
///
/// # Errors
/// As [`report_row`].
pub(crate) fn addresses_of(bench: &Bench, report_id: &str) -> Result<Vec<String>, AppError> {
    Ok(kept_report(bench, report_id)?.urls)
}

pub(super) fn kept_report(bench: &Bench, report_id: &str) -> Result<ReceivedReport, AppError> {
    let account = account(bench).ok_or_else(|| not_kept("report"))?;
    bench.cache.received_report(&account, report_id)?.ok_or_else(|| not_kept("report"))
}

pub(super) fn row(bench: &Bench, account: &str, block: &Block) -> Result<BlockRow, AppError> {
    let asked = bench.ledger.appeals_about(account, &block.report_id, Some(&block.id))?;
    let ask = ask_of(&asked);
    let status = block_status(&block.raw_status);
    let now = bench.now();
    let waits = status == BlockStatus::Pending && block.gone_at.is_none();
    Ok(BlockRow {
        block: BlockRef { report_id: block.report_id.clone(), id: block.id.clone() },
        place: place(block),
        kind: from_word(&block.raw_kind).unwrap_or(BlockKind::Other),
        raw_kind: text(&block.raw_kind),
        status,
        raw_status: text(&block.raw_status),
        effective_at: block.effective_at.map(Moment::iso),
        raw_effective: domain::visible(&block.raw_effective),
        starts_in_ms: block.effective_at.filter(|_| waits).and_then(|at| u32::try_from(at.since(now).as_millis()).ok()),
        since: block.since.iso(),
        gone_at: block.gone_at.map(Moment::iso),
        review: offers::review(bench, account, block, ask)?,
        asked_at: ask.map(|one| one.confirmed_at.iso()),
        kept: block.kept,
        dmca: block.report_type == DMCA,
    })
}

fn place(block: &Block) -> PlaceView {
    PlaceView {
        target: (!block.place.is_empty()).then(|| address(&block.place)),
        one_of: block.one_of,
        scope: from_word(&block.raw_scope).unwrap_or(BlockScope::Other),
        raw_scope: text(&block.raw_scope),
        entity_id: text(&block.entity_id),
    }
}

pub(super) fn received(report: &ReceivedReport) -> ReceivedRow {
    ReceivedRow {
        id: report.id.clone(),
        received_at: report.cdate.map(Moment::iso),
        domain: address(&report.domain),
        report_kind: category(&report.raw_type),
        raw_type: text(&report.raw_type),
        status: from_word(&report.raw_status).unwrap_or(ReceivedStatus::Other),
        raw_status: text(&report.raw_status),
        addresses: report.addresses,
        accepted_addresses: report.accepted_urls.unwrap_or_default(),
        pending: report.pending.unwrap_or_default(),
        active: report.active.unwrap_or_default(),
        in_review: report.in_review.unwrap_or_default(),
        blocks: report.blocks,
        host_notified: report.host_notified.unwrap_or_default(),
        dmca: report.raw_type == DMCA,
    }
}

/// The words that occur, for a filter. They are asked for as they came, so they stay so.
pub(super) fn words(all: Vec<ledger::WordCount>) -> Vec<WordCount> {
    all.into_iter().map(|one| WordCount { word: one.word, count: one.count }).collect()
}
