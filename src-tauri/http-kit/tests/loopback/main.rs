//! Sends over real sockets, against servers that do one thing wrong each.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests: a panic is how a test fails")]

mod answers;
mod deadlines;
mod faults;
mod hosts;
mod server;
mod wire;
