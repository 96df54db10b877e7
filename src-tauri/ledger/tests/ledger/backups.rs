//! The daily copy.

use std::fs;

use domain::Moment;
use ledger::Ledger;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::support::NOW;

const DAY_MS: i64 = 86_400_000;

fn day(days: i64) -> Moment {
    Moment(NOW.millis() + days * DAY_MS)
}

fn copies(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path().join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_copy_a_day_is_made_and_the_newest_seven_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    for days in 0..10 {
        Ledger::open(folder.path(), day(days)).unwrap();
        Ledger::open(folder.path(), day(days)).unwrap();
    }
    let today = day(9).millis() / DAY_MS;
    let expected: Vec<String> = (today - 6..=today).map(|day| format!("ledger-{day}.db")).collect();
    assert_eq!(copies(&folder), expected);
}

#[test]
fn a_copy_holds_what_was_there_and_opens() {
    let folder = tempfile::tempdir().unwrap();
    Ledger::open(folder.path(), day(0)).unwrap().set_fact("kept", "yes").unwrap();
    Ledger::open(folder.path(), day(1)).unwrap();
    let copy = folder.path().join("backups").join(&copies(&folder)[1]);
    let value: String = Connection::open(copy)
        .unwrap()
        .query_row("SELECT value FROM fact WHERE name = 'kept'", [], |r| r.get(0))
        .unwrap();
    assert_eq!(value, "yes");
}

#[test]
fn what_a_killed_copy_left_is_no_copy_and_no_hindrance() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("backups")).unwrap();
    fs::write(folder.path().join("backups/unfinished.db"), b"half").unwrap();
    Ledger::open(folder.path(), NOW).unwrap();
    assert_eq!(copies(&folder), [format!("ledger-{}.db", NOW.millis() / DAY_MS)]);
}

#[test]
fn files_of_other_people_in_the_folder_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    Ledger::open(folder.path(), day(0)).unwrap();
    fs::write(folder.path().join("backups/my-own-copy.db"), b"mine").unwrap();
    for days in 1..9 {
        Ledger::open(folder.path(), day(days)).unwrap();
    }
    assert_eq!(fs::read(folder.path().join("backups/my-own-copy.db")).unwrap(), b"mine");
    assert_eq!(copies(&folder).len(), 8);
}

#[test]
fn a_clock_that_jumps_takes_no_good_copy_away() {
    let folder = tempfile::tempdir().unwrap();
    for days in [0, 1, 4000, 2] {
        Ledger::open(folder.path(), day(days)).unwrap();
    }
    assert_eq!(copies(&folder).len(), 4);
}
