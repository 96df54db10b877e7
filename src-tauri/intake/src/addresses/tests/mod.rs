//! What is found in texts and links, and what is behind wrappers.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod any_text;
mod links;
mod texts;
mod wrapped;

use super::{in_text, linked};

/// The addresses in a text.
fn found(text: &str) -> Vec<String> {
    in_text(text, 100).into_iter().map(|found| found.address).collect()
}

/// What a link leads to, without a base.
fn leads_to(href: &str) -> Option<String> {
    linked(href, None).map(|found| found.address)
}
