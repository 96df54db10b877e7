//! Table `reminder`: of which blocks about to start a person was reminded, so that each reminder comes once.

use domain::Moment;
use rusqlite::params;

use super::account::number;
use super::report::find;
use crate::LedgerError;
use crate::cache::Cache;

/// How long before a block starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderMark {
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// A block that is about to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingBlock {
    /// The service's id of the account.
    pub account: String,
    /// The service's number of its report.
    pub report_id: String,
    /// The service's number of the block.
    pub id: String,
    /// When it starts.
    pub effective_at: Moment,
    /// The address or domain that it is on; empty where its report names neither.
    pub place: String,
    /// Whether it is known to be on just that.
    pub place_exact: bool,
    /// How many addresses its report names, where it is not told which of them; else 0.
    pub one_of: u32,
    /// The word for what will be done.
    pub raw_kind: String,
    /// The word for what it is put on.
    pub raw_scope: String,
    /// Whether a person was reminded of this start a day before.
    pub reminded_day: bool,
    /// Whether a person was reminded of this start an hour before.
    pub reminded_hour: bool,
}

impl ReminderMark {
    fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }
}

impl Cache {
    /// The blocks that are about to start, as far as the service still shows them and their time can be read, soonest
    /// first: of one account, or with `None` of each.
    ///
    /// # Errors
    /// As every read.
    pub fn pending_blocks(&self, account: Option<&str>) -> Result<Vec<PendingBlock>, LedgerError> {
        self.read(|db| {
            let account = account.map(|id| number(db, id)).transpose()?;
            let mut query = db.prepare_cached(
                "SELECT account.id AS account, received_report.id AS report_id, block.id AS id, effective_at, place,
                   place_exact, one_of, raw_kind, raw_scope,
                   EXISTS (SELECT 1 FROM reminder r WHERE r.block = block.n AND r.effective_at = block.effective_at
                           AND mark = 'day') AS day,
                   EXISTS (SELECT 1 FROM reminder r WHERE r.block = block.n AND r.effective_at = block.effective_at
                           AND mark = 'hour') AS hour
                 FROM account CROSS JOIN block ON block.account = account.n
                   CROSS JOIN received_report ON received_report.n = block.report
                 WHERE account.n = coalesce(?1, account.n) AND rank = 0 AND effective_at IS NOT NULL
                 ORDER BY effective_at, block.n",
            )?;
            let rows = query.query_map([account], |row| {
                Ok(PendingBlock {
                    account: row.get("account")?,
                    report_id: row.get("report_id")?,
                    id: row.get("id")?,
                    effective_at: Moment(row.get("effective_at")?),
                    place: row.get("place")?,
                    place_exact: row.get("place_exact")?,
                    one_of: row.get("one_of")?,
                    raw_kind: row.get("raw_kind")?,
                    raw_scope: row.get("raw_scope")?,
                    reminded_day: row.get("day")?,
                    reminded_hour: row.get("hour")?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Notes that a person was reminded of a block's start, and tells whether that is new: false when this mark of this
    /// start was noted before.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a block that is not kept; else as every write.
    pub fn note_reminded(
        &self,
        account: &str,
        (report_id, id): (&str, &str),
        effective_at: Moment,
        mark: ReminderMark,
        now: Moment,
    ) -> Result<bool, LedgerError> {
        self.write(|db| {
            let report = find(db, number(db, account)?, report_id)?;
            let block: i64 =
                db.query_row("SELECT n FROM block WHERE report = ?1 AND id = ?2", params![report, id], |row| {
                    row.get(0)
                })?;
            let noted = db.execute(
                "INSERT OR IGNORE INTO reminder (block, effective_at, mark, at) VALUES (?1, ?2, ?3, ?4)",
                params![block, effective_at.millis(), mark.word(), now.millis()],
            )?;
            Ok(noted > 0)
        })
    }
}
