//! Table `account`: the service's id of an account, and the number that stands for it in every other table.

use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::LedgerError;

/// What no account has: an account of which nothing is kept has no rows.
const NONE: i64 = 0;

/// The number of an account, for a read.
pub(super) fn number(db: &Connection, account: &str) -> Result<i64, LedgerError> {
    let mut query = db.prepare_cached("SELECT n FROM account WHERE id = ?1")?;
    Ok(query.query_row([account], |row| row.get(0)).optional()?.unwrap_or(NONE))
}

/// The number of an account, for a write: it gets one with the first.
pub(super) fn numbered(db: &Transaction<'_>, account: &str) -> Result<i64, LedgerError> {
    match number(db, account)? {
        NONE => {
            db.execute("INSERT INTO account (id) VALUES (?1)", [account])?;
            Ok(db.last_insert_rowid())
        }
        known => Ok(known),
    }
}
