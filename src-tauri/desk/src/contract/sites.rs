//! Our sites: the reports that Cloudflare received about them, and what it did, which the window calls blocks.

mod lists;
mod one;
mod words;

pub use lists::*;
pub use one::*;
pub use words::*;
