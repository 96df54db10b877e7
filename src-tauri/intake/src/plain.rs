//! Whether bytes are plain text.

/// The encodings in which text is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, or one of the old 8-bit ones: neither says so itself.
    EightBit,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
}

impl Encoding {
    /// By the byte order mark, and the text without it.
    pub(crate) fn of(head: &[u8]) -> (Self, &[u8]) {
        match head {
            [0xFF, 0xFE, rest @ ..] => (Self::Utf16Le, rest),
            [0xFE, 0xFF, rest @ ..] => (Self::Utf16Be, rest),
            [0xEF, 0xBB, 0xBF, rest @ ..] => (Self::EightBit, rest),
            _ => (Self::EightBit, head),
        }
    }

    /// The 16-bit units; an odd byte at the end is left out.
    pub(crate) fn units(self, bytes: &[u8]) -> impl Iterator<Item = u16> {
        bytes.chunks_exact(2).map(move |pair| match self {
            Self::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
            Self::Utf16Le | Self::EightBit => u16::from_le_bytes([pair[0], pair[1]]),
        })
    }
}

/// Whether the beginning and the end of a file are text: UTF-8, UTF-16 with a byte order mark, or an 8-bit encoding,
/// and no control characters but those that texts have.
pub(crate) fn is_text(head: &[u8], tail: &[u8]) -> bool {
    let (encoding, text) = Encoding::of(head);
    match encoding {
        Encoding::EightBit => text.iter().chain(tail).all(|byte| is_textual(u16::from(*byte))),
        Encoding::Utf16Le | Encoding::Utf16Be => {
            // A pair cut by the window is one lone half at most.
            let lone = char::decode_utf16(encoding.units(text)).filter(Result::is_err).count();
            lone <= 1 && encoding.units(text).all(is_textual)
        }
    }
}

/// Everything but control characters; line ends, tabs, form feeds, the escape of ISO-2022 and DOS's end of file are.
fn is_textual(unit: u16) -> bool {
    unit >= 0x20 && unit != 0x7F || matches!(unit, 0x09 | 0x0A | 0x0C | 0x0D | 0x1A | 0x1B)
}
