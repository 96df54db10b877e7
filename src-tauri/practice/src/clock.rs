//! The time of the practice services: the computer's own, plus an offset that can be turned.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter};

/// A clock that runs with the real one and can be turned, so that a week passes in one call.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    offset_ms: AtomicI64,
}

impl Clock {
    /// The practice time, cut to whole milliseconds because that is what the service writes.
    pub(crate) fn now(&self) -> Timestamp {
        let offset = SignedDuration::from_millis(self.offset_ms());
        let now = Timestamp::now().saturating_add(offset).unwrap_or(Timestamp::MAX);
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    pub(crate) fn offset_ms(&self) -> i64 {
        self.offset_ms.load(Ordering::SeqCst)
    }

    /// Turns by `ms` from where it stands; negative turns back.
    pub(crate) fn turn(&self, ms: i64) {
        let turned = self.offset_ms().saturating_add(ms);
        self.set_offset_ms(turned);
    }

    pub(crate) fn set_offset_ms(&self, ms: i64) {
        self.offset_ms.store(ms, Ordering::SeqCst);
    }

    /// The `Date` header of an answer given now by a service whose clock goes `skew_ms` ahead of the practice clock.
    pub(crate) fn http_date(&self, skew_ms: i64) -> Option<String> {
        let shown = self.now().saturating_add(SignedDuration::from_millis(skew_ms)).ok()?;
        http_date(shown)
    }
}

/// A moment as HTTP headers write it, in whole seconds.
pub(crate) fn http_date(moment: Timestamp) -> Option<String> {
    DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).ok()
}

/// A moment as the service's JSON writes it: UTC with milliseconds and `Z`.
pub(crate) fn iso(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}
