//! Opening the cache: a good file is used, any other is replaced.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use domain::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::LedgerError;

const SCHEMA: &str = include_str!("../../schema/cache.sql");
/// Counted up with every change of the schema.
const VERSION: u32 = 1;
/// "TDca" as a number: a database of something else is not taken for ours.
const APPLICATION: u32 = 0x5444_6361;
/// What damaged files are called, before and after the time of finding them so.
const PUT_ASIDE: (&str, &str) = ("cache-damaged-", ".db");

/// What the services said, kept so that lists are there at once and without a network. One connection behind its lock;
/// every call is synchronous and short. The caller has the data folder for itself, by [`crate::Ledger::open`].
pub struct Cache {
    connection: Mutex<Connection>,
    pub(super) walking: AtomicBool,
}

impl Cache {
    /// Opens or makes the cache in `folder` (0600 on Unix). A damaged file is put aside under a name with the time
    /// `now`, the newest of them kept; one of another version or of something else is removed.
    ///
    /// # Errors
    /// [`LedgerError::Storage`] when the folder can't be written.
    pub fn open(folder: &Path, now: Moment) -> Result<Self, LedgerError> {
        let path = folder.join("cache.db");
        let connection = match Self::connect(&path) {
            Ok(found) => found,
            Err(LedgerError::Damaged(_)) => {
                put_aside(folder, now)?;
                None
            }
            Err(other) => return Err(other),
        };
        let connection = match connection {
            Some(good) => good,
            None => {
                remove(&path)?;
                make(&path)?
            }
        };
        Ok(Self { connection: connection.into(), walking: AtomicBool::new(false) })
    }

    /// The file as it is; none where it has no schema of this version.
    fn connect(path: &Path) -> Result<Option<Connection>, LedgerError> {
        let connection = set(path)?;
        let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(LedgerError::Damaged(verdict));
        }
        let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, u32>(0));
        let ours = number("PRAGMA user_version")? == VERSION && number("PRAGMA application_id")? == APPLICATION;
        Ok(ours.then_some(connection))
    }

    /// Reads.
    pub(super) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T, LedgerError>) -> Result<T, LedgerError> {
        // A panic while the lock was held rolled its transaction back, so the connection is as good as before.
        query(&self.connection.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes in one transaction; nothing of it stays when `change` fails.
    pub(super) fn write<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

/// A connection to the file, which is made where there is none.
fn set(path: &Path) -> Result<Connection, LedgerError> {
    make_private(path)?;
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A power cut may lose the last answers: they are asked for again.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

fn make(path: &Path) -> Result<Connection, LedgerError> {
    let mut connection = set(path)?;
    let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    step.execute_batch(SCHEMA)?;
    step.pragma_update(None, "application_id", APPLICATION)?;
    step.pragma_update(None, "user_version", VERSION)?;
    step.commit()?;
    Ok(connection)
}

/// The log and the index that SQLite keeps beside the file take its mode.
#[cfg(unix)]
fn make_private(path: &Path) -> Result<(), LedgerError> {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let file = File::options().create(true).truncate(false).write(true).mode(0o600).open(path)?;
    Ok(file.set_permissions(fs::Permissions::from_mode(0o600))?)
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> Result<(), LedgerError> {
    File::options().create(true).truncate(false).write(true).open(path)?;
    Ok(())
}

/// The file and what SQLite keeps beside it. A log that stayed would be played into the new file.
fn all_of(path: &Path) -> [PathBuf; 3] {
    ["", "-wal", "-shm"].map(|end| PathBuf::from(format!("{}{end}", path.display())))
}

fn remove(path: &Path) -> Result<(), LedgerError> {
    for file in all_of(path) {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Keeps the newest damaged file only: it may help to find the cause, and no more than that.
fn put_aside(folder: &Path, now: Moment) -> Result<(), LedgerError> {
    let (before, after) = PUT_ASIDE;
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(before) && name.ends_with(after) {
            fs::remove_file(folder.join(name))?;
        }
    }
    Ok(fs::rename(folder.join("cache.db"), folder.join(format!("{before}{}{after}", now.millis())))?)
}
