//! One report about our sites: its blocks read anew, or all that is told of it.

use cloudflare_abuse::{AccountId, Eligibility, ReadReceived, Received, ReceivedEmails, ReportId};
use ledger::{Cache, DueReport, LedgerError, ReceivedReport};

use super::super::Cloudflare;
use super::super::appeal::eligibility_view;
use super::sync::{Job, Synced};
use super::{Stop, failed, rows};
use crate::contract::EligibilityView;
use crate::services::Trouble;

/// What lists call a DMCA report: the only kind that can be answered as a whole.
pub(crate) const DMCA: &str = "DMCA";
/// Mails a page, the most that there may be.
const MAILS: u32 = 100;

impl Cloudflare {
    /// Reads one report's row and its blocks now, whatever else is being read. What was read before the trouble stays.
    /// `AccountMissing` where another account is chosen than the one that it is about.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn read_blocks_of(
        &self,
        cache: &Cache,
        account: &AccountId,
        report_id: &str,
    ) -> Result<Synced, LedgerError> {
        // Nobody else reads its pages meanwhile.
        let _claim = self.received.claims.wait(report_id).await;
        self.with_one(cache, account, async |job| {
            let row = job.read_row(report_id).await;
            // Blocks can be read without their report's row, as long as we know what it is about.
            if let Err(stop) = row
                && cache.received_report(account.as_str(), report_id)?.is_none()
            {
                return Err(stop);
            }
            job.read_all_blocks(report_id).await
        })
        .await
    }

    /// Reads all that is told of one report: its row, its mails, for a DMCA report whether it can be answered as a
    /// whole, and its blocks where they may be others than we have. What was read before the trouble stays.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn read_received(&self, cache: &Cache, report_id: &str) -> Result<Synced, LedgerError> {
        let Some(account) = self.account() else {
            return Ok(Synced { changed: 0, trouble: Some(Trouble::AccountMissing) });
        };
        let _claim = self.received.claims.wait(report_id).await;
        self.with_one(cache, &account, async |job| {
            job.read_row(report_id).await?;
            let kept = cache.received_report(account.as_str(), report_id)?;
            if kept.as_ref().is_some_and(|report| report.due) {
                job.read_all_blocks(report_id).await?;
            }
            if kept.is_some_and(|report| report.raw_type == DMCA) {
                job.read_eligibility(report_id).await?;
            }
            job.read_mails(report_id).await
        })
        .await
    }

    async fn with_one(
        &self,
        cache: &Cache,
        account: &AccountId,
        read: impl AsyncFnOnce(&Job<'_>) -> Result<(), Stop>,
    ) -> Result<Synced, LedgerError> {
        let job = match Job::new(self, cache, account.clone(), None).await {
            Ok(job) => job,
            Err(trouble) => return Ok(Synced { changed: 0, trouble: Some(trouble) }),
        };
        let trouble = match read(&job).await {
            Ok(()) => None,
            Err(Stop::Service(trouble)) => Some(trouble),
            Err(Stop::Told | Stop::Ledger(LedgerError::Stale)) => Some(Trouble::AccountMissing),
            Err(Stop::Ledger(error)) => return Err(error),
        };
        Ok(Synced { changed: job.changed(), trouble })
    }
}

impl Job<'_> {
    /// Reads the row of a report, which may tell more of it than the list.
    pub(super) async fn read_row(&self, report_id: &str) -> Result<(), Stop> {
        let ask = ReadReceived { account: self.account.clone(), report_id: named(report_id)? };
        let report: Received = self.ask(&ask).await?.result.map_err(|error| self.cloudflare.trouble(error))?;
        if report.id != report_id {
            return Err(failed("the answer is about another report"));
        }
        let news = self.cache.keep_received(self.account.as_str(), &rows::report(&report), self.now())?;
        self.count_changed(u32::from(news));
        Ok(())
    }

    async fn read_all_blocks(&self, report_id: &str) -> Result<(), Stop> {
        let account = self.account.as_str();
        let kept = self.cache.received_report(account, report_id)?.ok_or(Trouble::NotKnown)?;
        self.cache.mark_due(account, report_id)?;
        let (id, domain, urls) = (report_id.to_owned(), kept.domain, kept.urls);
        self.read_now(&DueReport { id, next_page: 1, asked_rows: None, domain, urls }).await
    }

    /// Every report but a DMCA one gives the same "not found" as an unknown one: then nothing is told.
    async fn read_eligibility(&self, report_id: &str) -> Result<(), Stop> {
        let ask = Eligibility { account: self.account.clone(), report_id: named(report_id)? };
        let told = match self.ask(&ask).await?.result.map_err(|error| self.cloudflare.trouble(error)) {
            Ok(eligible) => serde_json::to_string(&eligibility_view(eligible)).ok(),
            Err(Trouble::NotKnown) => None,
            Err(trouble) => return Err(trouble.into()),
        };
        Ok(self.cache.keep_eligibility(self.account.as_str(), report_id, told.as_deref())?)
    }

    async fn read_mails(&self, report_id: &str) -> Result<(), Stop> {
        let list = ReceivedEmails::new(self.account.clone(), named(report_id)?);
        let mails = match self.cloudflare.mails(ReceivedEmails { per_page: Some(MAILS), ..list }, MAILS).await {
            Ok(mails) => mails,
            // No official library has this list: a service without it has nothing to tell.
            Err(Trouble::NotKnown) => return Ok(()),
            Err(trouble) => return Err(trouble.into()),
        };
        let mails = serde_json::to_string(&mails).map_err(LedgerError::from)?;
        Ok(self.cache.keep_received_emails(self.account.as_str(), report_id, &mails)?)
    }
}

fn named(report_id: &str) -> Result<ReportId, Stop> {
    ReportId::new(report_id).map_err(|_| Trouble::NotKnown.into())
}

/// Whether a report can be answered as a whole, as the service last told it.
pub(crate) fn eligibility(report: &ReceivedReport) -> Option<EligibilityView> {
    serde_json::from_str(report.eligibility_json.as_deref()?).ok()
}
