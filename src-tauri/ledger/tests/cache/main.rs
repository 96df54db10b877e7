//! What the cache promises, against real files.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test says what went wrong by panicking")]

mod keeping;
mod listing;
mod marks;
mod migrating;
mod opening;
mod schema;
mod sites;
mod support;
