//! Where a submission stands, and what its case shows of all of them.

use domain::{CaseId, Moment, SubmissionId};
use rusqlite::{OptionalExtension, Transaction, params};

use crate::case::Bucket;
use crate::event::{self, NewEvent};
use crate::submission::{self, SUPERSEDED, Submission};
use crate::{Ledger, LedgerError};

/// Where a submission stands now.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The filter it belongs to.
    pub bucket: Bucket,
    /// Its status, in the contract's word.
    pub status: &'a str,
    /// The service's own word.
    pub raw_status: Option<&'a str>,
    /// The service's word for why it refused.
    pub denial: Option<&'a str>,
}

/// Sets where a submission stands, and with it its case. What the person settled stays settled while it stands the same.
pub(crate) fn set(db: &Transaction<'_>, one: &Submission, standing: &Standing<'_>) -> Result<(), LedgerError> {
    db.execute(
        "UPDATE submission SET
           settled = CASE WHEN settled = 1 AND status IS ?3 AND denial IS ?5 THEN 1 ELSE 0 END,
           bucket = CASE WHEN settled = 1 AND status IS ?3 AND denial IS ?5 THEN 'done' ELSE ?2 END,
           status = ?3, raw_status = ?4, denial = ?5
         WHERE id = ?1",
        params![one.id.as_str(), standing.bucket.as_str(), standing.status, standing.raw_status, standing.denial],
    )?;
    settle_case(db, &one.case_id)
}

/// The case shows what presses most: of all that was sent and whose place nothing newer takes, what waits for the person,
/// then what waits for a service. A case in which nothing is left shows its draft.
pub(crate) fn settle_case(db: &Transaction<'_>, id: &CaseId) -> Result<(), LedgerError> {
    let mut services = db.prepare_cached(
        "SELECT service FROM submission WHERE case_id = ?1 AND state <> 'undone' GROUP BY service ORDER BY min(rowid)",
    )?;
    let services: Vec<String> = services.query_map([id.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?;
    db.execute("UPDATE case_file SET sent_to = ?2 WHERE id = ?1", params![id.as_str(), services.join(" ")])?;
    let leading = db
        .query_row(
            &format!(
                "SELECT s.bucket, s.status, s.raw_status, s.denial, s.service, s.remote_id FROM submission s
                 WHERE s.case_id = ?1 AND s.state <> 'undone' AND s.bucket IS NOT NULL AND NOT ({SUPERSEDED})
                 ORDER BY CASE s.bucket WHEN 'needs_you' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, s.confirmed_at, s.rowid
                 LIMIT 1"
            ),
            [id.as_str()],
            |row| {
                let text = |at| row.get::<_, Option<String>>(at);
                Ok([text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?])
            },
        )
        .optional()?;
    match leading {
        Some([bucket, status, raw, denial, service, number]) => db.execute(
            "UPDATE case_file SET bucket = ?2, status = ?3, raw_status = ?4, denial = ?5, status_of = ?6,
               number = coalesce(?7, (SELECT remote_id FROM submission WHERE case_id = ?1 AND remote_id IS NOT NULL ORDER BY rowid LIMIT 1))
             WHERE id = ?1",
            params![id.as_str(), bucket, status, raw, denial, service, number],
        )?,
        None => db.execute(
            "UPDATE case_file SET bucket = 'draft', status = 'draft', raw_status = NULL, denial = NULL, status_of = NULL
             WHERE id = ?1 AND EXISTS (SELECT 1 FROM draft d WHERE d.case_id = ?1)",
            [id.as_str()],
        )?,
    };
    Ok(())
}

impl Ledger {
    /// Sets where a submission stands by the service's news, with everything that happened. `flags_json` tells what the
    /// service says of the page; none leaves that.
    ///
    /// # Errors
    /// As every write.
    pub fn record_news(
        &self,
        one: &Submission,
        standing: &Standing<'_>,
        flags_json: Option<&str>,
        asked_at: Moment,
        events: &[NewEvent],
    ) -> Result<(), LedgerError> {
        self.write(|db| {
            asked(db, one, asked_at)?;
            set(db, one, standing)?;
            db.execute(
                "UPDATE case_file SET flags_json = coalesce(?2, flags_json) WHERE id = ?1",
                params![one.case_id.as_str(), flags_json],
            )?;
            for event in events {
                event::add(db, &one.case_id, event, None)?;
            }
            Ok(())
        })
    }

    /// Notes that a service was asked about a submission and had nothing to tell.
    ///
    /// # Errors
    /// As every write.
    pub fn record_asked(&self, one: &Submission, at: Moment) -> Result<(), LedgerError> {
        self.write(|db| asked(db, one, at))
    }

    /// The person has seen where it stands and wants nothing more of it: it needs nobody until it stands otherwise.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`].
    pub fn settle(&self, id: &SubmissionId, event: &NewEvent) -> Result<Submission, LedgerError> {
        self.write(|db| {
            let one = submission::by_id(db, id)?;
            db.execute("UPDATE submission SET settled = 1, bucket = 'done' WHERE id = ?1", [id.as_str()])?;
            settle_case(db, &one.case_id)?;
            event::add(db, &one.case_id, event, None)?;
            submission::by_id(db, id)
        })
    }
}

fn asked(db: &Transaction<'_>, one: &Submission, at: Moment) -> Result<(), LedgerError> {
    db.execute("UPDATE submission SET refreshed_at = ?2 WHERE id = ?1", params![one.id.as_str(), at.millis()])?;
    db.execute("UPDATE case_file SET refreshed_at = ?2 WHERE id = ?1", params![one.case_id.as_str(), at.millis()])?;
    Ok(())
}
