//! Keeping what a reading of a report tells: only what changed is written, and each change is remembered.

use std::collections::BTreeSet;

use domain::Moment;
use rusqlite::{OptionalExtension, Transaction, named_params, params};

use super::super::history::{self, Change};
use super::super::words::BlockStatus;
use super::{BlockRow, BlocksPage};
use crate::LedgerError;

/// The report whose blocks are kept.
pub(super) struct Report {
    number: i64,
    account: i64,
    id: String,
    domain: String,
    next_page: Option<u32>,
}

impl Report {
    pub(super) fn find(db: &Transaction<'_>, account: i64, id: &str) -> Result<Self, LedgerError> {
        let mut query =
            db.prepare_cached("SELECT n, domain, next_page FROM received_report WHERE account = ?1 AND id = ?2")?;
        let report = query.query_row(params![account, id], |row| {
            Ok(Self { number: row.get(0)?, account, id: id.into(), domain: row.get(1)?, next_page: row.get(2)? })
        });
        report.optional()?.ok_or(LedgerError::NotFound)
    }
}

/// Begins a reading with page 1, or goes on with the page that is due.
pub(super) fn begin_or_go_on(db: &Transaction<'_>, report: &Report, page: &BlocksPage<'_>) -> Result<(), LedgerError> {
    if page.page == 1 {
        db.prepare_cached("DELETE FROM reading WHERE report = ?1")?.execute([report.number])?;
        let mut begin = db.prepare_cached(
            "UPDATE received_report SET next_page = 2, reading_says = says, all_readable = ?2, asked_rows = ?3
             WHERE n = ?1",
        )?;
        begin.execute(params![report.number, page.all_readable, page.asked_rows])?;
        return Ok(());
    }
    if report.next_page != Some(page.page) {
        return Err(LedgerError::Stale);
    }
    let mut go_on = db.prepare_cached(
        "UPDATE received_report SET next_page = next_page + 1, all_readable = min(all_readable, ?2) WHERE n = ?1",
    )?;
    go_on.execute(params![report.number, page.all_readable])?;
    Ok(())
}

/// Remembers which blocks a page showed that is not the last one.
pub(super) fn remember(db: &Transaction<'_>, report: &Report, seen: &[i64]) -> Result<(), LedgerError> {
    let mut insert = db.prepare_cached("INSERT OR IGNORE INTO reading VALUES (?1, ?2)")?;
    for block in seen {
        insert.execute([report.number, *block])?;
    }
    Ok(())
}

