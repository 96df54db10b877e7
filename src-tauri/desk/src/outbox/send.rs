//! One send, in the write order of the law: look first, write the attempt down, send once, write down what was seen.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use domain::{Moment, State, SubmissionId};
use http_kit::Progress;
use ledger::{Actor, Closing, LedgerError, NewEvent, Opening, Outcome, Standing, Step, Submission, fail_point};
use serde_json::json;

use super::classify::{Verdict, classify};
use super::wait::{barred, catch_up, may_file, not_sent, put_off, resume_after_key};
use super::{pace, standing, told};
use crate::bench::Bench;
use crate::contract::{Ability, Notice, SubmissionReason};
use crate::services::{Baseline, Observed, Payload, Seen, Trouble};
use crate::words::word;

/// Sends what waits, if it still waits and is due. Every way out has written down where the submission stands.
///
/// # Errors
/// Only the ledger's: then nothing more is sent until it works again.
pub(crate) async fn send(bench: &Arc<Bench>, id: &SubmissionId) -> Result<(), LedgerError> {
    let mut submission = bench.ledger.submission(id)?;
    if submission.state == State::Deferred {
        let mut step = Step::to(State::Queued, bench.now());
        step.due_at = submission.due_at;
        // Still waiting for the same reason is no news, so the reason has to be remembered.
        step.reason.clone_from(&submission.reason);
        submission = bench.ledger.step(&submission, &step)?;
    }
    let due = submission.due_at.is_some_and(|due| due <= bench.now());
    if submission.state != State::Queued || !due || submission.paused_left_ms.is_some() {
        return Ok(());
    }
    let Some(payload) = whole_payload(bench, &submission)? else {
        return not_sent(bench, &submission, SubmissionReason::FileDamaged, None);
    };
    let line = bench.line_of(&submission);
    let let_go = line.let_go.load(Ordering::SeqCst);
    let baseline = match line.adapter.baseline(&payload).await {
        Ok(baseline) => baseline,
        Err(trouble) => {
            put_off(bench, &submission, &trouble)?;
            return catch_up(bench, line, let_go);
        }
    };
    bench.set_offline(line, false);
    if line.is_paused() && line.adapter.baseline_proves_key() {
        resume_after_key(bench, line, false)?;
    }
    if !submission.skip_known {
        let before = earlier_baseline(bench, &submission)?;
        let known = before.as_ref().map_or(&[][..], |before| before.known.as_slice());
        let new: Vec<_> = baseline.open.iter().filter(|one| !known.contains(&one.number)).collect();
        if !new.is_empty() {
            let candidates = serde_json::to_string(&new)?;
            // After a send whose answer was lost, what is there now may well be that very report.
            let reason = if before.is_some() { SubmissionReason::PerhapsFound } else { SubmissionReason::AlreadyThere };
            return not_sent(bench, &submission, reason, Some(&candidates));
        }
    }
    attempt(bench, &submission, &payload, &baseline).await
}

/// What the service had before the first send, where one was sent whose answer was lost.
fn earlier_baseline(bench: &Bench, submission: &Submission) -> Result<Option<Baseline>, LedgerError> {
    let attempt = bench.ledger.last_attempt(&submission.id)?;
    let lost = attempt.filter(|one| matches!(one.outcome, Some(Outcome::Maybe | Outcome::ProbablyNot)));
    Ok(lost.map(|attempt| serde_json::from_str(&attempt.baseline_json)).transpose()?)
}

