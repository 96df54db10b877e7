//! Opening the data folder: who may, how the database is set, what is checked first.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::store::EvidenceStore;
use crate::{LedgerError, backup, schema};

/// The opened ledger of one data folder. One writer and one reader connection, each behind its lock; every call is
/// synchronous and short.
pub struct Ledger {
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    folder: PathBuf,
    evidence: EvidenceStore,
    ended_badly: bool,
    // Held as long as the ledger lives: a second process that opens the folder is refused.
    _lock: File,
}

impl Ledger {
    /// Opens or makes the ledger in `folder` (0700, files 0600 on Unix).
    ///
    /// # Errors
    /// [`LedgerError::InUse`] when another process has it, [`LedgerError::Newer`] for a file of a newer version (left
    /// untouched), [`LedgerError::Damaged`] when its pages are.
    pub fn open(folder: &Path, now: Moment) -> Result<Self, LedgerError> {
        make_private_folder(folder)?;
        let lock = File::options().create(true).truncate(false).write(true).read(true).open(folder.join("lock"))?;
        lock.try_lock().map_err(|error| match error {
            fs::TryLockError::WouldBlock => LedgerError::InUse,
            fs::TryLockError::Error(error) => error.into(),
        })?;
        let path = folder.join("ledger.db");
        let mut writer = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        if schema::found(&writer)? > schema::KNOWN {
            return Err(LedgerError::Newer { found: schema::found(&writer)?, known: schema::KNOWN });
        }
        let open_mark = folder.join("open");
        let ended_badly = open_mark.exists();
        if ended_badly {
            check(&writer)?;
        }
        let (backups, from) = (folder.join("backups"), schema::found(&writer)?);
        if (1..schema::KNOWN).contains(&from) {
            backup::before_migration(&writer, &backups, from)?;
        }
        schema::migrate(&mut writer)?;
        // Any other failure is no reason to keep a person from their cases: a full disk is told when it matters.
        if let Err(damaged @ LedgerError::Damaged(_)) = backup::daily(&writer, &backups, now) {
            return Err(damaged);
        }
        let reader = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        fs::write(open_mark, b"")?;
        let evidence = EvidenceStore::open(&folder.join("evidence"))?;
        Ok(Self {
            writer: writer.into(),
            reader: reader.into(),
            folder: folder.into(),
            evidence,
            ended_badly,
            _lock: lock,
        })
    }

    /// Where the evidence lies.
    pub fn evidence_store(&self) -> &EvidenceStore {
        &self.evidence
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the last process that had the folder ended without [`Ledger::close`].
    pub fn ended_badly(&self) -> bool {
        self.ended_badly
    }

    /// Says that the process ends in good order.
    ///
    /// # Errors
    /// [`LedgerError::Storage`] when the mark can't be removed; the next start then checks the database once more.
    pub fn close(&self) -> Result<(), LedgerError> {
        match fs::remove_file(self.folder.join("open")) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Bytes of the database file, its write-ahead log included.
    pub fn size_bytes(&self) -> u64 {
        ["ledger.db", "ledger.db-wal"]
            .iter()
            .filter_map(|name| fs::metadata(self.folder.join(name)).ok())
            .map(|m| m.len())
            .sum()
    }

    /// Reads.
    pub(crate) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T, LedgerError>) -> Result<T, LedgerError> {
        query(&lock(&self.reader))
    }

    /// Writes in one durable transaction; nothing of it stays when `change` fails.
    pub(crate) fn write<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let mut writer = lock(&self.writer);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

/// Reads an id back. The file holds only ids that were made here; another shape means that it was changed by hand.
pub(crate) fn stored<T: std::str::FromStr>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| rusqlite::Error::InvalidColumnName(format!("{column} holds no id")))
}

/// A panic while the lock was held rolled its transaction back, so the connection is as good as before.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, LedgerError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // WAL with NORMAL may lose the last commits on a power cut; a report's confirmation is one of them.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "fullfsync", true)?;
        connection.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    Ok(connection)
}

fn check(connection: &Connection) -> Result<(), LedgerError> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(LedgerError::Damaged(verdict)) }
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> Result<(), LedgerError> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> Result<(), LedgerError> {
    Ok(fs::create_dir_all(folder)?)
}
