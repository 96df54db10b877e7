//! The transfer encodings (RFC 2045 §6), read as mail programs read them: what makes no sense is passed over.

use std::borrow::Cow;

/// The bytes that were meant.
pub(super) fn decoded<'a>(encoding: &str, bytes: &'a [u8]) -> Cow<'a, [u8]> {
    match encoding {
        "base64" => Cow::Owned(base64(bytes)),
        "quoted-printable" => Cow::Owned(quoted_printable(bytes)),
        _ => Cow::Borrowed(bytes),
    }
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let mut group = 0_u32;
    let mut have = 0;
    for byte in bytes {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            // An end, after which some programs go on with another text.
            b'=' => {
                flush(&mut out, group, have);
                (group, have) = (0, 0);
                continue;
            }
            _ => continue,
        };
        group = group << 6 | u32::from(six);
        have += 1;
        if have == 4 {
            out.extend_from_slice(&group.to_be_bytes()[1..]);
            (group, have) = (0, 0);
        }
    }
    flush(&mut out, group, have);
    out
}

/// What an unfinished group of letters tells.
fn flush(out: &mut Vec<u8>, group: u32, have: u32) {
    match have {
        2 => out.push((group >> 4) as u8),
        3 => out.extend_from_slice(&[(group >> 10) as u8, (group >> 2) as u8]),
        _ => {}
    }
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        if *byte != b'=' {
            out.push(*byte);
            continue;
        }
        match (bytes.get(at).and_then(hex), bytes.get(at + 1).and_then(hex)) {
            (Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 2;
            }
            _ => match soft_break(&bytes[at..]) {
                Some(skip) => at += skip,
                None => out.push(b'='),
            },
        }
    }
    out
}

/// How long the line end is that an equals sign takes away; blanks before it don't count.
fn soft_break(bytes: &[u8]) -> Option<usize> {
    let blanks = bytes.iter().take(80).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    match bytes.get(blanks) {
        Some(b'\n') => Some(blanks + 1),
        None => Some(blanks),
        Some(_) => None,
    }
}

fn hex(byte: &u8) -> Option<u8> {
    char::from(*byte).to_digit(16).map(|digit| digit as u8)
}
