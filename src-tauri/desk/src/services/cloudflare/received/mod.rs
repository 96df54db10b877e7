//! Our sites: the reports that the service received about them and its blocks, brought into the cache.
//!
//! A sync walks through the list of reports, several pages at once, and then reads the blocks of each report that is
//! due, several reports at once. Every page is written as it comes, so that a sync which was broken off goes on where
//! it stopped.

mod blocks;
mod claims;
mod page_size;
mod place;
mod report;
mod rows;
mod running;
mod sync;
#[cfg(test)]
mod tests;
mod walk;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use ledger::LedgerError;

pub(crate) use report::{DMCA, eligibility};
pub(crate) use rows::details;
pub(crate) use running::{Running, SitesRun};
pub(crate) use sync::Gate;

use claims::Claims;
pub(super) use page_size::pages;

use page_size::PageSize;

use crate::services::Trouble;

/// What is known of asking about our sites.
#[derive(Debug, Default)]
pub(super) struct Asking {
    reports: PageSize,
    blocks: PageSize,
    claims: Claims,
    /// How much the service's clock is ahead of ours, in milliseconds; 0 for a little.
    ahead_ms: AtomicU64,
}

impl Asking {
    fn ahead(&self) -> Duration {
        Duration::from_millis(self.ahead_ms.load(Ordering::Relaxed))
    }

    fn note_ahead(&self, ahead: Duration) {
        self.ahead_ms.store(u64::try_from(ahead.as_millis()).unwrap_or(0), Ordering::Relaxed);
    }
}

/// Why asking stopped.
#[derive(Debug)]
enum Stop {
    /// A person said so.
    Told,
    Service(Trouble),
    Ledger(LedgerError),
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        Self::Service(trouble)
    }
}

impl From<LedgerError> for Stop {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

fn failed(what: &str) -> Stop {
    Stop::Service(Trouble::Failed(what.into()))
}
