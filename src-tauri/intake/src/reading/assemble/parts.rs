//! Long texts in parts, so that the clock can be asked between them.

/// Bytes of a part at most.
const PART: usize = 64 * 1024;

/// The text in parts of bounded length; parted at the end of a line, else between words, else before what begins an
/// address, else anywhere.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (part, after) = rest.split_at(end(rest));
        rest = after;
        (!part.is_empty()).then_some(part)
    })
}

fn end(text: &str) -> usize {
    if text.len() <= PART {
        return text.len();
    }
    let window = &text[..super::finds::floor(text, PART)];
    // A line that ends with `=` goes on in the next, where nobody decoded it.
    let line = window.rmatch_indices('\n').take(200).find(|(at, _)| !window[..*at].trim_end().ends_with('='));
    let word = || window.rfind(char::is_whitespace);
    let begins = || window.rfind(['<', '>', '"']).or_else(|| window.rfind("http")).filter(|at| *at > 0);
    let behind = line.map(|(at, _)| at).or_else(word).map(|at| at + next(window, at));
    behind.or_else(begins).unwrap_or(window.len())
}

fn next(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_no_part_is_long() {
        for piece in ["a", "ä\n", "a\u{2003}", "<https://a", "https://a.test/", "=\n", "\n", "aaa \n"] {
            let text = piece.repeat(3 * PART / piece.len() + 7);
            assert_eq!(parts(&text).collect::<String>(), text);
            assert!(parts(&text).all(|part| part.len() <= PART));
        }
        assert_eq!(parts("").count(), 0);
    }
}
