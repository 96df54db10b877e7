//! Table `filed_report`: what our account filed at Cloudflare, through this app or elsewhere.

use domain::Moment;
use rusqlite::{OptionalExtension, Row, Transaction, named_params, params};

use super::{Cache, mark};
use crate::LedgerError;

/// A filed report as a list tells it. Words of the service as they came; empty where it told none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FiledRow {
    /// The service's number of it.
    pub id: String,
    /// When it was filed, where that can be read.
    pub cdate: Option<Moment>,
    /// What it is about.
    pub domain: String,
    /// The word for its category.
    pub raw_type: String,
    /// The word for how far it is.
    pub raw_status: String,
    /// The word for why it was refused.
    pub raw_denial: Option<String>,
    /// Who filed it.
    pub submitter_email: Option<String>,
    /// Words it is found by, besides its number, domain and category.
    pub words: String,
}

/// A filed report as the table holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the column of that name; FiledRow and the schema tell them")]
pub struct FiledReport {
    pub id: String,
    pub cdate: Option<Moment>,
    pub domain: String,
    pub raw_type: String,
    pub raw_status: String,
    pub raw_denial: Option<String>,
    pub submitter_email: Option<String>,
    pub listed_at: Moment,
    pub shown_at: Moment,
    pub read_at: Option<Moment>,
    /// Only from [`Cache::filed_report`]: lists don't carry it.
    pub detail_json: Option<String>,
    /// Only from [`Cache::filed_report`]: lists don't carry it.
    pub emails_json: Option<String>,
}

impl FiledReport {
    /// What a list needs of a row.
    pub(super) const COLUMNS: &'static str = "id, cdate, domain, raw_type, raw_status, raw_denial, submitter_email, \
        listed_at, shown_at, read_at, NULL AS detail_json, NULL AS emails_json";

    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let moment = |name: &str| row.get::<_, Option<i64>>(name).map(|ms| ms.map(Moment));
        Ok(Self {
            id: row.get("id")?,
            cdate: moment("cdate")?,
            domain: row.get("domain")?,
            raw_type: row.get("raw_type")?,
            raw_status: row.get("raw_status")?,
            raw_denial: row.get("raw_denial")?,
            submitter_email: row.get("submitter_email")?,
            listed_at: Moment(row.get("listed_at")?),
            shown_at: Moment(row.get("shown_at")?),
            read_at: moment("read_at")?,
            detail_json: row.get("detail_json")?,
            emails_json: row.get("emails_json")?,
        })
    }
}

/// Writes a row unless it stands there already; tells whether it was written. `listed_at` stays what it was first: a
/// report without a time would else wander through the list.
fn keep(db: &Transaction<'_>, row: &FiledRow, at: Moment) -> Result<bool, LedgerError> {
    let mut upsert = db.prepare_cached(
        "INSERT INTO filed_report
           (id, cdate, domain, raw_type, raw_status, raw_denial, submitter_email, search, listed_at)
         VALUES (:id, :cdate, :domain, :type, :status, :denial, :email, :search, :at)
         ON CONFLICT (id) DO UPDATE SET cdate = excluded.cdate, domain = excluded.domain, raw_type = excluded.raw_type,
           raw_status = excluded.raw_status, raw_denial = excluded.raw_denial, search = excluded.search,
           submitter_email = coalesce(excluded.submitter_email, submitter_email)
         WHERE cdate IS NOT excluded.cdate OR domain <> excluded.domain OR raw_type <> excluded.raw_type
           OR raw_status <> excluded.raw_status OR raw_denial IS NOT excluded.raw_denial OR search <> excluded.search
           OR submitter_email IS NOT coalesce(excluded.submitter_email, submitter_email)",
    )?;
    let search = format!("{} {} {} {}", row.id, row.domain, row.raw_type, row.words).to_lowercase();
    let written = upsert.execute(named_params! {
        ":id": row.id, ":cdate": row.cdate.map(Moment::millis), ":domain": row.domain, ":type": row.raw_type,
        ":status": row.raw_status, ":denial": row.raw_denial, ":email": row.submitter_email, ":search": search,
        ":at": at.millis(),
    })?;
    Ok(written > 0)
}

impl Cache {
    /// Keeps one page of an account's list, in one transaction, and tells how many rows are new or changed. Until
    /// [`Cache::filed_walked`] says that the end was reached, a page that changed something counts as unfinished.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when another account's reports are kept by now; else as every write. Then nothing of the
    /// page stays.
    pub fn keep_filed(&self, account: &str, rows: &[FiledRow], at: Moment) -> Result<u32, LedgerError> {
        self.write(|db| {
            mark::still_of(db, account)?;
            let mut changed = 0;
            for row in rows {
                changed += u32::from(keep(db, row, at)?);
            }
            if changed > 0 {
                mark::unfinished(db)?;
            }
            Ok(changed)
        })
    }

    /// Keeps a report that was read by itself. Its mails stay as they were. Tells whether its row is new or changed.
    ///
    /// # Errors
    /// [`LedgerError::Stale`] when another account's reports are kept by now; else as every write.
    pub fn keep_filed_detail(
        &self,
        account: &str,
        row: &FiledRow,
        detail_json: &str,
        at: Moment,
    ) -> Result<bool, LedgerError> {
        self.write(|db| {
            mark::still_of(db, account)?;
            let changed = keep(db, row, at)?;
            db.execute(
                "UPDATE filed_report SET detail_json = ?2, read_at = ?3 WHERE id = ?1",
                params![row.id, detail_json, at.millis()],
            )?;
            Ok(changed)
        })
    }

    /// Keeps all mails about a report, in the place of those before.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a report that is not kept; else as every write.
    pub fn keep_filed_emails(&self, id: &str, emails_json: &str) -> Result<(), LedgerError> {
        self.write(|db| {
            match db.execute("UPDATE filed_report SET emails_json = ?2 WHERE id = ?1", params![id, emails_json])? {
                0 => Err(LedgerError::NotFound),
                _ => Ok(()),
            }
        })
    }

    /// One report, with what was read of it.
    ///
    /// # Errors
    /// As every read.
    pub fn filed_report(&self, id: &str) -> Result<Option<FiledReport>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT * FROM filed_report WHERE id = ?1")?;
            Ok(query.query_row([id], FiledReport::from_row).optional()?)
        })
    }
}
