//! Signed tokens (JWT and its kin): three or five parts in base64url, the first of which names an algorithm.

use std::ops::Range;

use data_encoding::BASE64URL_NOPAD;

use super::mail;

/// The claims that name a person, the clearest first (RFC 7519 §4.1.2 and what sign-in services add).
const CLAIMS: [&str; 7] = ["email", "preferred_username", "upn", "unique_name", "login_hint", "name", "sub"];

/// The longest header that is decoded, in characters: real ones have a few dozen.
const LONGEST_HEADER: usize = 2_048;

/// Where tokens stand, and what each says of the person, where it can be read.
pub(super) fn tokens(text: &str) -> Vec<(Range<usize>, Option<String>)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_part).map(|found| at + found) {
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |len| start + len);
        out.extend(token(text, start, end));
        at = end;
    }
    out
}

/// The token in a run of its characters; a name may be glued before it.
fn token(text: &str, start: usize, end: usize) -> Option<(Range<usize>, Option<String>)> {
    // `{"` in base64 is `eyJ`, and every token begins so.
    let (at, _) = text[start..end].match_indices("eyJ").find(|(at, _)| is_header(&text[start + at..end]))?;
    let at = start + at;
    let mut parts = text[at..end].split('.');
    let (_, payload) = (parts.next()?, parts.next()?);
    // An unsigned one still ends in a full stop.
    parts.next()?;
    let len = text[at..end].trim_end_matches('.').len();
    Some((at..at + len, decoded(payload).and_then(|claims| says(&claims))))
}

fn is_header(run: &str) -> bool {
    let header = run.split('.').next().unwrap_or_default();
    header.len() <= LONGEST_HEADER
        && decoded(header).is_some_and(|json| json.trim_end().ends_with('}') && json.contains("\"alg\""))
}

fn decoded(part: &str) -> Option<String> {
    String::from_utf8(BASE64URL_NOPAD.decode(part.as_bytes()).ok()?).ok()
}

fn says(claims: &str) -> Option<String> {
    let address = || mail::addresses(claims).into_iter().next().map(|at| claims[at].to_owned());
    CLAIMS[..1]
        .iter()
        .find_map(|name| claim(claims, name))
        .or_else(address)
        .or_else(|| CLAIMS[1..].iter().find_map(|name| claim(claims, name)))
}

/// The text of a claim, as far as a reader needs it: no escapes are undone.
fn claim(claims: &str, name: &str) -> Option<String> {
    let (_, rest) = claims.split_once(&format!("\"{name}\""))?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let (value, _) = value.split_once('"')?;
    (!value.is_empty()).then(|| value.to_owned())
}
