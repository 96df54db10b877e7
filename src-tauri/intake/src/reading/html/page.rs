//! What a page holds once it is read.

use crate::addresses::Address;
use crate::reading::{MailProgram, Place};

/// The text of a page and everything that leads away from it.
#[derive(Debug, Default)]
pub(in crate::reading) struct Page {
    /// The whole text, each block on lines of its own, hidden parts included.
    pub text: String,
    /// The text in runs, in their order and without gaps that hold text.
    pub runs: Vec<Run>,
    /// Everything that leads away, in its order.
    pub links: Vec<Link>,
    /// What mail programs leave behind where they forward, and where in the text.
    pub marks: Vec<(usize, MailProgram)>,
}

/// A piece of text that is all hidden or all seen, and all in one link or in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reading) struct Run {
    pub from: usize,
    pub to: usize,
    pub hidden: bool,
    /// Which link it is the text of.
    pub link: Option<usize>,
}

/// Something that leads away.
#[derive(Debug, Clone)]
pub(in crate::reading) struct Link {
    /// Where in the text it stands.
    pub at: usize,
    pub address: Address,
    pub place: Place,
    /// What people see of it.
    pub text: String,
    pub hidden: bool,
}

impl Page {
    /// The text that people see, of the part from `from` on, at most so many characters.
    pub(in crate::reading) fn seen(&self, from: usize, most: usize) -> String {
        let mut seen = String::new();
        let mut left = most;
        let mut end = from;
        for run in self.runs.iter().filter(|run| !run.hidden && run.to > from) {
            if left == 0 {
                break;
            }
            let start = run.from.max(from);
            // Between two runs stand blanks alone, or what nobody sees.
            if start > end && !seen.is_empty() {
                seen.push(if self.text[..start].ends_with('\n') { '\n' } else { ' ' });
                left -= 1;
            }
            end = run.to;
            for c in self.text[start..run.to].chars().take(left) {
                seen.push(c);
                left -= 1;
            }
        }
        seen
    }

    /// Joins the run to the one before where nothing differs.
    pub(super) fn run(&mut self, run: Run) {
        match self.runs.last_mut() {
            Some(last) if last.hidden == run.hidden && last.link == run.link => last.to = run.to,
            _ => self.runs.push(run),
        }
    }

    /// Parts two words.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Ends a line that holds something.
    pub(super) fn line_end(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}
