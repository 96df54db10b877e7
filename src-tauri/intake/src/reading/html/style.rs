//! As much of a style as tells a button from a link, and what is seen from what is not.

use std::collections::HashMap;

/// Classes of a style sheet that are kept.
const CLASSES: usize = 500;

/// How something looks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// It has a ground of its own that is not about white.
    pub coloured: bool,
    pub padded: bool,
    pub rounded: bool,
    pub bordered: bool,
    /// Nobody sees it or anything in it.
    pub gone: bool,
    /// Whether its text has no size, or can't be seen; things inside may say otherwise.
    pub blank: Option<bool>,
}

impl Look {
    pub(super) fn is_button(self) -> bool {
        self.coloured || self.padded && (self.rounded || self.bordered)
    }

    /// Both together; what the second says about blankness is said later, and holds.
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            coloured: self.coloured || other.coloured,
            padded: self.padded || other.padded,
            rounded: self.rounded || other.rounded,
            bordered: self.bordered || other.bordered,
            gone: self.gone || other.gone,
            blank: other.blank.or(self.blank),
        }
    }
}

/// Reads declarations, as in a `style` attribute.
pub(super) fn look(declarations: &str) -> Look {
    let mut look = Look::default();
    let (mut flat, mut clipped) = (false, false);
    for declaration in declarations.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim().to_ascii_lowercase();
        let value = value.strip_suffix("!important").unwrap_or(&value).trim_end();
        match name.as_str() {
            "background" | "background-color" => look.coloured |= is_colour(value),
            "padding" | "padding-top" | "padding-left" | "padding-right" => look.padded |= !is_zero(value),
            "border-radius" => look.rounded |= !is_zero(value),
            "border" => look.bordered |= !is_zero(value) && !value.starts_with("none"),
            "display" => look.gone |= value == "none",
            "visibility" => look.blank = Some(matches!(value, "hidden" | "collapse")),
            "font-size" => look.blank = Some(is_zero(value)),
            "opacity" => look.gone |= is_zero(value),
            "width" | "height" | "max-height" | "max-width" => flat |= is_zero(value),
            "overflow" => clipped |= value == "hidden",
            "text-indent" | "left" | "top" | "margin-left" => look.gone |= is_far_away(value),
            _ => {}
        }
    }
    look.gone |= flat && clipped;
    look
}

/// Whether a ground stands out: neither nothing nor about white.
pub(super) fn is_colour(value: &str) -> bool {
    let value = value.trim();
    if value.starts_with("linear-gradient") || value.starts_with("rgb") {
        return !value.replace(' ', "").starts_with("rgb(255,255,255") && !value.contains(",0)");
    }
    let word = value.split_whitespace().next().unwrap_or_default();
    if let Some(digits) = word.strip_prefix('#') {
        return !is_light(digits);
    }
    if word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return !is_light(word);
    }
    !matches!(word, "" | "none" | "transparent" | "white" | "inherit" | "initial" | "unset" | "whitesmoke" | "snow")
        && !word.starts_with("url(")
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_light(digits: &str) -> bool {
    let of = |at: std::ops::Range<usize>| digits.get(at).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    match digits.len() {
        3 | 4 => digits.bytes().take(3).all(|byte| matches!(byte, b'e' | b'E' | b'f' | b'F')),
        _ => [of(0..2), of(2..4), of(4..6)].iter().all(|part| part.is_none_or(|part| part >= 0xE8)),
    }
}

/// `0`, `0px`, `0 0`, `.0em`.
fn is_zero(value: &str) -> bool {
    !value.is_empty()
        && value.split_whitespace().all(|word| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
            digits.parse::<f32>().is_ok_and(|number| number == 0.0)
        })
}

fn is_far_away(value: &str) -> bool {
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    digits.parse::<f32>().is_ok_and(|number| number <= -900.0)
}

/// How the classes of a style sheet look: rules of one class alone, outside of conditions such as `@media`.
pub(super) fn classes(sheet: &str, known: &mut HashMap<String, Look>) {
    let mut rest = sheet;
    while let Some(open) = rest.find('{') {
        let selectors = rest[..open].rsplit(['}', ';']).next().unwrap_or_default();
        if selectors.trim_start().starts_with('@') {
            rest = after_block(&rest[open + 1..]);
            continue;
        }
        let Some(close) = rest[open..].find('}') else { return };
        let body = &rest[open + 1..open + close];
        rest = &rest[open + close + 1..];
        let look = look(body);
        for class in selectors.split(',').filter_map(single_class) {
            if known.len() < CLASSES {
                let entry = known.entry(class.to_ascii_lowercase()).or_default();
                *entry = entry.with(look);
            }
        }
    }
}

/// What comes after a block of rules that was opened just before.
fn after_block(rest: &str) -> &str {
    let mut depth = 1_u32;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return &rest[at + 1..],
            b'}' => depth -= 1,
            _ => {}
        }
    }
    ""
}

/// `.name` or `a.name`, and nothing more.
fn single_class(selector: &str) -> Option<&str> {
    let (tag, class) = selector.trim().split_once('.')?;
    let is_name = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (is_name(tag) && !class.is_empty() && is_name(class)).then_some(class)
}
