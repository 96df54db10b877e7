//! HTML read as it lies, never drawn: its links, its forms, its text.

mod builder;
mod draft;
mod elements;
mod leads;
mod names;
mod page;
mod scripts;
mod style;
mod tokens;

use super::budget::Budget;

pub(super) use page::{Link, Page};

/// Whether a text that nobody calls a page is one all the same.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(14).collect::<String>().to_ascii_lowercase();
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag))
}

/// Reads a page. Whatever the text is, something is read; time grows with its length and no faster.
pub(super) fn page(html: &str, budget: &mut Budget) -> Page {
    let mut builder = builder::Builder::default();
    builder.read(html, budget, false);
    builder.finish()
}
