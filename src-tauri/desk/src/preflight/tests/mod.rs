#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod cloudflare;
mod phishfort;
pub(crate) mod support;
mod words;
