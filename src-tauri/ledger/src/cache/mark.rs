//! Table `mark`: how far a list was followed, and why it can't be followed further.

use domain::Moment;
use rusqlite::{Transaction, params};

use super::Cache;
use crate::LedgerError;

/// How the list of filed reports stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FiledMarks {
    /// Whose reports these are, by the service's id of the account.
    pub account: Option<String>,
    /// When a walk last came to its end.
    pub refreshed_at: Option<Moment>,
    /// When a walk last went through the whole list.
    pub whole_walk_at: Option<Moment>,
    /// A walk that changed something did not come to its end: behind what it wrote there may be a gap.
    pub unfinished: bool,
    /// How the last walk went, in the contract's word; none before the first.
    pub following: Option<String>,
    /// The service's own words about that.
    pub said: Option<String>,
}

/// How a walk came to its end.
#[derive(Debug, Clone, Copy)]
pub struct FiledWalk<'a> {
    /// Whether it went through the whole list.
    pub whole: bool,
    /// How it went, in the contract's word.
    pub following: &'a str,
    /// What was odd about it.
    pub said: Option<&'a str>,
}

/// Refuses what was asked for another account than the one whose reports are kept by now.
pub(super) fn still_of(db: &Transaction<'_>, account: &str) -> Result<(), LedgerError> {
    let kept: Option<String> =
        db.query_row("SELECT account FROM mark WHERE list = 'filed'", [], |row| row.get("account"))?;
    if kept.as_deref() == Some(account) { Ok(()) } else { Err(LedgerError::Stale) }
}

/// Notes that something was written whose end is not reached yet.
pub(super) fn unfinished(db: &Transaction<'_>) -> Result<(), LedgerError> {
    db.execute("UPDATE mark SET unfinished = 1 WHERE list = 'filed'", [])?;
    Ok(())
}

impl Cache {
    /// How the list of filed reports stands.
    ///
    /// # Errors
    /// As every read.
    pub fn filed_marks(&self) -> Result<FiledMarks, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT * FROM mark WHERE list = 'filed'")?;
            Ok(query.query_row([], |row| {
                let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
                Ok(FiledMarks {
                    account: row.get("account")?,
                    refreshed_at: moment("refreshed_at")?,
                    whole_walk_at: moment("whole_walk_at")?,
                    unfinished: row.get("unfinished")?,
                    following: row.get("following")?,
                    said: row.get("said")?,
                })
            })?)
        })
    }

    /// Says whose reports are kept from here on. Those of another account are forgotten, and so is how their list
    /// stood: what one account filed is never shown as another's. Returns whether that was so.
    ///
    /// # Errors
    /// As every write.
    pub fn filed_by_account(&self, account: &str) -> Result<bool, LedgerError> {
        if self.filed_marks()?.account.as_deref() == Some(account) {
            return Ok(false);
        }
        self.write(|db| {
            // Somebody else may have said so since it was read.
            if still_of(db, account).is_ok() {
                return Ok(false);
            }
            let forgotten = db.execute("DELETE FROM filed_report", [])?;
            db.execute(
                "UPDATE mark SET account = ?1, refreshed_at = NULL, whole_walk_at = NULL, unfinished = 0,
                   following = NULL, said = NULL WHERE list = 'filed'",
                [account],
            )?;
            Ok(forgotten > 0)
        })
    }

    /// Notes that a walk came to its end.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when another account's reports are kept by now; else as every write.
    pub fn filed_walked(&self, account: &str, walked: &FiledWalk<'_>, at: Moment) -> Result<(), LedgerError> {
        self.write(|db| {
            still_of(db, account)?;
            db.execute(
                "UPDATE mark SET refreshed_at = ?1, whole_walk_at = iif(?2, ?1, whole_walk_at), unfinished = 0,
                   following = ?3, said = ?4 WHERE list = 'filed'",
                params![at.millis(), walked.whole, walked.following, walked.said],
            )?;
            Ok(())
        })
    }

    /// Notes why a walk did not come to its end. What it wrote stays, and so does the time of the last good one.
    ///
    /// # Errors
    /// As every write.
    pub fn filed_not_walked(&self, following: &str, said: Option<&str>) -> Result<(), LedgerError> {
        self.write(|db| {
            db.execute("UPDATE mark SET following = ?1, said = ?2 WHERE list = 'filed'", params![following, said])?;
            Ok(())
        })
    }
}
