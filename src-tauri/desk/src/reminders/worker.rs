//! Looks at the clock and at the archive, and tells.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use domain::Moment;
use jiff::tz::TimeZone;
use ledger::{LedgerError, PendingBlock, ReminderMark};
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

use super::due::{Given, Mark, Pending, Plan, plan};
use super::words::{Notification, Telling};
use crate::Desk;
use crate::bench::{Bench, Notices};
use crate::clock::Clock;
use crate::contract::{Mode, Notice};

/// However far the next reminder is: blocks come and go, and a clock may be set.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// A desktop that can't notify is not asked more often.
const TRY_EVERY: Duration = Duration::from_secs(600);
/// A desktop that works answers sooner. One that does not holds up the end of the app no longer than that.
const AT_THE_END: Duration = Duration::from_millis(500);

/// The reminders of a started product. One worker looks at the real archive always, and at practice's while that is
/// open.
pub(crate) struct Reminders {
    failing: AtomicBool,
    look: Notify,
    ended: watch::Sender<bool>,
    worker: Mutex<Option<JoinHandle<()>>>,
}

impl Default for Reminders {
    fn default() -> Self {
        Self {
            failing: AtomicBool::new(false),
            look: Notify::new(),
            ended: watch::Sender::new(false),
            worker: Mutex::default(),
        }
    }
}

impl Reminders {
    /// Begins to remind. Once for each desk.
    pub(crate) fn start(desk: &Arc<Desk>) {
        let worker = tokio::spawn(run(Arc::downgrade(desk), Arc::clone(&desk.reminders), Arc::clone(&desk.clock)));
        *desk.reminders.worker.lock().unwrap_or_else(PoisonError::into_inner) = Some(worker);
    }

    /// Whether a reminder is due that the desktop did not take, or that could not be read or noted.
    pub(crate) fn is_failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// Passes notices on, and looks at once when the archive or the preferences changed: what is due then is told then,
    /// and not at the next look.
    pub(crate) fn hearing(self: &Arc<Self>, notices: Notices) -> Notices {
        let reminders = Arc::clone(self);
        Arc::new(move |notice| {
            if matches!(notice, Notice::SitesChanged | Notice::PreferencesChanged) {
                reminders.look.notify_one();
            }
            notices(notice);
        })
    }

    /// Ends, and waits until nothing more is told, but not for a desktop that does not answer. What was told by then is
    /// noted; what the desktop did not take is told after the next start.
    pub(crate) async fn end(&self) {
        self.ended.send_replace(true);
        let worker = self.worker.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(worker) = worker {
            // A worker that panicked is gone as well.
            let _ = worker.await;
        }
    }

    fn set_failing(&self, desk: &Desk, failing: bool) {
        if self.failing.swap(failing, Ordering::Relaxed) != failing {
            desk.tell(Notice::SitesChanged);
        }
    }

    fn has_ended(&self) -> bool {
        *self.ended.borrow()
    }

    /// Comes back when it was told to end, and the desktop had its time since.
    async fn gave_up(&self) {
        // The sender is ours: it can't be gone.
        let _ = self.ended.subscribe().wait_for(|ended| *ended).await;
        tokio::time::sleep(AT_THE_END).await;
    }
}

/// Runs until it is ended, or the desk is gone: asleep, it holds nothing of it.
async fn run(desk: Weak<Desk>, reminders: Arc<Reminders>, clock: Arc<dyn Clock>) {
    let mut round = Round::default();
    let mut ended = reminders.ended.subscribe();
    while let Some(started) = desk.upgrade() {
        let next = round.look(&started).await;
        drop(started);
        tokio::select! {
            () = clock.sleep_until(next) => {}
            // By the machine's own time too: the wall clock may be set back.
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = reminders.look.notified() => {}
            _ = ended.wait_for(|ended| *ended) => return,
        }
    }
}

/// What is remembered from look to look.
#[derive(Default)]
struct Round {
    /// Given, but it could not be noted: it is not given again while we know, and noting is tried again. It is known of
    /// the bench that it belongs to, since a practice that starts over plays the same blocks anew.
    not_noted: Vec<(Weak<Bench>, Given)>,
    /// When the desktop last did not take one.
    refused_at: Option<Moment>,
}

