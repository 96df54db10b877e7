//! What the person decides about a confirmed report: take it back, hurry it, look again, say that it is there, send again.

use std::sync::Arc;
use std::time::Duration;

use domain::{DraftId, State, SubmissionId};
use ledger::{Actor, Choice, LedgerError, NewEvent, Outcome, Side, Step, Submission};
use serde_json::{Value, json};

use super::appeal;
use super::write_draft::{begun, fresh, show};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::{AppError, DraftFields, ErrorCode, Notice, SubmissionReason, SubmissionView, UndoneView};
use crate::error::id;
use crate::outbox::{look, standing, told};
use crate::services::{Appealing, Filing, Payload};
use crate::view;
use crate::words::{from_word, word};

/// How long an undo clock stands still at most.
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// How often an undo is tried again when something else changed the submission in the same instant.
const UNDO_TRIES: usize = 5;

fn read(bench: &Bench, submission_id: &str) -> Result<Submission, AppError> {
    let submission_id: SubmissionId = id(submission_id)?;
    Ok(bench.ledger.submission(&submission_id)?)
}

fn too_late() -> AppError {
    AppError::new(ErrorCode::TooLate, "the submission is beyond this")
}

fn by_person(bench: &Bench, submission: &Submission, kind: &'static str, detail: Value) -> NewEvent {
    NewEvent {
        at: bench.now(),
        kind,
        actor: Actor::Person,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail,
    }
}

fn shown(bench: &Bench, after: &Submission) -> Result<SubmissionView, AppError> {
    bench.tell_changed(after);
    bench.wake.notify_one();
    view::submission(bench, after)
}

/// Takes a Send back, all that one draft told: its draft is open again. Where something of it has left, what waits for
/// the same service is taken back, and a new draft of the same case holds just that, so that nothing is told twice.
///
/// # Errors
/// `TooLate` when it may have left.
pub async fn outbox_undo(desk: &Desk, submission_id: String) -> Result<UndoneView, AppError> {
    let bench = desk.bench();
    for _ in 0..UNDO_TRIES {
        let submission = read(&bench, &submission_id)?;
        let group = view::undo_group(&bench, &submission)?;
        if group.is_empty() {
            return Err(too_late());
        }
        let undone = |one: &Submission| -> Result<Step<'static>, LedgerError> {
            let mut step = Step::to(State::Undone, bench.now());
            let payload: Payload = serde_json::from_str(&one.payload_json)?;
            step.event = Some(by_person(&bench, one, "undone", told(&payload, json!({}))));
            Ok(step)
        };
        let steps = group.iter().map(|one| Ok((one, undone(one)?))).collect::<Result<Vec<_>, LedgerError>>()?;
        let rest = Rest::of(desk, &bench, &group)?;
        match bench.ledger.take_back(&steps, rest.written()) {
            Ok(whole) => {
                group.iter().for_each(|one| bench.tell_changed(one));
                return rest.shown(desk, &bench, whole.then_some(&submission.draft_id));
            }
            // Its clock was stopped or went on in this very instant: it may still be here to be taken back.
            Err(LedgerError::Stale) => {}
            Err(LedgerError::Forbidden(_)) => break,
            Err(other) => return Err(other.into()),
        }
    }
    Err(too_late())
}

/// A new draft of the same file that holds just what is taken back, for where the rest has left.
struct Rest {
    draft: ledger::Draft,
    event: NewEvent,
    /// What a report's draft holds; none for an appeal.
    report: Option<DraftFields>,
}

