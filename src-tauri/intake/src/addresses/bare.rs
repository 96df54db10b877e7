//! Names that are web addresses without saying so: `evil.example`, `www.evil.example/login`.

use super::scan::{Span, is_unspaced, trimmed};

/// Endings of files that are public suffixes too. A name with one of them alone is taken for a file.
const FILE_ENDINGS: [&str; 7] = ["cab", "md", "mov", "ps", "py", "sh", "zip"];
/// Suffixes reserved for examples (RFC 2606) that the list of public suffixes does not have.
const EXAMPLE_SUFFIXES: [&str; 2] = ["example", "test"];
/// What stands right before a part of something bigger: a path, a query, the host of an e-mail address.
const JOINS: [char; 10] = ['@', '/', '\\', '=', '&', '?', '#', '%', '~', '$'];

/// Hands every bare name in a piece of text without spaces and schemes to `take`, until that says false.
pub(super) fn names<'t>(piece: &'t str, take: &mut impl FnMut(Span<'t>) -> bool) -> bool {
    let mut at = 0;
    while let Some(start) = piece[at..].find(is_host_char).map(|found| at + found) {
        let end = run_end(piece, start);
        let joined = piece[..start].chars().next_back().is_some_and(|before| JOINS.contains(&before));
        let after = &piece[end..];
        at = end;
        if joined {
            continue;
        }
        if let Some(domain) = after.strip_prefix('@') {
            // A path behind it makes it a host with a user before it; otherwise it is an e-mail address.
            let host_end = run_end(piece, end + 1);
            at = host_end;
            if !domain.is_empty() && piece[host_end..].starts_with('/') && is_host(&piece[end + 1..host_end], true) {
                at = tail_end(piece, host_end);
                if !take(Span::Bare(trimmed(&piece[start..at]))) {
                    return false;
                }
            }
            continue;
        }
        let host = piece[start..end].trim_matches(['.', '-', '_', '。', '．', '｡']);
        let begin = end - piece[start..end].trim_start_matches(['.', '-', '_', '。', '．', '｡']).len();
        let closes = begin + host.len() == end;
        if !is_host(host, closes && has_page(after)) {
            continue;
        }
        at = if closes { tail_end(piece, end) } else { end };
        if !take(Span::Bare(trimmed(&piece[begin..at]))) {
            return false;
        }
    }
    true
}

/// Without a scheme, a name in a script without spaces can't be told from the words around it.
fn is_host_char(c: char) -> bool {
    (c.is_alphanumeric() && !is_unspaced(c)) || matches!(c, '.' | '-' | '_' | '。' | '．' | '｡')
}

fn run_end(piece: &str, start: usize) -> usize {
    piece[start..].find(|c| !is_host_char(c)).map_or(piece.len(), |length| start + length)
}

/// Whether a path or a query stands behind a host, a port between them or not. The size of a network (`192.0.2.0/24`)
/// is none.
fn has_page(after: &str) -> bool {
    let page = after.strip_prefix(':').map_or(after, |port| port.trim_start_matches(|c: char| c.is_ascii_digit()));
    let mask = page.strip_prefix('/').is_some_and(|size| {
        let digits = size.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && !size[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '/')
    });
    page.starts_with(['/', '?', '#']) && !mask
}

/// Where port, path and query end that stand behind a host. A comma ends them: such names stand in lists.
fn tail_end(piece: &str, host_end: usize) -> usize {
    let after = &piece[host_end..];
    let digits = after.strip_prefix(':').map_or(0, |port| port.bytes().take_while(u8::is_ascii_digit).count());
    let port = if digits > 0 { 1 + digits } else { 0 };
    if after[port..].starts_with(['/', '?', '#']) {
        return host_end + after.find([',', ';']).unwrap_or(after.len());
    }
    host_end + port
}

/// Whether a name is plausibly a host of the public name system, and not a file, an abbreviation, or two sentences
/// without a space between them.
fn is_host(name: &str, has_page: bool) -> bool {
    let dotted = name.replace(['。', '．', '｡'], ".");
    let labels: Vec<&str> = dotted.split('.').collect();
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) {
        return false;
    }
    if dotted.parse::<std::net::Ipv4Addr>().is_ok() {
        return has_page;
    }
    let last = labels.last().copied().unwrap_or_default();
    let lower = dotted.to_lowercase();
    let sure = has_page || lower.starts_with("www.");
    if !sure && (is_sentence(last) || FILE_ENDINGS.contains(&last.to_lowercase().as_str())) {
        return false;
    }
    is_public(&lower)
}

/// `account.Please`: where a sentence ends and the space is missing.
fn is_sentence(last: &str) -> bool {
    let mut letters = last.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

/// Whether the name stands below a known public suffix.
fn is_public(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or_default();
    if EXAMPLE_SUFFIXES.contains(&last) {
        return true;
    }
    let known = psl::suffix(name.as_bytes()).is_some_and(|suffix| suffix.is_known());
    known && domain::registrable_domain(name).is_some()
}
