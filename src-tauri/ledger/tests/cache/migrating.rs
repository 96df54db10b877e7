//! A file of an earlier version is brought up to date with all it holds, and what can't be used is never thrown away.

use std::fs;
use std::path::Path;

use domain::Moment;
use ledger::{BlockQuery, Cache};
use rusqlite::Connection;

use crate::sites::support::{block, ids, whole, with_blocks};
use crate::support::{ACCOUNT, Bed, NOW, row, seconds};

const FIRST: &str = include_str!("../../schema/cache/0001.sql");

/// A file as version 1 left it: two filed reports, and how their list stood.
fn of_version_1(folder: &Path) {
    let db = Connection::open(folder.join("cache.db")).unwrap();
    db.execute_batch(FIRST).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA application_id = 0x54446361; PRAGMA user_version = 1;
         INSERT INTO filed_report (id, cdate, domain, raw_type, raw_status, search, listed_at, read_at, detail_json)
         VALUES ('r1', 1794999995000, 'one.example', 'PHISH', 'denied', 'r1 one.example phish', 1795000000000,
                 1795000000000, '{\"n\":1}'),
                ('r2', NULL, 'two.example', 'TM', 'a_new_word', 'r2 two.example tm', 1794999990000, NULL, NULL);
         UPDATE mark SET account = 'account1', refreshed_at = 1795000000000, following = 'works', unfinished = 1;",
    )
    .unwrap();
}

fn version(path: &Path) -> u32 {
    Connection::open(path).unwrap().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

fn schema(path: &Path) -> Vec<(String, Option<String>)> {
    let db = Connection::open(path).unwrap();
    let mut query = db.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").unwrap();
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_file_of_version_1_keeps_its_filed_reports_and_how_their_list_stood() {
    let bed = Bed::new().reopened(|folder| {
        fs::remove_file(folder.join("cache.db")).unwrap();
        of_version_1(folder);
    });
    assert_eq!(bed.found(&[]), ["r1", "r2"]);
    let kept = bed.cache.filed_report("r1").unwrap().unwrap();
    assert_eq!((kept.raw_status.as_str(), kept.detail_json.as_deref()), ("denied", Some("{\"n\":1}")));
    let marks = bed.cache.filed_marks().unwrap();
    assert_eq!((marks.account.as_deref(), marks.refreshed_at, marks.unfinished), (Some(ACCOUNT), Some(NOW), true));
    with_blocks(&bed.cache, &[block("b1", "active", -9)]);
    let bed = bed.reopened(|_| {});
    assert_eq!(ids(&bed.cache, &BlockQuery::default()), ["b1"], "and the new half works");
    assert_eq!(schema(&bed.path("cache.db")), schema(&Bed::new().path("cache.db")), "as in a file made today");
    assert_eq!(version(&bed.path("cache.db")), 2);
}

#[test]
fn before_a_file_is_changed_a_copy_of_it_is_made_and_a_new_one_needs_none() {
    let folder = tempfile::tempdir().unwrap();
    of_version_1(folder.path());
    drop(Cache::open(folder.path(), NOW).unwrap());
    let copies = folder.path().join("backups").join("cache");
    let copy = copies.join("before-schema-2.db");
    assert_eq!(version(&copy), 1);
    let kept: u32 =
        Connection::open(&copy).unwrap().query_row("SELECT count(*) FROM filed_report", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 2);
    assert_eq!(fs::read_dir(&copies).unwrap().count(), 1, "and nothing unfinished beside it");
    assert!(!Bed::new().path("backups").exists());
}

#[test]
fn a_change_that_fails_leaves_the_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    of_version_1(folder.path());
    // In the way of the second step, as its last table.
    Connection::open(folder.path().join("cache.db")).unwrap().execute_batch("CREATE TABLE reminder (n)").unwrap();
    let before = schema(&folder.path().join("cache.db"));
    assert!(Cache::open(folder.path(), NOW).is_err());
    assert_eq!((version(&folder.path().join("cache.db")), schema(&folder.path().join("cache.db"))), (1, before));
}

/// Fills a page of this table with rubbish, as a failing disk does: its root, or one in the middle.
fn damage(folder: &Path, table: &str, root: bool) {
    let path = folder.join("cache.db");
    let db = Connection::open(&path).unwrap();
    let page: u32 =
        db.query_row("SELECT rootpage FROM sqlite_master WHERE name = ?1", [table], |row| row.get(0)).unwrap();
    drop(db);
    let mut bytes = fs::read(&path).unwrap();
    let page = page as usize - 1;
    let page = if root { page } else { middle_child(&bytes, page) };
    bytes[page * 4096 + 8..(page + 1) * 4096].fill(0xA5);
    fs::write(path, bytes).unwrap();
}

/// The page in the middle of those that an inner page of a table points to.
fn middle_child(bytes: &[u8], page: usize) -> usize {
    let page = &bytes[page * 4096..][..4096];
    assert_eq!(page[0], 5, "an inner page of a table");
    let cells = usize::from(u16::from_be_bytes([page[3], page[4]]));
    let at = 12 + cells / 2 * 2;
    let cell = usize::from(u16::from_be_bytes([page[at], page[at + 1]]));
    u32::from_be_bytes(page[cell..cell + 4].try_into().unwrap()) as usize - 1
}

fn archives(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with("cache-archive-") && name.ends_with(".db")).count()
}

