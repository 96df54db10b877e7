//! Send: the draft becomes a submission, frozen, in the outbox.

use std::time::Duration;

use ledger::{Actor, NewEvent, NewSubmission, SubmissionFile};
use serde_json::json;

use super::{check_report, write_draft};
use crate::Desk;
use crate::contract::*;
use crate::outbox::standing;
use crate::services::PayloadFile;
use crate::words::word;
use crate::{random, view};

/// A file of the payload as the ledger freezes it.
pub(crate) fn frozen(file: &PayloadFile) -> SubmissionFile {
    SubmissionFile {
        sha256: file.sha256.clone(),
        size_bytes: file.size_bytes,
        media_type: file.media_type.clone(),
        sent_name: file.sent_name.clone(),
    }
}

/// Confirms a draft. Nothing leaves before the undo window has ended.
///
/// # Errors
/// `NotReady` with everything to mend; `DraftChanged` when it is not what was checked; `TooLate` when it was sent or
/// deleted already: a second press of the same button is answered with this, and sends nothing.
pub async fn draft_send(desk: &Desk, draft_id: String, fingerprint: String) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let draft = write_draft::open_draft(&bench, &draft_id)?;
    let draft_id = draft.id.clone();
    let whole = write_draft::whole(&bench, draft)?;
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
    let Ok(target) = &whole.target else {
        return Err(AppError::new(ErrorCode::NotReady, "the target can't be read"));
    };
    let now = bench.now();
    let due_at = match desk.preferences.read().undo_seconds {
        seconds if seconds < 0 => None,
        seconds => Some(now + Duration::from_secs(seconds.unsigned_abs().into())),
    };
    let submission = NewSubmission {
        id: random::submission_id(&*desk.random, now),
        case_id: whole.draft.case_id.clone(),
        draft_id,
        service: word(&Service::Phishfort),
        kind: word(&whole.fields.wish),
        target_kind: word(&view::kind(target.kind())),
        target_key: target.key(),
        reference: whole.reference.as_str().to_owned(),
        payload_json: verdict.payload_json,
        bytes_total: whole.body_bytes,
        confirmed_at: now,
        due_at,
        files: whole.payload.files.iter().map(frozen).collect(),
    };
    let event = NewEvent {
        at: now,
        kind: "confirmed",
        actor: Actor::Person,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail: json!({ "files": submission.files.len(), "bytes": submission.bytes_total }),
    };
    bench.ledger.confirm(&submission, &standing::SENDING, &event)?;
    let confirmed = bench.ledger.submission(&submission.id)?;
    bench.tell_changed(&confirmed);
    bench.wake.notify_one();
    view::submission(&bench, &confirmed)
}
