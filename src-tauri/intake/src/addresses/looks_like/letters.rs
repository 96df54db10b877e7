//! Names as the eye compares them.

use unicode_security::skeleton;

/// In lower case, letters and digits alone.
pub(super) fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// With umlauts as they are written where there are none.
pub(super) fn without_umlauts(text: &str) -> String {
    let mut out = text.to_lowercase();
    for (umlaut, written) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")] {
        out = out.replace(umlaut, written);
    }
    out
}

/// As a hasty eye takes it: Unicode's skeleton (UTS 39), in which `rn` and `m` are one, then the digits that stand for
/// letters, and accents left away.
pub(super) fn seen(plain: &str) -> String {
    let skeleton: String = skeleton(plain).flat_map(char::to_lowercase).collect();
    let letters = skeleton.chars().filter(|c| c.is_alphanumeric()).map(|c| match c {
        '0' => 'o',
        '1' | 'i' => 'l',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    });
    letters.collect::<String>().replace("vv", "w")
}

/// Whether one letter more, less, other, or two changed over make one name the other. The same name is not apart.
pub(super) fn one_edit_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let begin = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Whether two letters behind the first are changed over, which the eye forgives even in a short name.
pub(super) fn changed_over(one: &str, other: &str) -> bool {
    let same_letters = one.chars().count() == other.chars().count();
    same_letters && one.chars().next() == other.chars().next() && one_edit_apart(one, other) && {
        let differing: Vec<(char, char)> = one.chars().zip(other.chars()).filter(|(a, b)| a != b).collect();
        matches!(differing[..], [(a, b), (c, d)] if a == d && b == c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_one_edit() {
        assert!(one_edit_apart("acmes", "acme"));
        assert!(one_edit_apart("acme", "amce"));
        assert!(one_edit_apart("acme", "acne"));
        assert!(!one_edit_apart("acme", "acme"));
        assert!(!one_edit_apart("acme", "aemc"));
        assert!(!one_edit_apart("acme", ""));
    }
}
