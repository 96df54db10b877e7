//! Hostile and ordinary files, held against every call of the crate.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod any_bytes;
mod judged;
mod made;
mod opened;
mod pictures;
mod texts;
