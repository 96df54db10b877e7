//! Characters that deceive by not being seen, or by turning the reading direction.

/// What a reader can't see, from the Unicode database: format and default-ignorable characters, separators that look
/// like nothing, and blanks that pass for letters. Ordinary spaces of any width are not among them: they are seen.
/// Control characters are added by [`is_invisible`]. In order, both ends included.
const INVISIBLE: [(char, char); 22] = [
    ('\u{00AD}', '\u{00AD}'),   // soft hyphen
    ('\u{034F}', '\u{034F}'),   // combining grapheme joiner
    ('\u{061C}', '\u{061C}'),   // Arabic letter mark
    ('\u{070F}', '\u{070F}'),   // Syriac abbreviation mark
    ('\u{115F}', '\u{1160}'),   // Hangul fillers
    ('\u{17B4}', '\u{17B5}'),   // Khmer inherent vowels
    ('\u{180B}', '\u{180F}'),   // Mongolian variation selectors and vowel separator
    ('\u{200B}', '\u{200F}'),   // zero-width space, joiners, direction marks
    ('\u{2028}', '\u{202E}'),   // line and paragraph separators, direction embeddings and overrides
    ('\u{2060}', '\u{206F}'),   // word joiner, invisible operators, direction isolates
    ('\u{2800}', '\u{2800}'),   // Braille blank
    ('\u{3164}', '\u{3164}'),   // Hangul filler
    ('\u{FE00}', '\u{FE0F}'),   // variation selectors
    ('\u{FEFF}', '\u{FEFF}'),   // byte order mark
    ('\u{FFA0}', '\u{FFA0}'),   // half-width Hangul filler
    ('\u{FFF0}', '\u{FFFB}'),   // interlinear annotation
    ('\u{13430}', '\u{1345F}'), // Egyptian hieroglyph format controls
    ('\u{16FE4}', '\u{16FE4}'), // Khitan filler
    ('\u{1BCA0}', '\u{1BCA3}'), // shorthand format controls
    ('\u{1D159}', '\u{1D159}'), // musical null notehead
    ('\u{1D173}', '\u{1D17A}'), // musical format controls
    ('\u{E0000}', '\u{E0FFF}'), // tags and more variation selectors
];

/// Whether a character can't be seen, or turns the reading direction. Line breaks and tabs count as controls here.
pub fn is_invisible(c: char) -> bool {
    c.is_control() || INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// The text with everything that can't be seen written out, as in `⟨U+202E⟩`. Line breaks (one form of them) and tabs
/// stay, since the text is shown as lines.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\t' => out.push(c),
            _ if is_invisible(c) => out.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
            _ => out.push(c),
        }
    }
    out
}

/// The text without what can't be seen, and whether there was any. White space becomes a plain space first, so that a
/// line break parts two words and is no trick.
pub(crate) fn without_invisible(text: &str) -> (String, bool) {
    let mut hidden = false;
    let kept = text
        .chars()
        .filter_map(|c| match c {
            _ if c.is_whitespace() => Some(' '),
            _ if is_invisible(c) => {
                hidden = true;
                None
            }
            _ => Some(c),
        })
        .collect();
    (kept, hidden)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(INVISIBLE.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn a_name_that_turns_around_is_shown_as_it_is_written() {
        assert_eq!(visible("invoice\u{202E}fdp.exe"), "invoice⟨U+202E⟩fdp.exe");
    }

    #[test]
    fn every_known_trick_is_seen() {
        for trick in
            "\u{202E}\u{2066}\u{2069}\u{200D}\u{200B}\u{FEFF}\u{AD}\u{0}\u{7F}\u{85}\u{2028}\u{E0041}\u{3164}".chars()
        {
            assert!(is_invisible(trick), "{trick:?}");
        }
    }

    #[test]
    fn lines_and_ordinary_letters_stay() {
        assert_eq!(visible("Zürich\r\nĐà Nẵng\t東京 ف"), "Zürich\nĐà Nẵng\t東京 ف");
        assert_eq!(visible("a\rb"), "a⟨U+000D⟩b");
    }

    proptest! {
        #[test]
        fn nothing_invisible_is_left(text: String) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(|c| is_invisible(c) && c != '\n' && c != '\t'));
            prop_assert!(!without_invisible(&text).0.chars().any(is_invisible));
        }

        #[test]
        fn making_visible_twice_changes_nothing(text: String) {
            let once = visible(&text);
            prop_assert_eq!(visible(&once), once);
        }
    }
}
