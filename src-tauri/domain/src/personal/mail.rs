//! E-mail addresses in any text.

use std::ops::Range;

/// Endings of files. `logo@2x.png` and `bundle@next.js` are no mailboxes.
const FILES: [&str; 24] = [
    "asp", "aspx", "bmp", "css", "gif", "htm", "html", "ico", "jpeg", "jpg", "js", "json", "jsp", "map", "mjs", "pdf",
    "php", "png", "svg", "txt", "webp", "woff", "xhtml", "xml",
];

/// Where e-mail addresses stand, in order, none overlapping.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.match_indices('@') {
        let from = found.last().map_or(0, |last| last.end).min(at);
        let local = text[from..at].rfind(|c| !is_local(c)).map_or(from, |last| last + from);
        let local = text[local..at].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
        if local.is_empty() || local.ends_with('.') || from > at {
            continue;
        }
        if let Some(len) = domain_len(&text[at + 1..]) {
            found.push(at - local.len()..at + 1 + len);
        }
    }
    found
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'')
}

/// The length of the domain that a text begins with, where it can be one of the public name system.
fn domain_len(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(text.len());
    let domain = text[..end].trim_end_matches(['.', '-']);
    let (before, last) = domain.rsplit_once('.')?;
    let named = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    let file = FILES.iter().any(|file| last.eq_ignore_ascii_case(file));
    let labels = before.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
    ((named && !file || last.starts_with("xn--")) && labels).then_some(domain.len())
}
