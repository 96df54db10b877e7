//! What does not leave, and what it waits for: a time, a key, a person.

use std::sync::atomic::Ordering;

use domain::State;
use ledger::{Actor, Choice, LedgerError, NewEvent, Step, Submission};
use serde_json::json;

use super::{pace, standing};
use crate::bench::{Bench, Checked, Line};
use crate::contract::{Ability, ConnectionHealth, Service, SubmissionReason};
use crate::services::Trouble;
use crate::words::word;

/// The service let nothing of ours through: its queue waits, and the connection says why.
pub(super) fn barred(bench: &Bench, line: &Line, reason: SubmissionReason, said: Option<String>) {
    bench.pause_for_key(line, true);
    let health = match reason {
        SubmissionReason::NotEntitled => {
            may_file(bench, line.service, Ability::NotEntitled);
            ConnectionHealth::PartlyWorks
        }
        SubmissionReason::NotPermitted => {
            may_file(bench, line.service, Ability::NotPermitted);
            ConnectionHealth::PartlyWorks
        }
        _ => ConnectionHealth::KeyRefused,
    };
    bench.set_checked(line, Checked { health: Some(health), at: Some(bench.now()), said });
}

/// Under which name is kept whether a service lets us file.
pub(crate) fn filing_fact(service: Service) -> String {
    format!("{}_filing", word(&service))
}

/// Keeps whether a service lets us file: only a report that was sent shows it.
pub(super) fn may_file(bench: &Bench, service: Service, ability: Ability) {
    // What can't be kept is learnt again from the next report.
    let _ = bench.ledger.set_fact(&filing_fact(service), &word(&ability));
}

/// Reasons that a key, an account or a right mends.
const WAITS_FOR_KEY: [SubmissionReason; 5] = [
    SubmissionReason::KeyMissing,
    SubmissionReason::KeyRefused,
    SubmissionReason::AccountMissing,
    SubmissionReason::NotEntitled,
    SubmissionReason::NotPermitted,
];

/// Nothing could be asked before sending: nothing left, so it waits.
pub(super) fn put_off(bench: &Bench, submission: &Submission, trouble: &Trouble) -> Result<(), LedgerError> {
    let now = bench.now();
    let line = bench.line_of(submission);
    let (reason, said, retry_at) = match trouble {
        Trouble::KeyMissing => (SubmissionReason::KeyMissing, None, None),
        Trouble::AccountMissing => (SubmissionReason::AccountMissing, None, None),
        Trouble::NotEntitled(said) => (SubmissionReason::NotEntitled, Some(said.as_str()), None),
        Trouble::NotPermitted(said) => (SubmissionReason::NotPermitted, Some(said.as_str()), None),
        Trouble::KeyRefused(said) => (SubmissionReason::KeyRefused, Some(said.as_str()), None),
        Trouble::Unreachable(_) => (SubmissionReason::Unreachable, None, None),
        Trouble::SlowDown(at) => (SubmissionReason::SlowDown, None, *at),
        Trouble::NotKnown => (SubmissionReason::ServiceFailed, None, None),
        Trouble::Failed(said) => (SubmissionReason::ServiceFailed, Some(said.as_str()), None),
    };
    let waits_for_key = WAITS_FOR_KEY.contains(&reason);
    let mut step = Step::to(State::Deferred, now);
    step.reason = Some(word(&reason));
    step.said = said;
    step.standing = Some(if waits_for_key { standing::NOT_SENT } else { standing::SENDING });
    step.due_at = match reason {
        _ if waits_for_key => None,
        SubmissionReason::SlowDown => {
            Some(pace::after_slow_down(now, retry_at, bench.count_try(&submission.id), bench.jitter()))
        }
        _ => Some(pace::next_try(now, bench.count_try(&submission.id), bench.jitter())),
    };
    // The first time is news; waiting on for the same reason is not.
    if submission.reason != step.reason {
        step.event = Some(NewEvent {
            at: now,
            kind: "deferred",
            actor: Actor::App,
            submission_id: Some(submission.id.clone()),
            service: Some(submission.service.clone()),
            detail: json!({ "reason": word(&reason), "text": said }),
        });
    }
    let after = match bench.ledger.step(submission, &step) {
        Err(LedgerError::Stale) => return Ok(()),
        other => other?,
    };
    match trouble {
        Trouble::KeyRefused(said) | Trouble::NotEntitled(said) | Trouble::NotPermitted(said) => {
            barred(bench, line, reason, Some(said.clone()));
        }
        Trouble::KeyMissing | Trouble::AccountMissing => bench.pause_for_key(line, true),
        Trouble::Unreachable(_) => bench.set_offline(line, true),
        _ => {}
    }
    bench.tell_changed(&after);
    Ok(())
}

/// Nothing left, and the person must say what happens next.
pub(super) fn not_sent(
    bench: &Bench,
    submission: &Submission,
    reason: SubmissionReason,
    candidates_json: Option<&str>,
) -> Result<(), LedgerError> {
    let now = bench.now();
    let mut step = Step::to(State::NeedsPerson, now);
    step.reason = Some(word(&reason));
    step.candidates_json = candidates_json;
    let perhaps_there = reason == SubmissionReason::PerhapsFound;
    step.standing = Some(if perhaps_there { standing::UNSURE } else { standing::NOT_SENT });
    step.next_look_at = perhaps_there.then_some(now);
    step.event = Some(NewEvent {
        at: now,
        kind: "needs_person",
        actor: Actor::App,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail: json!({ "reason": word(&reason) }),
    });
    match bench.ledger.step(submission, &step) {
        Err(LedgerError::Stale) => Ok(()),
        after => {
            bench.tell_changed(&after?);
            Ok(())
        }
    }
}

/// A job that began when the queue had been let go on `before` times has stopped it. A key that came meanwhile found the
/// job not yet stopped, and would be waited for for ever: so the queue goes on.
///
/// # Errors
/// As the ledger.
pub(super) fn catch_up(bench: &Bench, line: &Line, before: u64) -> Result<(), LedgerError> {
    if line.let_go.load(Ordering::SeqCst) == before { Ok(()) } else { resume_after_key(bench, line, false) }
}

/// A key works (again): what waited for one is due now. With `new_key`, so is what was refused for its key while it was
/// being sent: pasting another key is what the person was asked for.
///
/// # Errors
/// As the ledger.
pub(crate) fn resume_after_key(bench: &Bench, line: &Line, new_key: bool) -> Result<(), LedgerError> {
    line.let_go.fetch_add(1, Ordering::SeqCst);
    bench.pause_for_key(line, false);
    let waited = WAITS_FOR_KEY.map(|reason| word(&reason));
    for submission in bench.ledger.open_submissions()? {
        if submission.service != word(&line.service)
            || !submission.reason.as_ref().is_some_and(|reason| waited.contains(reason))
        {
            continue;
        }
        let mut step = Step::to(State::Queued, bench.now());
        step.due_at = Some(bench.now());
        step.standing = Some(standing::SENDING);
        let after = match submission.state {
            State::Deferred => bench.ledger.step(&submission, &step),
            State::NeedsPerson if new_key => {
                bench.ledger.decide(&submission, Choice::SendAgain, Some("another key"), &step)
            }
            _ => continue,
        };
        match after {
            Err(LedgerError::Stale) => {}
            after => bench.tell_changed(&after?),
        }
    }
    bench.wake.notify_one();
    Ok(())
}
