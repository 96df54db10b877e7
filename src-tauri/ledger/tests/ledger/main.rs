//! What the ledger promises, against real files.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test says what went wrong by panicking")]

mod any_order;
mod appeals;
mod backups;
mod cases;
mod evidence;
mod frozen;
mod never_twice;
mod opening;
mod readings;
mod schema;
mod several;
mod starting;
mod steps;
mod support;
