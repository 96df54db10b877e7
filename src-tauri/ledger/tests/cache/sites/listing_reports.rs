//! Lists of reports about us: every order and filter, walked page by page.

use std::collections::BTreeSet;

use ledger::{
    BlockStatus, Cursor, LedgerError, ReceivedQuery, ReceivedReport, ReceivedRow, ReceivedSort, ReceivedStatus,
    SortOrder,
};

use super::support::{block, report, walk, whole};
use crate::support::{ACCOUNT, Bed, NOW, seconds};

fn walked(bed: &Bed, query: &ReceivedQuery) -> Vec<ReceivedReport> {
    let (mut rows, mut query) = (Vec::new(), ReceivedQuery { most: 100, ..query.clone() });
    loop {
        let page = bed.cache.received(ACCOUNT, &query).unwrap();
        rows.extend(page.rows);
        let Some(next) = page.next else { return rows };
        query.after = Some(Cursor::parse(&next.to_string()).unwrap());
    }
}

fn ids(bed: &Bed, query: &ReceivedQuery) -> Vec<String> {
    assert_eq!(bed.cache.count_received(ACCOUNT, query).unwrap() as usize, walked(bed, query).len(), "{query:?}");
    walked(bed, query).into_iter().map(|report| report.id).collect()
}

fn newest_first() -> ReceivedQuery {
    ReceivedQuery { order: SortOrder::Descending, ..ReceivedQuery::default() }
}

#[test]
fn pages_walk_all_reports_about_us_without_a_gap_or_a_double_in_every_order() {
    let bed = Bed::new();
    let rows: Vec<_> = (0..530)
        .map(|n| ReceivedRow {
            raw_type: ["PHISH", "TM", "GEN"][n % 3].into(),
            raw_status: ["accepted", "in_review", "a_new_word"][n % 3].into(),
            ..report(&format!("r{n:03}"), &format!("shop-{}.example", n % 7), n as i64 / 40)
        })
        .collect();
    walk(&bed.cache, ACCOUNT, &rows, NOW).unwrap();
    for sort in
        [ReceivedSort::ReceivedAt, ReceivedSort::Id, ReceivedSort::Domain, ReceivedSort::Kind, ReceivedSort::Status]
    {
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let rows = walked(&bed, &ReceivedQuery { sort, order, ..ReceivedQuery::default() });
            let key = |row: &ReceivedReport| match sort {
                ReceivedSort::ReceivedAt => format!("{:020}", row.shown_at.millis()),
                ReceivedSort::Id => row.id.clone(),
                ReceivedSort::Domain => row.domain.clone(),
                ReceivedSort::Kind => row.raw_type.clone(),
                ReceivedSort::Status => (ReceivedStatus::of(&row.raw_status) as u8).to_string(),
            };
            let keys: Vec<_> = rows.iter().map(key).collect();
            let up = order == SortOrder::Ascending;
            assert!(keys.windows(2).all(|two| if up { two[0] <= two[1] } else { two[0] >= two[1] }), "{sort:?}");
            assert_eq!(rows.into_iter().map(|row| row.id).collect::<BTreeSet<_>>().len(), 530, "{sort:?} {order:?}");
        }
    }
}

#[test]
fn reports_about_us_are_found_by_every_filter() {
    let bed = Bed::new();
    let rows = [
        ReceivedRow { raw_type: "TM".into(), raw_status: "in_review".into(), ..report("r1", "Shop.example", 10) },
        ReceivedRow { raw_status: "a_new_word".into(), ..report("r2", "other.example", 20) },
        ReceivedRow { cdate: None, ..report("r3", "timeless.example", 0) },
    ];
    walk(&bed.cache, ACCOUNT, &rows, seconds(-15)).unwrap();
    let all = newest_first();
    for (query, expected) in [
        (all.clone(), vec!["r1", "r3", "r2"]),
        (ReceivedQuery { domain: Some("shop.EXAMPLE".into()), ..all.clone() }, vec!["r1"]),
        (ReceivedQuery { domain: Some("shop".into()), ..all.clone() }, vec![]),
        (ReceivedQuery { raw_type: Some("TM".into()), ..all.clone() }, vec!["r1"]),
        (ReceivedQuery { status: Some(ReceivedStatus::Other), ..all.clone() }, vec!["r2"]),
        (ReceivedQuery { status: Some(ReceivedStatus::Accepted), ..all.clone() }, vec!["r3"]),
        (ReceivedQuery { received_from: Some(seconds(-16)), ..all.clone() }, vec!["r1"]),
        (ReceivedQuery { received_before: Some(seconds(-10)), ..all.clone() }, vec!["r2"]),
        (ReceivedQuery { words: vec!["hxxps://SHOP[.]example/log".into()], ..all.clone() }, vec!["r1"]),
        (ReceivedQuery { words: vec!["phish".into(), "r2".into()], ..all.clone() }, vec!["r2"]),
    ] {
        assert_eq!(ids(&bed, &query), expected, "{query:?}");
    }
}

#[test]
fn reports_are_found_by_the_status_of_their_blocks_and_before_those_are_read_by_the_list_s_numbers() {
    let bed = Bed::new();
    let told = ReceivedRow { active: Some(0), pending: Some(2), ..report("unread", "b.example", 2) };
    walk(&bed.cache, ACCOUNT, &[report("read", "a.example", 1), told], NOW).unwrap();
    let with = |status| ids(&bed, &ReceivedQuery { block_status: Some(status), ..newest_first() });
    assert_eq!(with(BlockStatus::Active), ["read"]);
    bed.cache.keep_blocks_page(ACCOUNT, "read", &whole(&[block("b1", "removed", -1)]), NOW).unwrap();
    assert_eq!(with(BlockStatus::Active), [""; 0], "by now it is known better");
    assert_eq!(with(BlockStatus::Removed), ["read"]);
    assert_eq!(with(BlockStatus::Pending), ["unread"]);
    assert_eq!(with(BlockStatus::Other), [""; 0]);
}

#[test]
fn lists_of_reports_don_t_carry_the_long_texts() {
    let bed = Bed::new();
    let long = ReceivedRow { justification: Some("a long text".into()), ..report("r1", "a.example", 1) };
    walk(&bed.cache, ACCOUNT, &[long], NOW).unwrap();
    bed.cache.keep_received_emails(ACCOUNT, "r1", "[1]").unwrap();
    bed.cache.keep_eligibility(ACCOUNT, "r1", Some("{}")).unwrap();
    let listed = walked(&bed, &newest_first()).remove(0);
    assert_eq!((listed.addresses, listed.urls.len(), listed.justification, listed.emails_json), (1, 0, None, None));
    let whole = bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap();
    assert_eq!((whole.urls.len(), whole.justification.as_deref()), (1, Some("a long text")));
    assert_eq!((whole.emails_json.as_deref(), whole.eligibility_json.as_deref()), (Some("[1]"), Some("{}")));
    bed.cache.keep_eligibility(ACCOUNT, "r1", None).unwrap();
    bed.cache.keep_received(ACCOUNT, &report("r1", "a.example", 1), NOW).unwrap();
    let whole = bed.cache.received_report(ACCOUNT, "r1").unwrap().unwrap();
    assert_eq!((whole.eligibility_json, whole.emails_json.as_deref()), (None, Some("[1]")), "its mails stay");
    let unknown = bed.cache.keep_received_emails(ACCOUNT, "r2", "[]");
    assert!(matches!(unknown, Err(LedgerError::NotFound)));
}