impl Round {
    /// Tells what is due, and when to look again.
    async fn look(&mut self, desk: &Desk) -> Moment {
        let now = desk.clock.now();
        let preferences = desk.preferences.read();
        let mut next = now + LOOK_EVERY;
        if !preferences.reminders {
            // Whoever switches them on again is told at once.
            self.refused_at = None;
            desk.reminders.set_failing(desk, false);
            return next;
        }
        // A clock that was set back must not keep us waiting.
        let waits = self.refused_at.is_some_and(|at| at <= now && now.since(at) < TRY_EVERY);
        let mut failing = waits;
        let benches = benches(desk);
        // What is closed by now has nothing left to note.
        self.not_noted.retain(|(of, _)| benches.iter().any(|bench| is(of, bench)));
        for bench in benches {
            self.note_again(&bench, now);
            match self.plan(&bench, now, preferences.reminders_since) {
                Ok(plan) => {
                    next = plan.next.map_or(next, |at| at.min(next));
                    if !waits {
                        failing |= !self.tell(desk, &bench, plan, now).await;
                    }
                }
                Err(_) => failing = true,
            }
        }
        failing |= !self.not_noted.is_empty();
        desk.reminders.set_failing(desk, failing);
        next
    }

    fn plan(&self, bench: &Arc<Bench>, now: Moment, on_since: Moment) -> Result<Plan, LedgerError> {
        // The archive of another account is not kept up to date: what it holds to be pending may be over.
        let Some(account) = bench.cloudflare.account() else { return Ok(Plan { due: Vec::new(), next: None }) };
        let rows = bench.cache.pending_blocks(Some(account.as_str()))?;
        let of_it = self.not_noted.iter().filter(|(of, _)| is(of, bench));
        let mut given: HashSet<Given> = of_it.map(|(_, given)| given.clone()).collect();
        let mut pending = Vec::with_capacity(rows.len());
        for row in rows {
            let noted = [(row.reminded_day, Mark::Day), (row.reminded_hour, Mark::Hour)];
            let block = Pending::from(row);
            given.extend(noted.into_iter().filter(|(noted, _)| *noted).map(|(_, mark)| Given::of(&block, mark)));
            pending.push(block);
        }
        Ok(plan(&pending, &given, now, on_since))
    }

    /// Hands over one notification after the other; false when one was not taken, and then the rest waits.
    async fn tell(&mut self, desk: &Desk, bench: &Arc<Bench>, plan: Plan, now: Moment) -> bool {
        let zone = TimeZone::system();
        let telling = Telling { now, zone: &zone, practice: bench.mode == Mode::Practice };
        for Notification { title, body, gives } in telling.notifications(plan.due) {
            if desk.reminders.has_ended() {
                return true;
            }
            let taken = tokio::select! {
                taken = desk.desktop.notify(title, body) => taken,
                () = desk.reminders.gave_up() => return true,
            };
            if taken.is_err() {
                self.refused_at = Some(now);
                return false;
            }
            self.refused_at = None;
            for given in gives.iter().flat_map(|due| due.given()) {
                self.note(bench, given, now);
            }
        }
        true
    }

    /// Notes what could not be noted before.
    fn note_again(&mut self, bench: &Arc<Bench>, now: Moment) {
        for (of, given) in std::mem::take(&mut self.not_noted) {
            if is(&of, bench) { self.note(bench, given, now) } else { self.not_noted.push((of, given)) }
        }
    }

    fn note(&mut self, bench: &Arc<Bench>, given: Given, now: Moment) {
        let noted = bench.cache.note_reminded(
            &given.account,
            (&given.report_id, &given.id),
            given.effective_at,
            given.mark.into(),
            now,
        );
        // A block that is not kept any more is not told of again either.
        if noted.is_err_and(|error| !matches!(error, LedgerError::NotFound)) {
            self.not_noted.push((Arc::downgrade(bench), given));
        }
    }
}

/// Whose blocks are told of: the real ones always, practice's while it is open.
fn benches(desk: &Desk) -> Vec<Arc<Bench>> {
    let shown = desk.bench();
    let mut benches = vec![Arc::clone(&desk.real)];
    if shown.mode == Mode::Practice {
        benches.push(shown);
    }
    benches
}

/// Whether it is this very bench, and no later one of the same mode.
fn is(of: &Weak<Bench>, bench: &Arc<Bench>) -> bool {
    std::ptr::eq(of.as_ptr(), Arc::as_ptr(bench))
}

impl From<PendingBlock> for Pending {
    fn from(row: PendingBlock) -> Self {
        let PendingBlock { account, report_id, id, effective_at, place, raw_kind, .. } = row;
        let PendingBlock { place_exact, one_of, raw_scope, .. } = row;
        Self { account, report_id, id, effective_at, place, place_exact, one_of, raw_scope, raw_kind }
    }
}

impl From<Mark> for ReminderMark {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Day => Self::Day,
            Mark::Hour => Self::Hour,
        }
    }
}
