//! Everything that is not settled.

use std::sync::atomic::Ordering;

use domain::State;

use crate::Desk;
use crate::contract::{AppError, OutboxView};
use crate::view;

/// What needs the person first, then what is on its way, then what was refused.
///
/// # Errors
/// When the ledger can't be read.
pub async fn outbox_list(desk: &Desk) -> Result<OutboxView, AppError> {
    let bench = desk.bench();
    let mut open = bench.ledger.open_submissions()?;
    open.sort_by_key(|one| match one.state {
        State::Unsure | State::NeedsPerson | State::Held => 0,
        State::Rejected => 2,
        _ => 1,
    });
    let submissions = open.iter().map(|one| view::submission(&bench, one)).collect::<Result<_, _>>()?;
    Ok(OutboxView { submissions, paused_for_key: bench.paused_for_key.load(Ordering::Relaxed) })
}
