//! One sync at a time: how far it is, whether it was told to stop, and who waits for its end.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use cloudflare_abuse::AccountId;
use domain::Moment;
use tokio::sync::watch;

use crate::bench::Notices;
use crate::clock::Clock;
use crate::contract::{AppError, Notice, SyncView};

/// The window hears of progress at most five times a second.
const TELL_EVERY: Duration = Duration::from_millis(200);
/// While a sync goes on, lists are read anew so often.
const SHOW_EVERY: Duration = Duration::from_secs(2);

/// The sync of our sites that may run.
pub(crate) struct SitesRun {
    view: watch::Sender<Option<SyncView>>,
    told_at: Mutex<Option<Moment>>,
    changed_at: Mutex<Option<Moment>>,
    error: Mutex<Option<AppError>>,
    /// Whom the sync that runs, or ran last, is about, and when a person stopped it.
    last: Mutex<Last>,
    clock: Arc<dyn Clock>,
    notices: Notices,
}

#[derive(Clone, Default)]
struct Last {
    account: Option<AccountId>,
    stopped_at: Option<Moment>,
}

/// The right to be the sync that runs, until it is dropped.
#[must_use = "the sync is over when this is dropped"]
pub(crate) struct Running {
    run: Arc<SitesRun>,
}

impl SitesRun {
    pub(crate) fn new(clock: Arc<dyn Clock>, notices: Notices) -> Self {
        Self {
            view: watch::Sender::new(None),
            told_at: Mutex::default(),
            changed_at: Mutex::default(),
            error: Mutex::default(),
            last: Mutex::default(),
            clock,
            notices,
        }
    }

    /// Begins a sync of an account's sites; none while there is another one, whatever it is about.
    pub(crate) fn begin(self: &Arc<Self>, account: Option<AccountId>) -> Option<Running> {
        let began = self.view.send_if_modified(|view| {
            let free = view.is_none();
            if free {
                // Before anybody can see that it runs.
                *self.last() = Last { account: account.clone(), stopped_at: None };
                *view = Some(SyncView::default());
            }
            free
        });
        began.then(|| {
            *self.kept_error() = None;
            self.tell(true);
            Running { run: Arc::clone(self) }
        })
    }

    /// Whom the sync that runs, or ran last, is about.
    pub(crate) fn account(&self) -> Option<AccountId> {
        self.last().account.clone()
    }

    /// When a person stopped the last sync of this account's sites; none where nobody did, or another began since.
    pub(crate) fn stopped_at(&self, account: &AccountId) -> Option<Moment> {
        let last = self.last();
        last.stopped_at.filter(|_| last.account.as_ref() == Some(account))
    }

    fn last(&self) -> MutexGuard<'_, Last> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far the sync is that runs; none where none does.
    pub(crate) fn view(&self) -> Option<SyncView> {
        *self.view.borrow()
    }

    /// Has the sync that runs ask for nothing more: what is on its way comes in and is kept.
    pub(crate) fn stop(&self) {
        let stopping = self.view.send_if_modified(|view| {
            let Some(view) = view else { return false };
            !std::mem::replace(&mut view.stopping, true)
        });
        if stopping {
            self.last().stopped_at = Some(self.clock.now());
            self.tell(true);
        }
    }

    /// Comes back when no sync runs.
    pub(crate) async fn ended(&self) {
        // The sender lives as long as we do.
        let _ = self.view.subscribe().wait_for(Option::is_none).await;
    }

    /// Why the last sync could not write down what it read; none where it could.
    pub(crate) fn error(&self) -> Option<AppError> {
        self.kept_error().clone()
    }

    fn kept_error(&self) -> MutexGuard<'_, Option<AppError>> {
        self.error.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, whatever: bool) {
        if self.is_time(&self.told_at, TELL_EVERY) || whatever {
            (self.notices)(Notice::SitesSync);
        }
    }

    /// Whether something was last done long enough ago, and then that it is done now.
    fn is_time(&self, last: &Mutex<Option<Moment>>, every: Duration) -> bool {
        let now = self.clock.now();
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        // A clock that was turned back is no reason to say nothing for long.
        let lately = last.is_some_and(|at| at <= now && now.since(at) < every);
        if !lately {
            *last = Some(now);
        }
        !lately
    }
}

impl Running {
    /// Whom it is about.
    pub(super) fn account(&self) -> Option<AccountId> {
        self.run.account()
    }

    /// Comes back once it was told to stop.
    pub(super) async fn stopped(&self) {
        // The sender lives as long as we do.
        let _ = self.run.view.subscribe().wait_for(|view| view.is_none_or(|view| view.stopping)).await;
    }

    /// Notes that something is new: the window re-reads what it shows, now and then while it goes on.
    pub(super) fn changed(&self) {
        if self.run.is_time(&self.run.changed_at, SHOW_EVERY) {
            (self.run.notices)(Notice::SitesChanged);
        }
    }

    /// Notes that what was read could not be written down.
    pub(crate) fn failed(&self, error: AppError) {
        *self.run.kept_error() = Some(error);
    }

    /// Notes how far it is.
    pub(super) fn progress(&self, change: impl FnOnce(&mut SyncView)) {
        let moved = self.run.view.send_if_modified(|view| {
            let Some(view) = view else { return false };
            let before = *view;
            change(view);
            *view != before
        });
        if moved {
            self.run.tell(false);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.run.view.send_replace(None);
        self.run.tell(true);
    }
}
