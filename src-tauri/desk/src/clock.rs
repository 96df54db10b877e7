//! What time it is, as a collaborator: tests turn it, the product asks the system.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::Moment;

/// A boxed future, so that a clock can be chosen at run time.
pub type Sleep<'a> = Pin<Box<dyn Future<Output = ()> + Send + 'a>>;

/// Tells the time and waits for it.
pub trait Clock: Send + Sync {
    /// Now, by the wall clock.
    fn now(&self) -> Moment;
    /// Ends at that moment, or soon after; at once when it is past.
    fn sleep_until(&self, at: Moment) -> Sleep<'_>;
}

/// The system's clock.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn sleep_until(&self, at: Moment) -> Sleep<'_> {
        Box::pin(async move {
            // A suspended machine stops timers on some systems and not on others: waking up often and asking the wall
            // clock is right on all of them.
            while self.now() < at {
                let left = at.since(self.now());
                tokio::time::sleep(left.min(Duration::from_secs(20))).await;
            }
        })
    }
}
