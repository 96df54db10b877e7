#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use super::super::listing::tests::plan;
use super::*;

const NOW: Moment = Moment(1_795_000_000_000);

fn empty() -> (tempfile::TempDir, Cache) {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path(), NOW).unwrap();
    (folder, cache)
}

/// The query behind a page that ended somewhere.
fn next(query: &BlockQuery) -> BlockQuery {
    let sorting = query.sorting();
    let keys = match query.sort {
        BlockSort::Place => r#""shop.example",7"#,
        BlockSort::EffectiveDate => "1,7",
        BlockSort::Clock => "1,1,7",
        BlockSort::Kind => r#""legal_block",1,1,7"#,
        BlockSort::Scope | BlockSort::Status => "1,1,1,7",
    };
    let text = format!("[\"{}\",{},{keys}]", sorting.word, sorting.order == SortOrder::Descending);
    BlockQuery { after: Some(Cursor::parse(&text).unwrap()), ..query.clone() }
}

#[test]
fn whatever_blocks_are_asked_for_come_from_an_index_and_nothing_is_sorted() {
    let (_folder, cache) = empty();
    let all = BlockQuery { most: 100, ..BlockQuery::default() };
    let by = |sort| BlockQuery { sort, ..all.clone() };
    for (query, index) in [
        (all.clone(), "block_by_clock (account=?"),
        (BlockQuery { words: vec!["shop".into()], ..all.clone() }, "block_by_clock (account=?"),
        (
            BlockQuery { status: Some(BlockStatus::Removed), ..all.clone() },
            "block_by_status (account=? AND status_no=?",
        ),
        (BlockQuery { status: Some(BlockStatus::Other), ..all.clone() }, "block_by_status (account=? AND status_no=?"),
        (BlockQuery { raw_kind: Some("legal_block".into()), ..all.clone() }, "block_by_kind (account=? AND raw_kind=?"),
        (BlockQuery { scope: Some(BlockScope::Other), ..all.clone() }, "block_by_scope (account=? AND scope_no=?"),
        (BlockQuery { report_id: Some("r1".into()), ..all.clone() }, "block_by_report (report=?"),
        (by(BlockSort::Place), "block_by_place (account=?"),
        (by(BlockSort::Kind), "block_by_kind (account=?"),
        (by(BlockSort::Scope), "block_by_scope (account=?"),
        (by(BlockSort::Status), "block_by_status (account=?"),
        (by(BlockSort::EffectiveDate), "block_by_start (account=?"),
        (BlockQuery { starts_from: Some(NOW), ..by(BlockSort::EffectiveDate) }, "block_by_start (account=?"),
    ] {
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let first = BlockQuery { order, ..query.clone() };
            for query in [next(&first), first] {
                let report = query.report_id.as_ref().map(|_| 1);
                let plan = plan(&cache, &query.page(1, report).unwrap());
                assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{query:?}: {plan}");
                assert!(query.after.is_none() || plan.contains('>') || plan.contains('<'), "it begins there: {plan}");
            }
        }
    }
}

#[test]
fn blocks_under_a_filter_are_counted_by_its_index() {
    let (_folder, cache) = empty();
    let kind = BlockQuery { raw_kind: Some("legal_block".into()), ..BlockQuery::default() };
    let counting = plan(&cache, &kind.counting(1, None));
    assert!(counting.contains("block_by_kind (account=? AND raw_kind=?)"), "{counting}");
    let counting = plan(&cache, &BlockQuery::default().counting(1, Some(1)));
    assert!(counting.contains("block_by_report (report=?)"), "{counting}");
}
