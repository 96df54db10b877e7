//! Table `decision`: what only the person may decide, and after which attempt it was decided.

use domain::{Moment, SubmissionId};
use rusqlite::{Transaction, params};

use crate::LedgerError;

/// What the person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Send again, although it may have arrived.
    SendAgain,
    /// Send, although the service has a case for the target already.
    SendAnyway,
    /// It is there: the person found it.
    Found,
    /// Send what was held back since the app closed.
    SendHeld,
}

impl Choice {
    fn as_str(self) -> &'static str {
        match self {
            Self::SendAgain => "send_again",
            Self::SendAnyway => "send_anyway",
            Self::Found => "found",
            Self::SendHeld => "send_held",
        }
    }
}

pub(crate) fn insert(
    db: &Transaction<'_>,
    id: &SubmissionId,
    choice: Choice,
    at: Moment,
    detail: Option<&str>,
) -> Result<(), LedgerError> {
    db.execute(
        "INSERT INTO decision (submission_id, at, what, after_attempt, detail)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(n), 0) FROM attempt WHERE submission_id = ?1), ?4)",
        params![id.as_str(), at.millis(), choice.as_str(), detail],
    )?;
    Ok(())
}
