//! How long each part of a send may take, and the watch that tells when one is over.

use std::fmt;
use std::time::{Duration, SystemTime};

use tokio::time::Instant;

/// How long each part of a send may take. The defaults are those of the outbox; tests shorten them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadlines {
    /// Name lookup, connection and TLS. A client's own 10 s hold besides.
    pub connect: Duration,
    /// Between two steps of handing over the body.
    pub stall: Duration,
    /// From the last byte of the body to the last byte of the answer.
    pub answer: Duration,
    /// The whole send, before what [`Deadlines::slowest_bytes_per_second`] adds.
    pub whole: Duration,
    /// The slowest upload that is still waited for.
    pub slowest_bytes_per_second: u64,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            stall: Duration::from_secs(30),
            answer: Duration::from_secs(120),
            whole: Duration::from_secs(180),
            slowest_bytes_per_second: 20_000,
        }
    }
}

impl Deadlines {
    /// The most that a send of this size may take.
    #[must_use]
    pub fn whole_for(&self, content_length: u64) -> Duration {
        self.whole + Duration::from_secs(content_length / self.slowest_bytes_per_second.max(1))
    }
}

/// The deadline that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// No more of the body could be handed over.
    Stall,
    /// The body was handed over and the answer did not come, or did not end.
    Answer,
    /// All of it took too long.
    Whole,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Stall => "sending stalled",
            Self::Answer => "no whole answer",
            Self::Whole => "the whole send took too long",
        })
    }
}

/// What a send is waiting for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// For the first byte of the body to be asked for.
    Connecting,
    /// For more of the body to be asked for.
    Sending,
    /// For the answer.
    Awaiting,
}

/// A moment by both clocks. Timers stop while a Linux machine sleeps; the wall clock does not.
#[derive(Debug, Clone, Copy)]
struct Moment(Instant, SystemTime);

impl Moment {
    fn now() -> Self {
        Self(Instant::now(), SystemTime::now())
    }

    fn elapsed(&self) -> Duration {
        // A wall clock that was set back tells nothing, and the timer still runs.
        self.0.elapsed().max(self.1.elapsed().unwrap_or_default())
    }
}

/// Measures one send.
#[derive(Debug)]
pub(crate) struct Watch {
    started: Moment,
    phase: Phase,
    since: Moment,
    limits: [Duration; 3],
    whole: Duration,
}

/// The phase that ran out of time, or the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expired {
    Connect,
    Limit(Limit),
}

impl Watch {
    /// A body-less request shows no moment between connecting and waiting, so it waits for both from the start.
    pub(crate) fn start(deadlines: &Deadlines, content_length: u64) -> Self {
        let now = Moment::now();
        let (phase, answer) = match content_length {
            0 => (Phase::Awaiting, deadlines.connect + deadlines.answer),
            _ => (Phase::Connecting, deadlines.answer),
        };
        let limits = [deadlines.connect, deadlines.stall, answer];
        Self { started: now, phase, since: now, limits, whole: deadlines.whole_for(content_length) }
    }

    /// A step forward: the time of the phase starts anew.
    pub(crate) fn enter(&mut self, phase: Phase) {
        self.phase = phase;
        self.since = Moment::now();
    }

    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    /// When to look again: at the next deadline, and often enough to notice that the machine slept.
    pub(crate) fn next_look(&self) -> Instant {
        let phase = self.since.0 + self.limits[self.phase as usize];
        phase.min(self.started.0 + self.whole).min(Instant::now() + Duration::from_secs(5))
    }

    pub(crate) fn expired(&self) -> Option<Expired> {
        if self.since.elapsed() >= self.limits[self.phase as usize] {
            return Some(match self.phase {
                Phase::Connecting => Expired::Connect,
                Phase::Sending => Expired::Limit(Limit::Stall),
                Phase::Awaiting => Expired::Limit(Limit::Answer),
            });
        }
        (self.started.elapsed() >= self.whole).then_some(Expired::Limit(Limit::Whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_body_is_given_the_time_of_a_slow_line() {
        let deadlines = Deadlines::default();
        assert_eq!(deadlines.whole_for(0), Duration::from_secs(180));
        assert_eq!(deadlines.whole_for(10_000_000), Duration::from_secs(680));
    }

    #[tokio::test]
    async fn each_phase_has_its_own_time_and_the_whole_has_one_too() {
        let long = Duration::from_secs(3600);
        let long = Deadlines { connect: long, stall: long, answer: long, whole: long, ..Deadlines::default() };
        let phases = [Phase::Connecting, Phase::Sending, Phase::Awaiting];
        let at = |deadlines: &Deadlines, phase| {
            let mut watch = Watch::start(deadlines, 1);
            watch.enter(phase);
            watch.expired()
        };
        for phase in phases {
            assert_eq!(at(&long, phase), None);
            let whole = Deadlines { whole: Duration::ZERO, ..long.clone() };
            assert_eq!(at(&whole, phase), Some(Expired::Limit(Limit::Whole)));
        }
        let connect = Deadlines { connect: Duration::ZERO, ..long.clone() };
        assert_eq!(phases.map(|phase| at(&connect, phase)), [Some(Expired::Connect), None, None]);
        let stall = Deadlines { stall: Duration::ZERO, ..long.clone() };
        assert_eq!(phases.map(|phase| at(&stall, phase)), [None, Some(Expired::Limit(Limit::Stall)), None]);
        let answer = Deadlines { answer: Duration::ZERO, ..long };
        assert_eq!(phases.map(|phase| at(&answer, phase)), [None, None, Some(Expired::Limit(Limit::Answer))]);
    }

    #[tokio::test]
    async fn the_time_that_a_machine_slept_counts() {
        let mut watch = Watch::start(&Deadlines::default(), 1);
        watch.enter(Phase::Awaiting);
        assert_eq!(watch.expired(), None);
        // The timer has not moved, the wall clock has.
        watch.since.1 -= Duration::from_secs(3600);
        assert_eq!(watch.expired(), Some(Expired::Limit(Limit::Answer)));
        watch.since.1 += Duration::from_secs(7200);
        assert_eq!(watch.expired(), None, "a clock that was set back tells nothing");
    }
}
