//! The beginning of a text file, fit to be shown.

use std::io::{self, Read};

use crate::plain::Encoding;

/// How much of a file is read, in bytes.
const LONGEST: usize = 256 * 1024;

/// The beginning of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPreview {
    /// The text: every line end is `\n`, what can't be seen is written out, what can't be decoded is U+FFFD.
    pub text: String,
    /// Whether the file goes on after it.
    pub cut: bool,
}

/// Reads the first 256 kB as UTF-8, or as UTF-16 where its mark says so. Fails only when the file can't be read.
pub fn text(file: impl Read) -> io::Result<TextPreview> {
    let mut bytes = Vec::new();
    file.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    let cut = bytes.len() > LONGEST;
    bytes.truncate(LONGEST);
    let (encoding, rest) = Encoding::of(&bytes);
    let text = match encoding {
        Encoding::EightBit => {
            let whole = if cut { without_cut_character(rest) } else { rest };
            String::from_utf8_lossy(whole).into_owned()
        }
        Encoding::Utf16Le | Encoding::Utf16Be => {
            char::decode_utf16(encoding.units(rest)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
    };
    Ok(TextPreview { text: domain::visible(&text), cut })
}

/// The bytes without a character that the limit cut in two.
fn without_cut_character(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    }
}
