//! Table `draft`: reports being written, saved as typed.

use domain::{CaseId, DraftId, Moment};
use rusqlite::{OptionalExtension, Row, Transaction, params};

use crate::case::Bucket;
use crate::event::{self, NewEvent};
use crate::open::stored;
use crate::standing::settle_case;
use crate::{Ledger, LedgerError};

/// A report being written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The draft.
    pub id: DraftId,
    /// Its case.
    pub case_id: CaseId,
    /// The reference code that its report will carry.
    pub reference: String,
    /// What is filled in, in the desk's own JSON.
    pub fields_json: String,
    /// When it was last saved.
    pub saved_at: Moment,
    /// When it was confirmed; none while it is open.
    pub sent_at: Option<Moment>,
    /// When it was deleted.
    pub deleted_at: Option<Moment>,
}

/// Which of the two sides a file is of. No list mixes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What we ask others to remove.
    Cases,
    /// What is done to our own sites.
    Sites,
}

impl Side {
    fn as_str(self) -> &'static str {
        match self {
            Self::Cases => "cases",
            Self::Sites => "sites",
        }
    }
}

impl Draft {
    pub(crate) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: stored(row, "id")?,
            case_id: stored(row, "case_id")?,
            reference: row.get("reference")?,
            fields_json: row.get("fields_json")?,
            saved_at: Moment(row.get("saved_at")?),
            sent_at: row.get::<_, Option<i64>>("sent_at")?.map(Moment),
            deleted_at: row.get::<_, Option<i64>>("deleted_at")?.map(Moment),
        })
    }
}

/// Writes a draft down inside a transaction, with a case of its own where there is none yet.
pub(crate) fn insert(db: &Transaction<'_>, draft: &Draft, side: Side, event: &NewEvent) -> Result<(), LedgerError> {
    let at = draft.saved_at.millis();
    db.execute(
        "INSERT INTO case_file (id, created_at, news_at, bucket, status, side) VALUES (?1, ?2, ?2, ?3, 'draft', ?4)
         ON CONFLICT (id) DO NOTHING",
        params![draft.case_id.as_str(), at, Bucket::Draft.as_str(), side.as_str()],
    )?;
    db.execute(
        "INSERT INTO draft (id, case_id, reference, fields_json, created_at, saved_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        params![draft.id.as_str(), draft.case_id.as_str(), draft.reference, draft.fields_json, at],
    )?;
    settle_case(db, &draft.case_id)?;
    event::add(db, &draft.case_id, event, None)
}

impl Ledger {
    /// Begins a draft of a report, with a case of its own where `draft.case_id` names none yet.
    ///
    /// # Errors
    /// As every write.
    pub fn add_draft(&self, draft: &Draft, event: &NewEvent) -> Result<(), LedgerError> {
        self.write(|db| insert(db, draft, Side::Cases, event))
    }

    /// Begins a draft of an appeal, with a file of its own where `draft.case_id` names none yet.
    ///
    /// # Errors
    /// As every write.
    pub fn add_appeal(&self, draft: &Draft, event: &NewEvent) -> Result<(), LedgerError> {
        self.write(|db| insert(db, draft, Side::Sites, event))
    }

    /// Which side a draft is of.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn side_of(&self, id: &DraftId) -> Result<Side, LedgerError> {
        self.read(|db| {
            let sites = db.query_row(
                "SELECT c.side = 'sites' FROM draft d JOIN case_file c ON c.id = d.case_id WHERE d.id = ?1",
                [id.as_str()],
                |row| row.get(0),
            )?;
            Ok(if sites { Side::Sites } else { Side::Cases })
        })
    }

    /// The draft.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn draft(&self, id: &DraftId) -> Result<Draft, LedgerError> {
        self.read(|db| Ok(db.query_row("SELECT * FROM draft WHERE id = ?1", [id.as_str()], Draft::from_row)?))
    }

    /// The newest draft of a case; one that was put away only where there is no other.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn draft_of_case(&self, id: &CaseId) -> Result<Draft, LedgerError> {
        self.read(|db| {
            Ok(db.query_row(
                "SELECT * FROM draft WHERE case_id = ?1 ORDER BY deleted_at IS NOT NULL, created_at DESC, id DESC LIMIT 1",
                [id.as_str()],
                Draft::from_row,
            )?)
        })
    }

    /// The newest draft of a case that was not put away.
    ///
    /// # Errors
    /// As every read.
    pub fn newest_kept_draft(&self, id: &CaseId) -> Result<Option<DraftId>, LedgerError> {
        self.read(|db| {
            let found = db.query_row(
                "SELECT id FROM draft WHERE case_id = ?1 AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 1",
                [id.as_str()],
                |row| stored(row, "id"),
            );
            Ok(found.optional()?)
        })
    }

    /// Saves what is filled in. A draft that was confirmed or deleted meanwhile is [`LedgerError::Stale`].
    ///
    /// # Errors
    /// As every write.
    pub fn save_draft(&self, id: &DraftId, fields_json: &str, at: Moment) -> Result<(), LedgerError> {
        self.write(|db| {
            let changed = db.execute(
                "UPDATE draft SET fields_json = ?2, saved_at = ?3 WHERE id = ?1 AND sent_at IS NULL AND deleted_at IS NULL",
                params![id.as_str(), fields_json, at.millis()],
            )?;
            if changed == 1 { Ok(()) } else { Err(LedgerError::Stale) }
        })
    }

    /// Saves what is filled in, unless it is not `before` any more: false, and nothing is written over. What the app fills
    /// in by itself goes this way.
    ///
    /// # Errors
    /// As [`Ledger::save_draft`].
    pub fn save_draft_over(
        &self,
        id: &DraftId,
        before: &str,
        fields_json: &str,
        at: Moment,
    ) -> Result<bool, LedgerError> {
        self.write(|db| {
            let open = "SELECT fields_json FROM draft WHERE id = ?1 AND sent_at IS NULL AND deleted_at IS NULL";
            let now: Option<String> = db.query_row(open, [id.as_str()], |row| row.get(0)).optional()?;
            if now.ok_or(LedgerError::Stale)? != before {
                return Ok(false);
            }
            let save = "UPDATE draft SET fields_json = ?2, saved_at = ?3 WHERE id = ?1";
            db.execute(save, params![id.as_str(), fields_json, at.millis()])?;
            Ok(true)
        })
    }

    /// Deletes a draft, or brings it back: the row stays. A case that holds nothing else goes and comes with it.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] for a draft that was confirmed.
    pub fn mark_draft_deleted(&self, id: &DraftId, deleted_at: Option<Moment>) -> Result<(), LedgerError> {
        self.write(|db| {
            let at = deleted_at.map(Moment::millis);
            let changed = db.execute(
                "UPDATE draft SET deleted_at = ?2 WHERE id = ?1 AND sent_at IS NULL",
                params![id.as_str(), at],
            )?;
            if changed != 1 {
                return Err(LedgerError::Stale);
            }
            db.execute(
                "UPDATE case_file SET deleted_at = ?2 WHERE id = (SELECT case_id FROM draft WHERE id = ?1)
                 AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.case_id = case_file.id AND s.state <> 'undone')",
                params![id.as_str(), at],
            )?;
            // A case whose last report was refused falls back to that, since the new one is put away.
            let case: CaseId =
                db.query_row("SELECT case_id FROM draft WHERE id = ?1", [id.as_str()], |row| stored(row, "case_id"))?;
            settle_case(db, &case)?;
            Ok(())
        })
    }
}
