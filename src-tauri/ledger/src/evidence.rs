//! Table `evidence`: which stored bytes belong to which case, in which order, under which name.

use domain::{CaseId, DraftId, EvidenceId, Moment};
use rusqlite::{OptionalExtension, Row, params};

use crate::open::stored;
use crate::{Ledger, LedgerError};

/// Evidence that is about to join a case; its bytes are in the store already.
#[derive(Debug, Clone)]
pub struct NewEvidence {
    /// The evidence.
    pub id: EvidenceId,
    /// The draft that it joins.
    pub draft_id: DraftId,
    /// Its name, as people read it.
    pub name: String,
    /// Hash of its bytes.
    pub sha256: String,
    /// Size of its bytes.
    pub size_bytes: u64,
    /// What it is, in the contract's word.
    pub kind: String,
    /// Its media type as sent.
    pub media_type: String,
    /// Why a service would not take it, in the contract's word.
    pub problem: Option<String>,
    /// Whether it is to be sent.
    pub send: bool,
    /// When it was added.
    pub added_at: Moment,
}

/// Evidence of a case.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The evidence.
    pub id: EvidenceId,
    /// Its case.
    pub case_id: CaseId,
    /// Its name, as people read it.
    pub name: String,
    /// Hash of its bytes.
    pub sha256: String,
    /// Size of its bytes.
    pub size_bytes: u64,
    /// What it is, in the contract's word.
    pub kind: String,
    /// Its media type as sent.
    pub media_type: String,
    /// Why a service would not take it, in the contract's word.
    pub problem: Option<String>,
    /// Whether it is to be sent.
    pub send: bool,
}

impl Evidence {
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: stored(row, "id")?,
            case_id: stored(row, "case_id")?,
            name: row.get("name")?,
            sha256: row.get("sha256")?,
            size_bytes: row.get::<_, i64>("size_bytes")?.unsigned_abs(),
            kind: row.get("kind")?,
            media_type: row.get("media_type")?,
            problem: row.get("problem")?,
            send: row.get("send")?,
        })
    }
}

impl Ledger {
    /// Adds evidence to the case of a draft, at the end. False when the case holds the very same bytes already.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when the draft was confirmed or deleted meanwhile.
    pub fn add_evidence(&self, new: &NewEvidence) -> Result<bool, LedgerError> {
        self.write(|db| {
            let open = "SELECT case_id FROM draft WHERE id = ?1 AND sent_at IS NULL AND deleted_at IS NULL";
            let case_id: Option<String> = db.query_row(open, [new.draft_id.as_str()], |row| row.get(0)).optional()?;
            let case_id = case_id.ok_or(LedgerError::Stale)?;
            let changed = db.execute(
                "INSERT INTO evidence (id, case_id, ordinal, name, sha256, size_bytes, kind, media_type, problem, send, added_at)
                 SELECT ?1, ?2, (SELECT coalesce(max(ordinal), 0) + 1 FROM evidence WHERE case_id = ?2), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
                 WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE case_id = ?2 AND sha256 = ?4 AND removed_at IS NULL)",
                params![
                    new.id.as_str(),
                    case_id,
                    new.name,
                    new.sha256,
                    i64::try_from(new.size_bytes).unwrap_or(i64::MAX),
                    new.kind,
                    new.media_type,
                    new.problem,
                    new.send,
                    new.added_at.millis(),
                ],
            )?;
            Ok(changed == 1)
        })
    }

    /// One piece of evidence, removed or not.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn evidence(&self, id: &EvidenceId) -> Result<Evidence, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT * FROM evidence WHERE id = ?1", [id.as_str()], Evidence::from_row)?))
    }

    /// The evidence of a case, in its order.
    ///
    /// # Errors
    /// As every read.
    pub fn evidence_of(&self, case_id: &CaseId) -> Result<Vec<Evidence>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT * FROM evidence WHERE case_id = ?1 AND removed_at IS NULL ORDER BY ordinal, id",
            )?;
            let rows = query.query_map([case_id.as_str()], Evidence::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// How many pieces of evidence were ever added.
    ///
    /// # Errors
    /// As every read.
    pub fn count_evidence(&self) -> Result<u32, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT count(*) FROM evidence", [], |row| row.get(0))?))
    }

    /// Takes evidence out of its case; row and bytes stay.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_evidence(&self, id: &EvidenceId, at: Moment) -> Result<(), LedgerError> {
        self.change_evidence("UPDATE evidence SET removed_at = ?2 WHERE id = ?1", id, at.millis())
    }

    /// Gives it another name.
    ///
    /// # Errors
    /// As every write.
    pub fn rename_evidence(&self, id: &EvidenceId, name: &str) -> Result<(), LedgerError> {
        self.change_evidence("UPDATE evidence SET name = ?2 WHERE id = ?1", id, name)
    }

    /// Marks it to be sent, or to stay with the case only.
    ///
    /// # Errors
    /// As every write.
    pub fn mark_evidence(&self, id: &EvidenceId, send: bool) -> Result<(), LedgerError> {
        self.change_evidence("UPDATE evidence SET send = ?2 WHERE id = ?1", id, send)
    }

    /// Puts the evidence of a case into this order.
    ///
    /// # Errors
    /// As every write.
    pub fn order_evidence(&self, ids: &[EvidenceId]) -> Result<(), LedgerError> {
        self.write(|db| {
            for (ordinal, id) in (1_u32..).zip(ids) {
                db.execute("UPDATE evidence SET ordinal = ?2 WHERE id = ?1", params![id.as_str(), ordinal])?;
            }
            Ok(())
        })
    }

    fn change_evidence(&self, sql: &str, id: &EvidenceId, value: impl rusqlite::ToSql) -> Result<(), LedgerError> {
        self.write(|db| {
            let changed = db.execute(sql, params![id.as_str(), value])?;
            if changed == 1 { Ok(()) } else { Err(LedgerError::NotFound) }
        })
    }
}
