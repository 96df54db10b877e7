//! A copy of the ledger a day, the newest seven kept, each verified by opening it.

use std::fs;
use std::path::{Path, PathBuf};

use domain::Moment;
use rusqlite::{Connection, OpenFlags};

use crate::LedgerError;

const DAY_MS: i64 = 86_400_000;
const KEPT_COPIES: usize = 7;

fn day_of(path: &Path) -> Option<i64> {
    path.file_name()?.to_str()?.strip_prefix("ledger-")?.strip_suffix(".db")?.parse().ok()
}

fn copies(folder: &Path) -> Result<Vec<(i64, PathBuf)>, LedgerError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(day) = day_of(&path) {
            found.push((day, path));
        }
    }
    Ok(found)
}

/// Copies the database, and opens the copy to see that it is one. A copy that can't be opened again is no copy: it is
/// removed, and the error tells.
fn copy(connection: &Connection, folder: &Path, name: &str) -> Result<(), LedgerError> {
    let unfinished = folder.join("unfinished.db");
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    connection.execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])?;
    let copy = Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    drop(copy);
    if verdict != "ok" {
        fs::remove_file(&unfinished)?;
        return Err(LedgerError::Damaged(verdict));
    }
    Ok(fs::rename(unfinished, folder.join(name))?)
}

/// Copies a ledger of an older schema before it is changed; kept until a person removes it.
pub(crate) fn before_migration(connection: &Connection, folder: &Path, schema: u32) -> Result<(), LedgerError> {
    fs::create_dir_all(folder)?;
    copy(connection, folder, &format!("before-schema-{}.db", schema + 1))
}

/// Makes today's copy unless it is there, and keeps the newest seven.
pub(crate) fn daily(connection: &Connection, folder: &Path, now: Moment) -> Result<(), LedgerError> {
    fs::create_dir_all(folder)?;
    let today = now.millis() / DAY_MS;
    let name = format!("ledger-{today}.db");
    if !folder.join(&name).exists() {
        copy(connection, folder, &name)?;
    }
    // By their number and not by their age: a clock that is set wrong must not take the good ones away.
    let mut all = copies(folder)?;
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    for (_, old) in all.into_iter().skip(KEPT_COPIES) {
        fs::remove_file(old)?;
    }
    Ok(())
}
