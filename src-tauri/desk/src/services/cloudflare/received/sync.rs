//! One sync of our sites, from its beginning or from where the last one stopped.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cloudflare_abuse::{AccountId, Client, Lookup, Told};
use domain::Moment;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use ledger::{Cache, LedgerError};

use super::super::Cloudflare;
use super::super::filed::follows;
use super::page_size::{PageSize, may_be_about_rows};
use super::{Running, Stop};
use crate::contract::{Following, SyncView};
use crate::services::Trouble;
use crate::words::word;

/// Questions that are on their way at once. So many hide the time of the way there and back; with more a sync would
/// only be at the limit of requests sooner.
const AT_ONCE: usize = 4;
/// A list that was begun longer ago is walked through once more when its reports are read: it tells nothing of what
/// came since.
const FRESH: Duration = Duration::from_secs(600);
/// A block may be lifted without the list of reports telling so: open ones are looked at once a day.
const LOOK_AGAIN: Duration = Duration::from_secs(24 * 3600);

/// What holds a sync up.
#[derive(Clone, Copy)]
pub(crate) struct Gate<'a> {
    pub running: &'a Running,
    /// Held while something is sent or looked up: that goes first.
    pub sending: &'a tokio::sync::Mutex<()>,
}

/// What came of a sync. What was written stays, whatever went wrong after it.
#[derive(Debug, Default)]
pub(crate) struct Synced {
    /// Reports and blocks that are new or changed.
    pub changed: u32,
    /// Why it did not come to its end; none as well where it was told to stop.
    pub trouble: Option<Trouble>,
}

/// A reading of one account's sites, on its way.
pub(super) struct Job<'a> {
    pub(super) cloudflare: &'a Cloudflare,
    pub(super) cache: &'a Cache,
    pub(super) account: AccountId,
    client: Client,
    /// None where somebody waits for one report: that is not held up.
    gate: Option<Gate<'a>>,
    changed: AtomicU32,
    unreadable: AtomicU32,
    unread: AtomicU32,
    /// Reports in a row whose blocks could not be read.
    pub(super) in_a_row: AtomicU32,
}

impl Cloudflare {
    /// Brings reports about our sites and their blocks up to date, and notes how it went.
    ///
    /// # Errors
    /// Only those of the cache.
    pub(crate) async fn sync_sites(&self, cache: &Cache, gate: Gate<'_>) -> Result<Synced, LedgerError> {
        let Some(account) = gate.running.account() else {
            return Ok(Synced { changed: 0, trouble: Some(Trouble::AccountMissing) });
        };
        let (outcome, changed) = match Job::new(self, cache, account.clone(), Some(gate)).await {
            Ok(job) => {
                let outcome = job.whole().await;
                let outcome = outcome.and_then(|()| Ok(job.finish()?));
                (outcome, job.changed())
            }
            Err(trouble) => (Err(trouble.into()), 0),
        };
        let trouble = match outcome {
            Ok(()) => None,
            // Another account was chosen, or another walk begun: nobody waits for this one any more.
            Err(Stop::Told | Stop::Ledger(LedgerError::Stale)) => None,
            Err(Stop::Service(trouble)) => Some(trouble),
            Err(Stop::Ledger(error)) => return Err(error),
        };
        if let Some(trouble) = &trouble {
            let (following, said) = follows(trouble);
            let waits_until = matches!(trouble, Trouble::SlowDown(_)).then(|| self.sync_waits_until()).flatten();
            cache.note_sites(account.as_str(), &word(&following), said, waits_until)?;
        }
        Ok(Synced { changed, trouble })
    }
}

