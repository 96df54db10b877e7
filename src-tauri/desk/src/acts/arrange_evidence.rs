//! Evidence of a draft in its order, under its names, to be sent or to stay.

use domain::{DraftId, EvidenceId};

use super::write_draft::{open_draft, show};
use crate::Desk;
use crate::bench::Bench;
use crate::contract::{AppError, Direction, DraftView, ErrorCode};
use crate::error::id;

/// Longest name that a piece of evidence may have, in characters.
const LONGEST_NAME: usize = 200;

/// Evidence of this very draft, while the draft can still change.
fn of_draft(bench: &Bench, draft_id: &str, evidence_id: &str) -> Result<(DraftId, EvidenceId), AppError> {
    let (draft, evidence_id): (_, EvidenceId) = (open_draft(bench, draft_id)?, id(evidence_id)?);
    if bench.ledger.evidence(&evidence_id)?.case_id != draft.case_id {
        return Err(AppError::new(ErrorCode::NotFound, "this evidence belongs to another case"));
    }
    Ok((draft.id, evidence_id))
}

/// Takes evidence out of a draft. Its bytes stay on this computer.
///
/// # Errors
/// `NotFound`, `TooLate`.
pub async fn evidence_remove(desk: &Desk, draft_id: String, evidence_id: String) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let (draft_id, evidence_id) = of_draft(&bench, &draft_id, &evidence_id)?;
    bench.ledger.remove_evidence(&evidence_id, bench.now())?;
    show(desk, &bench, &draft_id)
}

/// Moves evidence one place; at the end of the row it stays where it is.
///
/// # Errors
/// `NotFound`, `TooLate`.
pub async fn evidence_move(
    desk: &Desk,
    draft_id: String,
    evidence_id: String,
    direction: Direction,
) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let (draft_id, evidence_id) = of_draft(&bench, &draft_id, &evidence_id)?;
    let case_id = bench.ledger.draft(&draft_id)?.case_id;
    let mut order: Vec<EvidenceId> = bench.ledger.evidence_of(&case_id)?.into_iter().map(|one| one.id).collect();
    if let Some(at) = order.iter().position(|one| *one == evidence_id) {
        let to = match direction {
            Direction::Up => at.saturating_sub(1),
            Direction::Down => (at + 1).min(order.len() - 1),
        };
        order.swap(at, to);
        bench.ledger.order_evidence(&order)?;
    }
    show(desk, &bench, &draft_id)
}

/// Gives evidence another name; an ending that tells its type stays.
///
/// # Errors
/// `BadRequest` for an empty or endless name; `NotFound`, `TooLate`.
pub async fn evidence_rename(
    desk: &Desk,
    draft_id: String,
    evidence_id: String,
    name: String,
) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let (draft_id, evidence_id) = of_draft(&bench, &draft_id, &evidence_id)?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(AppError::new(ErrorCode::BadRequest, "a name has between 1 and 200 characters"));
    }
    let old = bench.ledger.evidence(&evidence_id)?.name;
    let ending = old.rsplit_once('.').map(|(_, ending)| format!(".{ending}")).unwrap_or_default();
    let kept = name.to_lowercase().ends_with(&ending.to_lowercase());
    let name = if kept { name.to_owned() } else { format!("{name}{ending}") };
    bench.ledger.rename_evidence(&evidence_id, &name)?;
    show(desk, &bench, &draft_id)
}

/// Marks evidence to be sent, or to stay with the case only.
///
/// # Errors
/// `NotFound`, `TooLate`.
pub async fn evidence_send(
    desk: &Desk,
    draft_id: String,
    evidence_id: String,
    send: bool,
) -> Result<DraftView, AppError> {
    let bench = desk.bench();
    let (draft_id, evidence_id) = of_draft(&bench, &draft_id, &evidence_id)?;
    bench.ledger.mark_evidence(&evidence_id, send)?;
    show(desk, &bench, &draft_id)
}
