//! Our sites: what is kept of the reports about them and their blocks.

mod bench;
mod keeping;
mod listing;
mod listing_reports;
mod reading;
mod reminding;
pub(crate) mod support;
mod walking;
