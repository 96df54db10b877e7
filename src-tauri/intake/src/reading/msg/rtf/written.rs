//! The text that comes out of an RTF: bytes of several code pages and UTF-16 units, put together in their order.

use super::super::codepage;

/// A text that grows, and stops growing at a length.
pub(super) struct Written {
    pub text: String,
    longest: usize,
    /// Characters that mean something in HTML are written as they are shown.
    pub escaped: bool,
    bytes: Vec<u8>,
    page: u32,
    units: Vec<u16>,
}

impl Written {
    pub(super) fn new(longest: usize) -> Self {
        Self {
            text: String::new(),
            longest,
            escaped: false,
            bytes: Vec::new(),
            page: codepage::WESTERN,
            units: Vec::new(),
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.text.len() >= self.longest
    }

    pub(super) fn byte(&mut self, byte: u8, page: u32) {
        if page != self.page || !self.units.is_empty() {
            self.settle();
            self.page = page;
        }
        self.bytes.push(byte);
        if self.bytes.len() >= 64 * 1024 && byte.is_ascii() {
            self.settle();
        }
    }

    pub(super) fn unit(&mut self, unit: u16) {
        if !self.bytes.is_empty() {
            self.settle();
        }
        self.units.push(unit);
        if self.units.len() >= 64 * 1024 && !(0xD800..0xDC00).contains(&unit) {
            self.settle();
        }
    }

    /// Text that is written as it is.
    pub(super) fn raw(&mut self, text: &str) {
        self.settle();
        self.text.push_str(text);
    }

    /// Text that is shown.
    pub(super) fn shown(&mut self, text: &str) {
        self.settle();
        self.append(text);
    }

    /// Decodes what waits.
    pub(super) fn settle(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let text = codepage::encoding(self.page).decode_without_bom_handling(&bytes).0;
            self.append(&text);
        }
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.append(&text);
        }
    }

    fn append(&mut self, text: &str) {
        if !self.escaped {
            self.text.push_str(text);
            return;
        }
        for character in text.chars() {
            match character {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '"' => self.text.push_str("&quot;"),
                other => self.text.push(other),
            }
        }
    }
}
