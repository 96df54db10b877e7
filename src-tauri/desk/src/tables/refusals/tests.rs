#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]
