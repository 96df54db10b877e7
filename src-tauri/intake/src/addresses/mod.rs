//! Which of the addresses of a mail is the one to report: found, unwrapped, set aside, ranked. Nothing is looked up.

mod bare;
mod cleared;
mod embedded;
mod found;
mod known_good;
mod looks_like;
mod rank;
mod scan;
mod signs;
mod weigh;
mod words;
mod wrappers;

pub(crate) use found::{Address, in_text, linked};
pub(crate) use known_good::is_known_good;
pub use rank::{Candidate, Likely, Ours, Ranked, SetAside, Sign, Why, rank};
pub(crate) use signs::{named_instead, site_domain};

#[cfg(test)]
mod tests;
