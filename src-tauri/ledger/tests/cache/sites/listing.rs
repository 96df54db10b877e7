//! Lists of blocks: every order and filter, walked page by page.

use std::collections::BTreeSet;

use ledger::{Block, BlockQuery, BlockRow, BlockScope, BlockSort, BlockStatus, Cursor, LedgerError, SortOrder};

use super::support::{block, ids, read, report, with_blocks};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

const STATUSES: [&str; 7] = ["removed", "active", "pending", "cancelled", "in_review", "a_new_word", "pending"];
const KINDS: [&str; 3] = ["legal_block", "phishing_interstitial", "a_new_kind"];
const SCOPES: [&str; 5] = ["url_pattern", "zone", "account", "custom_expression", "a_new_scope"];

/// 1,050 blocks, many of which share their time, place, kind and status.
fn busy_year() -> Bed {
    let bed = Bed::new();
    let one = |n: usize| BlockRow {
        raw_kind: KINDS[n % 3].into(),
        raw_scope: SCOPES[n % 5].into(),
        place: format!("https://shop-{}.example/", n % 40),
        ..block(&format!("b{n:04}"), STATUSES[n % 7], (n as i64 % 30 - 15) * 3600)
    };
    with_blocks(&bed.cache, &(0..1050).map(one).collect::<Vec<_>>());
    bed
}

/// All rows of a query, page by page. Cursors go through their text, as they do on their way to the window.
fn walked(bed: &Bed, query: &BlockQuery) -> Vec<Block> {
    let (mut rows, mut query) = (Vec::new(), BlockQuery { most: 100, ..query.clone() });
    loop {
        let page = bed.cache.blocks(ACCOUNT, &query).unwrap();
        assert!(page.rows.len() == 100 || page.next.is_none());
        rows.extend(page.rows);
        let Some(next) = page.next else { return rows };
        query.after = Some(Cursor::parse(&next.to_string()).unwrap());
    }
}

#[test]
fn pages_walk_all_blocks_without_a_gap_or_a_double_in_every_order() {
    let bed = busy_year();
    for sort in [
        BlockSort::Clock,
        BlockSort::Place,
        BlockSort::Kind,
        BlockSort::Scope,
        BlockSort::Status,
        BlockSort::EffectiveDate,
    ] {
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let rows = walked(&bed, &BlockQuery { sort, order, ..BlockQuery::default() });
            let key = |row: &Block| match sort {
                // Here all that is over or unknown is one.
                BlockSort::Clock => ((BlockStatus::of(&row.raw_status) as i64).min(3), String::new()),
                BlockSort::Place => (0, row.place.clone()),
                BlockSort::Kind => (0, row.raw_kind.clone()),
                BlockSort::Scope => (BlockScope::of(&row.raw_scope) as i64, String::new()),
                BlockSort::Status => (BlockStatus::of(&row.raw_status) as i64, String::new()),
                BlockSort::EffectiveDate => (row.effective_at.unwrap().millis(), String::new()),
            };
            let keys: Vec<_> = rows.iter().map(key).collect();
            let down = order == SortOrder::Descending && sort != BlockSort::Clock;
            let sorted = keys.windows(2).all(|pair| if down { pair[0] >= pair[1] } else { pair[0] <= pair[1] });
            assert!(sorted, "{sort:?} {order:?}");
            assert_eq!(rows.into_iter().map(|row| row.id).collect::<BTreeSet<_>>().len(), 1050, "{sort:?} {order:?}");
        }
    }
}

