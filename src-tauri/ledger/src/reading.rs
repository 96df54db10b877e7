//! Table `reading`: what pieces of evidence say, as they were read here.

use domain::{CaseId, EvidenceId, Moment};
use rusqlite::params;

use crate::open::stored;
use crate::{Ledger, LedgerError};

/// What reading a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facts {
    /// What it says, as JSON.
    Json(String),
    /// Why it could not be read, in the contract's word.
    Unread(String),
}

/// What a piece of evidence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The evidence.
    pub evidence_id: EvidenceId,
    /// Its name, as people read it.
    pub name: String,
    /// What reading it came to.
    pub facts: Facts,
}

impl Ledger {
    /// Keeps what a file says; an older reading of the same evidence is replaced.
    ///
    /// # Errors
    /// As every write; evidence that is not there is refused by the file's own rules.
    pub fn keep_reading(&self, id: &EvidenceId, facts: &Facts, at: Moment) -> Result<(), LedgerError> {
        let (json, unread) = match facts {
            Facts::Json(json) => (Some(json), None),
            Facts::Unread(why) => (None, Some(why)),
        };
        self.write(|db| {
            db.execute(
                "INSERT INTO reading (evidence_id, facts_json, unread, read_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (evidence_id) DO UPDATE SET facts_json = ?2, unread = ?3, read_at = ?4",
                params![id.as_str(), json, unread, at.millis()],
            )?;
            Ok(())
        })
    }

    /// What the evidence of a case says, in the order of the evidence; what was taken out of the case is left out.
    ///
    /// # Errors
    /// As every read.
    pub fn readings_of(&self, case_id: &CaseId) -> Result<Vec<Reading>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT r.evidence_id, e.name, r.facts_json, r.unread FROM reading r JOIN evidence e ON e.id = r.evidence_id
                 WHERE e.case_id = ?1 AND e.removed_at IS NULL ORDER BY e.ordinal, e.id",
            )?;
            let rows = query.query_map([case_id.as_str()], |row| {
                let unread: Option<String> = row.get("unread")?;
                Ok(Reading {
                    evidence_id: stored(row, "evidence_id")?,
                    name: row.get("name")?,
                    facts: match unread {
                        Some(why) => Facts::Unread(why),
                        None => Facts::Json(row.get("facts_json")?),
                    },
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
