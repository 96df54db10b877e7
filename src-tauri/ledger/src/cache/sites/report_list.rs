//! Lists of reports about our sites: found by words and filters, sorted by an index, walked page by page.

use domain::Moment;

use super::ReceivedReport;
use super::account::number;
use super::cursor::{Cursor, SortOrder, Sorting};
use super::listing::{Asked, Matching};
use super::words::{BlockStatus, ReceivedStatus};
use crate::LedgerError;
use crate::cache::Cache;

/// What reports about us are sorted by. Those alike stand as they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReceivedSort {
    /// When the service received it; one whose time can't be read stands where we first heard of it.
    #[default]
    ReceivedAt,
    /// The service's number.
    Id,
    /// The domain, then the time.
    Domain,
    /// The service's word for its category, then the time.
    Kind,
    /// Its status, then the time.
    Status,
}

/// Which reports about us to list. What is empty asks for all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReceivedQuery {
    /// Words that all must occur, also as a defanged address.
    pub words: Vec<String>,
    /// Only those about this domain, in large or small letters.
    pub domain: Option<String>,
    /// Only those of this category, in the service's word.
    pub raw_type: Option<String>,
    /// Only those that stand so.
    pub status: Option<ReceivedStatus>,
    /// Only those with a block that stands so: as far as its blocks were read, else as the list says.
    pub block_status: Option<BlockStatus>,
    /// Only those received at or after this moment.
    pub received_from: Option<Moment>,
    /// Only those received before this moment.
    pub received_before: Option<Moment>,
    /// By what they are sorted.
    pub sort: ReceivedSort,
    /// In which order.
    pub order: SortOrder,
    /// Only those behind the page that ended here. It must have been sorted the same way.
    pub after: Option<Cursor>,
    /// How many at most.
    pub most: u32,
}

/// A page of reports about us.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceivedList {
    /// The reports, without their long texts.
    pub rows: Vec<ReceivedReport>,
    /// Asks for the page after this one; none after the last.
    pub next: Option<Cursor>,
}

impl ReceivedQuery {
    fn sorting(&self) -> Sorting {
        let (word, columns): (_, &[_]) = match self.sort {
            ReceivedSort::ReceivedAt => ("received_time", &["shown_at"]),
            ReceivedSort::Id => ("received_id", &["id"]),
            ReceivedSort::Domain => ("received_domain", &["domain", "shown_at"]),
            ReceivedSort::Kind => ("received_type", &["raw_type", "shown_at"]),
            ReceivedSort::Status => ("received_status", &["status_no", "shown_at"]),
        };
        Sorting { word, columns, order: self.order }
    }

    fn matching(&self, account: i64) -> Matching {
        let mut matching = Matching::of("received_report", account);
        if let Some(domain) = &self.domain {
            matching.and("received_report.domain = ?", [domain.clone().into()]);
        }
        if let Some(raw_type) = &self.raw_type {
            matching.and("received_report.raw_type = ?", [raw_type.clone().into()]);
        }
        if let Some(status) = self.status {
            matching.and("received_report.status_no = ?", [i64::from(status.number()).into()]);
        }
        if let Some(from) = self.received_from {
            matching.and("received_report.shown_at >= ? AND received_report.cdate IS NOT NULL", [from.millis().into()]);
        }
        if let Some(before) = self.received_before {
            matching
                .and("received_report.shown_at < ? AND received_report.cdate IS NOT NULL", [before.millis().into()]);
        }
        if let Some(status) = self.block_status {
            matching.and(&with_block(status), [i64::from(status.number()).into()]);
        }
        matching.words("received_report", &self.words);
        matching
    }

    fn page(&self, account: i64) -> Result<Asked, LedgerError> {
        let what = (ReceivedReport::COLUMNS, "received_report", "received_report");
        Asked::page(what, self.matching(account), &self.sorting(), self.after.as_ref(), self.most)
    }
}

/// That a report has a block which stands so. While its blocks were never read, the list's numbers tell.
fn with_block(status: BlockStatus) -> String {
    let kept = "EXISTS (SELECT 1 FROM block WHERE report = received_report.n AND status_no = ?)";
    let told = match status {
        BlockStatus::Pending => "pending",
        BlockStatus::Active => "active",
        BlockStatus::InReview => "in_review",
        BlockStatus::Cancelled | BlockStatus::Removed | BlockStatus::Other => return kept.to_owned(),
    };
    format!("({kept} OR read_at IS NULL AND {told} > 0)")
}

#[cfg(test)]
mod tests;

impl Cache {
    /// A page of the reports about an account's sites.
    ///
    /// # Errors
    /// [`LedgerError::Unreadable`] when `after` is the end of a page that was sorted another way; else as every read.
    pub fn received(&self, account: &str, query: &ReceivedQuery) -> Result<ReceivedList, LedgerError> {
        self.read(|db| {
            let asked = query.page(number(db, account)?)?;
            let (rows, next) = asked.rows(db, &query.sorting(), query.most, ReceivedReport::listed)?;
            Ok(ReceivedList { rows, next })
        })
    }

    /// How many reports there are in all pages.
    ///
    /// # Errors
    /// As every read.
    pub fn count_received(&self, account: &str, query: &ReceivedQuery) -> Result<u32, LedgerError> {
        self.read(|db| {
            let matching = query.matching(number(db, account)?);
            let asked = Asked::all("count(*)", "received_report", matching);
            let mut statement = db.prepare_cached(&asked.sql)?;
            Ok(statement.query_row(rusqlite::params_from_iter(&asked.values), |row| row.get(0))?)
        })
    }
}
