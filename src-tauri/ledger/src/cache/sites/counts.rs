//! How many blocks and reports there are.

use rusqlite::Row;

use super::account::number;
use super::words::BlockStatus;
use crate::LedgerError;
use crate::cache::Cache;

/// How many blocks there are, by status. Those that are gone count as they stood last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each counts the status of that name")]
pub struct BlockCounts {
    pub pending: u32,
    pub active: u32,
    pub in_review: u32,
    pub cancelled: u32,
    pub removed: u32,
    pub other: u32,
}

/// How an account's sites stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SitesCounts {
    /// Blocks that are kept.
    pub blocks: u32,
    /// Reports that are kept.
    pub reports: u32,
    /// Blocks about to start or in force that the service still shows: a review of them may be asked for.
    pub offered: u32,
    /// Blocks about to start that the service still shows.
    pub pending: u32,
}

/// One of the service's words, and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCount {
    /// The word as it came.
    pub word: String,
    /// How often.
    pub count: u32,
}

impl BlockCounts {
    /// All of them.
    pub fn all(&self) -> u32 {
        self.pending + self.active + self.in_review + self.cancelled + self.removed + self.other
    }

    /// Those that stand so; all for none.
    pub fn of(&self, status: Option<BlockStatus>) -> u32 {
        match status {
            None => self.all(),
            Some(BlockStatus::Pending) => self.pending,
            Some(BlockStatus::Active) => self.active,
            Some(BlockStatus::InReview) => self.in_review,
            Some(BlockStatus::Cancelled) => self.cancelled,
            Some(BlockStatus::Removed) => self.removed,
            Some(BlockStatus::Other) => self.other,
        }
    }

    /// One pass over blocks, in whatever order their filter is read by: groups would ask for an order of their own.
    pub(super) const COLUMNS: &'static str = "count(*) FILTER (WHERE status_no = 0), \
        count(*) FILTER (WHERE status_no = 1), count(*) FILTER (WHERE status_no = 2), \
        count(*) FILTER (WHERE status_no = 3), count(*) FILTER (WHERE status_no = 4), \
        count(*) FILTER (WHERE status_no = 5)";
    /// The same of all blocks of an account. In groups, which an index counts without a look at one block.
    pub(super) const OF_ALL: &'static str = "SELECT coalesce(sum(n) FILTER (WHERE status_no = 0), 0), \
        coalesce(sum(n) FILTER (WHERE status_no = 1), 0), coalesce(sum(n) FILTER (WHERE status_no = 2), 0), \
        coalesce(sum(n) FILTER (WHERE status_no = 3), 0), coalesce(sum(n) FILTER (WHERE status_no = 4), 0), \
        coalesce(sum(n) FILTER (WHERE status_no = 5), 0) \
        FROM (SELECT status_no, count(*) AS n FROM block WHERE account = ?1 GROUP BY status_no)";

    /// Of a row with [`Self::COLUMNS`], in the order of [`BlockStatus`].
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            pending: row.get(0)?,
            active: row.get(1)?,
            in_review: row.get(2)?,
            cancelled: row.get(3)?,
            removed: row.get(4)?,
            other: row.get(5)?,
        })
    }
}

const KINDS: &str =
    "SELECT raw_kind, count(*) FROM block WHERE account = ?1 GROUP BY raw_kind ORDER BY count(*) DESC, raw_kind";
const TYPES: &str = "SELECT raw_type, count(*) FROM received_report WHERE account = ?1 GROUP BY raw_type
     ORDER BY count(*) DESC, raw_type";
const STANDING: &str = "SELECT coalesce(sum(n), 0), (SELECT count(*) FROM received_report WHERE account = ?1),
       coalesce(sum(n) FILTER (WHERE rank IN (0, 1)), 0), coalesce(sum(n) FILTER (WHERE rank = 0), 0)
     FROM (SELECT rank, count(*) AS n FROM block WHERE account = ?1 GROUP BY rank)";

impl Cache {
    /// The kinds of blocks that occur, most frequent first.
    ///
    /// # Errors
    /// As every read.
    pub fn block_kinds(&self, account: &str) -> Result<Vec<WordCount>, LedgerError> {
        self.words(KINDS, account)
    }

    /// The categories of reports that occur, most frequent first.
    ///
    /// # Errors
    /// As every read.
    pub fn received_types(&self, account: &str) -> Result<Vec<WordCount>, LedgerError> {
        self.words(TYPES, account)
    }

    /// How an account's sites stand.
    ///
    /// # Errors
    /// As every read.
    pub fn sites_counts(&self, account: &str) -> Result<SitesCounts, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached(STANDING)?;
            Ok(query.query_row([account], |row| {
                Ok(SitesCounts {
                    blocks: row.get(0)?,
                    reports: row.get(1)?,
                    offered: row.get(2)?,
                    pending: row.get(3)?,
                })
            })?)
        })
    }

    fn words(&self, sql: &str, account: &str) -> Result<Vec<WordCount>, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached(sql)?;
            let rows = query.query_map([account], |row| Ok(WordCount { word: row.get(0)?, count: row.get(1)? }))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use std::collections::BTreeSet;

    use super::*;

    /// Which step of SQLite's program for a statement does what: name, cursor, and what is opened.
    fn program(cache: &Cache, sql: &str) -> Vec<(String, i64, String)> {
        let steps = cache.read(|db| {
            let mut explain = db.prepare(&format!("EXPLAIN {sql}"))?;
            let steps = explain.query_map([1], |row| {
                Ok((row.get(1)?, row.get(2)?, row.get::<_, Option<String>>(5)?.unwrap_or_default()))
            })?;
            Ok(steps.collect::<Result<Vec<_>, _>>()?)
        });
        steps.unwrap()
    }

    #[test]
    fn whatever_is_counted_over_all_is_counted_without_a_look_at_a_row() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), domain::Moment(1_795_000_000_000)).unwrap();
        for sql in [BlockCounts::OF_ALL, KINDS, TYPES, STANDING] {
            let program = program(&cache, sql);
            let opened = |step: &&(String, i64, String)| step.0 == "OpenRead";
            // An index is opened with its key; its plan doesn't call it covering where a column is a generated one.
            let (indexes, tables): (Vec<_>, Vec<_>) =
                program.iter().filter(opened).partition(|step| step.2.starts_with("k("));
            assert!(!indexes.is_empty(), "{program:?}");
            let tables: BTreeSet<_> = tables.iter().map(|step| step.1).collect();
            let read = program.iter().any(|step| step.0 == "Column" && tables.contains(&step.1));
            assert!(!read, "{sql}: {program:?}");
        }
    }
}
