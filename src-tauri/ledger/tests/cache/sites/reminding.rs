//! A person is reminded of each start of a block once a mark.

use ledger::{LedgerError, PendingBlock, ReminderMark};

use super::support::{block, read, report, walk, whole, with_blocks};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

fn pending(bed: &Bed, account: Option<&str>) -> Vec<PendingBlock> {
    bed.cache.pending_blocks(account).unwrap()
}

#[test]
fn blocks_about_to_start_are_told_soonest_first_for_one_account_or_all() {
    let bed = Bed::new();
    let timeless = ledger::BlockRow { effective_at: None, ..block("timeless", "pending", 0) };
    let rows = [block("late", "pending", 900), block("begun", "active", -9), timeless, block("soon", "pending", 60)];
    with_blocks(&bed.cache, &rows);
    walk(&bed.cache, "account2", &[report("r1", "other.example", 5)], NOW).unwrap();
    bed.cache.keep_blocks_page("account2", "r1", &whole(&[block("theirs", "pending", 300)]), NOW).unwrap();
    let ids = |account| pending(&bed, account).into_iter().map(|block| block.id).collect::<Vec<_>>();
    assert_eq!(ids(Some(ACCOUNT)), ["soon", "late"]);
    assert_eq!(ids(None), ["soon", "theirs", "late"]);
    assert_eq!(ids(Some("nobody")), [""; 0]);
    let soon = pending(&bed, None).remove(0);
    assert_eq!((soon.account.as_str(), soon.report_id.as_str(), soon.effective_at), (ACCOUNT, "r1", seconds(60)));
    assert_eq!((soon.place.as_str(), soon.place_exact), ("https://shop.example/login", true));
    read(&bed.cache, &rows[..1], NOW);
    assert_eq!(ids(Some(ACCOUNT)), ["late"], "what is gone does not start");
}

#[test]
fn a_reminder_comes_once_also_after_a_restart() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "pending", 600)]);
    let starts = seconds(600);
    let remind = |bed: &Bed, mark| bed.cache.note_reminded(ACCOUNT, ("r1", "b1"), starts, mark, NOW).unwrap();
    assert!(remind(&bed, ReminderMark::Day));
    let bed = bed.reopened(|_| {});
    assert!(!remind(&bed, ReminderMark::Day));
    let told = pending(&bed, None).remove(0);
    assert!(told.reminded_day && !told.reminded_hour);
    assert!(remind(&bed, ReminderMark::Hour));
    assert!(pending(&bed, None).remove(0).reminded_hour);
}

#[test]
fn another_start_of_the_same_block_is_reminded_of_anew() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "pending", 600)]);
    bed.cache.note_reminded(ACCOUNT, ("r1", "b1"), seconds(600), ReminderMark::Day, NOW).unwrap();
    read(&bed.cache, &[block("b1", "pending", 999)], NOW);
    assert!(!pending(&bed, None).remove(0).reminded_day);
    read(&bed.cache, &[block("b1", "pending", 600)], NOW);
    assert!(pending(&bed, None).remove(0).reminded_day, "of that one a person knows");
}

#[test]
fn nobody_is_reminded_of_a_block_that_is_not_kept() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "pending", 600)]);
    for (account, block) in [(ACCOUNT, ("r1", "b2")), (ACCOUNT, ("r2", "b1")), ("account2", ("r1", "b1"))] {
        let noted = bed.cache.note_reminded(account, block, seconds(600), ReminderMark::Day, NOW);
        assert!(matches!(noted, Err(LedgerError::NotFound)));
    }
}