/// Ends a reading: tells how many blocks it showed no more.
pub(super) fn end(db: &Transaction<'_>, report: &Report, seen: &[i64], now: Moment) -> Result<u32, LedgerError> {
    let mut gone = 0;
    let mut readable = db.prepare_cached("SELECT all_readable FROM received_report WHERE n = ?1")?;
    if readable.query_row([report.number], |row| row.get(0))? {
        let mut seen: BTreeSet<i64> = seen.iter().copied().collect();
        let mut before = db.prepare_cached("SELECT block FROM reading WHERE report = ?1")?;
        seen.extend(before.query_map([report.number], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?);
        for (block, change) in shown(db, report)?.into_iter().filter(|(block, _)| !seen.contains(block)) {
            db.prepare_cached("UPDATE block SET gone_at = ?2 WHERE n = ?1")?.execute(params![block, now.millis()])?;
            history::note(db, block, "gone", &change, now)?;
            gone += 1;
        }
    }
    db.prepare_cached("DELETE FROM reading WHERE report = ?1")?.execute([report.number])?;
    // What the list said meanwhile is another matter: then it is read once more.
    let mut end = db.prepare_cached(
        "UPDATE received_report SET summary = reading_says, reading_says = NULL, read_at = ?2, tried_at = NULL,
           next_page = iif(reading_says IS says, NULL, 1) WHERE n = ?1",
    )?;
    end.execute(params![report.number, now.millis()])?;
    Ok(gone)
}

/// The blocks of a report that are not gone, and where they stand.
fn shown(db: &Transaction<'_>, report: &Report) -> Result<Vec<(i64, Change)>, LedgerError> {
    let mut query =
        db.prepare_cached("SELECT n, raw_status, effective_at FROM block WHERE report = ?1 AND gone_at IS NULL")?;
    let rows = query.query_map([report.number], |row| {
        let (status, effective_at): (String, Option<i64>) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, Change { from: (status.clone(), effective_at), to: (status, effective_at) }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What stands of a block so far.
struct Standing {
    number: i64,
    row: BlockRow,
    search: String,
    gone: bool,
}

/// Writes a block unless it stands there already; gives its number, and whether it was written.
pub(super) fn keep(
    db: &Transaction<'_>,
    report: &Report,
    row: &BlockRow,
    now: Moment,
) -> Result<(i64, bool), LedgerError> {
    let search = search(report, row);
    let Some(standing) = standing(db, report, &row.id)? else {
        return Ok((insert(db, report, row, &search, now)?, true));
    };
    let known = BlockRow { words: row.words.clone(), ..standing.row };
    if known == *row && standing.search == search && !standing.gone {
        return Ok((standing.number, false));
    }
    let moved = known.raw_status != row.raw_status;
    let decided = BlockStatus::of(&known.raw_status) == BlockStatus::InReview
        && BlockStatus::of(&row.raw_status) == BlockStatus::Active;
    let mut update = db.prepare_cached(
        "UPDATE block SET raw_kind = :kind, raw_status = :status, effective_at = :effective,
           raw_effective = :raw_effective, raw_scope = :scope, entity_id = :entity, place = :place,
           place_exact = :exact, one_of = :one_of, search = :search, gone_at = NULL,
           since = iif(:moved, :now, since), kept = iif(:moved, :decided, kept)
         WHERE n = :n",
    )?;
    update.execute(named_params! {
        ":n": standing.number, ":kind": row.raw_kind, ":status": row.raw_status,
        ":effective": row.effective_at.map(Moment::millis), ":raw_effective": row.raw_effective,
        ":scope": row.raw_scope, ":entity": row.entity_id, ":place": row.place, ":exact": row.place_exact,
        ":one_of": row.one_of, ":search": search, ":moved": moved, ":decided": decided, ":now": now.millis(),
    })?;
    let change = Change {
        from: (known.raw_status, known.effective_at.map(Moment::millis)),
        to: (row.raw_status.clone(), row.effective_at.map(Moment::millis)),
    };
    if standing.gone {
        history::note(db, standing.number, "back", &change, now)?;
    } else if change.from != change.to {
        history::note(db, standing.number, "changed", &change, now)?;
    }
    Ok((standing.number, true))
}

fn standing(db: &Transaction<'_>, report: &Report, id: &str) -> Result<Option<Standing>, LedgerError> {
    let mut query = db.prepare_cached(
        "SELECT n, raw_kind, raw_status, effective_at, raw_effective, raw_scope, entity_id, place, place_exact, one_of,
           gone_at, search FROM block WHERE report = ?1 AND id = ?2",
    )?;
    let standing = query.query_row(params![report.number, id], |row| {
        Ok(Standing {
            number: row.get("n")?,
            search: row.get("search")?,
            gone: row.get::<_, Option<i64>>("gone_at")?.is_some(),
            row: BlockRow {
                id: id.into(),
                raw_kind: row.get("raw_kind")?,
                raw_status: row.get("raw_status")?,
                effective_at: row.get::<_, Option<i64>>("effective_at")?.map(Moment),
                raw_effective: row.get("raw_effective")?,
                raw_scope: row.get("raw_scope")?,
                entity_id: row.get("entity_id")?,
                place: row.get("place")?,
                place_exact: row.get("place_exact")?,
                one_of: row.get("one_of")?,
                words: String::new(),
            },
        })
    });
    Ok(standing.optional()?)
}

fn insert(
    db: &Transaction<'_>,
    report: &Report,
    row: &BlockRow,
    search: &str,
    now: Moment,
) -> Result<i64, LedgerError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO block (account, report, id, raw_kind, raw_status, effective_at, raw_effective, raw_scope, entity_id,
           place, place_exact, one_of, first_seen, since, search)
         VALUES (:account, :report, :id, :kind, :status, :effective, :raw_effective, :scope, :entity,
           :place, :exact, :one_of, :now, :now, :search)",
    )?;
    insert.execute(named_params! {
        ":account": report.account, ":report": report.number, ":id": row.id, ":kind": row.raw_kind,
        ":status": row.raw_status, ":effective": row.effective_at.map(Moment::millis),
        ":raw_effective": row.raw_effective, ":scope": row.raw_scope, ":entity": row.entity_id, ":place": row.place,
        ":exact": row.place_exact, ":one_of": row.one_of, ":now": now.millis(), ":search": search,
    })?;
    Ok(db.last_insert_rowid())
}

/// What a block is found by.
fn search(report: &Report, row: &BlockRow) -> String {
    let domain = if row.place.contains(&report.domain) { "" } else { &report.domain };
    let words = [&row.place, domain, &report.id, &row.id, &row.entity_id, &row.raw_kind, &row.words];
    words.iter().filter(|word| !word.is_empty()).map(|word| word.to_lowercase()).collect::<Vec<_>>().join(" ")
}
