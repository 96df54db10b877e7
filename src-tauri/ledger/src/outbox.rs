//! The outbox's changes: each touches several tables and is one durable transaction, guarded by the submission's version.

use domain::{DraftId, Moment, SubmissionId};
use rusqlite::{Transaction, params};

use crate::attempt::AttemptId;
use crate::event::{self, NewEvent};
use crate::look::{self, NewLook};
use crate::standing::{self, Standing, settle_case};
use crate::step::{Step, apply};
use crate::submission::{self, NewSubmission, Submission};
use crate::{Choice, Draft, Ledger, LedgerError, Outcome, Side, decision, draft, fail_point};

/// An attempt that is about to begin.
#[derive(Debug, Clone)]
pub struct Opening<'a> {
    /// What the service knew of the target before, in the desk's own JSON.
    pub baseline_json: &'a str,
    /// The service's own time, from the baseline's answer.
    pub server_at: Option<Moment>,
}

/// What became of an attempt.
#[derive(Debug, Clone)]
pub struct Closing<'a> {
    /// By the classification table.
    pub outcome: Outcome,
    /// What was observed, for people who look into it.
    pub detail: &'a str,
    /// Bytes handed to the network.
    pub bytes_handed: u64,
    /// The answer's status code.
    pub http_status: Option<u16>,
    /// The service's own time of the answer.
    pub server_at: Option<Moment>,
    /// The service's name of the request.
    pub request_id: Option<&'a str>,
}
impl Ledger {
    /// Confirms: freezes all that one draft tells, each submission with its files, closes the draft, and tells the
    /// history. All of it or nothing. The submissions are of one draft.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when the draft was confirmed or deleted already: one draft is one Send.
    pub fn confirm(
        &self,
        draft_id: &DraftId,
        all: &[(NewSubmission, NewEvent)],
        standing: &Standing<'_>,
        at: Moment,
    ) -> Result<(), LedgerError> {
        fail_point::pass("before_confirm");
        self.write(|db| {
            let taken = db.execute(
                "UPDATE draft SET sent_at = ?2 WHERE id = ?1 AND sent_at IS NULL AND deleted_at IS NULL",
                params![draft_id.as_str(), at.millis()],
            )?;
            if taken != 1 {
                return Err(LedgerError::Stale);
            }
            for (new, event) in all {
                submission::insert(db, new)?;
                db.execute(
                    "UPDATE case_file SET search = search || ' ' || ?2 WHERE id = ?1",
                    params![new.case_id.as_str(), new.reference.to_lowercase()],
                )?;
                standing::set(db, &submission::by_id(db, &new.id)?, standing)?;
                event::add(db, &new.case_id, event, None)?;
            }
            Ok(())
        })?;
        fail_point::pass("after_confirm");
        Ok(())
    }

    /// Takes a step.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when the submission changed since it was read; [`LedgerError::Forbidden`] for a step that
    /// the state machine or the schema does not know.
    pub fn step(&self, before: &Submission, step: &Step<'_>) -> Result<Submission, LedgerError> {
        self.write(|db| {
            apply(db, before, step)?;
            submission::by_id(db, &before.id)
        })
    }