impl<'a> Job<'a> {
    pub(super) async fn new(
        cloudflare: &'a Cloudflare,
        cache: &'a Cache,
        account: AccountId,
        gate: Option<Gate<'a>>,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            // Once for all of it: a key store may ask a person each time.
            client: cloudflare.client().await?,
            cloudflare,
            cache,
            account,
            gate,
            changed: AtomicU32::new(0),
            unreadable: AtomicU32::new(0),
            unread: AtomicU32::new(0),
            in_a_row: AtomicU32::new(0),
        })
    }

    async fn whole(&self) -> Result<(), Stop> {
        let resumed = self.cache.received_walk(self.account.as_str())?.map(|walk| walk.started_at);
        let outcome = self.walk_and_read().await;
        if resumed.is_none_or(|began| self.service_now().since(began) <= FRESH) {
            return outcome;
        }
        // What can't be read of an old list, or of its reports, must not keep out of sight what came since.
        if !matches!(outcome, Ok(()) | Err(Stop::Service(Trouble::Failed(_) | Trouble::NotKnown))) {
            return outcome;
        }
        self.in_a_row.store(0, Ordering::Relaxed);
        self.cache.begin_received_walk(self.account.as_str(), self.service_now())?;
        self.walk_and_read().await
    }

    async fn walk_and_read(&self) -> Result<(), Stop> {
        self.walk().await?;
        self.cache.mark_due_unread_since(self.account.as_str(), self.now() - LOOK_AGAIN)?;
        self.read_due().await
    }

    fn finish(&self) -> Result<(), LedgerError> {
        let works = word(&Following::Works);
        self.cache.finish_received_walk(self.account.as_str(), &works, self.odd().as_deref(), self.now())
    }

    pub(super) fn now(&self) -> Moment {
        self.cloudflare.clock.now()
    }

    /// The service's own time, as far as its last list told it: what our clock does not know of yet is there too.
    pub(super) fn service_now(&self) -> Moment {
        self.now() + self.cloudflare.received.ahead()
    }

    /// Asks once. In a sync, what is sent goes first, and nothing is asked after a stop.
    pub(super) async fn ask<L: Lookup + Sync>(&self, lookup: &L) -> Result<Told<L::Response>, Stop> {
        if let Some(Gate { running, sending }) = self.gate {
            tokio::select! {
                biased;
                () = running.stopped() => return Err(Stop::Told),
                turn = sending.lock() => drop(turn),
            }
        }
        if self.cloudflare.account().as_ref() != Some(&self.account) {
            return Err(LedgerError::Stale.into());
        }
        let in_sync = self.gate.is_some();
        Ok(self.cloudflare.ask_with(&self.client, lookup, in_sync).await?)
    }

    /// Asks for a page of a list with so many rows, and without a number of rows where one is refused. Also tells which
    /// it was.
    pub(super) async fn ask_page<L: Lookup + Sync>(
        &self,
        size: &PageSize,
        rows: Option<u32>,
        page_of: impl Fn(Option<u32>) -> L,
    ) -> Result<(Told<L::Response>, Option<u32>), Stop> {
        let told = self.ask(&page_of(rows)).await?;
        match &told.result {
            Err(error) if rows.is_some() && may_be_about_rows(error) => {
                let again = self.ask(&page_of(None)).await?;
                if again.result.is_err() {
                    return Ok((again, rows));
                }
                size.leave_out();
                Ok((again, None))
            }
            _ => Ok((told, rows)),
        }
    }

    /// Reports and blocks that are new or changed.
    pub(super) fn changed(&self) -> u32 {
        self.changed.load(Ordering::Relaxed)
    }

    pub(super) fn count_changed(&self, changed: u32) {
        if changed > 0 {
            self.changed.fetch_add(changed, Ordering::Relaxed);
            if let Some(gate) = &self.gate {
                gate.running.changed();
            }
        }
    }

    /// Notes how far it is.
    pub(super) fn progress(&self, change: impl FnOnce(&mut SyncView)) {
        if let Some(gate) = &self.gate {
            gate.running.progress(change);
        }
    }

    /// Rows that can't be read.
    pub(super) fn count_unreadable(&self, rows: usize) {
        self.unreadable.fetch_add(crate::view::size(rows as u64), Ordering::Relaxed);
    }

    /// A report whose blocks can't be read.
    pub(super) fn count_unread(&self) {
        self.unread.fetch_add(1, Ordering::Relaxed);
    }

    /// What was odd about it.
    fn odd(&self) -> Option<String> {
        let odd = |count: &AtomicU32, what: &str| match count.load(Ordering::Relaxed) {
            0 => None,
            count => Some(format!("{what}: {count}")),
        };
        let odd =
            [odd(&self.unreadable, "rows that can't be read"), odd(&self.unread, "reports whose blocks can't be read")];
        odd.into_iter().flatten().reduce(|all, one| all + "; " + &one)
    }
}

/// Runs what `next` gives, several at once. After the first that fails it begins nothing new, and lets come in what is
/// on its way.
pub(super) async fn several<F: Future<Output = Result<(), Stop>>>(
    mut next: impl FnMut() -> Result<Option<F>, Stop>,
) -> Result<(), Stop> {
    let mut on_their_way = FuturesUnordered::new();
    let mut outcome = Ok(());
    loop {
        while outcome.is_ok() && on_their_way.len() < AT_ONCE {
            match next() {
                Ok(Some(one)) => on_their_way.push(one),
                Ok(None) => break,
                Err(stop) => outcome = Err(stop),
            }
        }
        match on_their_way.next().await {
            Some(ended) => outcome = outcome.and(ended),
            None => return outcome,
        }
    }
}
