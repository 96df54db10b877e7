//! A text as a reader would decode it, with the way back to where each byte stands in the text as given.

use std::ops::Range;

use crate::invisible::is_invisible;

/// How often percent-encoding is taken off: mail gateways and redirectors encode once each.
const MOST_ROUNDS: usize = 4;

/// What stands between brackets in a defanged address, and what it stands for. [`crate::refang`] reads the same, but
/// loses the places. The longer come first.
const FANGS: [(&str, &str); 7] =
    [("://", "://"), ("dot", "."), ("at", "@"), ("//", "//"), (".", "."), (":", ":"), ("@", "@")];

/// A decoded text and its origin.
pub(super) struct View {
    text: String,
    /// For each byte of `text`, the whole characters of the source that it came from.
    from: Vec<Range<usize>>,
}

impl View {
    /// The text as it stands.
    pub(super) fn of(text: &str) -> Self {
        let from =
            text.char_indices().flat_map(|(at, c)| std::iter::repeat_n(at..at + c.len_utf8(), c.len_utf8())).collect();
        Self { text: text.to_owned(), from }
    }

    /// What is read here.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of [`View::text`] stands in the source; on character boundaries always.
    pub(super) fn source(&self, at: &Range<usize>) -> Range<usize> {
        match (self.from.get(at.start), at.end.checked_sub(1).and_then(|last| self.from.get(last))) {
            (Some(first), Some(last)) => first.start..last.end.max(first.start),
            _ => 0..0,
        }
    }

    /// A part of it, with the same source; `at` must lie on character boundaries.
    pub(super) fn part(&self, at: &Range<usize>) -> Self {
        Self {
            text: self.text.get(at.clone()).unwrap_or_default().to_owned(),
            from: self.from.get(at.clone()).unwrap_or_default().to_vec(),
        }
    }

    /// The text with this in the place of these parts of the source, which stand in order.
    pub(super) fn with_instead(text: &str, gone: impl Iterator<Item = Range<usize>>, instead: &str) -> Self {
        let whole = Self::of(text);
        let mut out = Self { text: String::new(), from: Vec::new() };
        let mut done = 0;
        for at in gone {
            out.push_part(&whole, done..at.start);
            out.push(instead, &at);
            done = at.end;
        }
        out.push_part(&whole, done..text.len());
        out
    }

    /// Percent-encoding taken off, as often as there is any.
    pub(super) fn percent_decoded(mut self) -> Self {
        for _ in 0..MOST_ROUNDS {
            if !self.text.contains('%') {
                break;
            }
            let decoded = self.percent_decoded_once();
            let done = decoded.text == self.text;
            self = decoded;
            if done {
                break;
            }
        }
        self
    }

    /// Brackets of defanged writing taken off, and what can't be seen left out: an address must not hide behind either.
    pub(super) fn refanged(&self) -> Self {
        let mut out = Self { text: String::with_capacity(self.text.len()), from: Vec::with_capacity(self.from.len()) };
        let mut at = 0;
        while let Some(c) = self.text[at..].chars().next() {
            if let Some((len, meant)) = fang(&self.text[at..]) {
                out.push(meant, &(self.from[at].start..self.from[at + len - 1].end));
                at += len;
                continue;
            }
            let end = at + c.len_utf8();
            if c.is_whitespace() || !is_invisible(c) {
                out.push(&self.text[at..end], &self.from[at]);
            }
            at = end;
        }
        out
    }

    fn push_part(&mut self, other: &Self, at: Range<usize>) {
        self.text.push_str(&other.text[at.clone()]);
        self.from.extend_from_slice(&other.from[at]);
    }

    fn push(&mut self, text: &str, from: &Range<usize>) {
        self.text.push_str(text);
        self.from.extend(std::iter::repeat_n(from.clone(), text.len()));
    }

    fn percent_decoded_once(&self) -> Self {
        let bytes = self.text.as_bytes();
        let (mut out, mut from) = (Vec::with_capacity(bytes.len()), Vec::with_capacity(bytes.len()));
        let mut at = 0;
        while at < bytes.len() {
            let (byte, len) = encoded_byte(&bytes[at..]).map_or((bytes[at], 1), |byte| (byte, 3));
            out.push(byte);
            from.push(self.from[at].start..self.from[at + len - 1].end);
            at += len;
        }
        Self::lossy(&out, &from)
    }

    /// Bytes as text; what is no UTF-8 becomes U+FFFD.
    fn lossy(bytes: &[u8], from: &[Range<usize>]) -> Self {
        let mut out = Self { text: String::with_capacity(bytes.len()), from: Vec::with_capacity(bytes.len()) };
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            let valid = chunk.valid();
            out.text.push_str(valid);
            // A character that was encoded byte by byte comes from all of its bytes.
            for (start, c) in valid.char_indices() {
                let (first, last) = (at + start, at + start + c.len_utf8() - 1);
                out.from.extend(std::iter::repeat_n(from[first].start..from[last].end, c.len_utf8()));
            }
            at += valid.len();
            if !chunk.invalid().is_empty() {
                let end = at + chunk.invalid().len();
                out.push("\u{FFFD}", &(from[at].start..from[end - 1].end));
                at = end;
            }
        }
        out
    }
}

/// The byte that `%40` stands for, where a text begins so.
fn encoded_byte(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
}

/// The bracketed writing that a text begins with, with or without a space on either side: its length in bytes, and what
/// it stands for.
fn fang(text: &str) -> Option<(usize, &'static str)> {
    let Some(spaced) = text.strip_prefix(' ') else { return bracketed(text) };
    let (len, meant) = bracketed(spaced).filter(|(_, meant)| matches!(*meant, "." | "@"))?;
    spaced[len..].starts_with(' ').then_some((len + 2, meant))
}

fn bracketed(text: &str) -> Option<(usize, &'static str)> {
    let close = match text.as_bytes().first()? {
        b'[' => ']',
        b'(' => ')',
        b'{' => '}',
        _ => return None,
    };
    FANGS.iter().find_map(|(written, meant)| {
        let inner = text.get(1..1 + written.len())?;
        (inner.eq_ignore_ascii_case(written) && text[1 + written.len()..].starts_with(close))
            .then_some((written.len() + 2, *meant))
    })
}
