//! Table `block`: what the service did to our sites. A block that it does not show any more stays.

use domain::Moment;
use rusqlite::{OptionalExtension, Row, params};

use super::account::number;
use super::history;
use super::report::find;
use super::walk::list_read;
use crate::LedgerError;
use crate::cache::Cache;

mod keep;

/// A block as the service tells it. Words as they came; empty where it told none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BlockRow {
    /// The service's number of it, which may be unique within its report only.
    pub id: String,
    /// The word for what was done.
    pub raw_kind: String,
    /// The word for how far it is.
    pub raw_status: String,
    /// When it starts or started, where that can be read.
    pub effective_at: Option<Moment>,
    /// The service's text of that.
    pub raw_effective: String,
    /// The word for what it is put on.
    pub raw_scope: String,
    /// The service's number of that.
    pub entity_id: String,
    /// The address or domain that it is on, as its report gave it; empty where it names neither.
    pub place: String,
    /// Whether it is known to be on just that.
    pub place_exact: bool,
    /// How many addresses the report names, where it is not told which of them; else 0.
    pub one_of: u32,
    /// Words it is found by, besides its numbers, place and kind.
    pub words: String,
}

/// One page of the blocks of a report, as it was read.
#[derive(Debug, Clone, Copy)]
pub struct BlocksPage<'a> {
    /// Its number, from 1.
    pub page: u32,
    /// Whether no page comes after it.
    pub last: bool,
    /// For how many rows it was asked; none where the service's own number had to do.
    pub asked_rows: Option<u32>,
    /// Whether all of its rows could be read: else none is held to be gone for not being among them.
    pub all_readable: bool,
    /// What could be read of it.
    pub rows: &'a [BlockRow],
}

/// A block as the table holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The service's number of its report.
    pub report_id: String,
    /// The word for the category of its report.
    pub report_type: String,
    /// The service's number of the block.
    pub id: String,
    /// The word for what was done.
    pub raw_kind: String,
    /// The word for how far it is.
    pub raw_status: String,
    /// When it starts or started, where that can be read.
    pub effective_at: Option<Moment>,
    /// The service's text of that.
    pub raw_effective: String,
    /// The word for what it is put on.
    pub raw_scope: String,
    /// The service's number of that.
    pub entity_id: String,
    /// The address or domain that it is on; empty where its report names neither.
    pub place: String,
    /// Whether it is known to be on just that.
    pub place_exact: bool,
    /// How many addresses its report names, where it is not told which of them; else 0.
    pub one_of: u32,
    /// When we first saw it.
    pub first_seen: Moment,
    /// When we first saw it with this status.
    pub since: Moment,
    /// When a reading of its report did not show it any more; none while the service shows it.
    pub gone_at: Option<Moment>,
    /// Whether a review of it was decided against us: one was open, and it is in force again.
    pub kept: bool,
}

impl Block {
    /// What a block is made of, with its report behind it.
    pub(super) const COLUMNS: &'static str = "block.n AS n, received_report.id AS report_id, \
        received_report.raw_type AS report_type, block.id AS id, raw_kind, block.raw_status AS raw_status, \
        effective_at, raw_effective, raw_scope, entity_id, place, place_exact, one_of, first_seen, since, gone_at, kept";
    /// Never the other way round: the order of a list is that of an index of blocks.
    pub(super) const FROM: &'static str = "block CROSS JOIN received_report ON received_report.n = block.report";

    /// Of a row with [`Self::COLUMNS`].
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
        Ok(Self {
            report_id: row.get("report_id")?,
            report_type: row.get("report_type")?,
            id: row.get("id")?,
            raw_kind: row.get("raw_kind")?,
            raw_status: row.get("raw_status")?,
            effective_at: moment("effective_at")?,
            raw_effective: row.get("raw_effective")?,
            raw_scope: row.get("raw_scope")?,
            entity_id: row.get("entity_id")?,
            place: row.get("place")?,
            place_exact: row.get("place_exact")?,
            one_of: row.get("one_of")?,
            first_seen: Moment(row.get("first_seen")?),
            since: Moment(row.get("since")?),
            gone_at: moment("gone_at")?,
            kept: row.get("kept")?,
        })
    }
}

impl Cache {
    /// Keeps one page of a report's blocks, in one transaction, and tells how many blocks are new, changed or gone.
    /// Page 1 begins a reading; the last one ends it: blocks that no page of it showed are gone from then on, unless a
    /// row could not be read.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when another page is due by now, since the reading began anew: nothing of the page is
    /// kept. [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn keep_blocks_page(
        &self,
        account: &str,
        report_id: &str,
        page: &BlocksPage<'_>,
        now: Moment,
    ) -> Result<u32, LedgerError> {
        self.write(|db| {
            let account = number(db, account)?;
            let report = keep::Report::find(db, account, report_id)?;
            keep::begin_or_go_on(db, &report, page)?;
            let mut seen = Vec::with_capacity(page.rows.len());
            let mut changed = 0;
            for row in page.rows {
                let (block, news) = keep::keep(db, &report, row, now)?;
                seen.push(block);
                changed += u32::from(news);
            }
            if page.last {
                changed += keep::end(db, &report, &seen, now)?;
                list_read(db, account)?;
            } else {
                keep::remember(db, &report, &seen)?;
            }
            Ok(changed)
        })
    }

    /// Keeps blocks of a report that were told outside of a reading, as the answer to an appeal does. What it leaves out
    /// is not held to be gone. Tells how many are new or changed.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn keep_blocks(
        &self,
        account: &str,
        report_id: &str,
        rows: &[BlockRow],
        now: Moment,
    ) -> Result<u32, LedgerError> {
        self.write(|db| {
            let report = keep::Report::find(db, number(db, account)?, report_id)?;
            let mut changed = 0;
            for row in rows {
                changed += u32::from(keep::keep(db, &report, row, now)?.1);
            }
            Ok(changed)
        })
    }

    /// One block.
    ///
    /// # Errors
    /// As every read.
    pub fn block(&self, account: &str, report_id: &str, id: &str) -> Result<Option<Block>, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached(&format!(
                "SELECT {} FROM {} WHERE block.account = ?1 AND received_report.account = ?1
                   AND received_report.id = ?2 AND block.id = ?3",
                Block::COLUMNS,
                // One report and its blocks: here the order is the other one.
                "received_report CROSS JOIN block ON block.report = received_report.n",
            ))?;
            Ok(query.query_row(params![account, report_id, id], Block::from_row).optional()?)
        })
    }

    /// What happened to a block as far as we saw it, newest first; empty for one that is not kept.
    ///
    /// # Errors
    /// As every read.
    pub fn block_history(
        &self,
        account: &str,
        report_id: &str,
        id: &str,
    ) -> Result<Vec<history::BlockChange>, LedgerError> {
        self.read(|db| match find(db, number(db, account)?, report_id) {
            Ok(report) => history::of(db, report, id),
            Err(LedgerError::NotFound) => Ok(Vec::new()),
            Err(other) => Err(other),
        })
    }
}
