//! A file inside a mail becomes evidence of its own.

use std::io::Cursor;

use super::add_evidence::{add_bytes, read_and_shown};
use super::read_evidence::{found, kind};
use super::write_draft::open_draft;
use crate::Desk;
use crate::contract::{AddedView, AppError, ErrorCode};
use crate::error::id;

/// Takes a file out of a mail of this draft, by its place there. The mail itself stays as it is.
///
/// # Errors
/// `NotFound` for evidence of another case, `TooLate`; `AttachmentGone` where there is no such file.
pub async fn evidence_take_attachment(
    desk: &Desk,
    draft_id: String,
    evidence_id: String,
    at: u32,
) -> Result<AddedView, AppError> {
    let bench = desk.bench();
    let draft = open_draft(&bench, &draft_id)?;
    let mail = bench.ledger.evidence(&id(&evidence_id)?)?;
    if mail.case_id != draft.case_id {
        return Err(AppError::new(ErrorCode::NotFound, "this evidence belongs to another case"));
    }
    let gone = || AppError::new(ErrorCode::AttachmentGone, "there is no such file in this mail");
    let kind = kind(&mail).ok_or_else(gone)?;
    let found = found(desk, &bench, &draft.case_id)?;
    let reading = found.reads.iter().find(|read| read.evidence_id == mail.id).and_then(|read| read.facts.as_ref().ok());
    let attachment =
        reading.and_then(|reading| reading.attachments.iter().find(|one| one.at == at)).ok_or_else(gone)?;
    let path = bench.ledger.evidence_store().path(&mail.sha256);
    let taking = tokio::task::spawn_blocking(move || intake::attachment(kind, &std::fs::read(path).ok()?, at));
    let taken = taking.await.map_err(|error| AppError::new(ErrorCode::Unexpected, error.to_string()))?;
    let bytes = taken.ok_or_else(gone)?;
    let size = bytes.len() as u64;
    let taken = add_bytes(desk, &bench, draft.id.as_str(), &attachment.name, &mut Cursor::new(bytes), size)?;
    read_and_shown(desk, taken).await
}
