//! A calendar file of the blocks that are about to start.

use crate::Desk;
use crate::calendar::{FILE_NAME, calendar};
use crate::contract::{AppError, ErrorCode, Mode, SavedView};
use crate::reminders::due::Pending;

/// Saves every block that is about to start as a calendar file, where the person chooses. Starts that are past are left
/// out: no calendar could remind of them.
///
/// # Errors
/// `AccountMissing`; `NotFound` when no block is about to start; `DialogOpen`, `NoWindow`; `StorageFailed` when the file
/// can't be written.
pub async fn sites_calendar(desk: &Desk) -> Result<SavedView, AppError> {
    let bench = desk.bench();
    let now = bench.now();
    let account = bench.cloudflare.account().ok_or_else(|| AppError::new(ErrorCode::AccountMissing, ""))?;
    let rows = bench.cache.pending_blocks(Some(account.as_str()))?;
    let blocks: Vec<Pending> = rows.into_iter().map(Pending::from).filter(|block| block.effective_at > now).collect();
    if blocks.is_empty() {
        return Err(AppError::new(ErrorCode::NotFound, "no block is about to start"));
    }
    let text = calendar(&blocks, now, bench.mode == Mode::Practice);
    let name = desk.desktop.save_file(FILE_NAME.into(), text.into_bytes()).await?;
    Ok(SavedView { name, entries: crate::view::size(blocks.len() as u64) })
}
