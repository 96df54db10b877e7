//! What can go wrong with the ledger, as the decisions it asks for.

/// Why the ledger did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file was written by a newer version of the app; nothing was changed in it.
    #[error("the ledger was written by a newer version of the app (schema {found}, this one knows {known})")]
    Newer {
        /// The file's schema.
        found: u32,
        /// The newest schema this version knows.
        known: u32,
    },
    /// Another process has the data folder.
    #[error("another copy of the app uses this data folder")]
    InUse,
    /// The database is damaged: nothing is sent from it.
    #[error("the ledger is damaged: {0}")]
    Damaged(String),
    /// A constraint of the schema said no: a bug of ours was stopped.
    #[error("the ledger forbids this: {0}")]
    Forbidden(String),
    /// The row was changed by someone else since it was read.
    #[error("the submission changed meanwhile")]
    Stale,
    /// No such row.
    #[error("no such row")]
    NotFound,
    /// The disk is full, read-only, or failed.
    #[error("the data folder can't be written: {0}")]
    Storage(String),
    /// Anything else that SQLite says.
    #[error("the ledger failed: {0}")]
    Sql(rusqlite::Error),
    /// A stored value can't be read back.
    #[error("a stored value can't be read: {0}")]
    Unreadable(String),
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match &error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::SqliteFailure(failure, said) => {
                let said = said.clone().unwrap_or_else(|| failure.to_string());
                match failure.code {
                    Code::ConstraintViolation => Self::Forbidden(said),
                    Code::DiskFull | Code::ReadOnly | Code::SystemIoFailure | Code::CannotOpen => Self::Storage(said),
                    Code::DatabaseCorrupt | Code::NotADatabase => Self::Damaged(said),
                    _ => Self::Sql(error),
                }
            }
            _ => Self::Sql(error),
        }
    }
}

impl From<std::io::Error> for LedgerError {
    fn from(error: std::io::Error) -> Self {
        Self::Storage(error.to_string())
    }
}

impl From<serde_json::Error> for LedgerError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
