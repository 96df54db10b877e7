//! Who may open the data folder, and what is checked first.

use std::fs;

use ledger::{Ledger, LedgerError};

use crate::support::{Bed, NOW};

#[test]
fn a_second_opener_is_refused_until_the_first_is_gone() {
    let bed = Bed::new();
    let folder = bed.path("");
    assert!(matches!(Ledger::open(&folder, NOW), Err(LedgerError::InUse)));
    drop(bed.killed());
}

#[test]
fn a_newer_file_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    Ledger::open(folder.path(), NOW).unwrap().close().unwrap();
    let newer = rusqlite::Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 999).unwrap();
    drop(newer);
    let before = fs::read(&path).unwrap();
    assert!(matches!(Ledger::open(folder.path(), NOW), Err(LedgerError::Newer { found: 999, .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(!folder.path().join("open").exists(), "nor does it look as if it had been opened");
}

#[test]
fn a_file_that_is_no_database_is_told_as_damaged() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ledger.db"), vec![b'x'; 8192]).unwrap();
    assert!(matches!(Ledger::open(folder.path(), NOW), Err(LedgerError::Damaged(_))));
}

#[test]
fn a_damaged_page_is_found_after_an_unclean_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    {
        let ledger = Ledger::open(folder.path(), NOW).unwrap();
        for _ in 0..50 {
            ledger.set_fact(&crate::support::fresh(), &"x".repeat(500)).unwrap();
        }
    }
    let mut bytes = fs::read(&path).unwrap();
    let last_page = bytes.len() - 4096;
    bytes[last_page..].fill(0xA5);
    fs::write(&path, bytes).unwrap();
    assert!(matches!(Ledger::open(folder.path(), NOW), Err(LedgerError::Damaged(_))));
}

#[test]
fn an_end_in_good_order_is_told_apart_from_a_kill() {
    let bed = Bed::new();
    assert!(!bed.ledger.ended_badly(), "a first start has no end before it");
    let bed = bed.killed();
    assert!(bed.ledger.ended_badly());
    bed.ledger.close().unwrap();
    let bed = bed.killed();
    assert!(!bed.ledger.ended_badly());
}

#[test]
fn everything_committed_is_there_after_a_kill() {
    let bed = Bed::new();
    let queued = bed.queued();
    let bed = bed.killed();
    let after = bed.read(&queued);
    assert_eq!((after.payload_json, after.version), (queued.payload_json, queued.version));
    assert_eq!(bed.ledger.submission_files(&queued.id).unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn the_folder_is_the_owner_s_alone_even_when_it_was_not() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let _ledger = Ledger::open(folder.path(), NOW).unwrap();
    assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn the_engine_is_set_for_truth_before_speed() {
    let bed = Bed::new();
    let mode: String = bed.sql().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    assert!(!ledger::sqlite_version().is_empty());
}
