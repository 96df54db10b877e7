//! Steps of the cache's schema: numbered, each in one transaction, a verified copy of the file before any but the
//! first. A step that was released never changes.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::{LedgerError, backup};

const STEPS: [&str; 2] = [include_str!("../../schema/cache/0001.sql"), include_str!("../../schema/cache/0002.sql")];
/// "TDca" as a number: a database of something else is not taken for ours.
const APPLICATION: u32 = 0x5444_6361;

/// What a file is, by its own account.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing yet: it was just made, or by a process that was killed then.
    Empty,
    /// Ours, of this or an earlier version.
    Ours(u32),
    /// Ours, and written by a newer version of the app.
    Newer,
    /// A database of something else.
    Foreign,
}

/// What the file is.
pub(super) fn found(connection: &Connection) -> Result<Found, LedgerError> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, u32>(0));
    let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    let (application, version) = (number("PRAGMA application_id")?, number("PRAGMA user_version")?);
    Ok(match (application, version) {
        (0, 0) if tables == 0 => Found::Empty,
        (APPLICATION, 0) => Found::Foreign,
        (APPLICATION, version) if version as usize > STEPS.len() => Found::Newer,
        (APPLICATION, version) => Found::Ours(version),
        _ => Found::Foreign,
    })
}

/// Brings a file of version `from`, 0 for an empty one, to the newest that is known. Copies go to `folder`, and only
/// that of the last change stays.
pub(super) fn migrate(connection: &mut Connection, from: u32, folder: &Path) -> Result<(), LedgerError> {
    for (version, sql) in (1..).zip(STEPS).skip(from as usize) {
        if version > 1 && from > 0 {
            backup::before_migration(connection, folder, version - 1)?;
            forget_copies(folder, version)?;
        }
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "application_id", APPLICATION)?;
        step.pragma_update(None, "user_version", version)?;
        step.commit()?;
    }
    Ok(())
}

/// Removes the copies of earlier changes: each holds no more than the one that was just made.
fn forget_copies(folder: &Path, made: u32) -> Result<(), LedgerError> {
    for version in 1..made {
        match fs::remove_file(folder.join(format!("before-schema-{version}.db"))) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
