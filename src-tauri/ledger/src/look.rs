//! Table `look`: why we believe what we believe about an attempt whose answer was lost.

use domain::Moment;
use rusqlite::{Row, Transaction, params};

use crate::attempt::AttemptId;
use crate::{Ledger, LedgerError};

/// What a look at the service found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookResult {
    /// It is there.
    Exact,
    /// Something that may be it is there.
    Candidates,
    /// It is not there.
    Absent,
    /// The look failed: that says nothing.
    Error,
}

impl LookResult {
    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Candidates => "candidates",
            Self::Absent => "absent",
            Self::Error => "error",
        }
    }

    fn parse(word: &str) -> Self {
        [Self::Exact, Self::Candidates, Self::Absent].into_iter().find(|r| r.as_str() == word).unwrap_or(Self::Error)
    }
}

/// A look, to be written down.
#[derive(Debug, Clone)]
pub struct NewLook {
    /// When.
    pub at: Moment,
    /// What was asked.
    pub query: String,
    /// What was found.
    pub result: LookResult,
    /// Whether it proves, under the policy of the outbox, that the attempt did not arrive.
    pub proves: bool,
    /// What was found, in the desk's own JSON.
    pub detail: serde_json::Value,
}

/// A look.
#[derive(Debug, Clone)]
pub struct Look {
    /// When.
    pub at: Moment,
    /// What was found.
    pub result: LookResult,
}

impl Look {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let result: String = row.get("result")?;
        Ok(Self { at: Moment(row.get("at")?), result: LookResult::parse(&result) })
    }
}

pub(crate) fn insert(db: &Transaction<'_>, attempt: AttemptId, look: &NewLook) -> Result<(), LedgerError> {
    db.execute(
        "INSERT INTO look (attempt_id, n, at, query, result, proves, detail_json)
         VALUES (?1, (SELECT coalesce(max(n), 0) + 1 FROM look WHERE attempt_id = ?1), ?2, ?3, ?4, ?5, ?6)",
        params![attempt.0, look.at.millis(), look.query, look.result.as_str(), look.proves, look.detail.to_string()],
    )?;
    Ok(())
}

impl Ledger {
    /// Every look after an attempt, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn looks(&self, attempt: AttemptId) -> Result<Vec<Look>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT at, result FROM look WHERE attempt_id = ?1 ORDER BY n")?;
            let rows = query.query_map([attempt.0], Look::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
