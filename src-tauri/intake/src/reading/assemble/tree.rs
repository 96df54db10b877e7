//! The mails and files within a mail, numbered.

use crate::reading::Attachment;
use crate::reading::heads::bounded;
use crate::reading::letter::{Letter, Piece};

/// The mails from the outermost to the suspicious one: the first attached mail, then the first in that.
pub(super) fn way_in(outer: &Letter) -> Vec<&Letter> {
    let mut way = vec![outer];
    let mut inner = outer;
    while let Some(next) = inner.pieces.iter().find_map(|piece| piece.letter.as_deref()) {
        way.push(next);
        inner = next;
    }
    way
}

/// Every file of all mails, each mail's own after the mail: the order of their numbers.
pub(super) fn pieces(letter: &Letter) -> Vec<&Piece> {
    let mut all = Vec::new();
    for piece in &letter.pieces {
        all.push(piece);
        if let Some(inner) = &piece.letter {
            all.extend(pieces(inner));
        }
    }
    all
}

/// The files as they are listed.
pub(super) fn attachments(letter: &Letter) -> Vec<Attachment> {
    let listed = pieces(letter).into_iter().zip(0_u32..);
    listed
        .map(|(piece, at)| Attachment {
            at,
            name: shown_name(piece),
            size: piece.bytes.len() as u64,
            is_mail: is_mail(piece),
            inline: piece.inline,
        })
        .collect()
}

fn is_mail(piece: &Piece) -> bool {
    piece.letter.is_some() || matches!(piece.media_type.as_str(), "message/rfc822" | "message/global")
}

/// Its name on one line, with what can't be seen written out. A mail without a name goes by its subject.
pub(super) fn shown_name(piece: &Piece) -> String {
    let name = piece.name.trim();
    let subject = piece.letter.as_ref().map(|letter| letter.head.subject.trim()).filter(|subject| !subject.is_empty());
    let name = match subject {
        Some(subject) if name.is_empty() => format!("{subject}.eml"),
        _ => name.to_owned(),
    };
    bounded(&domain::visible(&bounded(&name)).replace(['\n', '\t'], " "))
}
