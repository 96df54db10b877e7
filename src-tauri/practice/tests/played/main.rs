//! The played service over real HTTP: one sentence per rule.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test fails by panicking, and its name is its doc")]

mod cloudflare;
mod control;
mod faults;
mod files;
mod keeping;
mod reading;
mod reporting;
mod sites;
mod support;