impl Rest {
    fn of(desk: &Desk, bench: &Bench, group: &[Submission]) -> Result<Self, AppError> {
        let Some(first) = group.first() else { return Err(too_late()) };
        let payloads = group.iter().map(|one| serde_json::from_str(&one.payload_json));
        let payloads = payloads.collect::<Result<Vec<Payload>, _>>().map_err(LedgerError::from)?;
        if bench.ledger.side_of(&first.draft_id)? == Side::Sites {
            let reports: Vec<_> =
                payloads.iter().filter_map(|one| Some(one.appeal.as_ref()?.report_id().to_owned())).collect();
            let (draft, event) = appeal::begin_rest(desk, bench, &first.case_id, &first.draft_id, &reports)?;
            return Ok(Self { draft, event, report: None });
        }
        let draft = bench.ledger.draft(&first.draft_id)?;
        let mut fields: DraftFields = serde_json::from_str(&draft.fields_json).map_err(LedgerError::from)?;
        let filings: Vec<_> = payloads.into_iter().filter_map(|one| one.filing).collect();
        fields.to_phishfort = filings.is_empty();
        fields.to_cloudflare = !filings.is_empty();
        only(&mut fields, &filings);
        let (draft, event) = fresh(desk, Some(first.case_id.clone()), &mut fields)?;
        Ok(Self { draft, event, report: Some(fields) })
    }

    fn written(&self) -> (&ledger::Draft, Side, &NewEvent) {
        let side = if self.report.is_some() { Side::Cases } else { Side::Sites };
        (&self.draft, side, &self.event)
    }

    /// What the person goes on with: the draft that is open again, or this one.
    fn shown(self, desk: &Desk, bench: &Bench, reopened: Option<&DraftId>) -> Result<UndoneView, AppError> {
        let Some(fields) = self.report else {
            desk.tell(Notice::SitesChanged);
            let appeal = appeal::show(bench, reopened.unwrap_or(&self.draft.id))?;
            return Ok(UndoneView::Appeal { appeal });
        };
        let draft = match reopened {
            Some(draft_id) => show(desk, bench, draft_id)?,
            None => begun(desk, bench, &self.draft, &fields)?,
        };
        Ok(UndoneView::Draft { draft })
    }
}

/// Leaves of a draft's addresses those of these reports, for Cloudflare alone.
pub(crate) fn only(fields: &mut DraftFields, filings: &[Filing]) {
    let mut urls = filings.iter().flat_map(|filing| filing.urls.clone());
    if let Some(first) = urls.next() {
        fields.target = first;
        fields.more_addresses = urls.collect::<Vec<_>>().join("\n");
    }
}

/// Stops the undo clock while the person looks at it, and lets it run on. Forgotten, it runs on by itself after a few
/// minutes. What is not inside its undo window is left as it is.
///
/// # Errors
/// As the ledger.
pub async fn outbox_pause(desk: &Desk, submission_id: String, paused: bool) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let submission = read(&bench, &submission_id)?;
    let now = bench.now();
    match (paused, submission.paused_left_ms, submission.due_at) {
        (true, None, Some(due)) if due > now => {
            let left = i64::try_from(due.since(now).as_millis()).unwrap_or(i64::MAX);
            bench.ledger.pause(&submission, Some(left), Some(now + LONGEST_PAUSE))?;
        }
        (false, Some(left), _) => {
            let due = now + Duration::from_millis(left.unsigned_abs());
            bench.ledger.pause(&submission, None, Some(due))?;
        }
        _ => {}
    }
    shown(&bench, &bench.ledger.submission(&submission.id)?)
}

/// Sends now what waits: for the end of its undo window, for its next try, or for the person.
///
/// # Errors
/// `TooLate` when it does not wait.
pub async fn outbox_send_now(desk: &Desk, submission_id: String) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let submission = read(&bench, &submission_id)?;
    let mut step = Step::to(State::Queued, bench.now());
    step.due_at = Some(bench.now());
    step.standing = Some(standing::SENDING);
    bench.pause_for_key(bench.line_of(&submission), false);
    let after = match submission.state {
        State::Held => {
            step.event = Some(by_person(&bench, &submission, "confirmed", json!({})));
            bench.ledger.decide(&submission, Choice::SendHeld, None, &step)?
        }
        State::Queued | State::Deferred => bench.ledger.step(&submission, &step)?,
        _ => return Err(too_late()),
    };
    shown(&bench, &after)
}

