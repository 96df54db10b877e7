//! Ask for a review: the draft becomes submissions, frozen, in the outbox.

use domain::Moment;
use ledger::{Actor, Draft, LedgerError, NewEvent, NewSubmission, SubmissionBlock};
use serde_json::json;

use super::judge::judge;
use super::write::open_appeal;
use crate::acts::submit_report::{due_at, told_and_shown};
use crate::contract::*;
use crate::outbox::standing;
use crate::services::Payload;
use crate::words::word;
use crate::{Desk, random};

/// What kind of thing a submission of ours asks, in the ledger's word.
pub(crate) const APPEAL: &str = "appeal";

/// Confirms an appeal: all that it asks, in one step. Nothing leaves before the undo window has ended.
///
/// # Errors
/// `NotReady` when [`appeal_check`](super::appeal_check) has problems; `DraftChanged` when it is not what was checked;
/// `TooLate` when it was sent already: a second press of the same button is answered with this, and sends nothing.
pub async fn appeal_send(desk: &Desk, draft_id: String, fingerprint: String) -> Result<Vec<SubmissionView>, AppError> {
    let bench = desk.bench();
    let draft = open_appeal(&bench, &draft_id)?;
    let verdict = judge(desk, &bench, &draft).await?;
    if !verdict.problems.is_empty() || verdict.payloads.is_empty() {
        return Err(AppError::new(ErrorCode::NotReady, "there is more to mend"));
    }
    if verdict.fingerprint != fingerprint {
        return Err(AppError::new(ErrorCode::DraftChanged, "the appeal is not the one that was checked"));
    }
    let asked: usize = verdict.payloads.iter().filter_map(|(one, _)| Some(one.appeal.as_ref()?.blocks.len())).sum();
    // Nothing stood in the way, so everything could be written; a hole here would leave a block unasked.
    if asked != verdict.fields.reasons.len() {
        return Err(AppError::new(ErrorCode::Unexpected, "a request could not be written"));
    }
    let now = bench.now();
    let all: Vec<_> = verdict
        .payloads
        .into_iter()
        .map(|(payload, json)| {
            let new = confirmed(desk, &draft, &payload, json, now);
            let event = NewEvent {
                at: now,
                kind: "confirmed",
                actor: Actor::Person,
                submission_id: Some(new.id.clone()),
                service: Some(new.service.clone()),
                detail: json!({ "bytes": new.bytes_total }),
            };
            (new, event)
        })
        .collect();
    bench.ledger.confirm(&draft.id, &all, &standing::SENDING, now).map_err(|error| match error {
        // Another appeal of one of its blocks was sent in this very instant.
        LedgerError::Forbidden(said) => AppError::new(ErrorCode::TooLate, said),
        other => other.into(),
    })?;
    told_and_shown(&bench, &all)
}

/// One of the requests as it is frozen.
fn confirmed(desk: &Desk, draft: &Draft, payload: &Payload, payload_json: String, now: Moment) -> NewSubmission {
    let appeal = payload.appeal.as_ref();
    let (account, report_id) = appeal
        .map_or_else(Default::default, |appeal| (appeal.prepared.account.to_string(), appeal.report_id().to_owned()));
    let about = |block: Option<&BlockReason>| SubmissionBlock {
        account: account.clone(),
        report_id: report_id.clone(),
        block_id: block.map(|one| one.block.id.clone()),
        reason: block.and_then(|one| one.reason.as_ref()).map(word),
    };
    let mut blocks: Vec<_> = appeal.iter().flat_map(|appeal| &appeal.blocks).map(|one| about(Some(one))).collect();
    if blocks.is_empty() {
        blocks.push(about(None));
    }
    NewSubmission {
        id: random::submission_id(&*desk.random, now),
        case_id: draft.case_id.clone(),
        draft_id: draft.id.clone(),
        service: word(&Service::Cloudflare),
        kind: APPEAL.into(),
        target_kind: word(&payload.kind),
        // A key of its own: what is reported is never taken for what is appealed.
        target_key: format!("{APPEAL}:{account}:{report_id}"),
        reference: draft.reference.clone(),
        payload_json,
        bytes_total: appeal.map_or(0, |appeal| appeal.prepared.body.len() as u64),
        confirmed_at: now,
        due_at: due_at(desk, now),
        files: Vec::new(),
        addresses: Vec::new(),
        host: None,
        blocks,
    }
}
