//! News of a case, asked for by the person; and its page at the service.

use domain::CaseId;

use super::read_case::show;
use crate::Desk;
use crate::contract::{AppError, CaseView, Done, ErrorCode, Mode};
use crate::error::id;
use crate::poller;

/// Asks the service for news of a case, by its number.
///
/// # Errors
/// `NotKnownThere` when the service has no such number; `Unreachable`, `KeyRefused`, `SlowDown`, `ServiceFailed`.
pub async fn case_refresh(desk: &Desk, case_id: String) -> Result<CaseView, AppError> {
    let case_id: CaseId = id(&case_id)?;
    let bench = desk.bench();
    let number = bench.ledger.case(&case_id)?.number;
    let sent = bench.ledger.submissions_of(&case_id)?;
    let accepted = sent.iter().find(|one| number.is_some() && one.remote_id == number);
    let none = || AppError::new(ErrorCode::NotKnownThere, "the case has no number yet");
    poller::refresh(&bench, accepted.ok_or_else(none)?).await?;
    show(&bench, &case_id)
}

/// Opens the case's page in the browser: on the service's own dashboard, or not at all.
///
/// # Errors
/// `NotFound` when there is no such page.
pub async fn case_open_dashboard(desk: &Desk, case_id: String) -> Result<Done, AppError> {
    let case_id: CaseId = id(&case_id)?;
    let bench = desk.bench();
    let case = bench.ledger.case(&case_id)?;
    let page = case.service_url.filter(|_| bench.mode != Mode::Practice);
    let page = page.as_deref().and_then(crate::services::phishfort::dashboard_url);
    let page = page.ok_or_else(|| AppError::new(ErrorCode::NotFound, "the case has no page at the service"))?;
    desk.desktop.open_page(page.into()).await?;
    Ok(Done {})
}
