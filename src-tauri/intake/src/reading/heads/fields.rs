//! The fields of a head (RFC 5322 §2.2), cut apart and no more. Every limit here is far above what honest mails have.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use super::encoded;

/// Bytes of one head that are read; the rest of a longer one is passed over.
const HEAD: usize = 256 * 1024;
/// Bytes of one field that are read.
const FIELD: usize = 16 * 1024;
/// Fields of one head.
const FIELDS: usize = 1000;

/// The fields of one head, in their order.
#[derive(Debug, Default)]
pub(in crate::reading) struct Fields<'a> {
    list: Vec<(&'a str, &'a [u8])>,
    /// Something was left out.
    pub cut: bool,
}

impl<'a> Fields<'a> {
    /// The head and what comes after the empty line that ends it. Lines that are no fields are passed over, as some
    /// servers put broken ones there; where no empty line comes at all, the body begins with the first of them.
    pub(in crate::reading) fn split(bytes: &'a [u8]) -> (Self, &'a [u8]) {
        let mut fields = Self::default();
        let mut at = 0;
        let mut odd = bytes.len();
        while at < bytes.len() {
            let end = end_of_field(bytes, at);
            let line = &bytes[at..end];
            if line.trim_ascii().is_empty() && !starts_folded(line) {
                return (fields, &bytes[end..]);
            }
            match named(line) {
                Some((name, value)) => fields.take(name, value, at),
                None => odd = odd.min(at),
            }
            at = end;
        }
        (fields, &bytes[odd..])
    }

    fn take(&mut self, name: &'a str, value: &'a [u8], at: usize) {
        if at > HEAD || self.list.len() >= FIELDS {
            self.cut = true;
            return;
        }
        self.cut |= value.len() > FIELD;
        self.list.push((name, &value[..value.len().min(FIELD)]));
    }

    pub(in crate::reading) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether a field describes a part (RFC 2045 §3).
    pub(in crate::reading) fn is_about_a_part(&self) -> bool {
        self.list.iter().any(|(name, _)| name.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("content-")))
    }

    /// The first field of that name: where a mail has two, programs show the first.
    pub(in crate::reading) fn first(&self, name: &str) -> Option<Vec<u8>> {
        self.all(name).next()
    }

    /// All fields of that name, the topmost first, each in UTF-8 and ended by a line end, as the parsers want it.
    pub(in crate::reading) fn all(&self, name: &str) -> impl DoubleEndedIterator<Item = Vec<u8>> {
        self.list.iter().filter(move |(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| readable(value))
    }
}

/// The name of a field and what comes after its colon.
fn named(line: &[u8]) -> Option<(&str, &[u8])> {
    let colon = line.iter().take(128).position(|byte| *byte == b':')?;
    let name = std::str::from_utf8(line[..colon].trim_ascii()).ok()?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic());
    is_name.then_some((name, &line[colon + 1..]))
}

/// Where the field that begins here ends, its folded lines included.
fn end_of_field(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    loop {
        let Some(line) = bytes[at..].iter().position(|byte| *byte == b'\n') else { return bytes.len() };
        at += line + 1;
        let first = at == from + line + 1;
        let empty = first && bytes[from..at].trim_ascii().is_empty();
        if empty || !bytes.get(at).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            return at;
        }
        // A line of blanks ends a head in every program, although the standard lets it go on.
        let rest = &bytes[at..];
        let blank = rest.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r')).map(|other| rest[other]);
        if blank.is_none_or(|byte| byte == b'\n') {
            return at;
        }
    }
}

fn starts_folded(line: &[u8]) -> bool {
    line.first().is_some_and(|byte| matches!(byte, b' ' | b'\t')) && !line.trim_ascii().is_empty()
}

/// UTF-8 as it is; other bytes as the usual 8-bit encoding, since such a field names none.
fn readable(value: &[u8]) -> Vec<u8> {
    let value = encoded::joined(encoded::few(value));
    let value = value.as_ref();
    let mut value = match std::str::from_utf8(value) {
        Ok(_) => Cow::Borrowed(value),
        Err(_) => Cow::Owned(WINDOWS_1252.decode_without_bom_handling(value).0.into_owned().into_bytes()),
    };
    if !value.ends_with(b"\n") {
        value.to_mut().push(b'\n');
    }
    value.into_owned()
}
