//! A text made ready for the search: what breaks an address in two, or hides in it, is undone.

use std::borrow::Cow;

use domain::invisible::is_invisible;

/// Length of a line of quoted-printable with its soft break, in bytes (RFC 2045 §6.7). Encoders break a little earlier
/// so as not to part a character; a line that happens to end with `=` is seldom as long as that.
const SOFT_LINE: std::ops::RangeInclusive<usize> = 70..=76;
/// Longest address that is joined over line breaks, in bytes.
const LONGEST_JOINED: usize = 4096;
/// Characters that look like a space, and are none by their class: they part words, where others that can't be seen
/// are put into words.
const BLANKS: [char; 5] = ['\u{115F}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{FFA0}'];

/// The text as it is searched.
pub(super) fn cleared(text: &str) -> String {
    let text = softly_joined(text);
    let seen: String = text.chars().filter_map(seen).collect();
    // The source of a page read as text: an address with `&amp;` of its own is rarer than one escaped for a page.
    bracketed_joined(&domain::refang(&seen).replace("&amp;", "&"))
}

fn seen(c: char) -> Option<char> {
    match c {
        _ if c.is_whitespace() => Some(c),
        _ if c.is_control() || BLANKS.contains(&c) => Some(' '),
        _ if is_invisible(c) => None,
        _ => Some(c),
    }
}

/// Quoted-printable that nobody decoded, as in a mail's source pasted as text: soft breaks and `=3D` undone.
fn softly_joined(text: &str) -> Cow<'_, str> {
    let soft = |line: &str| line.ends_with('=') && SOFT_LINE.contains(&line.len());
    if !text.lines().any(soft) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_suffix('=').filter(|_| soft(line)) {
            Some(begun) => out.push_str(begun),
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    Cow::Owned(out.replace("=3D", "=").replace("=3d", "="))
}

/// Line breaks taken out of `<https://…>`, which is what those brackets are for (RFC 3986, appendix C).
fn bracketed_joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (before, bracket) = rest.split_at(open + 1);
        out.push_str(before);
        rest = bracket;
        let Some(close) = close_of_address(bracket) else { continue };
        let (address, after) = bracket.split_at(close);
        let whole: String = address.lines().map(str::trim).collect();
        // With a space left in it, it was a sentence between the brackets.
        out.push_str(if whole.contains(char::is_whitespace) { address } else { &whole });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where the bracket ends that begins here with a web address.
fn close_of_address(text: &str) -> Option<usize> {
    let lower = text.get(..8).or_else(|| text.get(..7))?.to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return None;
    }
    let end = text.char_indices().take_while(|(at, _)| *at < LONGEST_JOINED).find(|(_, c)| matches!(c, '<' | '>'))?;
    (end.1 == '>').then_some(end.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_address_in_angle_brackets_is_joined_and_a_sentence_is_not() {
        assert_eq!(cleared("<https://evil.example/a\r\n  b>"), "<https://evil.example/ab>");
        assert_eq!(cleared("<https://evil.example/a\nsee this>"), "<https://evil.example/a\nsee this>");
        assert_eq!(cleared("a < b\n> c"), "a < b\n> c");
    }

    #[test]
    fn soft_breaks_are_undone_where_lines_are_as_long_as_encoders_make_them() {
        let line = format!("https://evil.example/{}", "a".repeat(54));
        assert_eq!(cleared(&format!("{line}=\nbc?x=3D1")).trim_end(), format!("{line}bc?x=1"));
        assert_eq!(cleared("token=\nNext line, 2=3D1+1"), "token=\nNext line, 2=3D1+1");
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out_and_what_looks_like_a_space_parts() {
        assert_eq!(cleared("ev\u{200B}il\u{AD}.exa\u{2060}mple"), "evil.example");
        assert_eq!(cleared("see\u{2800}evil.example\0now"), "see evil.example now");
    }
}