    /// Takes submissions of one draft back before anything of them left, all or none. The draft is open again, unless
    /// something of it has left: sending it once more would tell that twice, so the answer is false, and `rest` is begun
    /// in the same step.
    ///
    /// # Errors
    /// As [`Ledger::step`].
    pub fn take_back(
        &self,
        all: &[(&Submission, Step<'_>)],
        rest: (&Draft, Side, &NewEvent),
    ) -> Result<bool, LedgerError> {
        self.write(|db| {
            for (before, step) in all {
                apply(db, before, step)?;
            }
            let Some((first, _)) = all.first() else { return Ok(false) };
            let reopened = db.execute(
                "UPDATE draft SET sent_at = NULL WHERE id = ?1
                 AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.draft_id = draft.id AND s.state <> 'undone')",
                [first.draft_id.as_str()],
            )?;
            match reopened {
                1 => settle_case(db, &first.case_id)?,
                _ => draft::insert(db, rest.0, rest.1, rest.2)?,
            }
            Ok(reopened == 1)
        })
    }

    /// Stops the undo clock with so much left, or lets it run again until `due_at`.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when it is not waiting any more.
    pub fn pause(&self, before: &Submission, left_ms: Option<i64>, due_at: Option<Moment>) -> Result<(), LedgerError> {
        self.write(|db| {
            let changed = db.execute(
                "UPDATE submission SET paused_left_ms = ?3, due_at = ?4, state_version = state_version + 1
                 WHERE id = ?1 AND state_version = ?2 AND state = 'queued'",
                params![before.id.as_str(), before.version, left_ms, due_at.map(Moment::millis)],
            )?;
            if changed == 1 { Ok(()) } else { Err(LedgerError::Stale) }
        })
    }

    /// Writes an attempt down before a byte leaves. The schema refuses it when the last one may have arrived.
    ///
    /// # Errors
    /// [`LedgerError::Forbidden`] when it may have been sent already; [`LedgerError::Stale`].
    pub fn open_attempt(
        &self,
        before: &Submission,
        opening: &Opening<'_>,
        step: &Step<'_>,
    ) -> Result<(AttemptId, Submission), LedgerError> {
        fail_point::pass("before_attempt");
        let opened = self.write(|db| {
            db.execute(
                "INSERT INTO attempt (submission_id, n, phase, started_at, bytes_total, baseline_json, server_at)
                 VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM attempt WHERE submission_id = ?1), 'sending', ?2, ?3, ?4, ?5)",
                params![
                    before.id.as_str(),
                    step.at.millis(),
                    i64::try_from(before.bytes_total).unwrap_or(i64::MAX),
                    opening.baseline_json,
                    opening.server_at.map(Moment::millis),
                ],
            )?;
            let id = AttemptId(db.last_insert_rowid());
            apply(db, before, step)?;
            Ok((id, submission::by_id(db, &before.id)?))
        })?;
        fail_point::pass("after_attempt");
        Ok(opened)
    }

    /// Writes down what became of an attempt, together with the step that follows from it.
    ///
    /// # Errors
    /// As [`Ledger::step`].
    pub fn close_attempt(
        &self,
        before: &Submission,
        attempt: AttemptId,
        closing: &Closing<'_>,
        step: &Step<'_>,
    ) -> Result<Submission, LedgerError> {
        fail_point::pass("before_outcome");
        let after = self.write(|db| {
            close(db, attempt, closing, step.at)?;
            apply(db, before, step)?;
            submission::by_id(db, &before.id)
        })?;
        fail_point::pass("after_outcome");
        Ok(after)
    }

    /// Writes down a look at the service, together with the step that follows from it.
    ///
    /// # Errors
    /// As [`Ledger::step`].
    pub fn record_look(
        &self,
        before: &Submission,
        attempt: AttemptId,
        new: &NewLook,
        step: &Step<'_>,
    ) -> Result<Submission, LedgerError> {
        fail_point::pass("before_look");
        let after = self.write(|db| {
            look::insert(db, attempt, new)?;
            apply(db, before, step)?;
            submission::by_id(db, &before.id)
        })?;
        fail_point::pass("after_look");
        Ok(after)
    }

    /// Writes down what the person decided, together with the step that follows from it.
    ///
    /// # Errors
    /// As [`Ledger::step`].
    pub fn decide(
        &self,
        before: &Submission,
        choice: Choice,
        detail: Option<&str>,
        step: &Step<'_>,
    ) -> Result<Submission, LedgerError> {
        self.write(|db| {
            decision::insert(db, &before.id, choice, step.at, detail)?;
            if choice == Choice::SendAnyway {
                db.execute("UPDATE submission SET skip_known = 1 WHERE id = ?1", [before.id.as_str()])?;
            }
            apply(db, before, step)?;
            submission::by_id(db, &before.id)
        })
    }

    /// Keeps how long an accepted report took to appear in the service's own lists.
    ///
    /// # Errors
    /// As every write.
    pub fn record_appearance(&self, id: &SubmissionId, ms: i64) -> Result<(), LedgerError> {
        self.write(|db| {
            db.execute(
                "UPDATE submission SET appeared_ms = coalesce(appeared_ms, ?2) WHERE id = ?1",
                params![id.as_str(), ms],
            )?;
            Ok(())
        })
    }

    /// The longest that an accepted report took to appear.
    ///
    /// # Errors
    /// As every read.
    pub fn longest_appearance_ms(&self) -> Result<Option<i64>, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT max(appeared_ms) FROM submission", [], |row| row.get(0))?))
    }
}

/// Closes an attempt inside a transaction.
pub(crate) fn close(
    db: &Transaction<'_>,
    attempt: AttemptId,
    closing: &Closing<'_>,
    at: Moment,
) -> Result<(), LedgerError> {
    let changed = db.execute(
        "UPDATE attempt SET phase = 'closed', closed_at = ?2, outcome = ?3, detail = ?4, bytes_handed = ?5, http_status = ?6,
           server_at = coalesce(server_at, ?7), request_id = ?8 WHERE id = ?1",
        params![
            attempt.0,
            at.millis(),
            closing.outcome.as_str(),
            closing.detail,
            i64::try_from(closing.bytes_handed).unwrap_or(i64::MAX),
            closing.http_status,
            closing.server_at.map(Moment::millis),
            closing.request_id,
        ],
    )?;
    if changed == 1 { Ok(()) } else { Err(LedgerError::NotFound) }
}
