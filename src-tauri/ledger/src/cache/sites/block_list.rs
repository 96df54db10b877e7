//! Lists of blocks: found by words and filters, sorted by an index, walked page by page.

use domain::Moment;

use super::account::number;
use super::cursor::{Cursor, SortOrder, Sorting};
use super::listing::{Asked, Matching};
use super::report::find;
use super::words::{BlockScope, BlockStatus};
use super::{Block, BlockCounts};
use crate::LedgerError;
use crate::cache::Cache;

/// What blocks are sorted by. Those alike stand as they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum BlockSort {
    /// What presses most first: those about to start by the time left, then those in force, those under review, and the
    /// rest with what is gone, each newest first. It has one order only.
    #[default]
    Clock,
    /// The address or domain, whatever its scheme.
    Place,
    /// The service's word for what was done.
    Kind,
    /// What it is put on, from an address to the account.
    Scope,
    /// Its status, from what is about to start to what is over.
    Status,
    /// When it starts or started; one that can't be read stands where we first saw it.
    EffectiveDate,
}

/// Which blocks to list. What is empty asks for all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BlockQuery {
    /// Words that all must occur, also as a defanged address.
    pub words: Vec<String>,
    /// Only those that stand so.
    pub status: Option<BlockStatus>,
    /// Only those of this kind, in the service's word.
    pub raw_kind: Option<String>,
    /// Only those that are put on this.
    pub scope: Option<BlockScope>,
    /// Only those of this report.
    pub report_id: Option<String>,
    /// Only those that start at or after this moment.
    pub starts_from: Option<Moment>,
    /// Only those that start before this moment.
    pub starts_before: Option<Moment>,
    /// By what they are sorted.
    pub sort: BlockSort,
    /// In which order; the clock has its own.
    pub order: SortOrder,
    /// Only those behind the page that ended here. It must have been sorted the same way.
    pub after: Option<Cursor>,
    /// How many at most.
    pub most: u32,
}

/// A page of blocks.
#[derive(Debug, Clone, PartialEq)]
pub struct BlockList {
    /// The blocks.
    pub rows: Vec<Block>,
    /// Asks for the page after this one; none after the last.
    pub next: Option<Cursor>,
}

impl BlockQuery {
    fn sorting(&self) -> Sorting {
        let (word, columns): (_, &[_]) = match self.sort {
            BlockSort::Clock => ("block_clock", &["rank", "clock"]),
            BlockSort::Place => ("block_place", &["place_key"]),
            BlockSort::Kind => ("block_kind", &["raw_kind", "rank", "clock"]),
            BlockSort::Scope => ("block_scope", &["scope_no", "rank", "clock"]),
            BlockSort::Status => ("block_status", &["status_no", "rank", "clock"]),
            BlockSort::EffectiveDate => ("block_start", &["starts_at"]),
        };
        let order = if self.sort == BlockSort::Clock { SortOrder::Ascending } else { self.order };
        Sorting { word, columns, order }
    }

    /// The conditions, without that of the status. `report` is the number of its report.
    fn matching(&self, account: i64, report: Option<i64>) -> Matching {
        let mut matching = Matching::of("block", account);
        if let Some(report) = report {
            matching.and("block.report = ?", [report.into()]);
        }
        if let Some(kind) = &self.raw_kind {
            matching.and("block.raw_kind = ?", [kind.clone().into()]);
        }
        if let Some(scope) = self.scope {
            matching.and("block.scope_no = ?", [i64::from(scope.number()).into()]);
        }
        if let Some(from) = self.starts_from {
            // The second half says that a time was told; the first is what an index knows.
            matching.and("block.starts_at >= ? AND block.effective_at IS NOT NULL", [from.millis().into()]);
        }
        if let Some(before) = self.starts_before {
            matching.and("block.starts_at < ? AND block.effective_at IS NOT NULL", [before.millis().into()]);
        }
        matching.words("block", &self.words);
        matching
    }

    fn page(&self, account: i64, report: Option<i64>) -> Result<Asked, LedgerError> {
        let mut matching = self.matching(account, report);
        if let Some(status) = self.status {
            matching.and("block.status_no = ?", [i64::from(status.number()).into()]);
        }
        let what = (Block::COLUMNS, Block::FROM, "block");
        Asked::page(what, matching, &self.sorting(), self.after.as_ref(), self.most)
    }

    fn counting(&self, account: i64, report: Option<i64>) -> Asked {
        let matching = self.matching(account, report);
        if matching == Matching::of("block", account) {
            return Asked { sql: BlockCounts::OF_ALL.into(), values: vec![account.into()] };
        }
        Asked::all(BlockCounts::COLUMNS, "block", matching)
    }
}

#[cfg(test)]
mod tests;

/// The report that a query asks for; a number that no report has where it is not kept.
fn report_of(db: &rusqlite::Connection, account: i64, query: &BlockQuery) -> Result<Option<i64>, LedgerError> {
    let Some(id) = &query.report_id else { return Ok(None) };
    match find(db, account, id) {
        Err(LedgerError::NotFound) => Ok(Some(0)),
        other => other.map(Some),
    }
}

impl Cache {
    /// A page of an account's blocks.
    ///
    /// # Errors
    /// [`LedgerError::Unreadable`] when `after` is the end of a page that was sorted another way; else as every read.
    pub fn blocks(&self, account: &str, query: &BlockQuery) -> Result<BlockList, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let asked = query.page(account, report_of(db, account, query)?)?;
            let (rows, next) = asked.rows(db, &query.sorting(), query.most, Block::from_row)?;
            Ok(BlockList { rows, next })
        })
    }

    /// How many blocks there are under the same words and filters, by status; that filter and the page are left out.
    ///
    /// # Errors
    /// As every read.
    pub fn count_blocks(&self, account: &str, query: &BlockQuery) -> Result<BlockCounts, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let asked = query.counting(account, report_of(db, account, query)?);
            let mut statement = db.prepare_cached(&asked.sql)?;
            Ok(statement.query_row(rusqlite::params_from_iter(&asked.values), BlockCounts::from_row)?)
        })
    }
}
