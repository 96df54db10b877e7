//! What a start, or the end of a worker, leaves: nothing that may have been sent is ever queued again.

use domain::{Moment, State};
use rusqlite::Transaction;

use crate::attempt::AttemptId;
use crate::event::{Actor, NewEvent};
use crate::outbox::{Closing, close};
use crate::standing::Standing;
use crate::step::{Step, apply};
use crate::submission::Submission;
use crate::{Ledger, LedgerError, Outcome};

/// What a start found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recovered {
    /// Reports that were on their way: now unsure.
    pub unsure: u32,
    /// Reports whose undo window was still open: now held.
    pub held: u32,
}
impl Ledger {
    /// Ends an attempt whose worker died: the submission becomes unsure, never queued.
    ///
    /// # Errors
    /// As every write; [`LedgerError::NotFound`] when no attempt is open.
    pub fn interrupt(&self, before: &Submission, now: Moment, unsure: &Standing<'_>) -> Result<(), LedgerError> {
        self.write(|db| end_interrupted(db, before, now, unsure))
    }

    /// What a start does first: what was on its way becomes unsure, never queued; what was still inside its undo window
    /// when the app was last seen alive is held for the person. `standing` tells where such a case stands.
    ///
    /// # Errors
    /// As every write.
    pub fn recover(
        &self,
        now: Moment,
        last_alive: Option<Moment>,
        unsure: &Standing<'_>,
        held: &Standing<'_>,
    ) -> Result<Recovered, LedgerError> {
        let mut recovered = Recovered::default();
        for submission in self.open_submissions()? {
            let still_undoable = submission.due_at.is_none_or(|due| last_alive.is_none_or(|alive| due > alive));
            match submission.state {
                State::Sending => {
                    self.write(|db| end_interrupted(db, &submission, now, unsure))?;
                    recovered.unsure += 1;
                }
                State::Queued if still_undoable && self.last_attempt(&submission.id)?.is_none() => {
                    let mut step = Step::to(State::Held, now);
                    step.reason = Some("app_closed".into());
                    step.standing = Some(held.clone());
                    step.event = Some(event_of(&submission, "held", now));
                    self.step(&submission, &step)?;
                    recovered.held += 1;
                }
                _ => {}
            }
        }
        Ok(recovered)
    }
}

fn event_of(submission: &Submission, kind: &'static str, at: Moment) -> NewEvent {
    NewEvent {
        at,
        kind,
        actor: Actor::App,
        submission_id: Some(submission.id.clone()),
        service: Some(submission.service.clone()),
        detail: serde_json::json!({ "reason": submission.reason }),
    }
}

fn end_interrupted(
    db: &Transaction<'_>,
    before: &Submission,
    now: Moment,
    unsure: &Standing<'_>,
) -> Result<(), LedgerError> {
    let attempt: i64 = db.query_row(
        "SELECT id FROM attempt WHERE submission_id = ?1 AND phase <> 'closed'",
        [before.id.as_str()],
        |row| row.get(0),
    )?;
    let closing = Closing {
        outcome: Outcome::Maybe,
        detail: "the app ended while it was sending",
        bytes_handed: 0,
        http_status: None,
        server_at: None,
        request_id: None,
    };
    close(db, AttemptId(attempt), &closing, now)?;
    let mut step = Step::to(State::Unsure, now);
    step.reason = Some("ended_while_sending".into());
    step.next_look_at = Some(now);
    step.standing = Some(unsure.clone());
    let mut event = event_of(before, "answer_lost", now);
    event.detail = serde_json::json!({ "reason": "ended_while_sending" });
    step.event = Some(event);
    apply(db, before, &step)
}
