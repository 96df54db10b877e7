//! Opening the cache: a good file is used, an older one is brought up to date, any other is put aside for a new one.

use std::fs::{self, File};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, PoisonError};

use domain::Moment;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::aside::{self, Why};
use super::rescue;
use super::schema::{self, Found};
use crate::LedgerError;

/// Statements that are kept prepared: lists have many forms.
const STATEMENTS: usize = 64;

/// What the services said, kept so that lists are there at once and without a network. One connection writes and one
/// reads, each behind its lock, so that a page that is written holds up no list; every call is synchronous and short.
/// The caller has the data folder for itself, by [`crate::Ledger::open`].
pub struct Cache {
    // Closed first: only a connection that writes can put the log away, and only the last one does.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
    pub(super) walking: AtomicBool,
}

impl Cache {
    /// Opens or makes the cache in `folder` (0600 on Unix). A file of an older version is migrated, behind a copy in
    /// `backups/cache`. One that is damaged, of a newer version or of something else is put aside under a name with the
    /// time `now`; of damaged ones without an archive the newest three stay, of the others all. What can be read of an
    /// archive is there again in the new file.
    ///
    /// # Errors
    /// [`LedgerError::Storage`] when the folder can't be written.
    pub fn open(folder: &Path, now: Moment) -> Result<Self, LedgerError> {
        let path = folder.join("cache.db");
        let copies = folder.join("backups").join("cache");
        let writer = match usable(&path, &copies)? {
            Ok(writer) => writer,
            Err(why) => {
                let aside = aside::put(folder, why, now)?;
                let mut writer = connect(&path, true)?;
                schema::migrate(&mut writer, 0, &copies)?;
                if why == Why::Archive {
                    rescue::rescue(&mut writer, &aside)?;
                }
                writer
            }
        };
        let reader = connect(&path, false)?;
        Ok(Self { reader: reader.into(), writer: writer.into(), walking: AtomicBool::new(false) })
    }

    /// Reads.
    pub(super) fn read<T>(&self, query: impl FnOnce(&Connection) -> Result<T, LedgerError>) -> Result<T, LedgerError> {
        query(&self.reader.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes in one transaction; nothing of it stays when `change` fails.
    pub(super) fn write<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        // A panic while the lock was held rolled its transaction back, so the connection is as good as before.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

/// The file, brought up to date; or why it can't be used.
fn usable(path: &Path, copies: &Path) -> Result<Result<Connection, Why>, LedgerError> {
    let mut connection = match connect(path, true) {
        Err(LedgerError::Damaged(_)) => return Ok(Err(Why::Damaged)),
        other => other?,
    };
    match bring_up(&mut connection, copies) {
        Ok(None) => Ok(Ok(connection)),
        Ok(Some(why)) => Ok(Err(why)),
        Err(LedgerError::Damaged(_)) => Ok(Err(Why::of_damaged(&connection))),
        Err(other) => Err(other),
    }
}

fn bring_up(connection: &mut Connection, copies: &Path) -> Result<Option<Why>, LedgerError> {
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(LedgerError::Damaged(verdict));
    }
    let from = match schema::found(connection)? {
        Found::Empty => 0,
        Found::Ours(version) => version,
        Found::Newer => return Ok(Some(Why::Newer)),
        Found::Foreign => return Ok(Some(Why::Damaged)),
    };
    schema::migrate(connection, from, copies)?;
    Ok(None)
}

/// A connection to the file; the one that writes makes it where there is none.
fn connect(path: &Path, writes: bool) -> Result<Connection, LedgerError> {
    let way = if writes {
        make_private(path)?;
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let connection = Connection::open_with_flags(path, way | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    if writes {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A power cut may lose the last answers: they are asked for again, long before the service forgets them.
        connection.pragma_update(None, "synchronous", "NORMAL")?;
    }
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_page_that_is_written_holds_up_no_list() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::open(folder.path(), Moment(1_795_000_000_000)).unwrap();
        let (tell, told) = mpsc::channel();
        let read = cache.write(|db| {
            db.execute("INSERT INTO account (id) VALUES ('account1')", [])?;
            std::thread::scope(|scope| {
                scope.spawn(|| tell.send(cache.sites_counts("account1").unwrap().reports));
                Ok(told.recv_timeout(Duration::from_secs(5)))
            })
        });
        assert_eq!(read.unwrap(), Ok(0));
    }
}
