//! Everything that one mode works with: its ledger, its services, its dispatcher. Practice and the real thing each have
//! one, and share nothing.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use domain::{Moment, SubmissionId};
use ledger::Ledger;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::contract::Service;
use crate::contract::{ConnectionHealth, Mode, Notice};
use crate::random::Random;
use crate::services::Adapter;
use crate::services::cloudflare::Cloudflare;
use crate::services::cloudflare::received::SitesRun;
use crate::services::phishfort::PhishFort;

/// Hears what the window should know. Called from any thread; must not block.
pub type Notices = Arc<dyn Fn(Notice) + Send + Sync>;

/// How a connection was when it was last tried.
#[derive(Debug, Clone, Default)]
pub(crate) struct Checked {
    pub health: Option<ConnectionHealth>,
    pub at: Option<Moment>,
    pub said: Option<String>,
}

/// One service as this mode reaches it, and how that goes.
pub(crate) struct Line {
    pub service: Service,
    pub adapter: Arc<dyn Adapter>,
    /// The last request could not reach it.
    pub offline: AtomicBool,
    /// Its queue waits for a key, or for a right.
    pub paused_for_key: AtomicBool,
    /// A key was saved that did not work yet: what was refused for the old one goes out once it does.
    pub key_is_new: AtomicBool,
    /// Counts how often its queue was let go on, so that a job which began before that does not stop it afterwards.
    pub let_go: AtomicU64,
    pub checked: Mutex<Checked>,
}

impl Line {
    pub(crate) fn new(adapter: Arc<dyn Adapter>) -> Self {
        Self {
            service: adapter.service(),
            adapter,
            offline: AtomicBool::new(false),
            paused_for_key: AtomicBool::new(false),
            key_is_new: AtomicBool::new(false),
            let_go: AtomicU64::new(0),
            checked: Mutex::default(),
        }
    }

    pub(crate) fn is_paused(&self) -> bool {
        self.paused_for_key.load(Ordering::Relaxed)
    }
}

/// One mode's data, services and state.
pub(crate) struct Bench {
    pub mode: Mode,
    pub ledger: Ledger,
    /// What the services said of themselves; can be read anew.
    pub cache: ledger::Cache,
    pub lines: [Line; 2],
    pub phishfort: Arc<PhishFort>,
    pub cloudflare: Arc<Cloudflare>,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub notices: Notices,
    /// Wakes the dispatcher: something may be due.
    pub wake: Notify,
    /// Wakes the poller: there is something that should not wait for its round.
    pub ask_now: Notify,
    /// Tells dispatcher and poller to end.
    pub stop: Notify,
    pub stopping: AtomicBool,
    /// Dispatcher, poller and what they began, while they run.
    pub workers: Mutex<Vec<tokio::task::JoinHandle<()>>>,
    /// Held while one submission is sent or looked up: one job at a time.
    pub busy: tokio::sync::Mutex<()>,
    /// The ledger could not be written when it was last tried.
    pub storage_failing: AtomicBool,
    /// Submissions whose last job failed, and until when they are left alone: one bad row must not stop the others.
    pub left_alone: Mutex<HashMap<SubmissionId, (u32, Moment)>>,
    /// Bytes handed to the network, of what is being sent.
    pub handed: Mutex<HashMap<SubmissionId, u64>>,
    /// Tries in a row that surely did not leave.
    pub tries: Mutex<HashMap<SubmissionId, u32>>,
    /// When the list of what was filed was last asked for by itself.
    pub filed_asked: Mutex<Option<Moment>>,
    /// The sync of our sites, while one runs.
    pub sites: Arc<SitesRun>,
    /// When our sites were last asked about as a whole.
    pub sites_asked: Mutex<Option<Moment>>,
    /// Accepted reports that a look did not find yet, and when it missed them.
    pub unseen: Mutex<HashMap<SubmissionId, Moment>>,
    /// Base address of the controls of practice.
    pub practice_control: Option<String>,
}

impl Bench {
    pub(crate) fn now(&self) -> Moment {
        self.clock.now()
    }

    pub(crate) fn tell(&self, notice: Notice) {
        (self.notices)(notice);
    }

    /// Tells that a submission and its case changed.
    pub(crate) fn tell_changed(&self, submission: &ledger::Submission) {
        self.tell(Notice::OutboxChanged { submission_id: submission.id.to_string() });
        if submission.kind == crate::acts::APPEAL {
            return self.tell(Notice::SitesChanged);
        }
        self.tell(Notice::CasesChanged { case_id: Some(submission.case_id.to_string()) });
    }

