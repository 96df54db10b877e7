//! What a file is by its content alone.

use std::io::{self, Read, Seek, SeekFrom};

use crate::kind::FileKind;
use crate::window::read_at;
use crate::{cfb, mail, ooxml, plain};

/// How much of the beginning is looked at.
const HEAD: usize = 256 * 1024;
/// How much of the end is looked at, where a program may hide behind a text.
const TAIL: usize = 64 * 1024;

/// What bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    Png,
    Jpeg,
    Pdf,
    Mail,
    OutlookMail,
    Text,
    OldWord,
    OldExcel,
    Word,
    Excel,
    Other,
}

impl Content {
    pub(crate) fn kind(self) -> FileKind {
        match self {
            Self::Png => FileKind::Png,
            Self::Jpeg => FileKind::Jpeg,
            Self::Pdf => FileKind::Pdf,
            Self::Mail => FileKind::Email,
            Self::OutlookMail => FileKind::OutlookEmail,
            Self::Text => FileKind::Text,
            Self::OldWord | Self::Word => FileKind::Word,
            Self::OldExcel | Self::Excel => FileKind::Excel,
            Self::Other => FileKind::Other,
        }
    }
}

/// Looks at the beginning and the end, and at the table of parts of a container.
pub(crate) fn sniff(file: &mut (impl Read + Seek)) -> io::Result<Content> {
    let head = read_at(file, 0, HEAD)?;
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(Content::Png);
    }
    if head.starts_with(b"\xff\xd8\xff") {
        return Ok(Content::Jpeg);
    }
    if head.trim_ascii_start().starts_with(b"%PDF-") {
        return Ok(Content::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        return ooxml::sniff(file);
    }
    if head.starts_with(&cfb::SIGNATURE) {
        return cfb::sniff(file, &head);
    }
    if mail::looks_like_mail(&head) {
        return Ok(Content::Mail);
    }
    let size = file.seek(SeekFrom::End(0))?;
    let tail = read_at(file, size.saturating_sub(TAIL as u64).max(head.len() as u64), TAIL)?;
    Ok(if plain::is_text(&head, &tail) { Content::Text } else { Content::Other })
}
