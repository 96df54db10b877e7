//! Sample evidence, for trying things without any of one's own.

use std::io::Cursor;

use super::add_evidence;
use super::read_evidence::read_added;
use super::write_draft::{draft_create, show};
use crate::Desk;
use crate::contract::*;

/// Name and bytes of each sample file.
pub(crate) const SAMPLES: [(&str, &[u8]); 3] = [
    ("forwarded.eml", include_bytes!("../../samples/forwarded.eml")),
    ("login-page.png", include_bytes!("../../samples/login-page.png")),
    ("call-note.txt", include_bytes!("../../samples/call-note.txt")),
];

fn only_in_practice(desk: &Desk) -> Result<(), AppError> {
    match desk.bench().mode {
        Mode::Practice => Ok(()),
        _ => Err(AppError::new(ErrorCode::PracticeOnly, "this is not practice")),
    }
}

/// Begins a report from the sample email, as if it had been dropped.
///
/// # Errors
/// `PracticeOnly`.
pub async fn practice_sample_email(desk: &Desk) -> Result<DraftView, AppError> {
    only_in_practice(desk)?;
    let draft = draft_create(desk, None).await?;
    let (name, bytes) = SAMPLES[0];
    let bench = desk.bench();
    let taken = add_evidence::add_bytes(desk, &bench, &draft.id, name, &mut Cursor::new(bytes), bytes.len() as u64)?;
    read_added(desk, &taken.draft_id, &taken.added).await?;
    show(desk, &bench, &taken.draft_id)
}

/// Saves the sample files into a folder of the person's choice, for dropping them by hand. A file of the same name that
/// is there already is left alone.
///
/// # Errors
/// `PracticeOnly`, `DialogOpen`, `NoWindow`; `StorageFailed` when the folder can't be written.
pub async fn practice_save_samples(desk: &Desk) -> Result<SamplesView, AppError> {
    only_in_practice(desk)?;
    let Some(folder) = desk.desktop.pick_folder().await? else {
        return Ok(SamplesView { folder: None, names: Vec::new() });
    };
    for (name, bytes) in SAMPLES {
        let path = folder.join(name);
        if !path.exists() {
            std::fs::write(&path, bytes).map_err(ledger::LedgerError::from)?;
        }
    }
    Ok(SamplesView {
        folder: Some(folder.display().to_string()),
        names: SAMPLES.iter().map(|(name, _)| (*name).to_owned()).collect(),
    })
}
