//! Reports about our sites and their blocks, and ways to put them into a cache.

use domain::Moment;
use ledger::{BlockQuery, BlockRow, BlocksPage, Cache, LedgerError, ReceivedPage, ReceivedRow};

use crate::support::{ACCOUNT, NOW, seconds};

/// A report about this domain, received `age` seconds ago.
pub(crate) fn report(id: &str, domain: &str, age: i64) -> ReceivedRow {
    ReceivedRow {
        id: id.into(),
        cdate: Some(seconds(-age)),
        domain: domain.into(),
        raw_type: "PHISH".into(),
        raw_status: "accepted".into(),
        accepted_urls: Some(1),
        active: Some(1),
        in_review: Some(0),
        pending: Some(0),
        host_notified: Some(false),
        urls: vec![format!("https://{domain}/login")],
        ..ReceivedRow::default()
    }
}

/// A block on the address of such a report that starts or started `starts` seconds from now.
pub(crate) fn block(id: &str, raw_status: &str, starts: i64) -> BlockRow {
    BlockRow {
        id: id.into(),
        raw_kind: "phishing_interstitial".into(),
        raw_status: raw_status.into(),
        effective_at: Some(seconds(starts)),
        raw_effective: seconds(starts).iso(),
        raw_scope: "url_pattern".into(),
        entity_id: format!("entity-{id}"),
        place: "https://shop.example/login".into(),
        place_exact: true,
        ..BlockRow::default()
    }
}

/// What a whole reading of one page says.
pub(crate) fn whole(rows: &[BlockRow]) -> BlocksPage<'_> {
    BlocksPage { page: 1, last: true, asked_rows: None, all_readable: true, rows }
}

/// A cache that knows these reports from a walk of one page, which is still under way.
pub(crate) fn walk(cache: &Cache, account: &str, rows: &[ReceivedRow], now: Moment) -> Result<u32, LedgerError> {
    let walk = cache.begin_received_walk(account, now)?.started_at;
    let page = ReceivedPage { walk, page: 1, total_pages: 1, asked_rows: None, reports_total: None, rows };
    cache.keep_received_page(account, &page, now)
}

/// Reads these blocks of report `r1`.
pub(crate) fn read(cache: &Cache, rows: &[BlockRow], now: Moment) -> u32 {
    cache.keep_blocks_page(ACCOUNT, "r1", &whole(rows), now).unwrap()
}

/// A cache with report `r1` and its blocks.
pub(crate) fn with_blocks(cache: &Cache, rows: &[BlockRow]) {
    walk(cache, ACCOUNT, &[report("r1", "shop.example", 60)], NOW).unwrap();
    read(cache, rows, NOW);
}

/// Ids of the blocks that a query finds, in the order of the list.
pub(crate) fn ids(cache: &Cache, query: &BlockQuery) -> Vec<String> {
    let query = BlockQuery { most: 1000, ..query.clone() };
    cache.blocks(ACCOUNT, &query).unwrap().rows.into_iter().map(|block| block.id).collect()
}
