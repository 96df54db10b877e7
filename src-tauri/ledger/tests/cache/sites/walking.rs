//! A refresh goes on where it stopped, and reads again only what says something new.

use ledger::{LedgerError, ReceivedPage, ReceivedQuery, ReceivedRow, ReceivedWalk, SitesMark};

use super::support::{block, report, walk, whole};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

fn page<'a>(walk: &ReceivedWalk, page: u32, total_pages: u32, rows: &'a [ReceivedRow]) -> ReceivedPage<'a> {
    ReceivedPage { walk: walk.started_at, page, total_pages, asked_rows: Some(100), reports_total: Some(250), rows }
}

fn due(bed: &Bed) -> Vec<String> {
    bed.cache.due_reports(ACCOUNT, 100).unwrap().into_iter().map(|report| report.id).collect()
}

#[test]
fn a_walk_goes_on_after_a_restart_with_the_pages_that_are_left() {
    let bed = Bed::new();
    assert_eq!(bed.cache.received_walk(ACCOUNT).unwrap(), None);
    let begun = bed.cache.begin_received_walk(ACCOUNT, NOW).unwrap();
    assert_eq!((begun.left.as_slice(), begun.total_pages), ([1].as_slice(), None));
    let rows = [report("r1", "one.example", 1), report("r2", "two.example", 2)];
    bed.cache.keep_received_page(ACCOUNT, &page(&begun, 1, 3, &rows), NOW).unwrap();
    bed.cache.keep_received_page(ACCOUNT, &page(&begun, 3, 3, &rows[..1]), NOW).unwrap();
    let bed = bed.reopened(|_| {});
    let walk = bed.cache.received_walk(ACCOUNT).unwrap().unwrap();
    assert_eq!((walk.started_at, walk.left.as_slice(), walk.total_pages), (NOW, [2].as_slice(), Some(3)));
    assert_eq!((walk.reports_read, walk.reports_total, walk.asked_rows), (3, Some(250), Some(100)));
    assert_eq!((walk.lists_read, walk.lists_due), (0, 2));
    assert!(bed.cache.sites_mark(ACCOUNT).unwrap().unfinished);
    bed.cache.keep_received_page(ACCOUNT, &page(&walk, 2, 3, &[]), NOW).unwrap();
    assert!(bed.cache.received_walk(ACCOUNT).unwrap().unwrap().left.is_empty(), "its reports are still to be read");
}

#[test]
fn a_list_told_to_be_endless_costs_no_memory_without_end() {
    let bed = Bed::new();
    let begun = bed.cache.begin_received_walk(ACCOUNT, NOW).unwrap();
    bed.cache.keep_received_page(ACCOUNT, &page(&begun, 1, u32::MAX, &[]), NOW).unwrap();
    assert_eq!(bed.cache.received_walk(ACCOUNT).unwrap().unwrap().left.len(), 10_000);
}

#[test]
fn a_page_of_a_walk_that_is_over_is_refused_whole() {
    let bed = Bed::new();
    let old = bed.cache.begin_received_walk(ACCOUNT, NOW).unwrap();
    let rows = [report("r1", "one.example", 1)];
    bed.cache.begin_received_walk(ACCOUNT, seconds(60)).unwrap();
    let late = bed.cache.keep_received_page(ACCOUNT, &page(&old, 1, 1, &rows), NOW);
    assert!(matches!(late, Err(LedgerError::Stale)));
    bed.cache.finish_received_walk(ACCOUNT, "works", None, NOW).unwrap();
    let late = bed.cache.keep_received_page(ACCOUNT, &page(&old, 1, 1, &rows), NOW);
    assert!(matches!(late, Err(LedgerError::Stale)));
    assert_eq!(bed.cache.sites_counts(ACCOUNT).unwrap().reports, 0);
}

#[test]
fn a_walk_that_came_to_its_end_says_when_and_is_forgotten() {
    let bed = Bed::new();
    walk(&bed.cache, ACCOUNT, &[], NOW).unwrap();
    bed.cache.note_sites(ACCOUNT, "slow_down", Some("their words"), Some(seconds(300))).unwrap();
    let mark = bed.cache.sites_mark(ACCOUNT).unwrap();
    let waiting = SitesMark {
        refreshed_at: None,
        following: Some("slow_down".into()),
        said: Some("their words".into()),
        waits_until: Some(seconds(300)),
        unfinished: true,
    };
    assert_eq!(mark, waiting);
    bed.cache.finish_received_walk(ACCOUNT, "works", None, seconds(400)).unwrap();
    let done = SitesMark { refreshed_at: Some(seconds(400)), following: Some("works".into()), ..SitesMark::default() };
    assert_eq!(bed.cache.sites_mark(ACCOUNT).unwrap(), done, "the trouble is over");
    assert_eq!(bed.cache.received_walk(ACCOUNT).unwrap(), None);
    bed.cache.note_sites(ACCOUNT, "unreachable", None, None).unwrap();
    assert_eq!(bed.cache.sites_mark(ACCOUNT).unwrap().refreshed_at, Some(seconds(400)));
}