#[test]
fn the_clock_puts_what_starts_soonest_first_and_what_is_over_last() {
    let bed = Bed::new();
    let timeless = BlockRow { effective_at: None, ..block("starts some day", "pending", 0) };
    let rows = [
        block("lifted long ago", "removed", -900),
        block("reviewed", "in_review", -50),
        timeless,
        block("in force longer", "active", -300),
        block("starts late", "pending", 900),
        block("of a new word", "a_new_word", -700),
        block("in force", "active", -100),
        block("starts soon", "pending", 60),
        block("cancelled", "cancelled", -800),
        block("gone", "pending", -750),
    ];
    with_blocks(&bed.cache, &rows);
    read(&bed.cache, &rows[..9], NOW);
    let order = [
        "starts soon",
        "starts late",
        "starts some day",
        "in force",
        "in force longer",
        "reviewed",
        "of a new word",
        "gone",
        "cancelled",
        "lifted long ago",
    ];
    assert_eq!(ids(&bed.cache, &BlockQuery::default()), order);
    let other_way = BlockQuery { order: SortOrder::Descending, ..BlockQuery::default() };
    assert_eq!(ids(&bed.cache, &other_way), order, "the clock has its own order");
    let pending = BlockQuery { status: Some(BlockStatus::Pending), ..BlockQuery::default() };
    assert_eq!(ids(&bed.cache, &pending), ["starts soon", "starts late", "starts some day", "gone"]);
}

#[test]
fn places_are_sorted_by_their_host_whatever_the_scheme() {
    let bed = Bed::new();
    let at = |id: &str, place: &str| BlockRow { place: place.into(), ..block(id, "active", -1) };
    let rows =
        [at("4", "http://d.example"), at("1", "A.example"), at("3", "https://c.example/x"), at("2", "b.example")];
    with_blocks(&bed.cache, &rows);
    let by_place = BlockQuery { sort: BlockSort::Place, ..BlockQuery::default() };
    assert_eq!(ids(&bed.cache, &by_place), ["1", "2", "3", "4"]);
}

#[test]
fn filters_go_together_and_counts_are_of_the_same() {
    let bed = busy_year();
    let all = BlockQuery::default();
    for query in [
        all.clone(),
        BlockQuery { raw_kind: Some("legal_block".into()), ..all.clone() },
        BlockQuery { scope: Some(BlockScope::Other), ..all.clone() },
        BlockQuery { starts_from: Some(seconds(-3600)), starts_before: Some(seconds(7200)), ..all.clone() },
        BlockQuery { words: vec!["shop-1".into(), "LEGAL".into()], ..all.clone() },
        BlockQuery { report_id: Some("r1".into()), scope: Some(BlockScope::Zone), ..all.clone() },
        BlockQuery { report_id: Some("r2".into()), ..all.clone() },
        BlockQuery { words: vec!["%".into()], ..all.clone() },
    ] {
        let meant = |block: &Block| {
            query.raw_kind.as_ref().is_none_or(|kind| *kind == block.raw_kind)
                && query.scope.is_none_or(|scope| scope == BlockScope::of(&block.raw_scope))
                && query.starts_from.is_none_or(|from| block.effective_at.unwrap() >= from)
                && query.starts_before.is_none_or(|before| block.effective_at.unwrap() < before)
                && query.report_id.as_ref().is_none_or(|id| *id == block.report_id)
                && query.words.iter().all(|word| {
                    let text = format!("{} {}", block.place, block.raw_kind);
                    text.contains(&word.to_lowercase())
                })
        };
        let expected: Vec<_> = walked(&bed, &all).into_iter().filter(meant).collect();
        assert_eq!(walked(&bed, &query), expected, "{query:?}");
        let counts = bed.cache.count_blocks(ACCOUNT, &query).unwrap();
        assert_eq!(counts.all() as usize, expected.len(), "{query:?}");
        for status in STATUSES.map(BlockStatus::of) {
            let rows = walked(&bed, &BlockQuery { status: Some(status), ..query.clone() });
            assert_eq!(counts.of(Some(status)) as usize, rows.len(), "{status:?} {query:?}");
            assert!(rows.iter().all(|row| BlockStatus::of(&row.raw_status) == status));
        }
    }
}

#[test]
fn a_block_is_found_by_its_address_as_it_is_and_as_it_is_shown() {
    let bed = Bed::new();
    let elsewhere = BlockRow { place: "other.example".into(), words: "münchen".into(), ..block("b2", "active", -1) };
    with_blocks(&bed.cache, &[block("b1", "active", -1), elsewhere]);
    let found = |word: &str| ids(&bed.cache, &BlockQuery { words: vec![word.into()], ..BlockQuery::default() });
    for word in ["https://shop.example/login", "hxxps://shop[.]example/LOGIN", "shop[.]example/", "entity-b1", "b1"] {
        assert_eq!(found(word), ["b1"], "{word}");
    }
    assert_eq!(found("MÜNCHEN"), ["b2"]);
    assert_eq!(found("phishing").len(), 2, "its kind");
    assert_eq!(found("r1").len(), 2, "its report");
    assert_eq!(found("shop.example").len(), 2, "the domain of its report");
    assert_eq!(found("'; DROP TABLE block; --"), [""; 0]);
}

