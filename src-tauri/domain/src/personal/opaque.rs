//! Long ids that nobody can read: they stand for one mail, one click or one person.
//!
//! Ids that advertisers add (`gclid`, `fbclid`, …) count as well: each stands for one click of one person, and no page
//! needs them. Names of campaigns (`utm_…`) are words, and don't.

use std::ops::Range;

use super::encoded;

/// The fewest letters and digits of an id that is mixed.
const SHORTEST_MIXED: usize = 16;
/// The fewest digits of one in hex: half a hash.
const SHORTEST_HEX: usize = 24;
/// The lengths of the groups of a UUID.
const UUID: [usize; 5] = [8, 4, 4, 4, 12];

/// Where such ids stand, with what is joined to them by hyphens.
pub(super) fn ids(text: &str) -> Vec<Range<usize>> {
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '~');
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_id).map(|found| at + found) {
        at = text[start..].find(|c| !is_id(c)).map_or(text.len(), |len| start + len);
        let run = &text[start..at];
        // A text in an encoding can be read: what it says was looked at, but for an id in it.
        let said = encoded::readable(run);
        if is_opaque(run) && said.is_none_or(|said| said.split(|c| !is_id(c)).any(is_opaque)) {
            out.push(start..at);
        }
    }
    out
}

fn is_opaque(run: &str) -> bool {
    has_uuid(run) || is_base64url(run) || run.split(['-', '_', '~']).any(|part| is_hex_id(part) || is_mixed(part, 4))
}

fn has_uuid(run: &str) -> bool {
    let groups: Vec<&str> = run.split(['-', '_']).collect();
    groups.windows(UUID.len()).any(|groups| {
        groups.iter().zip(UUID).all(|(group, len)| group.len() == len && group.bytes().all(|b| b.is_ascii_hexdigit()))
    })
}

fn is_hex_id(part: &str) -> bool {
    part.len() >= SHORTEST_HEX
        && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        && part.bytes().any(|byte| byte.is_ascii_digit())
        && part.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether hyphens are part of the code, not of the writing: few, and what stands between changes all the time.
fn is_base64url(run: &str) -> bool {
    let joints = run.bytes().filter(|byte| !byte.is_ascii_alphanumeric()).count();
    run.len() > SHORTEST_MIXED + joints && joints * 6 <= run.len() && is_mixed(run, 3)
}

/// Whether letters and digits change at least once in so many characters. Words, dates and versions change seldom.
fn is_mixed(part: &str, once_in: usize) -> bool {
    let count = |is: fn(&u8) -> bool| part.bytes().filter(is).count();
    let (digits, letters) = (count(u8::is_ascii_digit), count(u8::is_ascii_alphabetic));
    digits >= 2 && letters >= 4 && digits + letters >= SHORTEST_MIXED && changes(part) * once_in >= part.len()
}

/// How often the kind of character changes; the capital letter that begins a word is no change of its own.
fn changes(part: &str) -> usize {
    let bytes = part.as_bytes();
    let class = |byte: u8| match byte {
        b'0'..=b'9' => Some(0),
        b'a'..=b'z' => Some(1),
        b'A'..=b'Z' => Some(2),
        _ => None,
    };
    bytes
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| match (class(pair[0]), class(pair[1])) {
            (Some(2), Some(1)) => *at > 0 && class(bytes[at - 1]) == Some(2),
            (Some(one), Some(other)) => one != other,
            _ => false,
        })
        .count()
}