/// Looks at the service once more. Sends nothing.
///
/// # Errors
/// `TooLate` when there is nothing to look for.
pub async fn outbox_look_again(desk: &Desk, submission_id: String) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let submission = read(&bench, &submission_id)?;
    if !sent_and_open(&bench, &submission)? {
        return Err(too_late());
    }
    {
        let _one_at_a_time = bench.busy.lock().await;
        look::look(&bench, &submission.id).await?;
    }
    shown(&bench, &bench.ledger.submission(&submission.id)?)
}

/// Whether it may have arrived and is not settled.
fn sent_and_open(bench: &Arc<Bench>, submission: &Submission) -> Result<bool, AppError> {
    let open = matches!(submission.state, State::Unsure | State::NeedsPerson);
    let outcome = bench.ledger.last_attempt(&submission.id)?.and_then(|attempt| attempt.outcome);
    Ok(open && matches!(outcome, Some(Outcome::Maybe | Outcome::ProbablyNot)))
}

/// The person found it at the service and tells its number; for an appeal the number is not asked.
///
/// # Errors
/// `BadRequest` for what can't be a number; `TooLate` when it is settled.
pub async fn outbox_found(desk: &Desk, submission_id: String, number: String) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let submission = read(&bench, &submission_id)?;
    // What never left can't be there: it would be told as sent.
    if !sent_and_open(&bench, &submission)? {
        return Err(too_late());
    }
    let payload: Payload = serde_json::from_str(&submission.payload_json).map_err(LedgerError::from)?;
    // A review has no number of its own: that of its report stands for it.
    let number = payload.appeal.as_ref().map_or(number.trim(), Appealing::report_id);
    let can_be =
        (1..=100).contains(&number.len()) && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if payload.appeal.is_none() && !can_be {
        return Err(AppError::new(ErrorCode::BadRequest, "a number has letters, digits and dashes"));
    }
    let mut step = Step::to(State::Accepted, bench.now());
    step.reason = Some(word(&SubmissionReason::PersonFound));
    step.accepted = Some((number, None, None));
    step.standing = Some(bench.line_of(&submission).adapter.accepted(&payload));
    step.event = Some(by_person(
        &bench,
        &submission,
        "found",
        json!({ "number": number, "reason": word(&SubmissionReason::PersonFound) }),
    ));
    let after = bench.ledger.decide(&submission, Choice::Found, Some(number), &step)?;
    if payload.appeal.is_some() {
        bench.ask_now.notify_one();
    }
    shown(&bench, &after)
}

/// Sends although it may be there already: the person's decision, which goes into the history.
///
/// # Errors
/// `TooLate` when it is settled or still on its way.
pub async fn outbox_send_again(desk: &Desk, submission_id: String) -> Result<SubmissionView, AppError> {
    let bench = desk.bench();
    let submission = read(&bench, &submission_id)?;
    if !matches!(submission.state, State::Unsure | State::NeedsPerson) {
        return Err(too_late());
    }
    let reason: Option<SubmissionReason> = submission.reason.as_deref().and_then(from_word);
    if reason == Some(SubmissionReason::FileDamaged) {
        return Err(AppError::new(ErrorCode::NotReady, "a file of it is damaged: report it anew"));
    }
    // What is there already was seen by the person, so it is no reason to stop once more.
    let seen = matches!(reason, Some(SubmissionReason::AlreadyThere | SubmissionReason::PerhapsFound));
    let choice = if seen { Choice::SendAnyway } else { Choice::SendAgain };
    let mut step = Step::to(State::Queued, bench.now());
    step.due_at = Some(bench.now());
    step.standing = Some(standing::SENDING);
    step.event = Some(by_person(&bench, &submission, "send_again", json!({ "reason": submission.reason })));
    bench.pause_for_key(bench.line_of(&submission), false);
    let after = bench.ledger.decide(&submission, choice, None, &step)?;
    shown(&bench, &after)
}
