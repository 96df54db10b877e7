//! A step of a submission from one state to the next, guarded by its version.

use domain::{Moment, State};
use rusqlite::{Transaction, named_params, params};

use crate::LedgerError;
use crate::event::{self, NewEvent};
use crate::standing::{self, Standing};
use crate::submission::Submission;

/// A step of a submission: the state it goes to, and all that changes with it. What is `None` becomes empty.
#[derive(Debug, Clone)]
pub struct Step<'a> {
    /// The state it goes to.
    pub to: State,
    /// Why, in the contract's word.
    pub reason: Option<String>,
    /// The service's own words.
    pub said: Option<&'a str>,
    /// When it goes, or goes again.
    pub due_at: Option<Moment>,
    /// When it is looked up next.
    pub next_look_at: Option<Moment>,
    /// What may be it, in the desk's own JSON.
    pub candidates_json: Option<&'a str>,
    /// The service's number and page and message, once accepted.
    pub accepted: Option<(&'a str, Option<&'a str>, Option<&'a str>)>,
    /// Where it stands after it, and with it its case; none when that does not change.
    pub standing: Option<Standing<'a>>,
    /// What goes into the history just before that; none where one entry tells it.
    pub first: Option<NewEvent>,
    /// What goes into the history; none for a step that is nobody's news.
    pub event: Option<NewEvent>,
    /// When.
    pub at: Moment,
}

impl Step<'_> {
    /// A step to this state with nothing else.
    pub fn to(to: State, at: Moment) -> Self {
        Self {
            to,
            reason: None,
            said: None,
            due_at: None,
            next_look_at: None,
            candidates_json: None,
            accepted: None,
            standing: None,
            first: None,
            event: None,
            at,
        }
    }
}
/// Takes the step inside a transaction: submission, case and history together.
pub(crate) fn apply(db: &Transaction<'_>, before: &Submission, step: &Step<'_>) -> Result<(), LedgerError> {
    if before.state != step.to && !before.state.may_become(step.to) {
        return Err(LedgerError::Forbidden(format!("{} may not become {}", before.state.as_str(), step.to.as_str())));
    }
    let changed = db.execute(
        "UPDATE submission SET state = :state, state_version = state_version + 1, reason = :reason, said = :said,
           due_at = :due, paused_left_ms = NULL, next_look_at = :look, candidates_json = coalesce(:candidates, candidates_json),
           remote_id = coalesce(:remote_id, remote_id), remote_url = coalesce(:remote_url, remote_url),
           message = coalesce(:message, message), accepted_at = CASE WHEN :state = 'accepted' THEN coalesce(accepted_at, :at) END
         WHERE id = :id AND state_version = :version",
        named_params! {
            ":state": step.to.as_str(), ":reason": step.reason, ":said": step.said,
            ":due": step.due_at.map(Moment::millis), ":look": step.next_look_at.map(Moment::millis),
            ":candidates": step.candidates_json,
            ":remote_id": step.accepted.map(|(id, _, _)| id),
            ":remote_url": step.accepted.and_then(|(_, url, _)| url),
            ":message": step.accepted.and_then(|(_, _, message)| message),
            ":at": step.at.millis(), ":id": before.id.as_str(), ":version": before.version,
        },
    )?;
    if changed != 1 {
        return Err(LedgerError::Stale);
    }
    if let Some((number, url, _)) = step.accepted {
        db.execute(
            "UPDATE case_file SET service_url = coalesce(?2, service_url), search = search || ' ' || ?3 WHERE id = ?1",
            params![before.case_id.as_str(), url, number.to_lowercase()],
        )?;
    }
    match &step.standing {
        Some(standing) => standing::set(db, before, standing)?,
        None => standing::settle_case(db, &before.case_id)?,
    }
    let states = Some((before.state.as_str(), step.to.as_str()));
    for event in [&step.first, &step.event].into_iter().flatten() {
        event::add(db, &before.case_id, event, states)?;
    }
    Ok(())
}