#[test]
fn only_reports_that_are_new_or_changed_are_written_and_counted() {
    let bed = Bed::new();
    let plain = report("r1", "one.example", 1);
    let other = [plain.clone(), report("r2", "two.example", 2)];
    assert_eq!(walk(&bed.cache, ACCOUNT, &other, NOW).unwrap(), 2);
    assert_eq!(walk(&bed.cache, ACCOUNT, &other, seconds(60)).unwrap(), 0);
    for changed in [
        ReceivedRow { cdate: None, ..plain.clone() },
        ReceivedRow { domain: "ONE.example".into(), ..plain.clone() },
        ReceivedRow { raw_type: "TM".into(), ..plain.clone() },
        ReceivedRow { raw_status: "a_new_word".into(), ..plain.clone() },
        ReceivedRow { accepted_urls: None, ..plain.clone() },
        ReceivedRow { active: Some(7), ..plain.clone() },
        ReceivedRow { in_review: Some(7), ..plain.clone() },
        ReceivedRow { pending: Some(7), ..plain.clone() },
        ReceivedRow { host_notified: None, ..plain.clone() },
        ReceivedRow { urls: vec!["https://one.example/other".into()], ..plain.clone() },
        ReceivedRow { words: "phishing".into(), ..plain.clone() },
    ] {
        assert!(bed.cache.keep_received(ACCOUNT, &changed, NOW).unwrap(), "{changed:?}");
        assert!(!bed.cache.keep_received(ACCOUNT, &changed, NOW).unwrap());
        let kept = bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap();
        assert_eq!((kept.cdate, kept.domain, kept.raw_type), (changed.cdate, changed.domain, changed.raw_type));
        assert_eq!((kept.urls, kept.justification), (changed.urls, changed.justification));
        assert_eq!((kept.pending, kept.host_notified), (changed.pending, changed.host_notified));
        assert!(bed.cache.keep_received(ACCOUNT, &plain, NOW).unwrap());
    }
}

#[test]
fn what_a_list_leaves_out_of_a_report_is_not_forgotten() {
    let bed = Bed::new();
    let bare = ReceivedRow { urls: Vec::new(), ..report("r1", "one.example", 1) };
    let told = ReceivedRow {
        urls: vec!["https://one.example/sale".into()],
        justification: Some("a text".into()),
        original_work: Some("a work".into()),
        submitter_json: Some("{}".into()),
        ..bare.clone()
    };
    let found = || {
        let query = ReceivedQuery { words: vec!["sale".into()], most: 9, ..ReceivedQuery::default() };
        bed.cache.received(ACCOUNT, &query).unwrap().rows.len()
    };
    assert!(bed.cache.keep_received(ACCOUNT, &bare, NOW).unwrap());
    assert_eq!(found(), 0);
    assert!(bed.cache.keep_received(ACCOUNT, &told, NOW).unwrap(), "the report itself tells more");
    assert!(!bed.cache.keep_received(ACCOUNT, &bare, NOW).unwrap(), "which the list takes none of away");
    let kept = bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap();
    assert_eq!((kept.addresses, kept.urls, kept.justification), (1, told.urls.clone(), told.justification.clone()));
    assert_eq!((kept.original_work, kept.submitter_json), (told.original_work.clone(), told.submitter_json.clone()));
    assert_eq!(found(), 1);
    let other = ReceivedRow { justification: Some("another".into()), ..told };
    assert!(bed.cache.keep_received(ACCOUNT, &other, NOW).unwrap(), "a new text takes the place of the old");
}

#[test]
fn a_report_is_due_when_it_is_new_or_its_row_speaks_of_other_blocks() {
    let bed = Bed::new();
    let plain = report("r1", "shop.example", 1);
    let keep = |row: &ReceivedRow| bed.cache.keep_received(ACCOUNT, row, NOW).unwrap();
    let read = || bed.cache.keep_blocks_page(ACCOUNT, "r1", &whole(&[block("b1", "active", -60)]), NOW).unwrap();
    keep(&plain);
    assert_eq!(due(&bed), ["r1"]);
    read();
    assert_eq!(due(&bed), [""; 0]);
    keep(&ReceivedRow { justification: Some("a longer text".into()), ..plain.clone() });
    assert_eq!(due(&bed), [""; 0], "its blocks are the same");
    for changed in [
        ReceivedRow { active: Some(0), ..plain.clone() },
        ReceivedRow { in_review: None, ..plain.clone() },
        ReceivedRow { pending: Some(3), ..plain.clone() },
        ReceivedRow { accepted_urls: Some(2), ..plain.clone() },
        ReceivedRow { raw_status: "in_review".into(), ..plain.clone() },
    ] {
        keep(&changed);
        assert_eq!(due(&bed), ["r1"], "{changed:?}");
        read();
        assert_eq!(due(&bed), [""; 0]);
    }
}