    /// The line to a service.
    pub(crate) fn line(&self, service: Service) -> &Line {
        // There is a line for each service; the first would stand in for a hole.
        self.lines.iter().find(|line| line.service == service).unwrap_or(&self.lines[0])
    }

    /// The line that a submission goes by.
    pub(crate) fn line_of(&self, submission: &ledger::Submission) -> &Line {
        self.line(crate::words::from_word(&submission.service).unwrap_or(Service::Phishfort))
    }

    pub(crate) fn is_offline(&self) -> bool {
        self.lines.iter().any(|line| line.offline.load(Ordering::Relaxed))
    }

    pub(crate) fn set_offline(&self, line: &Line, offline: bool) {
        if line.offline.swap(offline, Ordering::Relaxed) != offline {
            self.tell(Notice::ConnectionChanged);
        }
    }

    /// Whether the ledger can be written, told to the window when it changes.
    pub(crate) fn set_storage_failing(&self, failing: bool) {
        if self.storage_failing.swap(failing, Ordering::Relaxed) != failing {
            self.tell(Notice::ConnectionChanged);
        }
    }

    /// Leaves a submission alone for a while after its job failed: longer each time.
    pub(crate) fn leave_alone(&self, id: &SubmissionId) {
        let mut left = self.left_alone.lock().unwrap_or_else(PoisonError::into_inner);
        let (times, until) = left.entry(id.clone()).or_insert((0, self.now()));
        *times += 1;
        *until = self.now() + std::time::Duration::from_secs(5 * u64::from((*times).min(120)));
    }

    pub(crate) fn forget_faults(&self, id: &SubmissionId) {
        self.left_alone.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    /// Until when a submission is left alone.
    pub(crate) fn left_alone_until(&self, id: &SubmissionId) -> Option<Moment> {
        self.left_alone.lock().unwrap_or_else(PoisonError::into_inner).get(id).map(|(_, until)| *until)
    }

    /// A service's queue waits for a key, or goes on. Practice has no key that could be mended, so it never waits.
    pub(crate) fn pause_for_key(&self, line: &Line, paused: bool) {
        let paused = paused && self.mode != Mode::Practice;
        if line.paused_for_key.swap(paused, Ordering::Relaxed) != paused {
            self.tell(Notice::ConnectionChanged);
        }
    }

    pub(crate) fn set_checked(&self, line: &Line, checked: Checked) {
        *line.checked.lock().unwrap_or_else(PoisonError::into_inner) = checked;
        self.tell(Notice::ConnectionChanged);
    }

    pub(crate) fn checked(&self, line: &Line) -> Checked {
        line.checked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Counts a try that surely did not leave, and tells how many came before it in a row.
    pub(crate) fn count_try(&self, id: &SubmissionId) -> u32 {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let count = tries.entry(id.clone()).or_default();
        *count += 1;
        *count - 1
    }

    pub(crate) fn forget_tries(&self, id: &SubmissionId) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    pub(crate) fn filed_asked_at(&self) -> Option<Moment> {
        *self.filed_asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn note_filed_asked(&self) {
        *self.filed_asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.now());
    }

    pub(crate) fn sites_asked_at(&self) -> Option<Moment> {
        *self.sites_asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn note_sites_asked(&self) {
        *self.sites_asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.now());
    }

    /// Has [`Bench::end`] wait for a task that ends by itself when the bench does.
    pub(crate) fn join_at_end(&self, task: tokio::task::JoinHandle<()>) {
        let mut workers = self.workers.lock().unwrap_or_else(PoisonError::into_inner);
        workers.retain(|worker| !worker.is_finished());
        workers.push(task);
    }

    pub(crate) fn jitter(&self) -> u8 {
        self.random.bytes()[0]
    }

    /// Ends dispatcher and poller, and waits until they are gone: what opens the folder next finds nobody there. A send
    /// that is on its way is ended too, and is unsure at the next start.
    pub(crate) async fn end(&self) {
        self.stopping.store(true, Ordering::SeqCst);
        self.stop.notify_waiters();
        self.wake.notify_one();
        let workers = std::mem::take(&mut *self.workers.lock().unwrap_or_else(PoisonError::into_inner));
        for worker in workers {
            // A worker that panicked is gone as well.
            let _ = worker.await;
        }
    }

    /// Comes back when the bench is told to end; at once when it was already.
    pub(crate) async fn stopped(&self) {
        let mut told = std::pin::pin!(self.stop.notified());
        // Registered before the mark is read: an end in between is not missed.
        told.as_mut().enable();
        if !self.stopping.load(Ordering::SeqCst) {
            told.await;
        }
    }
}
