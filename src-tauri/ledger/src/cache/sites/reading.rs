//! Which reports are due for a reading of their blocks, and how far a reading under way is.

use domain::Moment;
use rusqlite::params;

use super::account::number;
use super::report::{addresses, find};
use super::walk::list_read;
use crate::LedgerError;
use crate::cache::Cache;

/// A report whose blocks are to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReport {
    /// The service's number of it.
    pub id: String,
    /// The page of its blocks to ask for next.
    pub next_page: u32,
    /// For how many rows the pages before were asked; none where the service's own number had to do, or for page 1.
    pub asked_rows: Option<u32>,
    /// The domain that it is about.
    pub domain: String,
    /// The addresses that it names.
    pub urls: Vec<String>,
}

impl Cache {
    /// Reports whose blocks are to be read, `most` at most: first those with blocks that are about to start, then the
    /// newest, last those that could not be read when they were last tried. A reading that was broken off goes on at
    /// its page.
    ///
    /// # Errors
    /// As every read.
    pub fn due_reports(&self, account: &str, most: u32) -> Result<Vec<DueReport>, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached(
                "SELECT id, next_page, iif(next_page > 1, asked_rows, NULL), domain, urls_json FROM received_report
                 WHERE account = ?1 AND next_page IS NOT NULL ORDER BY turn, shown_at DESC, n DESC LIMIT ?2",
            )?;
            let rows = query.query_map(params![account, most], |row| {
                Ok(DueReport {
                    id: row.get(0)?,
                    next_page: row.get(1)?,
                    asked_rows: row.get(2)?,
                    domain: row.get(3)?,
                    urls: addresses(&row.get::<_, String>(4)?),
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Has the blocks of a report read from the first page on, whatever its row says: after an appeal.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn mark_due(&self, account: &str, report_id: &str) -> Result<(), LedgerError> {
        self.write(|db| {
            let report = find(db, number(db, account)?, report_id)?;
            db.execute("UPDATE received_report SET next_page = 1, reading_says = NULL WHERE n = ?1", [report])?;
            Ok(())
        })
    }

    /// Has the blocks read of each report that has some which are not over and was not read since `before`, or never
    /// could be read: a block may be lifted without its report's row telling so. What was tried in vain since then is
    /// left alone. Tells how many reports became due.
    ///
    /// # Errors
    /// As every write.
    pub fn mark_due_unread_since(&self, account: &str, before: Moment) -> Result<u32, LedgerError> {
        self.write(|db| {
            let account = number(db, account)?;
            let marked = db.execute(
                "UPDATE received_report SET next_page = 1 WHERE account = ?1 AND next_page IS NULL
                   AND coalesce(tried_at < ?2, TRUE) AND (read_at IS NULL OR read_at < ?2 AND EXISTS (
                     SELECT 1 FROM block WHERE report = received_report.n AND gone_at IS NULL
                       AND raw_status NOT IN ('cancelled', 'removed')))",
                params![account, before.millis()],
            )?;
            Ok(u32::try_from(marked).unwrap_or(u32::MAX))
        })
    }

    /// Gives up the reading of a report that can't be read. It is due again when its row says something else, or by
    /// [`Cache::mark_due_unread_since`]. The refresh that is under way is done with it.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn give_up_reading(&self, account: &str, report_id: &str, now: Moment) -> Result<(), LedgerError> {
        self.write(|db| {
            let account = number(db, account)?;
            let report = find(db, account, report_id)?;
            db.execute("DELETE FROM reading WHERE report = ?1", [report])?;
            db.execute(
                "UPDATE received_report SET next_page = NULL, reading_says = NULL, summary = says, tried_at = ?2
                 WHERE n = ?1",
                params![report, now.millis()],
            )?;
            list_read(db, account)
        })
    }

    /// Notes that the blocks of a report could not be read just now. Where it is due it stays so, behind all others.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn note_unread(&self, account: &str, report_id: &str, now: Moment) -> Result<(), LedgerError> {
        self.write(|db| {
            let report = find(db, number(db, account)?, report_id)?;
            db.execute("UPDATE received_report SET tried_at = ?2 WHERE n = ?1", params![report, now.millis()])?;
            Ok(())
        })
    }
}