#[test]
fn reports_with_blocks_about_to_start_are_read_first_and_then_the_newest() {
    let bed = Bed::new();
    let starts = ReceivedRow { pending: Some(1), ..report("starts", "old.example", 9000) };
    let rows = [report("old", "a.example", 500), starts, report("new", "b.example", 5)];
    walk(&bed.cache, ACCOUNT, &rows, NOW).unwrap();
    assert_eq!(due(&bed), ["starts", "new", "old"]);
    let first = bed.cache.due_reports(ACCOUNT, 1).unwrap().remove(0);
    assert_eq!((first.next_page, first.domain.as_str()), (1, "old.example"));
    assert_eq!(first.urls, ["https://old.example/login"], "what tells where its blocks are");
}

#[test]
fn reports_with_blocks_that_are_not_over_are_read_once_a_day() {
    let bed = Bed::new();
    for (id, status) in
        [("r1", "active"), ("r2", "removed"), ("r3", "a_new_word"), ("r4", "cancelled"), ("r5", "pending")]
    {
        bed.cache.keep_received(ACCOUNT, &report(id, "shop.example", 9), NOW).unwrap();
        bed.cache.keep_blocks_page(ACCOUNT, id, &whole(&[block("b1", status, 60)]), NOW).unwrap();
    }
    assert_eq!(bed.cache.mark_due_unread_since(ACCOUNT, NOW).unwrap(), 0);
    assert_eq!(bed.cache.mark_due_unread_since("account2", seconds(1)).unwrap(), 0);
    assert_eq!(bed.cache.mark_due_unread_since(ACCOUNT, seconds(1)).unwrap(), 3);
    let mut ids = due(&bed);
    ids.sort();
    assert_eq!(ids, ["r1", "r3", "r5"]);
}

#[test]
fn a_report_that_can_t_be_read_does_not_hold_up_the_others_and_is_tried_again() {
    let bed = Bed::new();
    walk(&bed.cache, ACCOUNT, &[report("r1", "one.example", 1)], NOW).unwrap();
    bed.cache.give_up_reading(ACCOUNT, "r1", NOW).unwrap();
    assert_eq!(due(&bed), [""; 0]);
    assert_eq!(bed.cache.received_walk(ACCOUNT).unwrap().unwrap().lists_read, 1, "the refresh is done with it");
    bed.cache.keep_received(ACCOUNT, &report("r1", "one.example", 1), NOW).unwrap();
    assert_eq!(due(&bed), [""; 0], "it says what it said");
    assert_eq!(bed.cache.mark_due_unread_since(ACCOUNT, NOW).unwrap(), 0, "it was just tried");
    assert_eq!(bed.cache.mark_due_unread_since(ACCOUNT, seconds(1)).unwrap(), 1);
    assert_eq!(due(&bed), ["r1"]);
    assert!(matches!(bed.cache.give_up_reading(ACCOUNT, "r2", NOW), Err(LedgerError::NotFound)));
}

#[test]
fn what_could_not_be_read_stands_behind_all_others_until_it_can_or_says_something_else() {
    let bed = Bed::new();
    let starts = ReceivedRow { pending: Some(1), ..report("starts", "a.example", 9) };
    walk(&bed.cache, ACCOUNT, &[starts.clone(), report("new", "b.example", 1)], NOW).unwrap();
    let tried = |id: &str| bed.cache.received_report(ACCOUNT, id).unwrap().unwrap().tried_at;
    bed.cache.note_unread(ACCOUNT, "starts", seconds(5)).unwrap();
    assert_eq!((due(&bed), tried("starts")), (vec!["new".to_owned(), "starts".into()], Some(seconds(5))));
    bed.cache.keep_received(ACCOUNT, &ReceivedRow { active: Some(7), ..starts }, NOW).unwrap();
    assert_eq!(due(&bed), ["new", "starts"], "it is due from its first page on already");
    bed.cache.keep_blocks_page(ACCOUNT, "starts", &whole(&[]), NOW).unwrap();
    assert_eq!((due(&bed), tried("starts")), (vec!["new".to_owned()], None));
    assert!(matches!(bed.cache.note_unread(ACCOUNT, "r2", NOW), Err(LedgerError::NotFound)));
}

#[test]
fn another_account_takes_nothing_away() {
    let bed = Bed::new();
    walk(&bed.cache, ACCOUNT, &[report("r1", "one.example", 1)], NOW).unwrap();
    walk(&bed.cache, "account2", &[report("r1", "two.example", 1)], NOW).unwrap();
    bed.cache.filed_by_account("account2").unwrap();
    bed.cache.keep_blocks_page("account2", "r1", &whole(&[block("b1", "active", -1)]), NOW).unwrap();
    bed.cache.keep_received_emails("account2", "r1", "[]").unwrap();
    let domain = |account| bed.cache.received_report(account, "r1").unwrap().unwrap().domain;
    assert_eq!((domain(ACCOUNT).as_str(), domain("account2").as_str()), ("one.example", "two.example"));
    assert_eq!(bed.cache.block(ACCOUNT, "r1", "b1").unwrap(), None);
    assert_eq!(bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap().emails_json, None);
    assert!(bed.cache.received_walk(ACCOUNT).unwrap().is_some());
    assert_eq!(bed.cache.sites_counts("nobody").unwrap(), ledger::SitesCounts::default());
}
