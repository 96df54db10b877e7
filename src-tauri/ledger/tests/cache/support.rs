//! A cache in a folder of its own, and rows to put there.

use std::path::PathBuf;

use domain::Moment;
use ledger::{Cache, FiledQuery, FiledRow, FiledWalk, LedgerError};
use rusqlite::Connection;
use tempfile::TempDir;

pub(crate) const NOW: Moment = Moment(1_795_000_000_000);

/// Whose reports the tests keep.
pub(crate) const ACCOUNT: &str = "account1";
pub(crate) const WHOLE: FiledWalk<'static> = FiledWalk { whole: true, following: "works", said: None };

pub(crate) fn seconds(seconds: i64) -> Moment {
    Moment(NOW.millis() + seconds * 1000)
}

/// A report about this domain, filed `age` seconds ago, not decided.
pub(crate) fn row(id: &str, domain: &str, age: i64) -> FiledRow {
    FiledRow {
        id: id.into(),
        cdate: Some(seconds(-age)),
        domain: domain.into(),
        raw_type: "PHISH".into(),
        raw_status: "submitted".into(),
        ..FiledRow::default()
    }
}

pub(crate) struct Bed {
    pub(crate) cache: Cache,
    folder: TempDir,
}

impl Bed {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::over(folder)
    }

    fn over(folder: TempDir) -> Self {
        let cache = Cache::open(folder.path(), NOW).unwrap();
        cache.filed_by_account(ACCOUNT).unwrap();
        Self { cache, folder }
    }

    pub(crate) fn keep(&self, rows: &[FiledRow], at: Moment) -> Result<u32, LedgerError> {
        self.cache.keep_filed(ACCOUNT, rows, at)
    }

    pub(crate) fn keep_detail(&self, row: &FiledRow, detail_json: &str, at: Moment) -> Result<bool, LedgerError> {
        self.cache.keep_filed_detail(ACCOUNT, row, detail_json, at)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Closed, changed by `between`, and opened again.
    pub(crate) fn reopened(self, between: impl FnOnce(&std::path::Path)) -> Self {
        let Self { cache, folder } = self;
        drop(cache);
        between(folder.path());
        Self::over(folder)
    }

    /// Another way into the same file, past all code of ours.
    pub(crate) fn sql(&self) -> Connection {
        Connection::open(self.path("cache.db")).unwrap()
    }

    /// Ids of the reports that these words find, in the order of the list.
    pub(crate) fn found(&self, words: &[&str]) -> Vec<String> {
        let words = words.iter().map(|&word| word.to_owned()).collect();
        let query = FiledQuery { words, most: 100, ..FiledQuery::default() };
        self.cache.filed(&query).unwrap().into_iter().map(|report| report.id).collect()
    }
}
