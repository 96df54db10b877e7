//! A clock that stands still until the test turns it, and knows who waits for it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use desk::{Clock, Sleep};
use domain::Moment;
use tokio::sync::watch;

/// Dispatcher, poller and reminders: each sleeps by the clock when it has nothing to do.
const WORKERS: usize = 3;
/// So often nobody gets up when all are asleep: the first knock may come in between.
const QUIET_KNOCKS: u32 = 2;

/// A task that waits: for when, and which turn of the clock it has noticed.
#[derive(Debug, Clone, Copy)]
struct Sleeper {
    until: i64,
    noticed: u64,
}

pub(crate) struct ManualClock {
    /// The time, and how often it was turned or knocked on.
    now: watch::Sender<(i64, u64)>,
    sleepers: Mutex<(u64, BTreeMap<u64, Sleeper>)>,
    /// Tells that the sleepers changed.
    stirred: watch::Sender<()>,
}

impl ManualClock {
    pub(crate) fn starting_at(now: Moment) -> Self {
        Self { now: watch::Sender::new((now.millis(), 0)), sleepers: Mutex::default(), stirred: watch::Sender::new(()) }
    }

    fn sleepers(&self) -> MutexGuard<'_, (u64, BTreeMap<u64, Sleeper>)> {
        self.sleepers.lock().unwrap()
    }

    pub(crate) fn turn_to(&self, at: Moment) {
        self.now.send_modify(|(now, turns)| (*now, *turns) = (at.millis(), *turns + 1));
    }

    /// When the next sleeper wakes.
    pub(crate) fn next_wake(&self) -> Option<Moment> {
        self.sleepers().1.values().map(|sleeper| Moment(sleeper.until)).min()
    }

    /// Waits until all workers have noticed everything up to now and sleep again.
    pub(crate) async fn idle(&self) {
        // One that was woken by another may still lie in its bed: it gets up when it is knocked on.
        let mut quiet = 0;
        let mut before = Vec::new();
        while quiet < QUIET_KNOCKS {
            self.knock().await;
            let beds: Vec<u64> = self.sleepers().1.keys().copied().collect();
            quiet = if beds == before { quiet + 1 } else { 0 };
            before = beds;
        }
    }

    /// Wakes everybody for a moment, and waits until all sleep.
    async fn knock(&self) {
        self.now.send_modify(|(_, turns)| *turns += 1);
        let mut stirred = self.stirred.subscribe();
        let asleep = || {
            let (now, turns) = *self.now.borrow();
            let sleepers = self.sleepers();
            sleepers.1.len() >= WORKERS && sleepers.1.values().all(|one| one.until > now && one.noticed == turns)
        };
        let waited = tokio::time::timeout(Duration::from_secs(30), async {
            while !asleep() {
                stirred.changed().await.unwrap();
            }
        });
        let sleepers = || format!("{:?} at {:?}", self.sleepers().1, *self.now.borrow());
        waited.await.unwrap_or_else(|_| panic!("never came to rest: {}", sleepers()));
    }

    fn stir(&self, change: impl FnOnce(&mut (u64, BTreeMap<u64, Sleeper>))) {
        change(&mut self.sleepers());
        self.stirred.send_replace(());
    }
}

/// Takes the sleeper off the list, however the sleep ends.
struct Bed<'a>(&'a ManualClock, u64);

impl Drop for Bed<'_> {
    fn drop(&mut self) {
        self.0.stir(|sleepers| {
            sleepers.1.remove(&self.1);
        });
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        Moment(self.now.borrow().0)
    }

    fn sleep_until(&self, at: Moment) -> Sleep<'_> {
        Box::pin(async move {
            let mut time = self.now.subscribe();
            let mut number = 0;
            self.stir(|sleepers| {
                sleepers.0 += 1;
                number = sleepers.0;
                sleepers.1.insert(number, Sleeper { until: at.millis(), noticed: time.borrow().1 });
            });
            let _bed = Bed(self, number);
            loop {
                let (now, turns) = *time.borrow_and_update();
                if now >= at.millis() {
                    return;
                }
                self.stir(|sleepers| {
                    sleepers.1.insert(number, Sleeper { until: at.millis(), noticed: turns });
                });
                if time.changed().await.is_err() {
                    return;
                }
            }
        })
    }
}
