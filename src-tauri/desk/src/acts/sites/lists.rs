//! The two lists, a page at a time, from SQL.

use domain::Moment;
use ledger::{BlockQuery, Cursor, ReceivedQuery};

use super::account;
use super::rows::{received, row, words};
use crate::Desk;
use crate::contract::*;

/// Rows a page.
const PAGE: u32 = 100;

fn bad(what: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, what)
}

fn cursor(after: Option<&str>) -> Result<Option<Cursor>, AppError> {
    after.map(|text| Cursor::parse(text).ok_or_else(|| bad("no such page"))).transpose()
}

fn moment(at: Option<&str>) -> Result<Option<Moment>, AppError> {
    at.map(|at| Moment::parse_iso(at).map_err(|_| bad("this is no time"))).transpose()
}

fn order(order: SortOrder) -> ledger::SortOrder {
    match order {
        SortOrder::Ascending => ledger::SortOrder::Ascending,
        SortOrder::Descending => ledger::SortOrder::Descending,
    }
}

fn status(status: BlockStatus) -> ledger::BlockStatus {
    match status {
        BlockStatus::Pending => ledger::BlockStatus::Pending,
        BlockStatus::Active => ledger::BlockStatus::Active,
        BlockStatus::InReview => ledger::BlockStatus::InReview,
        BlockStatus::Cancelled => ledger::BlockStatus::Cancelled,
        BlockStatus::Removed => ledger::BlockStatus::Removed,
        BlockStatus::Other => ledger::BlockStatus::Other,
    }
}

fn scope(scope: BlockScope) -> ledger::BlockScope {
    match scope {
        BlockScope::UrlPattern => ledger::BlockScope::UrlPattern,
        BlockScope::Zone => ledger::BlockScope::Zone,
        BlockScope::Account => ledger::BlockScope::Account,
        BlockScope::CustomExpression => ledger::BlockScope::CustomExpression,
        BlockScope::Other => ledger::BlockScope::Other,
    }
}

fn block_sort(sort: BlockSort) -> ledger::BlockSort {
    match sort {
        BlockSort::Clock => ledger::BlockSort::Clock,
        BlockSort::Place => ledger::BlockSort::Place,
        BlockSort::Kind => ledger::BlockSort::Kind,
        BlockSort::Scope => ledger::BlockSort::Scope,
        BlockSort::Status => ledger::BlockSort::Status,
        BlockSort::EffectiveDate => ledger::BlockSort::EffectiveDate,
    }
}

fn received_sort(sort: ReceivedSort) -> ledger::ReceivedSort {
    match sort {
        ReceivedSort::ReceivedAt => ledger::ReceivedSort::ReceivedAt,
        ReceivedSort::Id => ledger::ReceivedSort::Id,
        ReceivedSort::Domain => ledger::ReceivedSort::Domain,
        ReceivedSort::Kind => ledger::ReceivedSort::Kind,
        ReceivedSort::Status => ledger::ReceivedSort::Status,
    }
}

fn received_status(status: ReceivedStatus) -> ledger::ReceivedStatus {
    match status {
        ReceivedStatus::Accepted => ledger::ReceivedStatus::Accepted,
        ReceivedStatus::InReview => ledger::ReceivedStatus::InReview,
        ReceivedStatus::Other => ledger::ReceivedStatus::Other,
    }
}

/// What is looked for. The cache knows addresses in whichever way they are written.
fn words_of(search: &str) -> Vec<String> {
    search.split_whitespace().map(str::to_owned).collect()
}

/// A page of blocks, as they were when Cloudflare was last asked.
///
/// # Errors
/// `BadRequest` for a page that this app did not name, or a time that can't be read.
pub async fn sites_blocks(desk: &Desk, request: BlocksRequest) -> Result<BlocksView, AppError> {
    let bench = desk.bench();
    let query = BlockQuery {
        words: words_of(&request.search),
        status: request.status.map(status),
        raw_kind: request.raw_kind,
        scope: request.scope.map(scope),
        report_id: request.report_id,
        starts_from: moment(request.starts_from.as_deref())?,
        starts_before: moment(request.starts_before.as_deref())?,
        sort: block_sort(request.sort),
        order: order(request.order),
        after: cursor(request.after.as_deref())?,
        most: PAGE,
    };
    let Some(account) = account(&bench) else {
        return Ok(BlocksView {
            rows: Vec::new(),
            total: 0,
            next: None,
            counts: BlockCounts::default(),
            kinds: Vec::new(),
        });
    };
    let list = bench.cache.blocks(&account, &query)?;
    let counts = bench.cache.count_blocks(&account, &query)?;
    Ok(BlocksView {
        rows: list.rows.iter().map(|one| row(&bench, &account, one)).collect::<Result<_, _>>()?,
        total: counts.of(query.status),
        next: list.next.map(|cursor| cursor.to_string()),
        counts: BlockCounts {
            all: counts.all(),
            pending: counts.pending,
            active: counts.active,
            in_review: counts.in_review,
            cancelled: counts.cancelled,
            removed: counts.removed,
            other: counts.other,
        },
        kinds: words(bench.cache.block_kinds(&account)?),
    })
}

/// A page of the reports about us, as they were when Cloudflare was last asked.
///
/// # Errors
/// As [`sites_blocks`].
pub async fn sites_reports(desk: &Desk, request: ReceivedRequest) -> Result<ReceivedView, AppError> {
    let bench = desk.bench();
    let domain = request.domain.trim();
    let query = ReceivedQuery {
        words: words_of(&request.search),
        domain: (!domain.is_empty()).then(|| domain.to_owned()),
        raw_type: request.raw_type,
        status: request.status.map(received_status),
        block_status: request.block_status.map(status),
        received_from: moment(request.received_from.as_deref())?,
        received_before: moment(request.received_before.as_deref())?,
        sort: received_sort(request.sort),
        order: order(request.order),
        after: cursor(request.after.as_deref())?,
        most: PAGE,
    };
    let Some(account) = account(&bench) else {
        return Ok(ReceivedView { rows: Vec::new(), total: 0, next: None, kinds: Vec::new() });
    };
    let list = bench.cache.received(&account, &query)?;
    Ok(ReceivedView {
        rows: list.rows.iter().map(received).collect(),
        total: bench.cache.count_received(&account, &query)?,
        next: list.next.map(|cursor| cursor.to_string()),
        kinds: words(bench.cache.received_types(&account)?),
    })
}
