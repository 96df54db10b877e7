//! Our sites: blocks and reports about us, listed from what we have, read one by one, brought up to date.

mod lists;
mod offers;
mod one;
mod refresh;
mod rows;
mod timeline;

pub use lists::{sites_blocks, sites_reports};
pub use one::{sites_block, sites_report};
pub use refresh::{sites_refresh, sites_state, sites_stop};

pub(crate) use offers::offered;
pub(crate) use one::{ask_eligibility, kept_eligibility};
pub(crate) use refresh::refresh_now;
pub(crate) use rows::{addresses_of, block_row, report_row};

use crate::bench::Bench;
use crate::contract::{AppError, ErrorCode};

/// The account whose sites are shown; none while no account is chosen.
fn account(bench: &Bench) -> Option<String> {
    bench.cloudflare.account().map(|account| account.to_string())
}

fn not_kept(what: &str) -> AppError {
    AppError::new(ErrorCode::NotFound, format!("no such {what} is kept"))
}
