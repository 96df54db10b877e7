//! Each report is read by one at a time: two readings of its blocks would mix their pages.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use tokio::sync::Notify;

/// The reports that are being read.
#[derive(Debug, Default)]
pub(in crate::services::cloudflare) struct Claims {
    reports: Mutex<HashSet<String>>,
    released: Notify,
}

/// The right to read one report, until it is dropped.
#[derive(Debug)]
#[must_use = "another may read the report when this is dropped"]
pub(super) struct Claim<'a> {
    claims: &'a Claims,
    report: String,
}

impl Claims {
    /// The right to read a report; none while another reads it.
    pub(super) fn take(&self, report: &str) -> Option<Claim<'_>> {
        let mut reports = self.reports.lock().unwrap_or_else(PoisonError::into_inner);
        reports.insert(report.to_owned()).then(|| Claim { claims: self, report: report.to_owned() })
    }

    /// The right to read a report, once nobody else reads it.
    pub(super) async fn wait(&self, report: &str) -> Claim<'_> {
        loop {
            let mut released = std::pin::pin!(self.released.notified());
            // Registered before the look: a release in between is not missed.
            released.as_mut().enable();
            if let Some(claim) = self.take(report) {
                return claim;
            }
            released.await;
        }
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        self.claims.reports.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.report);
        self.claims.released.notify_waiters();
    }
}
