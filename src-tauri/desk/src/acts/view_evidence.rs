//! Looking at evidence: decoded and scaled here, so that the page never holds an address of it.

use std::fs::File;

use data_encoding::BASE64;
use domain::EvidenceId;

use crate::Desk;
use crate::contract::{AppError, ErrorCode, PictureView, TextView};
use crate::error::id;

/// Pixels of a thumbnail's longer side: twice what is shown, for sharp screens.
const THUMBNAIL: u32 = 80;
/// Pixels of the longer side when looked at.
const FULL: u32 = 1600;

async fn picture(desk: &Desk, evidence_id: &str, limit: u32) -> Result<PictureView, AppError> {
    let evidence_id: EvidenceId = id(evidence_id)?;
    let bench = desk.bench();
    let path = bench.ledger.evidence_store().path(&bench.ledger.evidence(&evidence_id)?.sha256);
    let decode = move || -> Result<intake::Picture, AppError> {
        let file = std::io::BufReader::new(File::open(path).map_err(ledger::LedgerError::from)?);
        intake::picture(file, limit).map_err(|error| AppError::new(ErrorCode::NoPreview, error.to_string()))
    };
    let decoded = tokio::task::spawn_blocking(decode).await;
    let picture = decoded.map_err(|error| AppError::new(ErrorCode::NoPreview, error.to_string()))??;
    Ok(PictureView {
        width: picture.width,
        height: picture.height,
        rgba_base64: BASE64.encode(&picture.rgba),
        full_width: picture.full_width,
        full_height: picture.full_height,
    })
}

/// A small picture for the row.
///
/// # Errors
/// `NoPreview` for a file that shows none; `NotFound`.
pub async fn evidence_thumbnail(desk: &Desk, evidence_id: String) -> Result<PictureView, AppError> {
    picture(desk, &evidence_id, THUMBNAIL).await
}

/// The picture as large as a window shows it.
///
/// # Errors
/// As [`evidence_thumbnail`].
pub async fn evidence_picture(desk: &Desk, evidence_id: String) -> Result<PictureView, AppError> {
    picture(desk, &evidence_id, FULL).await
}

/// The file's text, every address in it defanged.
///
/// # Errors
/// As [`evidence_thumbnail`].
pub async fn evidence_text(desk: &Desk, evidence_id: String) -> Result<TextView, AppError> {
    let evidence_id: EvidenceId = id(&evidence_id)?;
    let bench = desk.bench();
    let file = File::open(bench.ledger.evidence_store().path(&bench.ledger.evidence(&evidence_id)?.sha256));
    let preview =
        file.and_then(intake::text).map_err(|error| AppError::new(ErrorCode::NoPreview, error.to_string()))?;
    Ok(TextView { text: domain::defang(&preview.text), cut: preview.cut })
}
