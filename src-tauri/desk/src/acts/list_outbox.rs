//! Everything that is not settled.

use domain::State;
use ledger::Submission;

use crate::Desk;
use crate::bench::Bench;
use crate::contract::{AppError, OutboxView, SubmissionReason};
use crate::view;
use crate::words::from_word;

/// Every submission that is still something to look at: not those that a newer report of the same case takes the place
/// of.
pub(crate) fn unsettled(bench: &Bench) -> Result<Vec<Submission>, AppError> {
    let mut open = Vec::new();
    for one in bench.ledger.open_submissions()? {
        let damaged = one.reason.as_deref().and_then(from_word) == Some(SubmissionReason::FileDamaged);
        let over = one.state == State::Rejected || damaged;
        // Only what is over can be taken the place of: the others cost no question.
        if !over || !bench.ledger.is_superseded(&one.id)? {
            open.push(one);
        }
    }
    Ok(open)
}

/// What needs the person first, then what is on its way, then what was refused.
///
/// # Errors
/// When the ledger can't be read.
pub async fn outbox_list(desk: &Desk) -> Result<OutboxView, AppError> {
    let bench = desk.bench();
    let mut open = unsettled(&bench)?;
    open.sort_by_key(|one| match one.state {
        State::Unsure | State::NeedsPerson | State::Held => 0,
        State::Rejected => 2,
        _ => 1,
    });
    let submissions = open.iter().map(|one| view::submission(&bench, one)).collect::<Result<_, _>>()?;
    let paused = bench.lines.iter().filter(|line| line.is_paused()).map(|line| line.service).collect();
    Ok(OutboxView { submissions, paused })
}
