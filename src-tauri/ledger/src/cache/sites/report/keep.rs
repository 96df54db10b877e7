//! Keeping what the list tells of a report: only what changed is written.

use domain::Moment;
use rusqlite::{Transaction, named_params, params};

use super::ReceivedRow;
use crate::LedgerError;

/// Writes a row unless it stands there already, and has its blocks read when they may be others; tells whether it was
/// written. `listed_at` stays what it was first. So does what a list may leave out and the report itself then tells:
/// addresses, texts, who reported it.
pub(super) fn keep(db: &Transaction<'_>, account: i64, row: &ReceivedRow, at: Moment) -> Result<bool, LedgerError> {
    let mut upsert = db.prepare_cached(
        "INSERT INTO received_report
           (account, id, cdate, domain, raw_type, raw_status, accepted_urls, active, in_review, pending, host_notified,
            addresses, listed_at, next_page, search, urls_json, justification, original_work, submitter_json)
         VALUES (:account, :id, :cdate, :domain, :type, :status, :accepted, :active, :in_review, :pending, :host,
            :addresses, :at, 1, :search, :urls, :justification, :work, :submitter)
         ON CONFLICT (account, id) DO UPDATE SET cdate = excluded.cdate, domain = excluded.domain,
           raw_type = excluded.raw_type, raw_status = excluded.raw_status, accepted_urls = excluded.accepted_urls,
           active = excluded.active, in_review = excluded.in_review, pending = excluded.pending,
           host_notified = excluded.host_notified,
           addresses = iif(excluded.addresses = 0, addresses, excluded.addresses),
           urls_json = iif(excluded.addresses = 0, urls_json, excluded.urls_json),
           search = iif(excluded.addresses = 0 AND addresses > 0, search, excluded.search),
           justification = coalesce(excluded.justification, justification),
           original_work = coalesce(excluded.original_work, original_work),
           submitter_json = coalesce(excluded.submitter_json, submitter_json)
         WHERE cdate IS NOT excluded.cdate OR domain COLLATE BINARY <> excluded.domain
           OR raw_type <> excluded.raw_type OR raw_status <> excluded.raw_status
           OR accepted_urls IS NOT excluded.accepted_urls OR active IS NOT excluded.active
           OR in_review IS NOT excluded.in_review OR pending IS NOT excluded.pending
           OR host_notified IS NOT excluded.host_notified
           OR urls_json <> iif(excluded.addresses = 0, urls_json, excluded.urls_json)
           OR search <> iif(excluded.addresses = 0 AND addresses > 0, search, excluded.search)
           OR justification IS NOT coalesce(excluded.justification, justification)
           OR original_work IS NOT coalesce(excluded.original_work, original_work)
           OR submitter_json IS NOT coalesce(excluded.submitter_json, submitter_json)",
    )?;
    let mut words = vec![row.id.as_str(), &row.domain, &row.raw_type, &row.words];
    words.extend(row.urls.iter().map(String::as_str));
    let written = upsert.execute(named_params! {
        ":account": account, ":id": row.id, ":cdate": row.cdate.map(Moment::millis), ":domain": row.domain,
        ":type": row.raw_type, ":status": row.raw_status, ":accepted": row.accepted_urls, ":active": row.active,
        ":in_review": row.in_review, ":pending": row.pending, ":host": row.host_notified,
        ":addresses": u32::try_from(row.urls.len()).unwrap_or(u32::MAX), ":at": at.millis(),
        ":search": words.join(" ").to_lowercase(), ":urls": serde_json::to_string(&row.urls)?,
        ":justification": row.justification, ":work": row.original_work, ":submitter": row.submitter_json,
    })?;
    if written > 0 {
        // A reading that began before this was said may have missed it.
        let mut due = db.prepare_cached(
            "UPDATE received_report SET next_page = 1, tried_at = NULL WHERE account = ?1 AND id = ?2
               AND coalesce(reading_says, summary) IS NOT says AND next_page IS NOT 1",
        )?;
        due.execute(params![account, row.id])?;
    }
    Ok(written > 0)
}
