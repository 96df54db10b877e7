//! The files of a mail, and the mails among them.

use std::io::Cursor;

use super::properties::{Before, Properties, SHORT};
use super::store::Store;
use super::{message, saved};
use crate::reading::budget::{Budget, DEPTH};
use crate::reading::letter::{Letter, Piece};
use crate::reading::{Cut, LARGEST_READ, eml};
use crate::sniff::{Content, sniff};

const CONTENT: u16 = 0x3701;
const NAME: [u16; 3] = [0x3707, 0x3704, 0x3001];
const MEDIA_TYPE: u16 = 0x370E;
const CONTENT_ID: u16 = 0x3712;
const FLAGS: u16 = 0x3714;
const HIDDEN: u16 = 0x7FFE;
/// In [`FLAGS`]: the HTML shows it.
const SHOWN_IN_TEXT: u32 = 4;

/// Puts the files of a mail into its letter.
pub(super) fn read(store: &mut Store, about: &Properties, letter: &mut Letter, depth: usize, budget: &mut Budget) {
    for storage in store.numbered(&about.path, "__attach_version1.0_#") {
        if !budget.take_part() {
            return;
        }
        let path = format!("{}/{storage}", about.path);
        let of = Properties::read(store, &path, Before::Other, about.codepage, budget);
        let embedded = format!("{path}/__substg1.0_{CONTENT:04X}000D");
        let (bytes, inner) = if store.has_stream(&format!("{embedded}/__properties_version1.0")) {
            embedded_mail(store, &embedded, depth, budget)
        } else {
            let bytes = of.binary(store, CONTENT, LARGEST_READ as usize, budget).unwrap_or_default();
            (bytes, None)
        };
        let mut piece = described(store, &of, letter, budget);
        if piece.media_type == "multipart/signed" {
            signed(&bytes, letter, depth, budget);
        }
        piece.letter = inner.or_else(|| mail_in(&piece, &bytes, depth, budget)).map(Box::new);
        piece.bytes = bytes;
        name_mail(&mut piece);
        letter.pieces.push(piece);
    }
}

/// What the attachment says of itself.
fn described(store: &mut Store, of: &Properties, letter: &Letter, budget: &mut Budget) -> Piece {
    let id = of.text(store, CONTENT_ID, SHORT, budget);
    let id = id.trim().trim_matches(['<', '>']);
    let shown = of.number(FLAGS).is_some_and(|flags| flags & SHOWN_IN_TEXT != 0)
        || !id.is_empty() && letter.bodies.iter().any(|body| body.html && body.text.contains(&format!("cid:{id}")));
    let media_type = of.text(store, MEDIA_TYPE, SHORT, budget);
    Piece {
        name: of.first_text(store, &NAME, budget).trim().to_owned(),
        media_type: media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
        bytes: Vec::new(),
        inline: shown || of.flag(HIDDEN),
        letter: None,
    }
}

/// A mail that Outlook took apart: read where it lies, and put together again as a file of its own.
fn embedded_mail(store: &mut Store, path: &str, depth: usize, budget: &mut Budget) -> (Vec<u8>, Option<Letter>) {
    let letter = if depth + 1 < DEPTH {
        Some(message(store, path, Before::EmbeddedMail, depth + 1, budget))
    } else {
        budget.note(Cut::Depth);
        None
    };
    (saved::as_file(store, path, budget), letter)
}

/// A signed mail is one attachment that holds all of it, its texts included.
fn signed(bytes: &[u8], letter: &mut Letter, depth: usize, budget: &mut Budget) {
    if let Ok(whole) = eml::letter(bytes, depth, budget) {
        letter.bodies.extend(whole.bodies);
        letter.pieces.extend(whole.pieces);
    }
}

/// The mail that an attached file is, by its type, its name or its content.
fn mail_in(piece: &Piece, bytes: &[u8], depth: usize, budget: &mut Budget) -> Option<Letter> {
    let content = sniff(&mut Cursor::new(bytes)).unwrap_or(Content::Other);
    let told = piece.media_type == "message/rfc822" || piece.name.to_ascii_lowercase().ends_with(".eml");
    let outlook = content == Content::OutlookMail;
    if !outlook && content != Content::Mail && !(told && content == Content::Text) {
        return None;
    }
    if depth + 1 >= DEPTH {
        budget.note(Cut::Depth);
        return None;
    }
    let read = if outlook { super::letter(bytes, depth + 1, budget) } else { eml::letter(bytes, depth + 1, budget) };
    read.inspect_err(|_| budget.note(Cut::Damaged)).ok()
}

/// Outlook names an embedded mail by its subject, if at all.
fn name_mail(piece: &mut Piece) {
    let Some(letter) = &piece.letter else { return };
    if piece.name.is_empty() {
        piece.name = letter.head.subject.trim().to_owned();
    }
    if piece.name.is_empty() {
        piece.name = "mail".to_owned();
    }
    let lower = piece.name.to_ascii_lowercase();
    if !lower.ends_with(".msg") && !lower.ends_with(".eml") {
        let is_outlook = piece.bytes.starts_with(&crate::cfb::SIGNATURE);
        piece.name.push_str(if is_outlook { ".msg" } else { ".eml" });
    }
}
