//! A reading of a report's blocks: resumed at its page, and only a whole one says that something is gone.

use domain::Moment;
use ledger::{BlockQuery, BlockRow, BlocksPage, LedgerError, ReceivedRow};

use super::support::{block, ids, read, report, with_blocks};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

fn part(bed: &Bed, page: u32, last: bool, rows: &[BlockRow], now: Moment) -> Result<u32, LedgerError> {
    bed.cache.keep_blocks_page(
        ACCOUNT,
        "r1",
        &BlocksPage { page, last, asked_rows: Some(1), all_readable: true, rows },
        now,
    )
}

fn next_page(bed: &Bed) -> Option<u32> {
    bed.cache.due_reports(ACCOUNT, 1).unwrap().first().map(|report| report.next_page)
}

fn gone_at(bed: &Bed, id: &str) -> Option<Moment> {
    bed.cache.block(ACCOUNT, "r1", id).unwrap().unwrap().gone_at
}

#[test]
fn a_reading_of_several_pages_goes_on_after_a_restart_and_tells_what_is_gone() {
    let bed = Bed::new();
    let rows = [block("b1", "active", -3), block("b2", "active", -2), block("b3", "active", -1)];
    with_blocks(&bed.cache, &rows);
    bed.cache.mark_due(ACCOUNT, "r1").unwrap();
    assert_eq!(part(&bed, 1, false, &rows[..1], seconds(60)).unwrap(), 0);
    assert_eq!(next_page(&bed), Some(2));
    let bed = bed.reopened(|_| {});
    let due = bed.cache.due_reports(ACCOUNT, 1).unwrap().remove(0);
    assert_eq!((due.next_page, due.asked_rows), (2, Some(1)), "its page is one of so many rows");
    assert_eq!(gone_at(&bed, "b2"), None, "nothing is known yet");
    assert_eq!(part(&bed, 2, true, &rows[2..], seconds(90)).unwrap(), 1);
    assert_eq!(next_page(&bed), None);
    assert_eq!((gone_at(&bed, "b1"), gone_at(&bed, "b2"), gone_at(&bed, "b3")), (None, Some(seconds(90)), None));
    assert_eq!(ids(&bed.cache, &BlockQuery::default()), ["b3", "b1", "b2"], "it stays, last of all");
    let report = bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap();
    assert_eq!((report.read_at, report.blocks, report.due), (Some(seconds(90)), 3, false));
}

#[test]
fn a_page_out_of_turn_is_refused_whole() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[]);
    let rows = [block("b1", "active", -3)];
    assert!(matches!(part(&bed, 2, true, &rows, NOW), Err(LedgerError::Stale)), "nothing is read");
    part(&bed, 1, false, &[], NOW).unwrap();
    assert!(matches!(part(&bed, 3, true, &rows, NOW), Err(LedgerError::Stale)));
    bed.cache.mark_due(ACCOUNT, "r1").unwrap();
    assert!(matches!(part(&bed, 2, true, &rows, NOW), Err(LedgerError::Stale)), "it begins anew");
    assert_eq!(bed.cache.sites_counts(ACCOUNT).unwrap().blocks, 0);
    let unknown = bed.cache.keep_blocks(ACCOUNT, "r2", &rows, NOW);
    assert!(matches!(unknown, Err(LedgerError::NotFound)));
    assert!(matches!(bed.cache.mark_due("account2", "r1"), Err(LedgerError::NotFound)));
}

#[test]
fn a_report_whose_row_changes_while_it_is_read_is_read_from_its_first_page_again() {
    let bed = Bed::new();
    let row = ReceivedRow { active: Some(5), ..report("r1", "shop.example", 60) };
    with_blocks(&bed.cache, &[]);
    bed.cache.mark_due(ACCOUNT, "r1").unwrap();
    part(&bed, 1, false, &[], NOW).unwrap();
    bed.cache.keep_received(ACCOUNT, &row, NOW).unwrap();
    assert_eq!(next_page(&bed), Some(1));
    part(&bed, 1, true, &[], NOW).unwrap();
    assert_eq!(next_page(&bed), None);
}

#[test]
fn nothing_is_held_to_be_gone_when_a_row_could_not_be_read() {
    let bed = Bed::new();
    let rows = [block("b1", "active", -3), block("b2", "active", -2)];
    with_blocks(&bed.cache, &rows);
    let odd = |page, last, all_readable| {
        let page = BlocksPage { page, last, asked_rows: None, all_readable, rows: &rows[..1] };
        bed.cache.keep_blocks_page(ACCOUNT, "r1", &page, NOW).unwrap()
    };
    odd(1, false, false);
    assert_eq!(odd(2, true, true), 0);
    assert_eq!(gone_at(&bed, "b2"), None);
    odd(1, false, true);
    assert_eq!(odd(2, true, true), 1, "the next reading knows nothing of that one");
}

#[test]
fn what_an_answer_leaves_out_is_not_gone() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "active", -3), block("b2", "active", -2)]);
    let answer = [block("b1", "in_review", -3)];
    assert_eq!(bed.cache.keep_blocks(ACCOUNT, "r1", &answer, seconds(9)).unwrap(), 1);
    assert_eq!(gone_at(&bed, "b2"), None);
    assert_eq!(next_page(&bed), None, "and it is no reading");
}

#[test]
fn a_block_that_stands_on_two_pages_counts_once() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[]);
    let row = [block("b1", "active", -3)];
    assert_eq!(part(&bed, 1, false, &row, NOW).unwrap(), 1);
    assert_eq!(part(&bed, 2, true, &row, NOW).unwrap(), 0);
    assert_eq!(read(&bed.cache, &[row[0].clone(), row[0].clone()], NOW), 0);
}

#[test]
fn a_refresh_counts_the_lists_that_it_read() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[]);
    let walk = bed.cache.received_walk(ACCOUNT).unwrap().unwrap();
    assert_eq!((walk.lists_read, walk.lists_due), (1, 0));
}
