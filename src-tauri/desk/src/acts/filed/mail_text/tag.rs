//! Tags in a text that may be HTML, found by their form. What only looks like one is none: `<https://…>`, `<me@…>`.

/// Bytes that a tag has at most, so that a text full of opened ones is not searched through again and again.
const LONGEST: usize = 4_000;
/// Bytes that a comment has at most.
const LONGEST_COMMENT: usize = 10_000;

/// A tag, or a comment or declaration under the name `!`.
pub(super) struct Tag<'a> {
    /// Where it begins.
    pub from: usize,
    /// Where it is over.
    pub to: usize,
    /// Its name in small letters.
    pub name: String,
    /// Whether it ends an element.
    pub closes: bool,
    attributes: &'a str,
}

/// All tags, in order.
pub(super) fn tags(text: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    // Behind the last `>` there is no tag, and nothing to search for.
    let last = text.rfind('>').unwrap_or(0);
    std::iter::from_fn(move || {
        while let Some(found) = text[at..].find('<') {
            let from = at + found;
            if from > last {
                return None;
            }
            at = from + 1;
            if let Some(tag) = tag_at(text, from) {
                at = tag.to;
                return Some(tag);
            }
        }
        None
    })
}

fn tag_at(text: &str, from: usize) -> Option<Tag<'_>> {
    let rest = &text[from + 1..];
    let declared = |length: usize| Tag { from, to: from + 1 + length, name: "!".into(), closes: false, attributes: "" };
    if rest.starts_with("!--") {
        return position(rest, LONGEST_COMMENT, |at| rest.as_bytes()[at..].starts_with(b"-->"))
            .map(|at| declared(at + 3));
    }
    if rest.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!doctype")) || rest.starts_with("![") {
        return end_of(rest).map(|at| declared(at + 1));
    }
    let inside = rest.strip_prefix('/').unwrap_or(rest);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-');
    let name = &inside[..inside.find(|c| !is_name(c))?];
    let after = inside[name.len()..].chars().next()?;
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.ends_with(':');
    if !named || !(after == '>' || after == '/' || after.is_ascii_whitespace()) {
        return None;
    }
    let end = end_of(inside)?;
    let closes = inside.len() < rest.len();
    let to = from + 1 + usize::from(closes) + end + 1;
    Some(Tag { from, to, name: name.to_ascii_lowercase(), closes, attributes: &inside[name.len()..end] })
}

/// The first place within reach where this holds. Looks at bytes: what is looked for is ASCII, so that a place that is
/// found is never inside of a character.
fn position(text: &str, within: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    (0..text.len().min(within)).find(|&at| holds(at))
}

/// The `>` that is not inside quotation marks.
fn end_of(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().take(LONGEST).position(|byte| {
        match (quote, byte) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        false
    })
}

impl<'a> Tag<'a> {
    /// The value of an attribute, as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let Some(value) = after.trim_start().strip_prefix('=').map(str::trim_start) else {
                rest = after;
                continue;
            };
            let (value, after) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                Some(quote) => value[1..].split_once(quote)?,
                None => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
            };
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        tags(text).map(|tag| if tag.closes { format!("/{}", tag.name) } else { tag.name }).collect()
    }

    #[test]
    fn tags_are_told_from_what_only_looks_like_one() {
        assert_eq!(
            names("<P class='a>b'>x</P ><br/><o:p><!-- <b> --><!DOCTYPE html><![endif]>"),
            ["p", "/p", "br", "o:p", "!", "!", "!"]
        );
        assert_eq!(names("<https://evil.example> <me@desk.example> <mailto:me@x.example> < b> <1> <> </> <b"), [""; 0]);
    }

    #[test]
    fn attributes_are_read_in_every_common_form() {
        for written in ["href=x", "href = 'x'", "id=\"y href=z\" HREF=\"x\"", "disabled href=x /", "a=b\nhref\n=\nx"] {
            let text = format!("<a {written}>");
            let read = tags(&text).next().and_then(|tag| tag.attribute("href").map(str::to_owned));
            assert_eq!(read.as_deref(), Some("x"), "{written}");
        }
        let none = tags("<a data-href=x>").next().and_then(|tag| tag.attribute("href"));
        assert_eq!(none, None);
    }

    #[test]
    fn a_text_full_of_opened_tags_is_read_in_time() {
        for opened in ["<!--", "<a href=\"", "<p\"", "<"] {
            assert!(names(&opened.repeat(12_000)).is_empty());
            assert!(names(&(opened.repeat(500) + &"x".repeat(LONGEST_COMMENT) + ">")).is_empty());
        }
    }
}
