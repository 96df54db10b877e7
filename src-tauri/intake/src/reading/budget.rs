//! How much one file may cost. Each limit is far above what honest mails need.

use std::time::{Duration, Instant};

use super::Cut;

/// Biggest file that is read, in bytes: 40 MB. Mail providers stop at 25 to 35.
pub const LARGEST_READ: u64 = 40 * 1024 * 1024;
/// Mails within mails.
pub(super) const DEPTH: usize = 8;
/// Parts of all mails together.
pub(super) const PARTS: usize = 500;
/// Bytes of text that are read, of all parts together.
pub(super) const TEXT: usize = 8 * 1024 * 1024;
/// Addresses that are kept.
pub(super) const ADDRESSES: usize = 2000;
/// Time for one file; the phases ask between their steps.
pub(super) const TIME: Duration = Duration::from_secs(5);

/// What is left of it, and what it cut.
#[derive(Debug)]
pub(super) struct Budget {
    until: Instant,
    parts: usize,
    text: usize,
    pub cut: Vec<Cut>,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { until: Instant::now() + TIME, parts: PARTS, text: TEXT, cut: Vec::new() }
    }

    /// Remembers what was left out, once.
    pub(super) fn note(&mut self, cut: Cut) {
        if !self.cut.contains(&cut) {
            self.cut.push(cut);
        }
    }

    /// Whether there is time left; if not, that is noted.
    pub(super) fn has_time(&mut self) -> bool {
        let left = Instant::now() < self.until;
        if !left {
            self.note(Cut::Time);
        }
        left
    }

    /// Takes one part; false when there are too many or the time is over.
    pub(super) fn take_part(&mut self) -> bool {
        if !self.has_time() {
            return false;
        }
        match self.parts.checked_sub(1) {
            Some(left) => {
                self.parts = left;
                true
            }
            None => {
                self.note(Cut::Parts);
                false
            }
        }
    }

    /// As much of this text as may still be read.
    pub(super) fn take_text<'a>(&mut self, text: &'a str) -> &'a str {
        let mut end = text.len().min(self.text);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if end < text.len() {
            self.note(Cut::Text);
        }
        self.text -= end;
        &text[..end]
    }
}
