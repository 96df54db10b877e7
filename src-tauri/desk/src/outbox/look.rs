//! Looking for a report whose answer was lost, and what follows from what is found.

use std::sync::Arc;

use domain::{State, SubmissionId};
use ledger::{Actor, Attempt, LedgerError, LookResult, NewEvent, NewLook, Outcome, Step, Submission};
use serde_json::json;

use super::{pace, standing};
use crate::bench::Bench;
use crate::contract::SubmissionReason;
use crate::services::{Baseline, Payload, Sighting, Trouble};
use crate::words::word;

/// Looks once, if the submission is still one to look for.
///
/// # Errors
/// Only the ledger's.
pub(crate) async fn look(bench: &Arc<Bench>, id: &SubmissionId) -> Result<(), LedgerError> {
    let submission = bench.ledger.submission(id)?;
    let Some(attempt) = bench.ledger.last_attempt(id)? else { return Ok(()) };
    if !matches!(submission.state, State::Unsure | State::NeedsPerson) {
        return Ok(());
    }
    let payload: Payload = serde_json::from_str(&submission.payload_json)?;
    let mut baseline: Baseline = serde_json::from_str(&attempt.baseline_json)?;
    baseline.known.extend(bench.ledger.numbers_of_others(&submission)?);
    let sent_at = attempt.server_at.unwrap_or(attempt.started_at);
    let line = bench.line_of(&submission);
    let sighting = line.adapter.look(&payload, &baseline, &submission.reference, sent_at).await;
    match &sighting {
        Sighting::Trouble(Trouble::Unreachable(_)) => bench.set_offline(line, true),
        Sighting::Trouble(Trouble::KeyRefused(_) | Trouble::KeyMissing | Trouble::AccountMissing) => {}
        _ => bench.set_offline(line, false),
    }
    // Nobody could ask before it was sent, and nobody can now: waiting longer shows nothing.
    let never = baseline.unavailable
        && matches!(&sighting, Sighting::Trouble(trouble)
            if !matches!(trouble, Trouble::Unreachable(_) | Trouble::SlowDown(_) | Trouble::Failed(_)));
    let found = Found { never, ..Found::from(sighting) };
    let follow = Follow::decide(bench, &submission, &attempt, &found)?;
    let look = NewLook {
        at: bench.now(),
        query: format!("{} since {sent_at}", payload.subject),
        result: found.result,
        proves: follow.proves,
        detail: json!({ "number": found.number, "trouble": found.trouble }),
    };
    let candidates = found.candidates.as_deref();
    let mut step = Step::to(follow.to, bench.now());
    step.reason = follow.reason.map(|reason| word(&reason)).or_else(|| submission.reason.clone());
    step.said = submission.said.as_deref();
    step.due_at = (follow.to == State::Queued).then(|| bench.now());
    step.next_look_at = follow.next_look_at;
    step.candidates_json = candidates;
    step.accepted = found.number.as_deref().map(|number| (number, None, None));
    step.standing = Some(match follow.to {
        State::Accepted => line.adapter.accepted(&payload),
        State::Queued => standing::SENDING,
        _ => standing::UNSURE,
    });
    step.event = Some(NewEvent {
        at: bench.now(),
        kind: if follow.to == State::Accepted { "found" } else { "looked" },
        actor: Actor::App,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail: super::told(&payload, json!({ "look": found.result.as_str(), "number": found.number })),
    });
    match bench.ledger.record_look(&submission, attempt.id, &look, &step) {
        // The person decided meanwhile; what they said stands.
        Err(LedgerError::Stale) => Ok(()),
        after => {
            bench.tell_changed(&after?);
            if payload.appeal.is_some() && follow.to == State::Accepted {
                bench.ask_now.notify_one();
            }
            Ok(())
        }
    }
}

/// A sighting in the ledger's words.
struct Found {
    result: LookResult,
    number: Option<String>,
    candidates: Option<String>,
    trouble: Option<String>,
    /// Looking will never tell.
    never: bool,
}

impl From<Sighting> for Found {
    fn from(sighting: Sighting) -> Self {
        let none = Self { result: LookResult::Absent, number: None, candidates: None, trouble: None, never: false };
        match sighting {
            Sighting::Exact { number, .. } => Self { result: LookResult::Exact, number: Some(number), ..none },
            Sighting::Candidates(found) => {
                let candidates = serde_json::to_string(&found).ok();
                Self { result: LookResult::Candidates, candidates, ..none }
            }
            Sighting::Absent => none,
            Sighting::Trouble(trouble) => {
                Self { result: LookResult::Error, trouble: Some(format!("{trouble:?}")), ..none }
            }
        }
    }
}

/// What a look leads to.
struct Follow {
    to: State,
    reason: Option<SubmissionReason>,
    proves: bool,
    next_look_at: Option<domain::Moment>,
}

impl Follow {
    /// Exact settles it. Broken off before the last byte and absent: sent again once, by itself. Absent often and long
    /// enough, something that may be it, or no look that worked for a day: the person is asked. Else we look on.
    fn decide(bench: &Bench, submission: &Submission, attempt: &Attempt, found: &Found) -> Result<Self, LedgerError> {
        let now = bench.now();
        let earlier = bench.ledger.looks(attempt.id)?;
        let broke_off = attempt.outcome == Some(Outcome::ProbablyNot);
        let closed = attempt.closed_at.unwrap_or(attempt.started_at);
        let next = Some(pace::next_look(closed, earlier.len() + 1, broke_off, now));
        let to = |to, reason, next_look_at| Self { to, reason, proves: false, next_look_at };
        Ok(match found.result {
            LookResult::Exact => to(State::Accepted, Some(SubmissionReason::FoundThere), None),
            LookResult::Candidates => to(State::NeedsPerson, Some(SubmissionReason::PerhapsFound), next),
            LookResult::Absent => {
                let once = bench.ledger.count_attempts(&submission.id, Outcome::ProbablyNot)? == 1;
                if broke_off && once && submission.state == State::Unsure {
                    return Ok(Self { to: State::Queued, reason: None, proves: true, next_look_at: None });
                }
                if broke_off && !once && submission.state == State::Unsure {
                    return Ok(to(State::NeedsPerson, Some(SubmissionReason::TooManyTries), next));
                }
                let absents = 1 + earlier.iter().filter(|look| look.result == LookResult::Absent).count();
                let window = pace::settle_window(bench.ledger.longest_appearance_ms()?);
                let settled = absents >= pace::ABSENT_LOOKS && now.since(attempt.started_at) >= window;
                if settled {
                    to(State::NeedsPerson, Some(SubmissionReason::NotFoundThere), next)
                } else {
                    to(submission.state, None, next)
                }
            }
            LookResult::Error => {
                let seen =
                    earlier.iter().rev().find(|look| look.result != LookResult::Error).map_or(closed, |look| look.at);
                let give_up = found.never || now.since(seen) >= pace::GIVE_UP_LOOKING;
                if give_up && submission.state == State::Unsure {
                    to(State::NeedsPerson, Some(SubmissionReason::CannotLook), next)
                } else {
                    to(submission.state, None, next)
                }
            }
        })
    }
}
