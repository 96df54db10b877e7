//! Tables `walk` and `sites_mark`: how far a refresh of an account's sites is, so that it goes on where it stopped, and
//! how the last one went.

use domain::Moment;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::ReceivedPage;
use super::account::{number, numbered};
use crate::LedgerError;
use crate::cache::Cache;

/// Pages of a list that are told to be left at most: a service that speaks of more is wrong.
const MOST_LEFT: usize = 10_000;

/// A refresh that is under way: a walk through the list of reports, then a reading of each that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedWalk {
    /// When it began. Its pages leave out what was received later, or they would shift.
    pub started_at: Moment,
    /// How many pages there are; none before the first was read.
    pub total_pages: Option<u32>,
    /// For how many rows its pages are asked; none where the service's own number has to do, or before the first.
    pub asked_rows: Option<u32>,
    /// The pages still to be read, in order, 10,000 at most: only the first while nobody knows how many there are.
    pub left: Vec<u32>,
    /// Reports that were read so far.
    pub reports_read: u32,
    /// Reports in all pages, where the service said it.
    pub reports_total: Option<u32>,
    /// Reports whose blocks were read to the end since it began, or given up.
    pub lists_read: u32,
    /// Reports whose blocks are still to be read.
    pub lists_due: u32,
}

/// How an account's sites are followed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SitesMark {
    /// When a refresh last came to its end.
    pub refreshed_at: Option<Moment>,
    /// How the last one went, in the contract's word; none before the first.
    pub following: Option<String>,
    /// The service's own words about that.
    pub said: Option<String>,
    /// Until when the service asks to be left in peace.
    pub waits_until: Option<Moment>,
    /// Whether there is a refresh that did not come to its end.
    pub unfinished: bool,
}

/// Notes that a page of the walk was read.
pub(super) fn page_read(db: &Transaction<'_>, account: i64, page: &ReceivedPage<'_>) -> Result<(), LedgerError> {
    let known = db.execute(
        "UPDATE walk SET total_pages = ?3, reports_total = coalesce(?4, reports_total), asked_rows = ?5
         WHERE account = ?1 AND started_at = ?2",
        params![account, page.walk.millis(), page.total_pages, page.reports_total, page.asked_rows],
    )?;
    if known == 0 {
        return Err(LedgerError::Stale);
    }
    let reports = u32::try_from(page.rows.len()).unwrap_or(u32::MAX);
    db.execute("INSERT OR REPLACE INTO walk_page VALUES (?1, ?2, ?3)", params![account, page.page, reports])?;
    Ok(())
}

/// Notes that the blocks of a report were read to the end, or given up.
pub(super) fn list_read(db: &Transaction<'_>, account: i64) -> Result<(), LedgerError> {
    db.prepare_cached("UPDATE walk SET lists_read = lists_read + 1 WHERE account = ?1")?.execute([account])?;
    Ok(())
}

/// How many reports are due for reading.
fn lists_due(db: &Connection, account: i64) -> Result<u32, LedgerError> {
    let mut query =
        db.prepare_cached("SELECT count(*) FROM received_report WHERE account = ?1 AND next_page IS NOT NULL")?;
    Ok(query.query_row([account], |row| row.get(0))?)
}

fn find(db: &Connection, account: i64) -> Result<Option<ReceivedWalk>, LedgerError> {
    let mut query = db.prepare_cached("SELECT * FROM walk WHERE account = ?1")?;
    let walk = query.query_row([account], |row| {
        Ok(ReceivedWalk {
            started_at: Moment(row.get("started_at")?),
            total_pages: row.get("total_pages")?,
            asked_rows: row.get("asked_rows")?,
            left: Vec::new(),
            reports_read: 0,
            reports_total: row.get("reports_total")?,
            lists_read: row.get("lists_read")?,
            lists_due: 0,
        })
    });
    let Some(mut walk) = walk.optional()? else { return Ok(None) };
    let mut pages = db.prepare_cached("SELECT page, reports FROM walk_page WHERE account = ?1")?;
    let read = pages.query_map([account], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, u32>(1)?)))?;
    let read = read.collect::<Result<std::collections::BTreeMap<_, _>, _>>()?;
    let pages = 1..=walk.total_pages.unwrap_or(1).max(1);
    walk.left = pages.filter(|page| !read.contains_key(page)).take(MOST_LEFT).collect();
    walk.reports_read = read.values().sum();
    walk.lists_due = lists_due(db, account)?;
    Ok(Some(walk))
}

