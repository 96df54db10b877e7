//! How long the outbox waits: between tries, between looks, and before it believes that something did not arrive.

use std::time::Duration;

use domain::Moment;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// How long after an attempt the looks come, in seconds.
const LOOKS: [u64; 6] = [5, 30, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR];
/// The one look at a send that broke off before its last byte.
const LOOK_AFTER_BREAK: u64 = 30;
/// Waiting between tries that surely did not leave, in seconds.
const TRIES: [u64; 6] = [15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];
/// A service that asks to slow down is obeyed between these bounds, in seconds.
const SANE_WAIT: std::ops::RangeInclusive<u64> = 1..=HOUR;
/// How often a report must have been looked for in vain before it is called absent.
pub(crate) const ABSENT_LOOKS: usize = 4;
/// After so long without one look that worked, the person is asked.
pub(crate) const GIVE_UP_LOOKING: Duration = Duration::from_secs(24 * HOUR);

/// When to look, after `looks` looks at an attempt that was closed at `closed`.
pub(crate) fn next_look(closed: Moment, looks: usize, broke_off: bool, now: Moment) -> Moment {
    let after = match (broke_off, looks) {
        (true, 0) => LOOK_AFTER_BREAK,
        _ => LOOKS.get(looks).copied().unwrap_or_else(|| 6 * HOUR * (looks as u64 - 4)),
    };
    (closed + Duration::from_secs(after)).max(now + Duration::from_secs(LOOKS[0]))
}

/// When to try again after `tries` tries that surely did not leave. `jitter` is any random byte: a machine that comes
/// back from a week offline does not hit the service at the same instant as all the others.
pub(crate) fn next_try(now: Moment, tries: u32, jitter: u8) -> Moment {
    let wait = TRIES.get(tries as usize).copied().unwrap_or(TRIES[TRIES.len() - 1]);
    now + Duration::from_millis(wait * 1000 + wait * 250 * u64::from(jitter) / 255)
}

/// When to try again after a service asked to slow down. An absurd wish is not obeyed but waited out as any other try.
pub(crate) fn after_slow_down(now: Moment, wish: Option<Moment>, tries: u32, jitter: u8) -> Moment {
    match wish {
        Some(at) if SANE_WAIT.contains(&at.since(now).as_secs()) => at,
        _ => next_try(now, tries + 2, jitter),
    }
}

/// How long a report may take to appear in the service's own lists: ten minutes, or three times the longest that was
/// ever seen here.
pub(crate) fn settle_window(longest_seen_ms: Option<i64>) -> Duration {
    let learned = longest_seen_ms.map_or(0, |ms| ms.unsigned_abs().saturating_mul(3));
    Duration::from_millis(learned.max(10 * MINUTE * 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Moment = Moment(1_000_000_000);

    fn seconds(at: Moment) -> u64 {
        at.since(T).as_secs()
    }

    #[test]
    fn looks_come_at_the_times_of_the_law() {
        let times: Vec<_> = (0..6).map(|looks| seconds(next_look(T, looks, false, T))).collect();
        assert_eq!(times, [5, 30, 120, 600, 3600, 21600]);
        assert_eq!(seconds(next_look(T, 0, true, T)), 30, "a send that broke off is looked up once, after 30 s");
        assert_eq!(seconds(next_look(T, 6, false, T)), 43200, "and then every six hours");
    }

    #[test]
    fn a_look_that_is_overdue_comes_soon_and_not_in_the_past() {
        let later = T + Duration::from_secs(7200);
        assert_eq!(next_look(T, 2, false, later), later + Duration::from_secs(5));
    }

    #[test]
    fn a_wish_to_slow_down_is_obeyed_only_when_it_is_sane() {
        let wish = |seconds: u64| seconds_of(Some(T + Duration::from_secs(seconds)));
        fn seconds_of(at: Option<Moment>) -> u64 {
            seconds(after_slow_down(T, at, 0, 0))
        }
        assert_eq!(wish(7), 7);
        assert_eq!(wish(3600), 3600);
        assert_eq!(wish(315_360_000), 60, "ten years are not waited");
        assert_eq!(seconds_of(Some(T)), 60, "nor is a time that is past");
        assert_eq!(seconds_of(None), 60);
    }

    #[test]
    fn tries_get_rarer_and_never_stop() {
        let times: Vec<_> = (0..8).map(|tries| seconds(next_try(T, tries, 0))).collect();
        assert_eq!(times, [15, 30, 60, 120, 300, 900, 900, 900]);
        assert!(seconds(next_try(T, 5, 255)) > 900, "jitter spreads them");
    }

    #[test]
    fn the_settle_window_learns_but_never_shrinks() {
        assert_eq!(settle_window(None).as_secs(), 600);
        assert_eq!(settle_window(Some(1000)).as_secs(), 600);
        assert_eq!(settle_window(Some(600_000)).as_secs(), 1800);
    }
}
