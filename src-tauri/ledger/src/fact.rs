//! Small facts by name: marks that need no table of their own.

use rusqlite::{OptionalExtension, params};

use crate::{Ledger, LedgerError};

impl Ledger {
    /// What is kept under this name.
    ///
    /// # Errors
    /// As every read.
    pub fn fact(&self, name: &str) -> Result<Option<String>, LedgerError> {
        self.read(|db| {
            Ok(db.query_row("SELECT value FROM fact WHERE name = ?1", [name], |row| row.get(0)).optional()?)
        })
    }

    /// Keeps a value under this name.
    ///
    /// # Errors
    /// As every write.
    pub fn set_fact(&self, name: &str, value: &str) -> Result<(), LedgerError> {
        self.write(|db| {
            db.execute(
                "INSERT INTO fact (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                params![name, value],
            )?;
            Ok(())
        })
    }
}
