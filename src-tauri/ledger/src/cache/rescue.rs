//! After damage: what can still be read of the archive goes into the new file. What was filed is asked for again.

use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Transaction, params_from_iter};

use crate::LedgerError;

/// The tables of the archive with what their rows are ordered by, those that others refer to first.
const TABLES: [(&str, &str); 6] = [
    ("account", "n"),
    ("received_report", "n"),
    ("block", "n"),
    ("block_change", "n"),
    ("reminder", "block"),
    ("sites_mark", "account"),
];

/// Copies what can be read, and has the blocks of every report read again: some of them may be lost. A damaged file that
/// gives nothing is no error.
pub(super) fn rescue(connection: &mut Connection, damaged: &Path) -> Result<(), LedgerError> {
    let way = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(damaged) = Connection::open_with_flags(damaged, way) else { return Ok(()) };
    let transaction = connection.transaction()?;
    for (table, key) in TABLES {
        let columns = columns(&transaction, table)?;
        // A page that can't be read ends the way there: the rows behind it are reached from the other end.
        for order in ["", " DESC"] {
            let sql = format!("SELECT {columns} FROM {table} NOT INDEXED ORDER BY {key}{order}");
            if copy(&transaction, &damaged, &sql, table, &columns)? {
                break;
            }
        }
    }
    transaction.execute("UPDATE received_report SET summary = NULL, reading_says = NULL, next_page = 1", [])?;
    Ok(transaction.commit()?)
}

/// The columns that are stored, of the new file.
fn columns(db: &Transaction<'_>, table: &str) -> Result<String, LedgerError> {
    let mut query = db.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0")?;
    let names = query.query_map([table], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(names.join(", "))
}

/// Copies rows as far as they can be read; tells whether that was to the end.
fn copy(
    db: &Transaction<'_>,
    damaged: &Connection,
    sql: &str,
    table: &str,
    columns: &str,
) -> Result<bool, LedgerError> {
    let width = columns.split(", ").count();
    let marks = vec!["?"; width].join(", ");
    let mut insert = db.prepare(&format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"))?;
    let Ok(mut query) = damaged.prepare(sql) else { return Ok(false) };
    let Ok(mut rows) = query.query([]) else { return Ok(false) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        };
        let Ok(values) = (0..width).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>() else { continue };
        match insert.execute(params_from_iter(values)).map_err(LedgerError::from) {
            // Rubbish, or a row whose report is lost.
            Ok(_) | Err(LedgerError::Forbidden(_) | LedgerError::Sql(_)) => {}
            Err(other) => return Err(other),
        }
    }
}
