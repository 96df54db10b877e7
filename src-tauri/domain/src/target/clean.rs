//! From what was typed or pasted to the bare text of a target.

use crate::defang::refang;
use crate::invisible::without_invisible;

/// Quotes and brackets that a copied address often stands in.
const PAIRS: [(char, char); 9] =
    [('<', '>'), ('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’'), ('«', '»'), ('(', ')'), ('[', ']')];

/// Typed text, ready to be read.
pub(super) struct Cleaned {
    /// Without surroundings, without what can't be seen, re-fanged.
    pub(super) text: String,
    /// Whether there was anything that can't be seen.
    pub(super) hidden: bool,
}

impl Cleaned {
    /// Cleans what was typed.
    pub(super) fn from_typed(typed: &str) -> Self {
        let (text, hidden) = without_invisible(typed);
        Self { text: unwrapped(&refang(&text)).to_owned(), hidden }
    }
}

/// Takes off spaces, quotes, brackets, a `mailto:` or `tel:`, and the punctuation of the sentence around it.
fn unwrapped(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text.len();
        for (open, close) in PAIRS {
            if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
                // Two pairs side by side, as in `<a> <b>`, are not one pair around both.
                if !inner.contains([open, close]) {
                    text = inner.trim();
                }
            }
        }
        text = text.trim_end_matches([',', ';']).trim_end();
        if !text.contains('/') {
            // The end of a sentence, or the root of the name system. In a path it may belong to the address.
            text = text.trim_end_matches('.');
        }
        if let Some(address) = mailto(text) {
            text = address;
        }
        if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("tel:")) {
            text = text[4..].trim();
        }
        if let Some(address) = named_mailbox(text) {
            text = address;
        }
        if text.len() == before {
            return text;
        }
    }
}

fn mailto(text: &str) -> Option<&str> {
    let start = text.get(..7)?;
    start.eq_ignore_ascii_case("mailto:").then(|| text[7..].split('?').next().unwrap_or_default().trim())
}

/// The address in `Acme Support <help@acme.example>`, as mail programs copy it.
fn named_mailbox(text: &str) -> Option<&str> {
    let (_, address) = text.strip_suffix('>')?.split_once('<')?;
    (address.contains('@') && !address.contains(['<', '>', ' '])).then_some(address)
}

/// The pieces in which each could be a target of its own.
pub(super) fn several(text: &str) -> Vec<String> {
    let parts: Vec<String> = text
        .split([' ', ',', ';', '|'])
        .map(|part| unwrapped(part).to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    // Phone numbers have spaces in them: they part where a new one begins, or at a comma.
    let numbers = text.replace('+', ";+");
    let numbers = numbers.split([',', ';', '|']).map(|part| unwrapped(part).to_owned());
    if text.matches('+').count() > 1 && parts.iter().all(|part| !part.contains('@') && !part.contains("://")) {
        return numbers.filter(|part| !part.is_empty()).collect();
    }
    parts
}

/// Whether a second web address begins right behind the first, as after pasting twice. One in a path of its own
/// (`/https://…`) or in a query belongs to the first.
pub(super) fn pasted_twice(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let before_query = lower.split(['?', '#']).next().unwrap_or_default();
    ["http://", "https://"].iter().any(|scheme| {
        before_query
            .match_indices(scheme)
            .filter_map(|(at, _)| before_query[..at].chars().next_back())
            .any(|before| before.is_alphanumeric() || matches!(before, ',' | ';' | '|' | '.'))
    })
}
