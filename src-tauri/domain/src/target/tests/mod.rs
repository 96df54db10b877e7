#![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

mod compared;
mod parsed;
mod refused;
mod shown;

use super::*;

fn target(text: &str) -> Target {
    Target::parse(text).unwrap_or_else(|problem| panic!("{text:?}: {problem}"))
}

fn web(text: &str) -> WebAddress {
    match target(text) {
        Target::Web(web) => web,
        other => panic!("{text:?} is read as {other:?}"),
    }
}