fn forget(db: &Transaction<'_>, account: i64) -> Result<(), LedgerError> {
    db.execute("DELETE FROM walk_page WHERE account = ?1", [account])?;
    db.execute("DELETE FROM walk WHERE account = ?1", [account])?;
    Ok(())
}

impl Cache {
    /// The refresh of an account's sites that did not come to its end; it goes on with the pages that are left, and the
    /// reports that are due.
    ///
    /// # Errors
    /// As every read.
    pub fn received_walk(&self, account: &str) -> Result<Option<ReceivedWalk>, LedgerError> {
        self.read(|db| find(db, number(db, account)?))
    }

    /// Begins a refresh from the first page on. One that was under way is over with that; reports that are due stay so.
    ///
    /// # Errors
    /// As every write.
    pub fn begin_received_walk(&self, account: &str, now: Moment) -> Result<ReceivedWalk, LedgerError> {
        self.write(|db| {
            let account = numbered(db, account)?;
            forget(db, account)?;
            db.execute("INSERT INTO walk (account, started_at) VALUES (?1, ?2)", params![account, now.millis()])?;
            find(db, account)?.ok_or(LedgerError::NotFound)
        })
    }

    /// Notes that a refresh came to its end: `following` tells how, in the contract's word, and `said` what was odd.
    ///
    /// # Errors
    /// As every write.
    pub fn finish_received_walk(
        &self,
        account: &str,
        following: &str,
        said: Option<&str>,
        now: Moment,
    ) -> Result<(), LedgerError> {
        self.write(|db| {
            let account = numbered(db, account)?;
            forget(db, account)?;
            db.execute(
                "INSERT OR REPLACE INTO sites_mark (account, refreshed_at, following, said) VALUES (?1, ?2, ?3, ?4)",
                params![account, now.millis(), following, said],
            )?;
            Ok(())
        })
    }

    /// Notes how asking about an account's sites went, or why it can't go on. What was read stays.
    ///
    /// # Errors
    /// As every write.
    pub fn note_sites(
        &self,
        account: &str,
        following: &str,
        said: Option<&str>,
        waits_until: Option<Moment>,
    ) -> Result<(), LedgerError> {
        self.write(|db| {
            let account = numbered(db, account)?;
            db.execute(
                "INSERT INTO sites_mark (account, following, said, waits_until) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (account) DO UPDATE SET following = excluded.following, said = excluded.said,
                   waits_until = excluded.waits_until",
                params![account, following, said, waits_until.map(Moment::millis)],
            )?;
            Ok(())
        })
    }

    /// How an account's sites are followed.
    ///
    /// # Errors
    /// As every read.
    pub fn sites_mark(&self, account: &str) -> Result<SitesMark, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached("SELECT * FROM sites_mark WHERE account = ?1")?;
            let mark = query.query_row([account], |row| {
                let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
                Ok(SitesMark {
                    refreshed_at: moment("refreshed_at")?,
                    following: row.get("following")?,
                    said: row.get("said")?,
                    waits_until: moment("waits_until")?,
                    unfinished: false,
                })
            });
            let walking: bool =
                db.query_row("SELECT EXISTS (SELECT 1 FROM walk WHERE account = ?1)", [account], |row| row.get(0))?;
            Ok(SitesMark { unfinished: walking, ..mark.optional()?.unwrap_or_default() })
        })
    }
}
