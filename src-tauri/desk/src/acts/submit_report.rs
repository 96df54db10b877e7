//! Send: the draft becomes submissions, frozen, in the outbox.

use std::time::Duration;

use domain::{Moment, Target};
use ledger::{Actor, NewEvent, NewSubmission, SubmissionFile};
use serde_json::json;

use super::write_draft::{Outgoing, Whole};
use super::{check_report, write_draft};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::outbox::{standing, told};
use crate::services::PayloadFile;
use crate::words::word;
use crate::{random, view};

/// A file of the payload as the ledger freezes it.
fn frozen(file: &PayloadFile) -> SubmissionFile {
    SubmissionFile {
        sha256: file.sha256.clone(),
        size_bytes: file.size_bytes,
        media_type: file.media_type.clone(),
        sent_name: file.sent_name.clone(),
    }
}

/// Confirms a draft: all that it tells, in one step. Nothing leaves before the undo window has ended.
///
/// # Errors
/// `NotReady` with everything to mend; `DraftChanged` when it is not what was checked; `TooLate` when it was sent or
/// deleted already: a second press of the same button is answered with this, and sends nothing.
pub async fn draft_send(desk: &Desk, draft_id: String, fingerprint: String) -> Result<Vec<SubmissionView>, AppError> {
    let bench = desk.bench();
    let draft = write_draft::open_draft(&bench, &draft_id)?;
    let draft_id = draft.id.clone();
    let whole = write_draft::whole(desk, &bench, draft)?;
    let verdict = check_report::judge(desk, &bench, &whole).await?;
    if !verdict.problems.is_empty() {
        return Err(AppError {
            problems: verdict.problems,
            ..AppError::new(ErrorCode::NotReady, "there is more to mend")
        });
    }
    if verdict.fingerprint != fingerprint {
        return Err(AppError::new(ErrorCode::DraftChanged, "the draft is not the one that was checked"));
    }
    let wanted = usize::from(whole.fields.to_phishfort) + usize::from(whole.fields.to_cloudflare);
    // Nothing stood in the way, so everything could be written; a hole here would leave somebody untold.
    if verdict.outgoing.len() < wanted {
        return Err(AppError::new(ErrorCode::Unexpected, "a report could not be written"));
    }
    let now = bench.now();
    let due_at = due_at(desk, now);
    let all: Vec<_> = verdict
        .outgoing
        .into_iter()
        .map(|(one, payload_json)| confirmed(desk, &whole, one, payload_json, now, due_at))
        .collect();
    bench.ledger.confirm(&draft_id, &all, &standing::SENDING, now)?;
    told_and_shown(&bench, &all)
}

/// When what is confirmed now leaves: after the undo window; none waits for Send now.
pub(crate) fn due_at(desk: &Desk, now: Moment) -> Option<Moment> {
    match desk.preferences.read().undo_seconds {
        seconds if seconds < 0 => None,
        seconds => Some(now + Duration::from_secs(seconds.unsigned_abs().into())),
    }
}

/// What was confirmed, told to the window and to the dispatcher.
pub(crate) fn told_and_shown(
    bench: &Bench,
    all: &[(NewSubmission, NewEvent)],
) -> Result<Vec<SubmissionView>, AppError> {
    let mut views = Vec::new();
    for (new, _) in all {
        let confirmed = bench.ledger.submission(&new.id)?;
        bench.tell_changed(&confirmed);
        views.push(view::submission(bench, &confirmed)?);
    }
    bench.wake.notify_one();
    Ok(views)
}

/// One of the requests as it is frozen, and what the history says of it.
pub(crate) fn confirmed(
    desk: &Desk,
    whole: &Whole,
    one: Outgoing,
    payload_json: String,
    now: Moment,
    due_at: Option<Moment>,
) -> (NewSubmission, NewEvent) {
    let Outgoing { service, reference, bytes, payload } = one;
    let detail = told(&payload, json!({ "files": payload.files.len(), "bytes": bytes }));
    let new = NewSubmission {
        id: random::submission_id(&*desk.random, now),
        case_id: whole.draft.case_id.clone(),
        draft_id: whole.draft.id.clone(),
        service: word(&service),
        kind: payload.filing.as_ref().map_or_else(|| word(&payload.wish), |filing| word(&filing.kind)),
        target_kind: word(&payload.kind),
        target_key: Target::parse(&payload.subject).map_or_else(|_| payload.subject.clone(), |target| target.key()),
        reference,
        payload_json,
        bytes_total: bytes,
        confirmed_at: now,
        due_at,
        files: payload.files.iter().map(frozen).collect(),
        host: payload.filing.as_ref().map(|filing| filing.hostname.clone()),
        addresses: payload.filing.map(|filing| filing.urls).unwrap_or_default(),
        blocks: Vec::new(),
    };
    let event = NewEvent {
        at: now,
        kind: "confirmed",
        actor: Actor::Person,
        submission_id: Some(new.id.clone()),
        service: Some(new.service.clone()),
        detail,
    };
    (new, event)
}
