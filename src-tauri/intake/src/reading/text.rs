//! Bytes as text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use mail_parser::decoders::charsets::map::charset_decoder;

/// UTF-8, UTF-16 by its mark, or else the usual 8-bit encoding of Western systems.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) if almost_whole(bytes, error) => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// UTF-8 but for a character that was cut in two at the end.
fn almost_whole(bytes: &[u8], error: std::str::Utf8Error) -> bool {
    error.error_len().is_none() && bytes[..error.valid_up_to()].iter().any(|byte| !byte.is_ascii())
}

/// Text in an encoding that a mail names. Many name the wrong one: what is UTF-8 beyond doubt is read as that, and a
/// name that nobody knows is not believed.
pub(super) fn in_charset(bytes: &[u8], charset: &str) -> String {
    let charset = charset.trim().trim_matches(['"', '\'']);
    if charset.is_empty() || is_eight_bit(charset) && std::str::from_utf8(bytes).is_ok() {
        return decoded(bytes);
    }
    if let Some(encoding) = Encoding::for_label(charset.as_bytes()) {
        if encoding == UTF_8 {
            return decoded(bytes);
        }
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    // Those that the web has forgotten: UTF-7, and code pages of DOS.
    match charset_decoder(charset.as_bytes()) {
        Some(decoder) => decoder(bytes),
        None => decoded(bytes),
    }
}

/// A page in the encoding that its own beginning names.
pub(super) fn of_page(bytes: &[u8]) -> String {
    match page_charset(bytes) {
        Some(charset) if std::str::from_utf8(bytes).is_err() => in_charset(bytes, &charset),
        _ => decoded(bytes),
    }
}

/// What a page says of its encoding in its first kilobyte, where browsers look for it.
fn page_charset(bytes: &[u8]) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let rest = start[start.find("charset")? + 7..].trim_start().strip_prefix('=')?.trim_start();
    let name = rest.trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'));
    Some(name[..end.unwrap_or(name.len())].to_owned()).filter(|name| !name.is_empty())
}

/// Whether an encoding has one byte a character, so that UTF-8 can't be it by chance.
fn is_eight_bit(charset: &str) -> bool {
    let charset = charset.to_ascii_lowercase();
    ["iso-8859", "iso8859", "windows-125", "cp125", "latin", "us-ascii", "ascii"]
        .iter()
        .any(|known| charset.starts_with(known))
}
