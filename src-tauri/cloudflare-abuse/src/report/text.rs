//! Text of a limited length.

use std::fmt;

/// A text of `MIN` to `MAX` characters, counted as Unicode scalar values; how the service counts is **not
/// documented**. Nothing is trimmed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text<const MIN: usize, const MAX: usize>(String);

/// A text that is too short or too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{chars} characters, not {min} to {max}")]
pub struct BadText {
    /// How many characters it has.
    pub chars: usize,
    /// The fewest that it may have.
    pub min: usize,
    /// The most that it may have.
    pub max: usize,
}

impl<const MIN: usize, const MAX: usize> Text<MIN, MAX> {
    /// # Errors
    /// Fewer than `MIN` or more than `MAX` characters.
    pub fn new(raw: &str) -> Result<Self, BadText> {
        let chars = raw.chars().count();
        if (MIN..=MAX).contains(&chars) { Ok(Self(raw.to_owned())) } else { Err(BadText { chars, min: MIN, max: MAX }) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MIN: usize, const MAX: usize> fmt::Debug for Text<MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
