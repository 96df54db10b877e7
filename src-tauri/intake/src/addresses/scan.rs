//! The web addresses of a text, as they stand in it. One pass, whatever the text: hostile ones are written against
//! searches that start again at every dot. Read as browsers and people read them: `_` is taken in a host, and a `#` right
//! behind one begins a fragment, since phishing has both.

use super::bare;

/// What no address has in it: it begins or ends one. White space and control characters besides.
const DELIMITERS: &str = "<>\"`|“”„«»‹›「」『』【】（）《》〈〉、，；：！？";
/// What may stand in an address, but ends a sentence or a bracket when it is the last character.
const TRAILING: &str = ".,:;!?'*…·’‘。．｡";
/// Brackets that belong to an address only as a pair.
const BRACKETS: [(char, char); 3] = [('(', ')'), ('[', ']'), ('{', '}')];

/// An address as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span<'t> {
    /// With `http` or `https` before it.
    Whole(&'t str),
    /// A host, perhaps with a page.
    Bare(&'t str),
}

/// Hands every address to `take`, in order, until that says false.
pub(super) fn addresses<'t>(text: &'t str, mut take: impl FnMut(Span<'t>) -> bool) {
    for token in text.split(|c: char| c.is_whitespace() || c.is_control() || DELIMITERS.contains(c)) {
        if !token.is_empty() && !in_token(token, &mut take) {
            return;
        }
    }
}

fn in_token<'t>(token: &'t str, take: &mut impl FnMut(Span<'t>) -> bool) -> bool {
    let mut rest = token;
    while let Some(colon) = rest.find("://") {
        let start = scheme_start(rest, colon);
        let (before, body) = rest.split_at(start);
        if !bare::names(before, take) {
            return false;
        }
        let (address, after) = body.split_at(next_begins(body, colon - start + 3));
        let scheme = &body[..colon - start];
        let quote = before.chars().next_back().filter(|c| *c == '\'');
        let address = quote.map_or(address, |quote| address.split(quote).next().unwrap_or_default());
        if is_web(scheme) && !take(Span::Whole(trimmed(address))) {
            return false;
        }
        rest = after;
    }
    bare::names(rest, take)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// Where the scheme begins that ends at `colon`. `http` and `https` may stand right behind a word (`here:https://…`,
/// `Linkhttps://…`).
fn scheme_start(text: &str, colon: usize) -> usize {
    let mut web = [5, 4].into_iter().filter_map(|length| colon.checked_sub(length));
    if let Some(start) = web.find(|start| text.get(*start..colon).is_some_and(is_web)) {
        return start;
    }
    let other = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    text[..colon].trim_end_matches(other).len()
}

/// Where the next address begins in one that begins here, as after pasting two without a space. One in a path of its
/// own (`/https://…`) or behind `=` belongs to the first.
fn next_begins(body: &str, from: usize) -> usize {
    let (mut at, mut in_query) = (from, false);
    while let Some(colon) = body[at..].find("://").map(|found| at + found) {
        let start = scheme_start(body, colon);
        let before = body[..start].chars().next_back();
        in_query = in_query || body[at..colon].contains(['?', '#']);
        let parts = match before {
            Some(',' | ';' | '(' | '[') => true,
            Some(c) => !in_query && (c.is_alphanumeric() || c == '.'),
            None => false,
        };
        if start >= from && is_web(&body[start..colon]) && parts {
            return start;
        }
        at = colon + 3;
    }
    body.len()
}

/// An address without the brackets and the punctuation of the sentence around it.
pub(super) fn trimmed(address: &str) -> &str {
    let mut address = &address[..lone_close(address).min(full_stop(address)).min(next_word(address))];
    while let Some(last) = address.chars().next_back() {
        let open = BRACKETS.iter().any(|(open, _)| *open == last);
        if !open && !TRAILING.contains(last) {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

/// Where a sentence ends in a script that puts no space behind its full stop. Between Latin letters it is a dot in a
/// host, as browsers take it.
fn full_stop(address: &str) -> usize {
    let mut stops = address.match_indices(['。', '．', '｡']);
    let next = |at: usize, stop: &str| address[at + stop.len()..].chars().next();
    let ends = stops.find(|(at, stop)| !next(*at, stop).is_some_and(|next| next.is_ascii_alphanumeric()));
    ends.map_or(address.len(), |(at, _)| at)
}

/// Where the text goes on right behind a path, in a script that puts no space between words. Behind a `/` or a `-` such
/// letters belong to the path.
fn next_word(address: &str) -> usize {
    let path = address.find("://").map_or(0, |colon| colon + 3);
    let path = address[path..].find(['/', '?', '#']).map_or(address.len(), |slash| path + slash);
    let mut pairs = address[path..].char_indices().zip(address[path..].chars().skip(1));
    let ends = pairs.find(|((_, c), next)| c.is_ascii_alphanumeric() && is_unspaced(*next));
    ends.map_or(address.len(), |((at, _), _)| path + at + 1)
}

/// Letters of scripts that put no space between words, or hang endings to foreign ones: Thai, Chinese, Japanese, Korean.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Where the first bracket closes that was not opened within the address.
fn lone_close(address: &str) -> usize {
    let mut depth = [0_i32; BRACKETS.len()];
    for (at, c) in address.char_indices() {
        for (depth, (open, close)) in depth.iter_mut().zip(BRACKETS) {
            *depth += i32::from(c == open) - i32::from(c == close);
            if *depth < 0 {
                return at;
            }
        }
    }
    address.len()
}
