//! Table `received_report`: the reports about our sites, as the service's list tells them.

use domain::Moment;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::account::{number, numbered};
use super::walk;
use crate::LedgerError;
use crate::cache::Cache;

mod keep;

/// A report about our sites as the service tells it. Words as they came; empty where it told none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReceivedRow {
    /// The service's number of it.
    pub id: String,
    /// When the service received it, where that can be read.
    pub cdate: Option<Moment>,
    /// The domain that it is about.
    pub domain: String,
    /// The word for its category.
    pub raw_type: String,
    /// The word for how far it is.
    pub raw_status: String,
    /// Addresses that were found abusive.
    pub accepted_urls: Option<u32>,
    /// Blocks in force.
    pub active: Option<u32>,
    /// Blocks under review.
    pub in_review: Option<u32>,
    /// Blocks that are about to start.
    pub pending: Option<u32>,
    /// Whether the host outside was told.
    pub host_notified: Option<bool>,
    /// The addresses that it names.
    pub urls: Vec<String>,
    /// What the reporter described.
    pub justification: Option<String>,
    /// The original work, or the brand.
    pub original_work: Option<String>,
    /// Who reported it, in the caller's JSON.
    pub submitter_json: Option<String>,
    /// Words it is found by, besides its number, domain, category and addresses.
    pub words: String,
}

/// One page of the list of reports, as it was read.
#[derive(Debug, Clone, Copy)]
pub struct ReceivedPage<'a> {
    /// [`super::ReceivedWalk::started_at`] of the walk that asked for it.
    pub walk: Moment,
    /// Its number, from 1.
    pub page: u32,
    /// How many pages there are: as the service says; else this page where it is the last, and one more where not.
    pub total_pages: u32,
    /// For how many rows it was asked; none where the service's own number had to do.
    pub asked_rows: Option<u32>,
    /// How many reports there are in all pages, where the service says it.
    pub reports_total: Option<u32>,
    /// What could be read of it.
    pub rows: &'a [ReceivedRow],
}

/// A report about our sites as the table holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name; ReceivedRow and the schema tell them")]
pub struct ReceivedReport {
    pub id: String,
    pub cdate: Option<Moment>,
    pub domain: String,
    pub raw_type: String,
    pub raw_status: String,
    pub accepted_urls: Option<u32>,
    pub active: Option<u32>,
    pub in_review: Option<u32>,
    pub pending: Option<u32>,
    pub host_notified: Option<bool>,
    /// How many addresses it names.
    pub addresses: u32,
    /// How many blocks are kept of it, those that are over or gone included.
    pub blocks: u32,
    pub listed_at: Moment,
    pub shown_at: Moment,
    /// When its blocks were last read to the end.
    pub read_at: Option<Moment>,
    /// When its blocks could not be read, where nothing better came of it since.
    pub tried_at: Option<Moment>,
    /// Whether its blocks are still to be read.
    pub due: bool,
    /// Only from [`Cache::received_report`]: lists don't carry it, nor any field after it.
    pub urls: Vec<String>,
    pub justification: Option<String>,
    pub original_work: Option<String>,
    pub submitter_json: Option<String>,
    pub emails_json: Option<String>,
    pub eligibility_json: Option<String>,
}

impl ReceivedReport {
    /// What a list needs of a row.
    pub(super) const COLUMNS: &'static str = "n, id, cdate, domain, raw_type, raw_status, accepted_urls, active, \
        in_review, pending, host_notified, addresses, listed_at, shown_at, read_at, tried_at, next_page IS NOT NULL AS due, \
        (SELECT count(*) FROM block WHERE report = received_report.n) AS blocks";
    const LONG: &'static str = "urls_json, justification, original_work, submitter_json, emails_json, eligibility_json";

