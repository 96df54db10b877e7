//! Which elements are open at a place of a page, and what that means for what stands there.

use std::collections::HashMap;

use super::style::Look;

/// Open elements that are kept; deeper ones are taken as closed.
const DEEPEST: usize = 2048;

/// An element that is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    pub name: String,
    pub look: Look,
    pub gone: bool,
    pub blank: bool,
    /// The link that ends with it.
    pub link: Option<usize>,
    /// What was counted before it.
    pub before: Counted,
}

/// What was read so far: letters that are seen, those of them in links, and links.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub letters: usize,
    pub linked: usize,
    pub links: usize,
}

/// The open elements, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Elements {
    open: Vec<Element>,
    /// How many of each name are open, so that an end tag without a start costs nothing.
    names: HashMap<String, usize>,
}

impl Elements {
    pub(super) fn gone(&self) -> bool {
        self.open.last().is_some_and(|top| top.gone)
    }

    pub(super) fn blank(&self) -> bool {
        self.open.last().is_some_and(|top| top.blank)
    }

    /// Opens an element; whether there was room for it.
    pub(super) fn push(&mut self, mut element: Element) -> bool {
        if self.open.len() >= DEEPEST {
            return false;
        }
        element.gone = self.gone() || element.look.gone;
        element.blank = element.look.blank.unwrap_or(self.blank());
        *self.names.entry(element.name.clone()).or_default() += 1;
        self.open.push(element);
        true
    }

    /// Whether an element of that name is open.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.get(name).is_some_and(|open| *open > 0)
    }

    pub(super) fn top_is(&self, name: &str) -> bool {
        self.open.last().is_some_and(|top| top.name == name)
    }

    /// Takes the innermost element off.
    pub(super) fn pop(&mut self) -> Option<Element> {
        let top = self.open.pop()?;
        if let Some(open) = self.names.get_mut(&top.name) {
            *open -= 1;
        }
        Some(top)
    }

    /// The innermost link whose element is open.
    pub(super) fn link(&self) -> Option<usize> {
        self.open.iter().rev().find_map(|element| element.link)
    }
}
