//! Our own proof for an appeal. Cloudflare takes no files: they stay in the ledger.

use domain::EvidenceId;

use super::write::{open_appeal, show};
use crate::Desk;
use crate::acts::add_evidence::{Taken, take_paste, take_paths};
use crate::contract::*;
use crate::error::id;

fn shown(desk: &Desk, draft_id: &str, taken: Taken) -> Result<AppealProofView, AppError> {
    let appeal = show(&desk.bench(), &id(draft_id)?)?;
    Ok(AppealProofView { appeal, added: taken.added, refused: taken.refused })
}

/// Asks for files and keeps them as proof.
///
/// # Errors
/// `DialogOpen`, `NoWindow`; `TooLate` for an appeal that was sent or put away.
pub async fn appeal_proof_pick(desk: &Desk, draft_id: String) -> Result<AppealProofView, AppError> {
    open_appeal(&desk.bench(), &draft_id)?;
    let paths = desk.desktop.pick_files().await?;
    let taken = take_paths(desk, &draft_id, paths).await?;
    shown(desk, &draft_id, taken)
}

/// Keeps the clipboard's picture as proof.
///
/// # Errors
/// `NothingToPaste`; else as [`appeal_proof_pick`].
pub async fn appeal_proof_paste(desk: &Desk, draft_id: String) -> Result<AppealProofView, AppError> {
    open_appeal(&desk.bench(), &draft_id)?;
    let taken = take_paste(desk, &draft_id).await?;
    shown(desk, &draft_id, taken)
}

/// Takes a piece of proof out of the appeal. Its bytes stay in the ledger.
///
/// # Errors
/// `NotFound`; `TooLate` for an appeal that was sent or put away.
pub async fn appeal_proof_remove(desk: &Desk, draft_id: String, evidence_id: String) -> Result<AppealView, AppError> {
    let bench = desk.bench();
    let draft = open_appeal(&bench, &draft_id)?;
    let evidence_id: EvidenceId = id(&evidence_id)?;
    if !bench.ledger.evidence_of(&draft.case_id)?.iter().any(|one| one.id == evidence_id) {
        return Err(AppError::new(ErrorCode::NotFound, "no such proof here"));
    }
    bench.ledger.remove_evidence(&evidence_id, bench.now())?;
    show(&bench, &draft.id)
}
