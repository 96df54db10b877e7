//! How fast lists are with many blocks. Run by hand: `cargo test -p td-ledger --test cache bench -- --ignored --nocapture`.
#![allow(clippy::print_stdout, reason = "what it measures is for the person who ran it")]

use std::time::{Duration, Instant};

use ledger::{
    BlockQuery, BlockRow, BlockScope, BlockSort, BlockStatus, ReceivedPage, ReceivedQuery, ReceivedSort, SortOrder,
};

use super::support::{block, report, whole};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

const STATUSES: [&str; 8] = ["removed", "removed", "removed", "cancelled", "active", "active", "in_review", "pending"];
const KINDS: [&str; 5] =
    ["phishing_interstitial", "legal_block", "malware_interstitial", "rate_limit_cache", "a_new_kind"];

fn filled(reports: i64, blocks_each: i64) -> (Bed, Duration, Duration) {
    let bed = Bed::new();
    let walk = bed.cache.begin_received_walk(ACCOUNT, NOW).unwrap().started_at;
    let rows: Vec<_> =
        (0..reports).map(|n| report(&format!("{n:032x}"), &format!("shop-{n}.example"), n * 60)).collect();
    let pages: Vec<Vec<BlockRow>> = (0..reports)
        .map(|r| {
            let one = |b: i64| {
                let n = r * blocks_each + b;
                BlockRow {
                    raw_kind: KINDS[(n * 7 % 5) as usize].into(),
                    place: format!("https://shop-{r}.example/goods/page-{b}?ref={n}"),
                    raw_scope: ["url_pattern", "url_pattern", "zone"][(n % 3) as usize].into(),
                    ..block(&format!("{n:036x}"), STATUSES[(n % 8) as usize], (n * 7919) % 9_000_000 - 4_000_000)
                }
            };
            (0..blocks_each).map(one).collect()
        })
        .collect();
    let begun = Instant::now();
    for (page, rows) in (1..).zip(rows.chunks(100)) {
        let page = ReceivedPage { walk, page, total_pages: u32::MAX, asked_rows: Some(100), reports_total: None, rows };
        bed.cache.keep_received_page(ACCOUNT, &page, NOW).unwrap();
    }
    let read = |now| {
        for (report, rows) in rows.iter().zip(&pages) {
            bed.cache.keep_blocks_page(ACCOUNT, &report.id, &whole(rows), now).unwrap();
        }
    };
    read(NOW);
    let first = begun.elapsed();
    let begun = Instant::now();
    read(seconds(60));
    let second = begun.elapsed();
    (bed, first, second)
}

#[test]
#[ignore = "measures; a slow machine is no fault"]
fn what_lists_of_many_blocks_take() {
    for (reports, each) in [(500, 20), (1000, 100)] {
        let (bed, first, second) = filled(reports, each);
        println!("{} blocks: kept in {first:?}, unchanged in {second:?}", reports * each);
        println!("  {} MB", std::fs::metadata(bed.path("cache.db")).unwrap().len() >> 20);
        let began = Instant::now();
        let bed = bed.reopened(|_| {});
        println!("  opened in {:?}", began.elapsed());
        let all = BlockQuery { most: 100, ..BlockQuery::default() };
        let found = |word: &str| BlockQuery { words: vec![word.into()], ..all.clone() };
        let sorted = |sort| BlockQuery { sort, ..all.clone() };
        let last = BlockQuery { order: SortOrder::Descending, ..sorted(BlockSort::Place) };
        for (name, query) in [
            ("clock", all.clone()),
            ("removed", BlockQuery { status: Some(BlockStatus::Removed), ..all.clone() }),
            ("other", BlockQuery { status: Some(BlockStatus::Other), ..all.clone() }),
            ("kind", BlockQuery { raw_kind: Some("a_new_kind".into()), ..all.clone() }),
            ("scope account", BlockQuery { scope: Some(BlockScope::Account), ..all.clone() }),
            (
                "kind, status by place",
                BlockQuery {
                    raw_kind: Some("a_new_kind".into()),
                    status: Some(BlockStatus::Removed),
                    ..sorted(BlockSort::Place)
                },
            ),
            ("time", BlockQuery { starts_from: Some(NOW), ..all.clone() }),
            ("report", BlockQuery { report_id: Some(format!("{:032x}", 77)), ..all.clone() }),
            ("by place", sorted(BlockSort::Place)),
            ("by place, down", last),
            ("by start", sorted(BlockSort::EffectiveDate)),
            ("by kind", sorted(BlockSort::Kind)),
            ("search many", found("goods")),
            ("search some", found("shop-77.")),
            ("search none", found("nowhere")),
            ("search by place", BlockQuery { sort: BlockSort::Place, ..found("page-7?") }),
        ] {
            let began = Instant::now();
            let rows = bed.cache.blocks(ACCOUNT, &query).unwrap().rows.len();
            let listed = began.elapsed();
            let began = Instant::now();
            let all = bed.cache.count_blocks(ACCOUNT, &query).unwrap().all();
            println!("  {name:24} {rows:4} rows {listed:>12?}   {all:6} counted {:>12?}", began.elapsed());
        }
        let began = Instant::now();
        let kinds = bed.cache.block_kinds(ACCOUNT).unwrap().len();
        println!("  {kinds} kinds {:?}", began.elapsed());
        let began = Instant::now();
        let counts = bed.cache.sites_counts(ACCOUNT).unwrap();
        println!("  {counts:?} {:?}", began.elapsed());
        let began = Instant::now();
        let pending = bed.cache.pending_blocks(None).unwrap().len();
        println!("  {pending} pending {:?}", began.elapsed());
        let all = ReceivedQuery { most: 100, ..ReceivedQuery::default() };
        for (name, query) in [
            ("reports", all.clone()),
            ("reports by domain", ReceivedQuery { sort: ReceivedSort::Domain, ..all.clone() }),
            ("reports with pending", ReceivedQuery { block_status: Some(BlockStatus::Pending), ..all.clone() }),
            ("reports with other", ReceivedQuery { block_status: Some(BlockStatus::Other), ..all.clone() }),
            ("reports search", ReceivedQuery { words: vec!["nowhere".into()], ..all.clone() }),
        ] {
            let began = Instant::now();
            let rows = bed.cache.received(ACCOUNT, &query).unwrap().rows.len();
            let listed = began.elapsed();
            let began = Instant::now();
            let all = bed.cache.count_received(ACCOUNT, &query).unwrap();
            println!("  {name:24} {rows:4} rows {listed:>12?}   {all:6} counted {:>12?}", began.elapsed());
        }
    }
}
