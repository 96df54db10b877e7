//! How far a list was followed is remembered, and whose it is.

use ledger::{Cache, FiledMarks, FiledWalk, LedgerError};

use crate::support::{ACCOUNT, Bed, NOW, WHOLE, row, seconds};

#[test]
fn nothing_is_claimed_before_the_first_walk() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path(), NOW).unwrap();
    assert_eq!(cache.filed_marks().unwrap(), FiledMarks::default());
}

#[test]
fn a_walk_that_came_to_its_end_says_when_and_how_far() {
    let bed = Bed::new();
    bed.cache.filed_walked(ACCOUNT, &WHOLE, NOW).unwrap();
    let odd = FiledWalk { whole: false, said: Some("one row could not be read"), ..WHOLE };
    bed.cache.filed_walked(ACCOUNT, &odd, seconds(60)).unwrap();
    let marks = bed.reopened(|_| {}).cache.filed_marks().unwrap();
    assert_eq!((marks.whole_walk_at, marks.refreshed_at), (Some(NOW), Some(seconds(60))));
    assert_eq!(marks.said.as_deref(), Some("one row could not be read"));
}

#[test]
fn a_walk_that_failed_keeps_the_time_of_the_last_good_one() {
    let bed = Bed::new();
    bed.cache.filed_walked(ACCOUNT, &WHOLE, NOW).unwrap();
    bed.cache.filed_not_walked("not_permitted", Some("their words")).unwrap();
    let marks = bed.cache.filed_marks().unwrap();
    assert_eq!((marks.following.as_deref(), marks.said.as_deref()), (Some("not_permitted"), Some("their words")));
    assert_eq!(marks.refreshed_at, Some(NOW));
    bed.cache.filed_walked(ACCOUNT, &WHOLE, seconds(60)).unwrap();
    assert_eq!(bed.cache.filed_marks().unwrap().said, None, "the trouble is over");
}

#[test]
fn a_page_that_changed_something_counts_as_unfinished_until_the_end_is_reached() {
    let bed = Bed::new();
    bed.keep(&[row("r1", "one.example", 1)], NOW).unwrap();
    let bed = bed.reopened(|_| {});
    assert!(bed.cache.filed_marks().unwrap().unfinished, "a kill between two pages is noticed");
    bed.cache.filed_not_walked("unreachable", None).unwrap();
    assert!(bed.cache.filed_marks().unwrap().unfinished);
    bed.cache.filed_walked(ACCOUNT, &WHOLE, NOW).unwrap();
    bed.keep(&[row("r1", "one.example", 1)], NOW).unwrap();
    assert!(!bed.cache.filed_marks().unwrap().unfinished, "a page that told nothing new leaves no gap");
    bed.keep_detail(&row("r2", "two.example", 2), "{}", NOW).unwrap();
    assert!(!bed.cache.filed_marks().unwrap().unfinished, "nor does one report that was read");
}

#[test]
fn another_account_begins_with_nothing() {
    let bed = Bed::new();
    bed.keep(&[row("r1", "one.example", 1)], NOW).unwrap();
    bed.cache.filed_walked(ACCOUNT, &WHOLE, NOW).unwrap();
    assert!(!bed.cache.filed_by_account(ACCOUNT).unwrap());
    assert_eq!(bed.found(&[]), ["r1"]);
    assert!(bed.cache.filed_by_account("account2").unwrap());
    assert!(bed.found(&[]).is_empty());
    let marks = bed.cache.filed_marks().unwrap();
    assert_eq!(marks, FiledMarks { account: Some("account2".into()), ..FiledMarks::default() });
    assert!(!bed.cache.filed_by_account("account3").unwrap(), "there was nothing to forget");
}

#[test]
fn what_was_asked_for_the_account_before_comes_too_late() {
    let bed = Bed::new();
    let late = row("r1", "one.example", 1);
    bed.cache.filed_by_account("account2").unwrap();
    assert!(matches!(bed.keep(std::slice::from_ref(&late), NOW), Err(LedgerError::Stale)));
    assert!(matches!(bed.keep_detail(&late, "{}", NOW), Err(LedgerError::Stale)));
    assert!(matches!(bed.cache.filed_walked(ACCOUNT, &WHOLE, NOW), Err(LedgerError::Stale)));
    assert!(bed.found(&[]).is_empty());
    assert_eq!(bed.cache.filed_marks().unwrap().whole_walk_at, None, "or its first walk would be cut short");
}

#[test]
fn there_is_one_walk_at_a_time() {
    let bed = Bed::new();
    let first = bed.cache.walk();
    assert!(first.is_some());
    assert!(bed.cache.walk().is_none());
    drop(first);
    assert!(bed.cache.walk().is_some());
}
