//! What happened to a block, or to a report as a whole: what we saw at the service, and what we asked of it.

use domain::Moment;
use ledger::{BlockChange, BlockChangeKind, Submission};
use serde_json::Value;

use crate::acts::filed::shown::text;
use crate::acts::read_case;
use crate::appeals::block_status;
use crate::bench::Bench;
use crate::contract::*;
use crate::services::Payload;
use crate::view;

/// The events of what was asked, newest first. With `block`: those of that block's part of each request.
pub(super) fn asked_events(
    bench: &Bench,
    asked: &[Submission],
    block: Option<&str>,
) -> Result<Vec<(Moment, EventView)>, AppError> {
    let mut all = Vec::new();
    for one in asked {
        let reason = bench.ledger.blocks_of(&one.id)?.into_iter().find(|of| of.block_id.as_deref() == block);
        let reason = reason.and_then(|of| of.reason).and_then(|word| crate::words::from_word(&word));
        for event in bench.ledger.events(&one.case_id)? {
            if event.submission_id.as_ref() != Some(&one.id) {
                continue;
            }
            let mut shown = EventView { appeal: reason, ..read_case::event(&event) };
            if shown.kind == EventKind::Accepted && block.is_some_and(|id| leaves_out(&event.detail["named"], id)) {
                shown.kind = EventKind::BlockNotNamed;
            }
            all.push((event.at, shown));
        }
    }
    Ok(all)
}

/// Whether the answer named blocks, and not this one.
fn leaves_out(named: &Value, id: &str) -> bool {
    named.as_array().is_some_and(|named| !named.iter().any(|one| one == id))
}

/// What we saw of a block at the service.
pub(super) fn seen(change: &BlockChange) -> (Moment, EventView) {
    let kind = match change.kind {
        BlockChangeKind::Seen => EventKind::BlockSeen,
        BlockChangeKind::Changed => EventKind::BlockChanged,
        BlockChangeKind::Gone => EventKind::BlockGone,
        BlockChangeKind::Back => EventKind::BlockBack,
    };
    let event = EventView {
        at: change.at.iso(),
        kind,
        service: Some(Service::Cloudflare),
        status: None,
        raw_status: Some(text(&change.to_status)),
        denial: None,
        report_kind: None,
        hostname: None,
        reason: None,
        look: None,
        // A block that is about to start says when: it may be put off.
        text: change.effective_at.map(Moment::iso),
        number: None,
        files: None,
        bytes: None,
        block: Some(block_status(&change.to_status)),
        appeal: None,
    };
    (change.at, event)
}

/// Newest first; of the same moment in the order they came.
pub(super) fn newest_first(mut all: Vec<(Moment, EventView)>) -> Vec<EventView> {
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    all.into_iter().map(|(_, event)| event).collect()
}

/// What we asked, with the note and the proof that stayed here.
pub(super) fn asked_views(bench: &Bench, asked: &[Submission]) -> Result<Vec<AskedView>, AppError> {
    let view = |one: &Submission| {
        let payload: Payload = serde_json::from_str(&one.payload_json).map_err(ledger::LedgerError::from)?;
        let proof = bench.ledger.evidence_of(&one.case_id)?;
        Ok(AskedView {
            submission: view::submission(bench, one)?,
            note: payload.note.clone(),
            proof: proof.iter().map(|file| view::evidence(file, None)).collect(),
            preview: bench.line_of(one).adapter.preview(&payload, bench.ledger.evidence_store(), &one.reference),
        })
    };
    asked.iter().map(view).collect()
}
