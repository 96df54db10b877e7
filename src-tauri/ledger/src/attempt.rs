//! Table `attempt`: every try, on disk before a byte leaves.

use domain::{Moment, SubmissionId};
use rusqlite::{OptionalExtension, Row, params};

use crate::{Ledger, LedgerError};

/// What became of a try, by the classification table of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// No byte reached the service.
    NotSent,
    /// The service can't have had all of it.
    ProbablyNot,
    /// The service may have processed it.
    Maybe,
    /// The service has it.
    Accepted,
    /// The service refused it.
    Rejected,
    /// The service refused before looking at it.
    Deferred,
}

impl Outcome {
    /// The word in the table.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::ProbablyNot => "probably_not",
            Self::Maybe => "maybe",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Deferred => "deferred",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::NotSent, Self::ProbablyNot, Self::Maybe, Self::Accepted, Self::Rejected, Self::Deferred]
            .into_iter()
            .find(|outcome| outcome.as_str() == word)
    }
}

/// Names an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptId(pub(crate) i64);

/// One try to send a submission.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The attempt.
    pub id: AttemptId,
    /// Its number, from 1.
    pub n: u32,
    /// When it was written down.
    pub started_at: Moment,
    /// When its outcome was written down.
    pub closed_at: Option<Moment>,
    /// Bytes of its body.
    pub bytes_total: u64,
    /// Bytes of it that were handed to the network.
    pub bytes_handed: u64,
    /// The answer's status code.
    pub http_status: Option<u16>,
    /// What became of it; none while it is open.
    pub outcome: Option<Outcome>,
    /// What the service knew of the target before it, in the desk's own JSON.
    pub baseline_json: String,
    /// The service's own time of the answer, or of the baseline's.
    pub server_at: Option<Moment>,
}

impl Attempt {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: AttemptId(row.get("id")?),
            n: row.get("n")?,
            started_at: Moment(row.get("started_at")?),
            closed_at: row.get::<_, Option<i64>>("closed_at")?.map(Moment),
            bytes_total: row.get::<_, i64>("bytes_total")?.unsigned_abs(),
            bytes_handed: row.get::<_, i64>("bytes_handed")?.unsigned_abs(),
            http_status: row.get("http_status")?,
            outcome: row.get::<_, Option<String>>("outcome")?.as_deref().and_then(Outcome::parse),
            baseline_json: row.get("baseline_json")?,
            server_at: row.get::<_, Option<i64>>("server_at")?.map(Moment),
        })
    }
}

impl Ledger {
    /// The newest attempt of a submission.
    ///
    /// # Errors
    /// As every read.
    pub fn last_attempt(&self, id: &SubmissionId) -> Result<Option<Attempt>, LedgerError> {
        self.read(|db| {
            let mut query =
                db.prepare_cached("SELECT * FROM attempt WHERE submission_id = ?1 ORDER BY n DESC LIMIT 1")?;
            Ok(query.query_row(params![id.as_str()], Attempt::from_row).optional()?)
        })
    }

    /// How many attempts of a submission ended with this outcome.
    ///
    /// # Errors
    /// As every read.
    pub fn count_attempts(&self, id: &SubmissionId, outcome: Outcome) -> Result<u32, LedgerError> {
        self.read(|db| {
            Ok(db.query_row(
                "SELECT count(*) FROM attempt WHERE submission_id = ?1 AND outcome = ?2",
                params![id.as_str(), outcome.as_str()],
                |row| row.get(0),
            )?)
        })
    }
}
