//! Table `submission_block`: the blocks on our own sites that submissions ask a review of.

use domain::SubmissionId;
use rusqlite::{Transaction, params};

use crate::draft::Draft;
use crate::submission::Submission;
use crate::{Ledger, LedgerError};

/// A block that a submission names, frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubmissionBlock {
    /// The account whose site it is on, by the service's id.
    pub account: String,
    /// The service's number of the report that led to it.
    pub report_id: String,
    /// The service's number of it; none for the whole report.
    pub block_id: Option<String>,
    /// Why it should go, in the contract's word.
    pub reason: Option<String>,
}

pub(crate) fn insert(db: &Transaction<'_>, id: &SubmissionId, blocks: &[SubmissionBlock]) -> Result<(), LedgerError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO submission_block (submission_id, ordinal, account, report_id, block_id, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (ordinal, one) in (1_u32..).zip(blocks) {
        insert.execute(params![id.as_str(), ordinal, one.account, one.report_id, one.block_id, one.reason])?;
    }
    Ok(())
}

impl Ledger {
    /// What was asked about a block, or about a report as a whole, and not taken back, newest first.
    ///
    /// # Errors
    /// As every read.
    pub fn appeals_about(
        &self,
        account: &str,
        report_id: &str,
        block_id: Option<&str>,
    ) -> Result<Vec<Submission>, LedgerError> {
        self.submissions_where(
            "state <> 'undone' AND id IN (SELECT submission_id FROM submission_block
               WHERE account = ?1 AND report_id = ?2 AND block_id IS ?3)
             ORDER BY confirmed_at DESC, rowid DESC",
            params![account, report_id, block_id],
        )
    }

    /// The blocks that a submission names, in their order.
    ///
    /// # Errors
    /// As every read.
    pub fn blocks_of(&self, id: &SubmissionId) -> Result<Vec<SubmissionBlock>, LedgerError> {
        self.read(|db| {
            let mut query =
                db.prepare_cached("SELECT * FROM submission_block WHERE submission_id = ?1 ORDER BY ordinal")?;
            let rows = query.query_map([id.as_str()], |row| {
                Ok(SubmissionBlock {
                    account: row.get("account")?,
                    report_id: row.get("report_id")?,
                    block_id: row.get("block_id")?,
                    reason: row.get("reason")?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Appeals being written: drafts about our own sites that were neither confirmed nor put away, newest first.
    ///
    /// # Errors
    /// As every read.
    pub fn open_appeals(&self) -> Result<Vec<Draft>, LedgerError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "SELECT d.* FROM draft d JOIN case_file c ON c.id = d.case_id
                 WHERE c.side = 'sites' AND d.sent_at IS NULL AND d.deleted_at IS NULL
                 ORDER BY d.saved_at DESC, d.id DESC",
            )?;
            let rows = query.query_map([], Draft::from_row)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}
