//! A text.
#![no_main]

#[path = "../held.rs"]
#[allow(dead_code, reason = "each target holds one kind of file against it")]
mod held;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| held::text(bytes));
