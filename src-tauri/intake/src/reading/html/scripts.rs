//! Scripts, searched for where they lead. None is ever run.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD};

use super::leads::{LONGEST, Lead, lead};
use crate::addresses::{Address, linked};
use crate::reading::Place;

/// Addresses in one script that are looked at.
const IN_SCRIPT: usize = 50;

/// Whether a script goes anywhere.
pub(super) fn leads_away(script: &str) -> bool {
    ["location", "window.open", "open(", "navigate"].iter().any(|word| script.contains(word))
}

/// The address that a script on an element goes to.
pub(super) fn in_handler(script: &str) -> Option<Address> {
    strings(script).find_map(|(_, text)| linked(&meant(text), None))
}

/// The addresses in a script: those that it goes to, and the others, which nobody sees.
pub(super) fn in_script(script: &str) -> Vec<Lead<'static>> {
    strings(script)
        .map(|(at, text)| (at, meant(text)))
        .filter(|(_, text)| text.contains("//"))
        .take(IN_SCRIPT)
        .map(|(at, text)| {
            let goes = leads_away(tail(&script[..at], 60));
            let place = if goes { Place::Refresh } else { Place::Text };
            Lead { hidden: !goes, ..lead(text, place) }
        })
        .collect()
}

/// What a string of a script says: written with `\/`, or a web address in base64.
fn meant(text: &str) -> String {
    encoded(text).unwrap_or_else(|| text.replace("\\/", "/"))
}

/// The web address that a string is in base64. All such begin alike, so that hardly another is decoded.
fn encoded(text: &str) -> Option<String> {
    let bare = text.trim_end_matches('=');
    if !bare.starts_with("aHR0c") {
        return None;
    }
    let bytes = BASE64_NOPAD.decode(bare.as_bytes()).or_else(|_| BASE64URL_NOPAD.decode(bare.as_bytes())).ok()?;
    let address = String::from_utf8(bytes).ok()?;
    (address.starts_with("http://") || address.starts_with("https://")).then_some(address)
}

/// The strings of a script and where they begin; none goes over the end of its line.
fn strings(script: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = at + script[at..].find(['"', '\'', '`'])? + 1;
            let quote = script.as_bytes()[from - 1];
            let rest = &script.as_bytes()[from..];
            let end = from + rest.iter().position(|byte| *byte == quote || *byte == b'\n').unwrap_or(rest.len());
            at = (end + 1).min(script.len());
            if script.as_bytes().get(end) == Some(&quote) && end - from <= LONGEST {
                return Some((from, &script[from..end]));
            }
            if at >= script.len() {
                return None;
            }
        }
    })
}

/// The last so many characters.
fn tail(text: &str, most: usize) -> &str {
    text.char_indices().rev().nth(most - 1).map_or(text, |(at, _)| &text[at..])
}
