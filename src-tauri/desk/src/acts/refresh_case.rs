//! News of a case, asked for by the person; and its page at the service.

use domain::State;

use super::read_case::{case_of, show};
use crate::Desk;
use crate::contract::{AppError, CaseView, Done, ErrorCode, Mode};
use crate::poller;

/// Asks the services for news of everything in a case that has a number.
///
/// # Errors
/// `NotKnownThere` when the service has no such number; `Unreachable`, `KeyRefused`, `SlowDown`, `ServiceFailed`.
pub async fn case_refresh(desk: &Desk, case_id: String) -> Result<CaseView, AppError> {
    let bench = desk.bench();
    let case_id = case_of(&bench, &case_id)?;
    let sent = bench.ledger.submissions_of(&case_id)?;
    let numbered: Vec<_> = sent.iter().filter(|one| one.state == State::Accepted && one.remote_id.is_some()).collect();
    if numbered.is_empty() {
        return Err(AppError::new(ErrorCode::NotKnownThere, "the case has no number yet"));
    }
    let mut failed = None;
    for one in numbered {
        // One that can't be asked is no reason to leave the others unasked; the first failure is told.
        if let Err(error) = poller::refresh(&bench, one).await {
            failed = failed.or(Some(error));
        }
    }
    match failed {
        Some(error) => Err(error.into()),
        None => show(&bench, &case_id),
    }
}

/// Opens the case's page in the browser: on the service's own dashboard, or not at all.
///
/// # Errors
/// `NotFound` when there is no such page.
pub async fn case_open_dashboard(desk: &Desk, case_id: String) -> Result<Done, AppError> {
    let bench = desk.bench();
    let case_id = case_of(&bench, &case_id)?;
    let case = bench.ledger.case(&case_id)?;
    let page = case.service_url.filter(|_| bench.mode != Mode::Practice);
    let page = page.as_deref().and_then(crate::services::phishfort::dashboard_url);
    let page = page.ok_or_else(|| AppError::new(ErrorCode::NotFound, "the case has no page at the service"))?;
    desk.desktop.open_page(page.into()).await?;
    Ok(Done {})
}
