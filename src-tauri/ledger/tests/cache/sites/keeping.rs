//! Blocks are written when they say something new, and each change is remembered.

use domain::Moment;
use ledger::{BlockChange, BlockChangeKind, BlockRow, BlockStatus, SitesCounts};

use super::support::{block, read, with_blocks};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

fn history(bed: &Bed) -> Vec<BlockChange> {
    bed.cache.block_history(ACCOUNT, "r1", "b1").unwrap()
}

fn change(at: Moment, kind: BlockChangeKind, from: Option<&str>, to: &str, effective_at: Moment) -> BlockChange {
    let from_status = from.map(str::to_owned);
    BlockChange { at, kind, from_status, to_status: to.into(), effective_at: Some(effective_at) }
}

#[test]
fn only_blocks_that_are_new_or_changed_are_written_and_counted() {
    let bed = Bed::new();
    let plain = block("b1", "active", -60);
    with_blocks(&bed.cache, std::slice::from_ref(&plain));
    assert_eq!(read(&bed.cache, std::slice::from_ref(&plain), seconds(60)), 0);
    for changed in [
        BlockRow { raw_kind: "a_new_kind".into(), ..plain.clone() },
        BlockRow { raw_status: "a_new_word".into(), ..plain.clone() },
        BlockRow { effective_at: None, ..plain.clone() },
        BlockRow { raw_effective: "one day".into(), ..plain.clone() },
        BlockRow { raw_scope: "a_new_scope".into(), ..plain.clone() },
        BlockRow { entity_id: "another".into(), ..plain.clone() },
        BlockRow { place: "shop.example".into(), ..plain.clone() },
        BlockRow { place_exact: false, ..plain.clone() },
        BlockRow { one_of: 3, ..plain.clone() },
        BlockRow { words: "further".into(), ..plain.clone() },
    ] {
        let row = std::slice::from_ref(&changed);
        assert_eq!((read(&bed.cache, row, NOW), read(&bed.cache, row, NOW)), (1, 0), "{changed:?}");
        let kept = bed.cache.block(ACCOUNT, "r1", "b1").unwrap().unwrap();
        assert_eq!((kept.raw_kind, kept.raw_status, kept.place), (changed.raw_kind, changed.raw_status, changed.place));
        assert_eq!((kept.effective_at, kept.raw_effective), (changed.effective_at, changed.raw_effective));
        assert_eq!((kept.place_exact, kept.one_of), (changed.place_exact, changed.one_of));
        assert_eq!((kept.raw_scope, kept.entity_id), (changed.raw_scope, changed.entity_id));
        assert_eq!((kept.first_seen, kept.report_type.as_str()), (NOW, "PHISH"));
        read(&bed.cache, std::slice::from_ref(&plain), NOW);
    }
}

#[test]
fn the_way_of_a_block_is_remembered_newest_first() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "pending", 600)]);
    let first = change(NOW, BlockChangeKind::Seen, None, "pending", seconds(600));
    assert_eq!(history(&bed), std::slice::from_ref(&first));
    read(&bed.cache, &[block("b1", "pending", 900)], seconds(10));
    read(&bed.cache, &[block("b1", "active", 900)], seconds(20));
    read(&bed.cache, &[block("b1", "active", 900)], seconds(30));
    read(&bed.cache, &[], seconds(40));
    read(&bed.cache, &[], seconds(50));
    let bed = bed.reopened(|_| {});
    read(&bed.cache, &[block("b1", "removed", 900)], seconds(60));
    let starts = seconds(900);
    let told = [
        change(seconds(60), BlockChangeKind::Back, Some("active"), "removed", starts),
        change(seconds(40), BlockChangeKind::Gone, Some("active"), "active", starts),
        change(seconds(20), BlockChangeKind::Changed, Some("pending"), "active", starts),
        change(seconds(10), BlockChangeKind::Changed, Some("pending"), "pending", starts),
        first,
    ];
    assert_eq!(history(&bed), told);
    assert!(bed.cache.block_history(ACCOUNT, "r1", "b2").unwrap().is_empty());
    assert!(bed.cache.block_history("account2", "r1", "b1").unwrap().is_empty());
}

