//! A cache that can't be used is no reason to stop.

use std::fs;
use std::path::Path;

use ledger::Cache;
use rusqlite::Connection;

use crate::support::{ACCOUNT, Bed, NOW, row, seconds};

fn filled() -> Bed {
    let bed = Bed::new();
    bed.keep(&[row("r1", "evil.example", 5)], NOW).unwrap();
    bed
}

fn set_version(path: &Path, version: u32) {
    Connection::open(path).unwrap().pragma_update(None, "user_version", version).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_was_kept_is_there_after_a_restart() {
    let bed = filled().reopened(|_| {});
    assert_eq!(bed.found(&[]), ["r1"]);
}

#[test]
fn a_file_that_is_no_database_is_put_aside_and_made_anew() {
    let bed = filled().reopened(|folder| fs::write(folder.join("cache.db"), vec![b'x'; 8192]).unwrap());
    assert!(bed.found(&[]).is_empty());
    bed.keep(&[row("r2", "evil.example", 5)], NOW).unwrap();
    let aside = bed.path(&format!("cache-damaged-{}.db", NOW.millis()));
    assert_eq!(fs::read(aside).unwrap(), vec![b'x'; 8192]);
    let bed = bed.reopened(|_| {});
    assert_eq!(bed.found(&[]), ["r2"], "the new file is good");
}

#[test]
fn a_damaged_page_is_found_and_the_file_made_anew() {
    let bed = filled();
    let rows: Vec<_> = (0..500).map(|n| row(&format!("n{n}"), &"x".repeat(200), n)).collect();
    bed.keep(&rows, NOW).unwrap();
    let bed = bed.reopened(|folder| {
        let path = folder.join("cache.db");
        let mut bytes = fs::read(&path).unwrap();
        let last_page = bytes.len() - 4096;
        bytes[last_page..].fill(0xA5);
        fs::write(path, bytes).unwrap();
    });
    assert!(bed.found(&[]).is_empty());
    assert_eq!(bed.keep(&rows, NOW).unwrap(), 500);
}

#[test]
fn of_damaged_files_without_an_archive_the_newest_three_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..5 {
        fs::write(folder.path().join("cache.db"), format!("no database {n}").repeat(900)).unwrap();
        drop(Cache::open(folder.path(), seconds(n)).unwrap());
    }
    let aside = |n| format!("cache-damaged-{}.db", seconds(n).millis());
    assert_eq!(names(folder.path()), [aside(2), aside(3), aside(4), "cache.db".to_owned()]);
}

#[test]
fn a_file_of_a_newer_version_is_put_aside_whole() {
    let bed = filled().reopened(|folder| set_version(&folder.join("cache.db"), 999));
    assert!(bed.found(&[]).is_empty());
    let aside = Connection::open(bed.path(&format!("cache-newer-{}.db", NOW.millis()))).unwrap();
    let kept: u32 = aside.query_row("SELECT count(*) FROM filed_report", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1, "the version that wrote it finds everything");
}

#[test]
fn files_put_aside_at_the_same_moment_do_not_replace_each_other() {
    let mut bed = filled();
    for _ in 0..5 {
        bed = bed.reopened(|folder| set_version(&folder.join("cache.db"), 999));
    }
    let aside =
        names(&bed.path("")).into_iter().filter(|name| name.starts_with("cache-newer-") && name.ends_with(".db"));
    assert_eq!(aside.count(), 5, "and none is ever removed");
}

#[test]
fn a_database_of_something_else_is_not_taken_for_ours() {
    let folder = tempfile::tempdir().unwrap();
    let other = Connection::open(folder.path().join("cache.db")).unwrap();
    other.execute_batch("PRAGMA user_version = 1; CREATE TABLE filed_report (id TEXT)").unwrap();
    drop(other);
    let cache = Cache::open(folder.path(), NOW).unwrap();
    assert_eq!(cache.filed_marks().unwrap().refreshed_at, None);
    assert!(folder.path().join(format!("cache-damaged-{}.db", NOW.millis())).exists(), "nor thrown away");
}

#[test]
fn an_empty_file_is_what_a_process_leaves_that_was_killed_while_it_made_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cache.db"), b"").unwrap();
    let cache = Cache::open(folder.path(), NOW).unwrap();
    cache.filed_by_account(ACCOUNT).unwrap();
    assert_eq!(cache.keep_filed(ACCOUNT, &[row("r1", "evil.example", 5)], NOW).unwrap(), 1);
}

#[test]
fn a_log_of_another_version_is_not_played_into_the_new_file() {
    let bed = filled().reopened(|folder| {
        let other = Connection::open(folder.join("cache.db")).unwrap();
        other.pragma_update(None, "user_version", 999).unwrap();
        let left = ["cache.db", "cache.db-wal"].map(|name| (name, fs::read(folder.join(name)).unwrap()));
        drop(other);
        // As a killed process leaves them: the version stands in the log alone.
        for (name, bytes) in left {
            assert!(!bytes.is_empty(), "{name}");
            fs::write(folder.join(name), bytes).unwrap();
        }
    });
    assert!(bed.found(&[]).is_empty());
    bed.keep(&[row("r2", "evil.example", 5)], NOW).unwrap();
    assert_eq!(bed.reopened(|_| {}).found(&[]), ["r2"]);
}

#[test]
fn a_folder_that_can_t_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Cache::open(&folder.path().join("nowhere"), NOW);
    assert!(matches!(missing, Err(ledger::LedgerError::Storage(_))));
}

#[cfg(unix)]
#[test]
fn the_files_are_the_owner_s_alone_even_when_they_were_not() {
    use std::os::unix::fs::PermissionsExt;
    let bed = filled().reopened(|folder| {
        fs::set_permissions(folder.join("cache.db"), fs::Permissions::from_mode(0o644)).unwrap();
    });
    bed.keep(&[row("r2", "evil.example", 5)], NOW).unwrap();
    for name in ["cache.db", "cache.db-wal", "cache.db-shm"] {
        assert_eq!(fs::metadata(bed.path(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}

#[test]
fn the_engine_is_set_for_speed_with_a_log() {
    let bed = Bed::new();
    let mode: String = bed.sql().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}
