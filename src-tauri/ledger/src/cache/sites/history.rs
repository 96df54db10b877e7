//! Table `block_change`: where a block went after it was first seen.

use domain::Moment;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::LedgerError;

/// What happened to a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockChangeKind {
    /// We saw it for the first time.
    Seen,
    /// Its status or its time is another one.
    Changed,
    /// The service does not show it any more.
    Gone,
    /// The service shows it again.
    Back,
}

/// One thing that happened to a block, as far as we saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockChange {
    /// When we saw it.
    pub at: Moment,
    /// What.
    pub kind: BlockChangeKind,
    /// The word for where it stood before; none for [`BlockChangeKind::Seen`].
    pub from_status: Option<String>,
    /// The word for where it stands from then on.
    pub to_status: String,
    /// When it starts or started, as it was told then, where that can be read.
    pub effective_at: Option<Moment>,
}

/// Where a block stood and stands: its status, and its time in milliseconds.
pub(super) struct Change {
    pub from: (String, Option<i64>),
    pub to: (String, Option<i64>),
}

/// Remembers a change.
pub(super) fn note(
    db: &Transaction<'_>,
    block: i64,
    what: &str,
    change: &Change,
    at: Moment,
) -> Result<(), LedgerError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO block_change (block, at, what, from_status, from_effective, to_status, to_effective)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let ((from, from_effective), (to, to_effective)) = (&change.from, &change.to);
    insert.execute(params![block, at.millis(), what, from, from_effective, to, to_effective])?;
    Ok(())
}

/// What happened to a block, newest first. That it was first seen has no row of its own: where it stood then is where
/// its first change began, or where it stands now.
pub(super) fn of(db: &Connection, report: i64, id: &str) -> Result<Vec<BlockChange>, LedgerError> {
    let mut query =
        db.prepare_cached("SELECT n, first_seen, raw_status, effective_at FROM block WHERE report = ?1 AND id = ?2")?;
    let block = query.query_row(params![report, id], |row| {
        let first = BlockChange {
            at: Moment(row.get(1)?),
            kind: BlockChangeKind::Seen,
            from_status: None,
            to_status: row.get(2)?,
            effective_at: row.get::<_, Option<i64>>(3)?.map(Moment),
        };
        Ok((row.get::<_, i64>(0)?, first))
    });
    let Some((block, mut first)) = block.optional()? else { return Ok(Vec::new()) };
    let mut query = db.prepare_cached("SELECT * FROM block_change WHERE block = ?1 ORDER BY n DESC")?;
    let mut rows = query.query([block])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let from: String = row.get("from_status")?;
        first.to_status.clone_from(&from);
        first.effective_at = row.get::<_, Option<i64>>("from_effective")?.map(Moment);
        changes.push(BlockChange {
            at: Moment(row.get("at")?),
            kind: match row.get::<_, String>("what")?.as_str() {
                "gone" => BlockChangeKind::Gone,
                "back" => BlockChangeKind::Back,
                _ => BlockChangeKind::Changed,
            },
            from_status: Some(from),
            to_status: row.get("to_status")?,
            effective_at: row.get::<_, Option<i64>>("to_effective")?.map(Moment),
        });
    }
    changes.push(first);
    Ok(changes)
}
