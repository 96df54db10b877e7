//! Encoded words (RFC 2047), made ready for a decoder that reads them one by one.

use std::borrow::Cow;

use data_encoding::BASE64;

use crate::reading::transfer;

/// Encoded words in one field. What comes after them is left out, since a decoder may look for an end from each.
const ENCODED_WORDS: usize = 256;
/// Bytes of one encoded word; the standard allows 75.
const WORD: usize = 1024;

/// Joins neighbouring encoded words of one charset (RFC 2047 §2): many programs cut them within a character, which no
/// decoder of single words can read.
pub(super) fn joined(value: &[u8]) -> Cow<'_, [u8]> {
    if !value.windows(2).any(|pair| pair == b"?=") {
        return Cow::Borrowed(value);
    }
    let mut out: Vec<u8> = Vec::with_capacity(value.len());
    // The last encoded word, if nothing but blanks came after it: where it was put, its charset, what it says.
    let mut last: Option<(usize, &[u8], Vec<u8>)> = None;
    let mut at = 0;
    while at < value.len() {
        if let Some((charset, said, length)) = encoded_word(&value[at..]) {
            match &mut last {
                Some((start, own, before)) if own.eq_ignore_ascii_case(charset) => {
                    before.extend(said);
                    out.truncate(*start);
                    out.extend_from_slice(&[b"=?", charset, b"?B?", BASE64.encode(before).as_bytes(), b"?="].concat());
                }
                _ => {
                    last = Some((out.len(), charset, said));
                    out.extend_from_slice(&value[at..at + length]);
                }
            }
            at += length;
            continue;
        }
        if !value[at].is_ascii_whitespace() {
            last = None;
        }
        out.push(value[at]);
        at += 1;
    }
    Cow::Owned(out)
}

/// An encoded word at the beginning: its charset, the bytes that it says, and its length.
fn encoded_word(bytes: &[u8]) -> Option<(&[u8], Vec<u8>, usize)> {
    let rest = bytes.strip_prefix(b"=?")?;
    let charset = &rest[..rest.iter().take(60).position(|byte| *byte == b'?')?];
    let text = charset.len() + 5;
    let encoding = match bytes.get(text - 2..text)? {
        [b'Q' | b'q', b'?'] => "quoted-printable",
        [b'B' | b'b', b'?'] => "base64",
        _ => return None,
    };
    let inside = bytes.get(text..)?;
    let end = inside.windows(2).take(WORD).position(|pair| pair == b"?=")?;
    let spaced: Vec<u8> = inside[..end].iter().map(|byte| if *byte == b'_' { b' ' } else { *byte }).collect();
    let said = if encoding == "base64" { &inside[..end] } else { &spaced };
    Some((charset, transfer::decoded(encoding, said).into_owned(), text + end + 2))
}

/// The value without what comes after too many encoded words.
pub(super) fn few(value: &[u8]) -> &[u8] {
    let starts = value.windows(2).enumerate().filter(|(_, pair)| pair == b"=?").map(|(at, _)| at);
    match starts.take(ENCODED_WORDS + 1).nth(ENCODED_WORDS) {
        Some(at) => &value[..at],
        None => value,
    }
}
