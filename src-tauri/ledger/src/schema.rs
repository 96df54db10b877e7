//! Migrations: numbered, each in one transaction, a verified copy of the file before any but the first.

use rusqlite::Connection;

use crate::LedgerError;

const MIGRATIONS: [&str; 4] = [
    include_str!("../schema/0001.sql"),
    include_str!("../schema/0002.sql"),
    include_str!("../schema/0003.sql"),
    include_str!("../schema/0004.sql"),
];

/// The newest schema that this version knows.
pub(crate) const KNOWN: u32 = MIGRATIONS.len() as u32;

/// The file's schema; 0 for a new file.
pub(crate) fn found(connection: &Connection) -> Result<u32, LedgerError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings the file to [`KNOWN`]; refuses a newer one untouched.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), LedgerError> {
    let from = found(connection)?;
    if from > KNOWN {
        return Err(LedgerError::Newer { found: from, known: KNOWN });
    }
    for (index, sql) in MIGRATIONS.iter().enumerate().skip(from as usize) {
        let step = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", index as u32 + 1)?;
        step.commit()?;
    }
    Ok(())
}