#[test]
fn damaged_files_that_hold_an_archive_are_all_kept() {
    let mut bed = Bed::new();
    for n in 1..=5 {
        with_blocks(&bed.cache, &[block("b1", "removed", -9)]);
        bed = bed.reopened(|folder| damage(folder, "block", true));
        assert_eq!(ids(&bed.cache, &BlockQuery::default()), [""; 0], "a new file took its place");
        assert_eq!(archives(&bed.path("")), n);
    }
    bed.keep(&[row("r1", "evil.example", 5)], NOW).unwrap();
    assert_eq!(bed.reopened(|_| {}).found(&[]), ["r1"]);
}

#[test]
fn what_can_still_be_read_of_a_damaged_archive_is_there_again() {
    let bed = Bed::new();
    let rows: Vec<_> = (0..300).map(|n| block(&format!("b{n:03}"), "in_review", -9)).collect();
    with_blocks(&bed.cache, &rows);
    let decided: Vec<_> = (0..300).map(|n| block(&format!("b{n:03}"), "active", -9)).collect();
    bed.cache.keep_blocks(ACCOUNT, "r1", &decided, seconds(60)).unwrap();
    let bed = bed.reopened(|folder| damage(folder, "block", false));
    assert_eq!(archives(&bed.path("")), 1);
    let kept = ids(&bed.cache, &BlockQuery::default());
    assert!(kept.len() > 270 && kept.len() < 300, "one page of blocks is lost: {}", kept.len());
    assert!(kept.contains(&"b000".into()) && kept.contains(&"b299".into()), "and neither end");
    assert_eq!(bed.cache.block_history(ACCOUNT, "r1", "b299").unwrap().len(), 2);
    let due = bed.cache.due_reports(ACCOUNT, 9).unwrap();
    assert_eq!(due.iter().map(|report| report.next_page).collect::<Vec<_>>(), [1], "what is lost is asked for again");
    bed.cache.keep_blocks_page(ACCOUNT, "r1", &whole(&decided), seconds(90)).unwrap();
    assert_eq!(ids(&bed.cache, &BlockQuery::default()).len(), 300);
    assert_eq!(bed.reopened(|_| {}).cache.sites_counts(ACCOUNT).unwrap().blocks, 300, "and the file is good");
}

#[test]
fn a_damaged_archive_without_its_reports_gives_up_its_blocks_but_is_kept() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "removed", -9)]);
    let bed = bed.reopened(|folder| damage(folder, "received_report", true));
    assert_eq!((archives(&bed.path("")), bed.cache.sites_counts(ACCOUNT).unwrap().blocks), (1, 0));
}

#[test]
fn a_file_of_a_newer_version_is_found_again_by_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let open = |at: Moment| drop(Cache::open(folder.path(), at).unwrap());
    open(NOW);
    let newer = Connection::open(folder.path().join("cache.db")).unwrap();
    newer.execute_batch("CREATE TABLE of_tomorrow (n); PRAGMA user_version = 3").unwrap();
    drop(newer);
    open(seconds(1));
    open(seconds(2));
    let aside = folder.path().join(format!("cache-newer-{}.db", seconds(1).millis()));
    assert!(schema(&aside).iter().any(|(name, _)| name == "of_tomorrow"));
    assert_eq!(version(&folder.path().join("cache.db")), 2);
}
