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
use crate::bench::Bench;
use crate::clock::Clock;
use crate::contract::{Mode, Notice};

/// However far the next reminder is: blocks come and go, and a clock may be set.
const LOOK_EVERY: Duration = Duration::from_secs(60);
/// A desktop that can't notify is not asked more often.
const TRY_EVERY: Duration = Duration::from_secs(600);

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

    /// The archive or the preferences changed: what is due now is told now, and not at the next look.
    pub(crate) fn look_now(&self) {
        self.look.notify_one();
    }

    /// Ends, and waits until nothing more is told. What was told by then is noted.
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
    /// Given, but it could not be noted: it is not given again while we know, and noting is tried again.
    not_noted: Vec<(Mode, Given)>,
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
        for bench in benches(desk) {
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

    fn plan(&mut self, bench: &Bench, now: Moment, on_since: Moment) -> Result<Plan, LedgerError> {
        // The archive of another account is not kept up to date: what it holds to be pending may be over.
        let Some(account) = bench.cloudflare.account() else { return Ok(Plan { due: Vec::new(), next: None }) };
        let rows = bench.cache.pending_blocks(Some(account.as_str()))?;
        let mut given: HashSet<Given> = HashSet::new();
        let mut pending = Vec::with_capacity(rows.len());
        for row in rows {
            let noted = [(row.reminded_day, Mark::Day), (row.reminded_hour, Mark::Hour)];
            let block = Pending::from(row);
            given.extend(noted.into_iter().filter(|(noted, _)| *noted).map(|(_, mark)| Given::of(&block, mark)));
            pending.push(block);
        }
        let (again, others) =
            std::mem::take(&mut self.not_noted).into_iter().partition(|(mode, _)| *mode == bench.mode);
        self.not_noted = others;
        for (_, one) in again {
            given.insert(one.clone());
            self.note(bench, one, now);
        }
        Ok(plan(&pending, &given, now, on_since))
    }

    /// Hands over one notification after the other; false when one was not taken, and then the rest waits.
    async fn tell(&mut self, desk: &Desk, bench: &Bench, plan: Plan, now: Moment) -> bool {
        let zone = TimeZone::system();
        let telling = Telling { now, zone: &zone, practice: bench.mode == Mode::Practice };
        for Notification { title, body, gives } in telling.notifications(plan.due) {
            if desk.reminders.has_ended() {
                return true;
            }
            if desk.desktop.notify(title, body).await.is_err() {
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

    fn note(&mut self, bench: &Bench, given: Given, now: Moment) {
        let noted = bench.cache.note_reminded(
            &given.account,
            (&given.report_id, &given.id),
            given.effective_at,
            given.mark.into(),
            now,
        );
        // A block that is not kept any more is not told of again either.
        if noted.is_err_and(|error| !matches!(error, LedgerError::NotFound)) {
            self.not_noted.push((bench.mode, given));
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

impl From<PendingBlock> for Pending {
    fn from(row: PendingBlock) -> Self {
        let PendingBlock { account, report_id, id, effective_at, place, raw_kind, .. } = row;
        Self { account, report_id, id, effective_at, place, raw_kind }
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