#[test]
fn since_tells_when_we_first_saw_a_status_and_nothing_else_moves_it() {
    let bed = Bed::new();
    let since = |row: BlockRow, at| {
        read(&bed.cache, &[row], at);
        bed.cache.block(ACCOUNT, "r1", "b1").unwrap().unwrap().since
    };
    with_blocks(&bed.cache, &[]);
    assert_eq!(since(block("b1", "pending", 600), NOW), NOW);
    assert_eq!(since(block("b1", "pending", 900), seconds(10)), NOW);
    assert_eq!(since(block("b1", "cancelled", 900), seconds(20)), seconds(20));
}

#[test]
fn a_block_is_kept_when_its_review_ends_and_it_is_in_force_again() {
    let bed = Bed::new();
    let kept = |status, at| {
        read(&bed.cache, &[block("b1", status, -60)], seconds(at));
        bed.cache.block(ACCOUNT, "r1", "b1").unwrap().unwrap().kept
    };
    with_blocks(&bed.cache, &[]);
    assert!(!kept("active", 1));
    assert!(!kept("in_review", 2));
    assert!(kept("active", 3));
    assert!(kept("active", 4), "until it is asked again");
    assert!(!kept("in_review", 5));
    assert!(!kept("removed", 6));
    assert!(!kept("active", 7), "no review was open");
}

#[test]
fn what_is_gone_is_not_about_to_start_and_offers_no_review() {
    let bed = Bed::new();
    let rows = [
        block("b1", "pending", 600),
        block("b2", "active", -60),
        block("b3", "in_review", -60),
        block("b4", "a_new_word", -60),
    ];
    with_blocks(&bed.cache, &rows);
    let counts = |blocks, offered, pending| SitesCounts { blocks, reports: 1, offered, pending };
    assert_eq!(bed.cache.sites_counts(ACCOUNT).unwrap(), counts(4, 2, 1));
    read(&bed.cache, &rows[1..], NOW);
    assert_eq!(bed.cache.sites_counts(ACCOUNT).unwrap(), counts(4, 1, 0));
    let all = bed.cache.count_blocks(ACCOUNT, &ledger::BlockQuery::default()).unwrap();
    assert_eq!((all.all(), all.of(Some(BlockStatus::Pending)), all.other), (4, 1, 1), "its last word stays");
}

#[test]
fn the_same_number_in_two_reports_names_two_blocks() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[block("b1", "active", -60)]);
    bed.cache.keep_received(ACCOUNT, &super::support::report("r2", "shop.example", 5), NOW).unwrap();
    bed.cache.keep_blocks(ACCOUNT, "r2", &[block("b1", "removed", -60)], NOW).unwrap();
    let status = |report| bed.cache.block(ACCOUNT, report, "b1").unwrap().unwrap().raw_status;
    assert_eq!((status("r1").as_str(), status("r2").as_str()), ("active", "removed"));
}

#[test]
fn hostile_text_of_a_block_is_kept_as_it_came() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[]);
    for text in ["'; DROP TABLE block; --", "<script>alert(1)</script>", "\u{202e}elpmaxe.live", "a\0b", "%_\\", ""] {
        let row = BlockRow {
            id: format!("id {text}"),
            raw_kind: text.into(),
            raw_status: text.into(),
            raw_effective: text.into(),
            raw_scope: text.into(),
            entity_id: text.into(),
            place: text.into(),
            words: text.into(),
            ..BlockRow::default()
        };
        bed.cache.keep_blocks(ACCOUNT, "r1", std::slice::from_ref(&row), NOW).unwrap();
        assert_eq!(bed.cache.keep_blocks(ACCOUNT, "r1", std::slice::from_ref(&row), NOW).unwrap(), 0, "{text:?}");
        let kept = bed.cache.block(ACCOUNT, "r1", &row.id).unwrap().unwrap();
        assert_eq!((kept.raw_kind, kept.place, kept.entity_id), (row.raw_kind, row.place, row.entity_id));
    }
    assert_eq!(bed.cache.count_blocks(ACCOUNT, &ledger::BlockQuery::default()).unwrap().other, 6);
}
