#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod addressed;
mod bodies;
mod filled;
mod limits;
pub(crate) mod support;