/// Whether an earlier try of it may have arrived.
fn may_be_there(bench: &Bench, submission: &Submission) -> Result<bool, LedgerError> {
    for outcome in [Outcome::Maybe, Outcome::ProbablyNot] {
        if bench.ledger.count_attempts(&submission.id, outcome)? > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn whole_payload(bench: &Bench, submission: &Submission) -> Result<Option<Payload>, LedgerError> {
    if !submission.payload_is_whole() {
        return Ok(None);
    }
    for file in bench.ledger.submission_files(&submission.id)? {
        if !bench.ledger.evidence_store().is_whole(&file.sha256)? {
            return Ok(None);
        }
    }
    Ok(Some(serde_json::from_str(&submission.payload_json)?))
}

async fn attempt(
    bench: &Arc<Bench>,
    submission: &Submission,
    payload: &Payload,
    baseline: &Baseline,
) -> Result<(), LedgerError> {
    let lost_before = may_be_there(bench, submission)?;
    let baseline_json = serde_json::to_string(baseline)?;
    let opening = Opening { baseline_json: &baseline_json, server_at: baseline.server_at };
    let mut step = Step::to(State::Sending, bench.now());
    step.standing = Some(standing::SENDING);
    let (attempt, sending) = match bench.ledger.open_attempt(submission, &opening, &step) {
        // The person took it back while we looked: nothing left, nothing is lost.
        Err(LedgerError::Stale) => return Ok(()),
        other => other?,
    };
    bench.tell_changed(&sending);
    let line = bench.line_of(&sending);
    let let_go = line.let_go.load(Ordering::SeqCst);
    let heard = Box::new(watch(bench, &sending));
    let sent = line.adapter.send(payload, bench.ledger.evidence_store(), heard).await;
    // The key went away between looking and sending, or the service has to be left in peace: no byte left.
    let observed = sent.unwrap_or_else(|trouble| unsent(&trouble));
    bench.handed.lock().unwrap_or_else(PoisonError::into_inner).remove(&sending.id);
    let verdict = classify(&observed).after(lost_before);
    let closing = Closing {
        outcome: verdict.outcome,
        detail: detail(&observed),
        bytes_handed: observed.bytes_handed,
        http_status: match observed.seen {
            Seen::Answered { status, .. } => Some(status),
            _ => None,
        },
        server_at: observed.server_at,
        request_id: observed.request_id.as_deref(),
    };
    let step = follow_up(bench, &sending, payload, &observed, verdict);
    let after = loop {
        match bench.ledger.close_attempt(&sending, attempt, &closing, &step) {
            // What the service answered must not get lost for a full disk: it is written as soon as that can be.
            Err(LedgerError::Storage(_) | LedgerError::Sql(_)) => {
                bench.set_storage_failing(true);
                bench.clock.sleep_until(bench.now() + Duration::from_secs(3)).await;
            }
            closed => break closed?,
        }
    };
    bench.set_storage_failing(false);
    settle_bench(bench, &after, payload, &observed, verdict);
    bench.tell_changed(&after);
    catch_up(bench, line, let_go)
}

fn unsent(trouble: &Trouble) -> Observed {
    Observed {
        bytes_handed: 0,
        handed_all: false,
        seen: match trouble {
            Trouble::SlowDown(until) => Seen::HeldBack(*until),
            other => Seen::NotConnected(format!("not opened: {other:?}")),
        },
        server_at: None,
        request_id: None,
    }
}

fn detail(observed: &Observed) -> &str {
    match &observed.seen {
        Seen::NotConnected(said) | Seen::FileChanged(said) | Seen::NoAnswer(said) => said,
        Seen::HeldBack(_) => "held back",
        Seen::Answered { said, .. } => said.as_deref().unwrap_or_default(),
    }
}

/// Hears the progress of a send: keeps the count, tells the window at most ten times a second, and passes the places
/// at which a test may stop the process.
fn watch(bench: &Arc<Bench>, sending: &Submission) -> impl FnMut(Progress) + Send + use<> {
    let bench = Arc::clone(bench);
    let id = sending.id.clone();
    let total = sending.bytes_total;
    let mut told_at: Option<Moment> = None;
    move |progress| {
        let (handed, last) = match progress {
            Progress::Connecting => {
                fail_point::pass("connecting");
                return;
            }
            Progress::Handed { bytes, .. } => (bytes, bytes >= total),
            Progress::LastByte => (total, true),
        };
        bench.handed.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), handed);
        let now = bench.now();
        if last || told_at.is_none_or(|at| now.since(at) >= Duration::from_millis(100)) {
            told_at = Some(now);
            let (bytes_handed, bytes_total) = (crate::view::size(handed), crate::view::size(total));
            bench.tell(Notice::Upload { submission_id: id.to_string(), bytes_handed, bytes_total });
        }
        fail_point::pass(if last { "after_last_byte" } else { "mid_body" });
    }
}

