//! The list of cases, a page at a time, from SQL.

use std::time::Duration;

use domain::{CaseId, Moment, Target};
use ledger::{Bucket, CaseFile, CaseQuery};

use crate::Desk;
use crate::bench::Bench;
use crate::contract::*;
use crate::view;
use crate::words::from_word;

/// Rows a page.
const PAGE: u32 = 100;

pub(crate) fn row(bench: &Bench, case: &CaseFile) -> Result<CaseRow, AppError> {
    let target = Target::parse(&case.typed).ok();
    let draft_id = match case.bucket {
        Bucket::Draft => Some(bench.ledger.draft_of_case(&case.id)?.id.to_string()),
        _ => None,
    };
    Ok(CaseRow {
        id: case.id.to_string(),
        draft_id,
        target: target.as_ref().map(view::target),
        typed: domain::visible(&case.typed),
        brand: case.brand.clone(),
        sent_to: case.sent_to.split(' ').filter_map(from_word).collect(),
        status: from_word(&case.status).unwrap_or(CaseStatus::Other),
        raw_status: case.raw_status.clone(),
        denial: case.denial.as_deref().map(view::denial),
        raw_denial: case.denial.as_deref().map(domain::visible),
        status_of: case.status_of.as_deref().and_then(from_word),
        needs_you: case.bucket == Bucket::NeedsYou,
        number: case.number.clone(),
        news_at: case.news_at.iso(),
    })
}

/// Where a page ended: the last row's time and id.
fn cursor(case: &CaseFile) -> String {
    format!("{}.{}", case.news_at.millis(), case.id)
}

fn read_cursor(text: &str) -> Option<(Moment, CaseId)> {
    let (at, id) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), CaseId::parse(id).ok()?))
}

/// A page of cases under a search and a filter.
///
/// # Errors
/// `BadRequest` for a page that this app did not name.
pub async fn cases_list(desk: &Desk, request: CasesRequest) -> Result<CasesView, AppError> {
    let bench = desk.bench();
    let bad = || AppError::new(ErrorCode::BadRequest, "no such page");
    let after = request.after.as_deref().map(|text| read_cursor(text).ok_or_else(bad)).transpose()?;
    let since = (request.within_days > 0)
        .then(|| bench.now() - Duration::from_secs(u64::from(request.within_days) * 24 * 3600));
    let bucket = match request.filter {
        CaseFilter::All => None,
        CaseFilter::NeedsYou => Some(Bucket::NeedsYou),
        CaseFilter::Waiting => Some(Bucket::Waiting),
        CaseFilter::Done => Some(Bucket::Done),
        CaseFilter::Drafts => Some(Bucket::Draft),
    };
    let words = request.search.split_whitespace().take(8).map(str::to_owned).collect();
    let query = CaseQuery { words, bucket, since, after, most: PAGE + 1 };
    let counts = bench.ledger.count_cases(&query)?;
    let mut cases = bench.ledger.cases(&query)?;
    let more = cases.len() > PAGE as usize;
    cases.truncate(PAGE as usize);
    let counts = FilterCounts {
        all: counts.all(),
        needs_you: counts.needs_you,
        waiting: counts.waiting,
        done: counts.done,
        drafts: counts.draft,
    };
    let total = match request.filter {
        CaseFilter::All => counts.all,
        CaseFilter::NeedsYou => counts.needs_you,
        CaseFilter::Waiting => counts.waiting,
        CaseFilter::Done => counts.done,
        CaseFilter::Drafts => counts.drafts,
    };
    Ok(CasesView {
        rows: cases.iter().map(|case| row(&bench, case)).collect::<Result<_, _>>()?,
        total,
        next: cases.last().filter(|_| more).map(cursor),
        counts,
        refreshed_at: bench.ledger.last_refresh()?.map(Moment::iso),
    })
}
