//! From the parts of a mail to what it says.

mod files;
mod finds;
mod lures;
mod mails;
mod parts;
mod pasted;
mod told;
mod tree;

use super::budget::Budget;
use super::letter::Letter;
use super::{Reading, Source, Unread, eml, msg};
use crate::FileKind;
use crate::mail::looks_like_mail;

pub(super) fn mail(bytes: &[u8]) -> Result<Reading, Unread> {
    let mut budget = Budget::new();
    let letter = eml::letter(bytes, 0, &mut budget)?;
    Ok(whole(&letter, Source::Mail, budget))
}

pub(super) fn outlook(bytes: &[u8]) -> Result<Reading, Unread> {
    let mut budget = Budget::new();
    let letter = msg::letter(bytes, 0, &mut budget)?;
    Ok(whole(&letter, Source::OutlookMail, budget))
}

fn whole(letter: &Letter, source: Source, mut budget: Budget) -> Reading {
    let mut reading = mails::read(letter, source, &mut budget);
    reading.cut = budget.cut;
    reading
}

pub(super) fn text(text: &str) -> Reading {
    if looks_like_mail(beginning(text))
        && let Ok(reading) = mail(text.as_bytes())
    {
        return reading;
    }
    let mut budget = Budget::new();
    let mut reading = pasted::read(text, &mut budget);
    reading.cut = budget.cut;
    reading
}

/// As much of a text as is looked at to tell a mail from it.
fn beginning(text: &str) -> &[u8] {
    let bytes = text.trim_start_matches(['\u{FEFF}', '\r', '\n']).as_bytes();
    &bytes[..bytes.len().min(256 * 1024)]
}

pub(super) fn attachment(kind: FileKind, bytes: &[u8], at: u32) -> Option<Vec<u8>> {
    let mut budget = Budget::new();
    let letter = match kind {
        FileKind::Email => eml::letter(bytes, 0, &mut budget),
        FileKind::OutlookEmail => msg::letter(bytes, 0, &mut budget),
        FileKind::Text => {
            let text = super::text::decoded(bytes);
            if !looks_like_mail(beginning(&text)) {
                return None;
            }
            eml::letter(text.as_bytes(), 0, &mut budget)
        }
        _ => return None,
    };
    let letter = letter.ok()?;
    let piece = tree::pieces(&letter).into_iter().nth(usize::try_from(at).ok()?)?;
    Some(piece.bytes.clone())
}
