//! Attached files in which addresses are looked for.

use crate::reading::letter::Piece;

/// How an attached file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Page,
    Text,
    Calendar,
}

/// How this file is read, by its name or else by its type; none for everything that is no text.
pub(super) fn how(piece: &Piece) -> Option<Read> {
    if piece.letter.is_some() {
        return None;
    }
    let extension = piece.name.trim().rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "html" | "htm" | "xhtml" | "xht" | "shtml" | "svg" => return Some(Read::Page),
        "txt" | "text" | "url" | "csv" => return Some(Read::Text),
        "ics" | "ical" | "vcs" => return Some(Read::Calendar),
        _ => {}
    }
    match piece.media_type.as_str() {
        "text/html" | "application/xhtml+xml" | "image/svg+xml" => Some(Read::Page),
        "text/calendar" => Some(Read::Calendar),
        "text/plain" => Some(Read::Text),
        _ => None,
    }
}

/// A calendar's text with its folded lines joined and its written-out line ends undone (RFC 5545 §3.1, §3.3.11).
pub(super) fn unfolded(calendar: &str) -> String {
    let joined = calendar.replace("\r\n ", "").replace("\n ", "").replace("\r\n\t", "").replace("\n\t", "");
    joined.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")
}
