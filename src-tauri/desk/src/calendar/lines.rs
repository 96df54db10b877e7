//! Content lines of RFC 5545: §3.1 folds them, §3.3.11 escapes texts.

/// Octets of a line, its end not counted (§3.1).
const LINE_OCTETS: usize = 75;

/// Lines as they are written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Opens a component.
    pub(super) fn begin(&mut self, component: &'static str) {
        self.line("BEGIN", component);
    }

    /// Closes it.
    pub(super) fn end(&mut self, component: &'static str) {
        self.line("END", component);
    }

    /// A value of our own, which needs no escaping.
    pub(super) fn value(&mut self, name: &'static str, value: &str) {
        self.line(name, value);
    }

    /// A text. Its line breaks are kept as such; other control characters have no place in a calendar, and are left out.
    pub(super) fn text(&mut self, name: &'static str, text: &str) {
        let mut escaped = String::with_capacity(text.len() + 8);
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                _ if c.is_control() => {}
                _ => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }

    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            // A character is never parted: whoever reads a line before joining them could not read it.
            if octets + c.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