#[test]
fn a_block_whose_time_can_t_be_read_starts_in_no_span_of_time() {
    let bed = Bed::new();
    with_blocks(&bed.cache, &[BlockRow { effective_at: None, ..block("b1", "active", 0) }]);
    let span = BlockQuery { starts_from: Some(seconds(-9)), ..BlockQuery::default() };
    assert_eq!(ids(&bed.cache, &span), [""; 0]);
    assert_eq!(ids(&bed.cache, &BlockQuery { starts_before: Some(seconds(9)), ..BlockQuery::default() }), [""; 0]);
    assert_eq!(ids(&bed.cache, &BlockQuery { sort: BlockSort::EffectiveDate, ..BlockQuery::default() }), ["b1"]);
}

#[test]
fn the_end_of_a_page_fits_the_same_order_only() {
    let bed = busy_year();
    let by_kind = BlockQuery { sort: BlockSort::Kind, most: 100, ..BlockQuery::default() };
    let after = bed.cache.blocks(ACCOUNT, &by_kind).unwrap().next;
    for other in [
        BlockQuery { sort: BlockSort::Place, ..by_kind.clone() },
        BlockQuery { order: SortOrder::Descending, ..by_kind.clone() },
    ] {
        let page = bed.cache.blocks(ACCOUNT, &BlockQuery { after: after.clone(), ..other });
        assert!(matches!(page, Err(LedgerError::Unreadable(_))));
    }
    for text in ["", "7", "[]", "[\"block_kind\"]", "[\"block_kind\",false,null]", "[\"block_kind\",false,1.5]", "{}"] {
        assert_eq!(Cursor::parse(text), None, "{text}");
    }
    let short = Cursor::parse("[\"block_kind\",false,1]").unwrap();
    let page = bed.cache.blocks(ACCOUNT, &BlockQuery { after: Some(short), ..by_kind });
    assert!(matches!(page, Err(LedgerError::Unreadable(_))));
}

#[test]
fn a_page_goes_on_where_the_one_before_ended_whatever_came_meanwhile() {
    let bed = Bed::new();
    let rows: Vec<_> = (0..5).map(|n| block(&format!("b{n}"), "pending", 100 + n)).collect();
    with_blocks(&bed.cache, &rows);
    let first = BlockQuery { most: 2, ..BlockQuery::default() };
    let after = bed.cache.blocks(ACCOUNT, &first).unwrap().next;
    bed.cache.keep_blocks(ACCOUNT, "r1", &[block("sooner", "pending", 1), block("b1", "active", -1)], NOW).unwrap();
    assert_eq!(ids(&bed.cache, &BlockQuery { after, ..BlockQuery::default() }), ["b2", "b3", "b4", "b1"]);
}

#[test]
fn the_words_that_occur_are_counted_most_frequent_first() {
    let bed = Bed::new();
    bed.cache.keep_received(ACCOUNT, &report("r0", "a.example", 1), NOW).unwrap();
    let kind = |id: &str, kind: &str| BlockRow { raw_kind: kind.into(), ..block(id, "active", -1) };
    with_blocks(&bed.cache, &[kind("1", "legal_block"), kind("2", "a_new_kind"), kind("3", "a_new_kind")]);
    let kinds: Vec<_> =
        bed.cache.block_kinds(ACCOUNT).unwrap().into_iter().map(|kind| (kind.word, kind.count)).collect();
    assert_eq!(kinds, [("a_new_kind".to_owned(), 2), ("legal_block".to_owned(), 1)]);
    let types = bed.cache.received_types(ACCOUNT).unwrap();
    assert_eq!((types.len(), types[0].word.as_str(), types[0].count), (1, "PHISH", 2));
}
