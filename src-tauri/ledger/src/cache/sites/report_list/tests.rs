#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

use super::super::listing::tests::plan;
use super::*;

const NOW: Moment = Moment(1_795_000_000_000);

#[test]
fn whatever_reports_are_asked_for_come_from_an_index_and_nothing_is_sorted() {
    let folder = tempfile::tempdir().unwrap();
    let cache = Cache::open(folder.path(), NOW).unwrap();
    let all = ReceivedQuery { most: 100, ..ReceivedQuery::default() };
    let by = |sort| ReceivedQuery { sort, ..all.clone() };
    for (query, index) in [
        (all.clone(), "received_by_time (account=?"),
        (ReceivedQuery { words: vec!["shop".into()], ..all.clone() }, "received_by_time (account=?"),
        (ReceivedQuery { block_status: Some(BlockStatus::Pending), ..all.clone() }, "received_by_time (account=?"),
        (ReceivedQuery { received_from: Some(NOW), ..all.clone() }, "received_by_time (account=? AND shown_at>?"),
        (
            ReceivedQuery { domain: Some("a.example".into()), ..all.clone() },
            "received_by_domain (account=? AND domain=?",
        ),
        (ReceivedQuery { raw_type: Some("TM".into()), ..all.clone() }, "received_by_type (account=? AND raw_type=?"),
        (
            ReceivedQuery { status: Some(ReceivedStatus::Other), ..all.clone() },
            "received_by_status (account=? AND status_no=?",
        ),
        (by(ReceivedSort::Id), "sqlite_autoindex_received_report_1 (account=?"),
        (by(ReceivedSort::Domain), "received_by_domain (account=?"),
        (by(ReceivedSort::Kind), "received_by_type (account=?"),
        (by(ReceivedSort::Status), "received_by_status (account=?"),
    ] {
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let query = ReceivedQuery { order, ..query.clone() };
            let plan = plan(&cache, &query.page(1).unwrap());
            assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{query:?}: {plan}");
        }
    }
}