    /// Of a row with [`Self::COLUMNS`].
    pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<Self> {
        let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
        Ok(Self {
            id: row.get("id")?,
            cdate: moment("cdate")?,
            domain: row.get("domain")?,
            raw_type: row.get("raw_type")?,
            raw_status: row.get("raw_status")?,
            accepted_urls: row.get("accepted_urls")?,
            active: row.get("active")?,
            in_review: row.get("in_review")?,
            pending: row.get("pending")?,
            host_notified: row.get("host_notified")?,
            addresses: row.get("addresses")?,
            blocks: row.get("blocks")?,
            listed_at: Moment(row.get("listed_at")?),
            shown_at: Moment(row.get("shown_at")?),
            read_at: moment("read_at")?,
            tried_at: moment("tried_at")?,
            due: row.get("due")?,
            urls: Vec::new(),
            justification: None,
            original_work: None,
            submitter_json: None,
            emails_json: None,
            eligibility_json: None,
        })
    }

    fn whole(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            urls: addresses(&row.get::<_, String>("urls_json")?),
            justification: row.get("justification")?,
            original_work: row.get("original_work")?,
            submitter_json: row.get("submitter_json")?,
            emails_json: row.get("emails_json")?,
            eligibility_json: row.get("eligibility_json")?,
            ..Self::listed(row)?
        })
    }
}

/// Column `urls_json`. Only we write it; what was changed by hand names no addresses.
pub(super) fn addresses(urls_json: &str) -> Vec<String> {
    serde_json::from_str(urls_json).unwrap_or_default()
}

/// The number of a report.
pub(super) fn find(db: &Connection, account: i64, id: &str) -> Result<i64, LedgerError> {
    let mut query = db.prepare_cached("SELECT n FROM received_report WHERE account = ?1 AND id = ?2")?;
    query.query_row(params![account, id], |row| row.get(0)).optional()?.ok_or(LedgerError::NotFound)
}

impl Cache {
    /// Keeps one page of an account's list of reports, in one transaction, and tells how many rows are new or changed.
    /// The page counts as read from then on. The blocks of a report are due for reading when it is new, or when it says
    /// something else than when they were last read.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when another walk is under way by now, or none; else as every write. Then nothing of the
    /// page stays.
    pub fn keep_received_page(&self, account: &str, page: &ReceivedPage<'_>, now: Moment) -> Result<u32, LedgerError> {
        self.write(|db| {
            let account = numbered(db, account)?;
            walk::page_read(db, account, page)?;
            let mut changed = 0;
            for row in page.rows {
                changed += u32::from(keep::keep(db, account, row, now)?);
            }
            Ok(changed)
        })
    }

    /// Keeps a report that was read by itself; tells whether it is new or changed.
    ///
    /// # Errors
    /// As every write.
    pub fn keep_received(&self, account: &str, row: &ReceivedRow, now: Moment) -> Result<bool, LedgerError> {
        self.write(|db| {
            let account = numbered(db, account)?;
            keep::keep(db, account, row, now)
        })
    }

    /// Keeps all mails about a report, in the place of those before.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn keep_received_emails(&self, account: &str, id: &str, emails_json: &str) -> Result<(), LedgerError> {
        self.write(|db| {
            let report = find(db, number(db, account)?, id)?;
            db.execute("UPDATE received_report SET emails_json = ?2 WHERE n = ?1", params![report, emails_json])?;
            Ok(())
        })
    }

    /// Keeps whether a report can be answered as a whole; none where the service does not say.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn keep_eligibility(&self, account: &str, id: &str, json: Option<&str>) -> Result<(), LedgerError> {
        self.write(|db| {
            let report = find(db, number(db, account)?, id)?;
            db.execute("UPDATE received_report SET eligibility_json = ?2 WHERE n = ?1", params![report, json])?;
            Ok(())
        })
    }

    /// One report with all that is kept of it.
    ///
    /// # Errors
    /// As every read.
    pub fn received_report(&self, account: &str, id: &str) -> Result<Option<ReceivedReport>, LedgerError> {
        self.read(|db| {
            let account = number(db, account)?;
            let mut query = db.prepare_cached(&format!(
                "SELECT {}, {} FROM received_report WHERE account = ?1 AND id = ?2",
                ReceivedReport::COLUMNS,
                ReceivedReport::LONG
            ))?;
            Ok(query.query_row(params![account, id], ReceivedReport::whole).optional()?)
        })
    }
}
