//! What kind of target a text looks like, right or wrong.

use std::net::Ipv6Addr;

use super::Kind;
use super::clean::Cleaned;

/// What a cleaned text looks like.
pub(super) enum Guess {
    /// One of the four kinds.
    Kind(Kind),
    /// An IPv6 address, which no service of ours takes.
    Ipv6,
    /// Nothing that we know.
    Nothing,
}

/// What kind of target a text as typed looks like, even if it can't be read yet. Cheap enough for every key press.
pub fn guess_kind(text: &str) -> Option<Kind> {
    match guess(&Cleaned::from_typed(text).text) {
        Guess::Kind(kind) => Some(kind),
        Guess::Ipv6 | Guess::Nothing => None,
    }
}

pub(super) fn guess(text: &str) -> Guess {
    if text.contains("://") || starts_with_any_case(text, "www.") {
        return Guess::Kind(Kind::Web);
    }
    if is_ipv6(text) {
        return Guess::Ipv6;
    }
    if is_ip_like(text) {
        return Guess::Kind(Kind::Ipv4);
    }
    if is_phone_like(text) {
        return Guess::Kind(Kind::Phone);
    }
    if let Some(at) = text.find('@') {
        return Guess::Kind(if is_in_web_address(text, at) { Kind::Web } else { Kind::Email });
    }
    if text.contains(['.', '/', '。', '．', '｡']) || text.eq_ignore_ascii_case("localhost") || has_scheme(text) {
        return Guess::Kind(Kind::Web);
    }
    Guess::Nothing
}

/// Whether an `@` stands in a path or query, or before a host with a path: an e-mail address has neither. Phishing links
/// often carry the address of the one they were sent to.
fn is_in_web_address(text: &str, at: usize) -> bool {
    text.find(['/', '?', '#']).is_some_and(|end| end < at || text[end..].starts_with('/'))
}

fn starts_with_any_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|have| have.eq_ignore_ascii_case(start))
}

/// `javascript:alert(1)`, `data:…`, `http:evil`: a web address of some sort, to be refused as one.
fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 1
            && !rest.is_empty()
            && !rest.starts_with(' ')
            && scheme.chars().all(|c| c.is_ascii_alphabetic())
    })
}

fn is_ipv6(text: &str) -> bool {
    let bare = text.trim_start_matches('[');
    let bare = bare.split([']', '%', '/']).next().unwrap_or_default();
    bare.parse::<Ipv6Addr>().is_ok()
        || (bare.matches(':').count() >= 2 && bare.chars().all(|c| c.is_ascii_hexdigit() || c == ':' || c == '.'))
}

/// Groups of up to three digits with dots between, perhaps with a port or a mask behind them.
fn is_ip_like(text: &str) -> bool {
    let (core, rest) = text.split_at(text.find([':', '/']).unwrap_or(text.len()));
    let groups = core.split('.');
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let tail = rest.is_empty() || (rest.len() > 1 && digits(&rest[1..]));
    core.contains('.') && tail && groups.into_iter().all(|group| (1..=3).contains(&group.len()) && digits(group))
}

/// A `+` and a digit, or five digits and more with nothing but what people put between them.
fn is_phone_like(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let between = |c: char| matches!(c, ' ' | '-' | '–' | '(' | ')' | '.' | '/');
    match text.strip_prefix('+') {
        Some(rest) => {
            rest.trim_start_matches([' ', '(']).starts_with(|c: char| c.is_ascii_digit()) && !text.contains('@')
        }
        None => digits >= 5 && text.chars().all(|c| c.is_ascii_digit() || between(c)),
    }
}
