//! A text that was pasted: its addresses become the report, and the text itself evidence.

use std::io::Cursor;

use domain::{DraftId, Target};
use intake::Ours;

use super::add_evidence::add_bytes;
use super::read_evidence::{read_added, seen};
use super::write_draft::{alter, draft_create, open_draft, show};
use crate::Desk;
use crate::contract::*;
use crate::error::id;

/// Longest text that is taken, in characters.
const LONGEST: usize = 1_000_000;

/// Takes a pasted text into a draft, or into a fresh one. A single target is filled in as if it had been typed; any
/// other text is kept as evidence, read, and fills what is not filled in yet.
///
/// # Errors
/// `BadRequest` for an empty text; `TextTooLong`; `NotFound`, `TooLate` for a draft that is gone.
pub async fn draft_take_text(desk: &Desk, draft_id: Option<String>, text: String) -> Result<TakenTextView, AppError> {
    if text.trim().is_empty() {
        return Err(AppError::new(ErrorCode::BadRequest, "the text is empty"));
    }
    if text.chars().count() > LONGEST {
        return Err(AppError::new(ErrorCode::TextTooLong, "the text has more than 1,000,000 characters"));
    }
    let bench = desk.bench();
    let draft_id: DraftId = match draft_id {
        Some(draft_id) => open_draft(&bench, &draft_id)?.id,
        None => id(&draft_create(desk, None).await?.id)?,
    };
    if Target::parse(&text).is_ok() {
        let filled = type_in(desk, &draft_id, text.trim())?;
        return Ok(TakenTextView { draft: show(desk, &bench, &draft_id)?, filled, kept: None });
    }
    let time = bench.now().iso();
    let name = format!("Pasted {} {}.txt", &time[..10], time[11..19].replace(':', "."));
    let size = text.len() as u64;
    let taken = add_bytes(desk, &bench, draft_id.as_str(), &name, &mut Cursor::new(text.into_bytes()), size)?;
    let filled = read_added(desk, &draft_id, &taken.added).await?;
    seen(desk, &draft_id);
    Ok(TakenTextView { draft: show(desk, &bench, &draft_id)?, filled, kept: taken.added.into_iter().next() })
}

/// Whether it was filled in: what is there already stays. A wrapper is taken off as in a mail; one of our own sites is
/// shown as it was pasted, and not called filled in: the check says why.
fn type_in(desk: &Desk, draft_id: &DraftId, text: &str) -> Result<bool, AppError> {
    let preferences = desk.preferences.read();
    let reading = intake::read_text(text);
    let ours = Ours { sites: &preferences.own_sites, brands: &preferences.brands };
    let ranked = intake::rank(&[&reading], ours);
    let web = matches!(Target::parse(text), Ok(Target::Web(_)));
    let unwrapped = reading.addresses.first().is_some_and(|found| !found.unwrapped.is_empty());
    let behind = ranked.candidates.first().filter(|_| unwrapped).map(|one| one.target.as_sent());
    let reportable = !web || !ranked.candidates.is_empty();
    let (filled, ..) = alter(desk, &desk.bench(), draft_id.as_str(), |_, fields| {
        let free = fields.target.trim().is_empty();
        if free {
            fields.target = behind.clone().unwrap_or_else(|| text.to_owned());
        }
        Ok(free && reportable)
    })?;
    Ok(filled)
}