/// What follows from a verdict.
fn follow_up<'a>(
    bench: &Bench,
    sending: &Submission,
    payload: &Payload,
    observed: &'a Observed,
    verdict: Verdict,
) -> Step<'a> {
    let now = bench.now();
    let (said, receipt, retry_at) = match &observed.seen {
        Seen::Answered { said, receipt, retry_at, .. } => (said.as_deref(), receipt.as_ref(), *retry_at),
        Seen::HeldBack(until) => (None, None, *until),
        _ => (None, None, None),
    };
    let (to, standing, kind): (State, Standing<'static>, &'static str) = match verdict.outcome {
        Outcome::Accepted => (State::Accepted, bench.line_of(sending).adapter.accepted(payload), "accepted"),
        Outcome::NotSent | Outcome::Deferred => (State::Deferred, standing::SENDING, "deferred"),
        Outcome::Maybe => (State::Unsure, standing::UNSURE, "answer_lost"),
        Outcome::ProbablyNot if verdict.reason == Some(SubmissionReason::FileDamaged) => {
            (State::NeedsPerson, standing::NOT_SENT, "needs_person")
        }
        Outcome::ProbablyNot => (State::Unsure, standing::UNSURE, "answer_lost"),
        // A new key or a right sends it, so the person is asked instead of being shown a dead end.
        Outcome::Rejected if verdict.reason.is_some_and(bars) => (State::NeedsPerson, standing::NOT_SENT, "rejected"),
        Outcome::Rejected => (State::Rejected, standing::NOT_SENT, "rejected"),
    };
    let mut step = Step::to(to, now);
    step.said = said;
    step.standing = Some(standing);
    step.reason = verdict.reason.map(|reason| word(&reason));
    step.accepted =
        receipt.map(|receipt| (receipt.number.as_str(), receipt.url.as_deref(), receipt.message.as_deref()));
    step.due_at = match verdict.outcome {
        Outcome::NotSent => Some(pace::next_try(now, bench.count_try(&sending.id), bench.jitter())),
        Outcome::Deferred => Some(pace::after_slow_down(now, retry_at, bench.count_try(&sending.id), bench.jitter())),
        _ => None,
    };
    if to == State::Unsure {
        step.next_look_at = Some(pace::next_look(now, 0, verdict.outcome == Outcome::ProbablyNot, now));
    }
    let may_have_arrived = matches!(verdict.outcome, Outcome::Accepted | Outcome::Maybe | Outcome::ProbablyNot);
    step.first = may_have_arrived.then(|| NewEvent {
        at: now,
        kind: "sent",
        actor: Actor::App,
        submission_id: Some(sending.id.clone()),
        service: Some(sending.service.clone()),
        detail: told(payload, json!({ "files": payload.files.len(), "bytes": sending.bytes_total })),
    });
    step.event = Some(NewEvent {
        at: now,
        kind,
        actor: if verdict.outcome == Outcome::Accepted { Actor::Service } else { Actor::App },
        submission_id: Some(sending.id.clone()),
        service: Some(sending.service.clone()),
        detail: told(
            payload,
            json!({
                "reason": verdict.reason.map(|reason| word(&reason)),
                "number": receipt.map(|receipt| &receipt.number),
                "named": receipt.and_then(|receipt| receipt.named.as_ref()),
                "text": receipt.and_then(|receipt| receipt.message.as_ref()).map(String::as_str).or(said),
            }),
        ),
    });
    step
}

/// Whether a refusal is about the key or the account, and not about the report.
fn bars(reason: SubmissionReason) -> bool {
    matches!(reason, SubmissionReason::KeyRefused | SubmissionReason::NotEntitled | SubmissionReason::NotPermitted)
}

fn settle_bench(bench: &Bench, after: &Submission, payload: &Payload, observed: &Observed, verdict: Verdict) {
    let line = bench.line_of(after);
    let current = line.adapter.is_current(payload);
    bench.set_offline(line, matches!(observed.seen, Seen::NotConnected(_)));
    match verdict.reason {
        Some(reason) if bars(reason) && current => barred(bench, line, reason, after.said.clone()),
        // An appeal needs no entitlement, so it shows nothing of one.
        None if current && payload.appeal.is_none() => may_file(bench, line.service, Ability::Yes),
        _ => {}
    }
    if payload.appeal.is_some() && verdict.outcome == Outcome::Accepted {
        bench.ask_now.notify_one();
    }
    if !matches!(verdict.outcome, Outcome::NotSent | Outcome::Deferred) {
        bench.forget_tries(&after.id);
    }
}
