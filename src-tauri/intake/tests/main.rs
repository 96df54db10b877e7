//! Hostile and ordinary files, held against every call of the crate.
#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod addresses;
mod any_bytes;
mod child;
mod corpus;
mod hostile;
mod judged;
mod made;
#[cfg(target_os = "linux")]
mod no_socket;
mod opened;
mod outlook;
mod pictures;
mod reading;
mod replay;
mod texts;
