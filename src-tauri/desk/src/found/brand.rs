//! Which of our brands is copied.

use intake::Sign;

use super::Found;

/// The brand that the reported address or the mail poses as, of these names; the address counts most, the text least.
pub(super) fn copied<'a>(found: &Found, names: &[&'a str]) -> Option<&'a str> {
    let known = |said: &str| names.iter().copied().find(|name| same(name, said));
    let signs = found.ranked.candidates.first().map(|first| first.signs.as_slice()).unwrap_or_default();
    let by_sign = signs.iter().find_map(|sign| match sign {
        Sign::HasBrand(brand) | Sign::LooksLikeBrand(brand) => known(brand),
        _ => None,
    });
    by_sign.or_else(|| {
        let reading = found.mail().or_else(|| found.readings().next())?;
        let head = &reading.head;
        let from = head.from.as_ref().map_or("", |from| from.name.as_str());
        // The longest name wins: "Acme Pay" is no "Acme".
        [from, &head.subject, &reading.words].into_iter().find_map(|text| {
            let mut named: Vec<_> = names.iter().copied().filter(|name| is_named(text, name)).collect();
            named.sort_by_key(|name| std::cmp::Reverse(name.len()));
            named.first().copied()
        })
    })
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Whether a name stands in a text as words of its own.
pub(super) fn is_named(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.trim().to_lowercase());
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && text
            .match_indices(&name)
            .any(|(at, _)| apart(text[..at].chars().next_back()) && apart(text[at + name.len()..].chars().next()))
}
