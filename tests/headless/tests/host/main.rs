//! The real program without a window: its contract over JSON lines, and `kill -9` at every write of one send.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test says what went wrong by panicking")]

mod contract;
mod desktop;
mod killed;
mod killed_appealing;
mod killed_between;
mod support;
