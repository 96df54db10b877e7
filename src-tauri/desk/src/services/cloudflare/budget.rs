//! How much may still be asked: what the service told, and our own count where it tells nothing.
//!
//! Documented are 1,200 requests in five minutes for a token, counted over everything that uses it, and refusals for
//! the next five minutes after that (`cloudflare-abuse-api.md` §4).

use std::collections::VecDeque;
use std::time::Duration;

use cloudflare_abuse::Allowance;
use domain::Moment;

/// The service's window, and how long it refuses after too many.
const WINDOW: Duration = Duration::from_secs(300);
/// What a sync leaves of the 1,200: a sixth, for sending, for looking up what was sent, and for people at the dashboard.
const SYNC_RESERVE: u64 = 200;
/// Where the service doesn't tell what is left: a sync asks only while fewer than so many questions of ours lie in the
/// window. Others may use the token too.
const SYNC_QUOTA: usize = 900;
/// A longer wish to be left in peace is no sane one.
const LONGEST_PEACE: Duration = Duration::from_secs(3600);

/// What is known of the limit.
#[derive(Debug, Default)]
pub(super) struct Budget {
    /// What may still be asked until when, as the last answer told it.
    left: Option<(u64, Moment)>,
    /// When our questions of the last window were answered, oldest first.
    asked: VecDeque<Moment>,
    /// Until when the service told to leave it in peace; none where it told no time, or an absurd one.
    told: Option<Moment>,
    /// Until when everything is refused, as far as can be known.
    refused: Option<Moment>,
    /// What was left at the beginning of a window, where that is less than a sync would leave: the limit is a small one.
    small: Option<u64>,
}

impl Budget {
    /// Until when nothing may be asked that has to leave so much.
    pub(super) fn held(&self, reserve: u64, now: Moment) -> Option<Moment> {
        let told = self.told.filter(|until| *until > now);
        let used_up = self.left.filter(|(remaining, until)| *remaining <= reserve && *until > now);
        told.max(used_up.map(|(_, until)| until))
    }

    /// The same for what nobody has to send: also while the service may refuse without having told until when. The
    /// outbox tries again at times of its own then.
    pub(super) fn held_beside_sending(&self, reserve: u64, now: Moment) -> Option<Moment> {
        self.held(reserve, now).max(self.refused.filter(|until| *until > now))
    }

    /// Until when a sync may ask nothing.
    pub(super) fn held_for_sync(&self, now: Moment) -> Option<Moment> {
        if let Some(until) = self.held_beside_sending(0, now) {
            return Some(until);
        }
        if self.left.is_some_and(|(_, until)| until > now) {
            let reserve = self.small.map_or(SYNC_RESERVE, |quota| SYNC_RESERVE.min(quota / 2));
            return self.held(reserve, now);
        }
        let mut recent = self.asked.iter().filter(|at| **at <= now && now.since(**at) < WINDOW);
        let over = recent.clone().count().checked_sub(SYNC_QUOTA)?;
        // Room for one comes when the oldest of those too many leaves the window.
        recent.nth(over).map(|at| *at + WINDOW)
    }

    /// Remembers an answer, and what it told of the limit.
    pub(super) fn note(&mut self, allowance: Option<Allowance>, now: Moment) {
        // A clock that was turned back leaves moments behind that are none.
        while self.asked.front().is_some_and(|at| *at > now || now.since(*at) >= WINDOW) {
            self.asked.pop_front();
        }
        self.asked.push_back(now);
        let Some(Allowance { remaining, resets_in_s }) = allowance else { return };
        let fresh = self.left.is_some_and(|(_, until)| until <= now);
        if fresh {
            self.small = (remaining <= SYNC_RESERVE).then_some(remaining);
        }
        // Never longer than the service's own longest window, whatever a header says.
        self.left = Some((remaining, now + Duration::from_secs(resets_in_s).min(WINDOW)));
    }

    /// Remembers that the service refused for having been asked too much.
    pub(super) fn refuse(&mut self, until: Option<Moment>, now: Moment) {
        let until = until.filter(|until| *until > now);
        self.told = until.filter(|until| *until <= now + LONGEST_PEACE);
        self.refused = Some(until.unwrap_or(now + WINDOW).min(now + LONGEST_PEACE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_000_000_000);

    fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn told(remaining: u64, resets_in_s: u64) -> Option<Allowance> {
        Some(Allowance { remaining, resets_in_s })
    }

    #[test]
    fn a_sync_leaves_more_than_a_single_question_does() {
        let mut budget = Budget::default();
        assert_eq!(budget.held_for_sync(NOW), None);
        budget.note(told(201, 60), NOW);
        assert_eq!(budget.held_for_sync(NOW), None);
        budget.note(told(200, 60), NOW);
        assert_eq!(budget.held_for_sync(NOW), Some(NOW + s(60)));
        assert_eq!(budget.held(5, NOW), None, "somebody who asks one thing may");
        assert_eq!(budget.held_for_sync(NOW + s(60)), None, "the window began anew");
    }

    #[test]
    fn where_the_service_tells_nothing_our_own_questions_are_counted() {
        let mut budget = Budget::default();
        for n in 0..900 {
            assert_eq!(budget.held_for_sync(NOW), None, "{n}");
            budget.note(None, NOW + Duration::from_millis(n));
        }
        let now = NOW + s(1);
        assert_eq!(budget.held_for_sync(now), Some(NOW + WINDOW), "the first of them leaves the window then");
        assert_eq!(budget.held_for_sync(NOW + WINDOW), None);
        budget.note(None, now);
        assert_eq!(budget.held_for_sync(now), Some(NOW + Duration::from_millis(1) + WINDOW));
    }

    #[test]
    fn a_limit_that_is_smaller_than_the_reserve_does_not_stop_a_sync_for_ever() {
        let mut budget = Budget::default();
        budget.note(told(99, 60), NOW);
        assert_eq!(budget.held_for_sync(NOW), Some(NOW + s(60)));
        budget.note(told(99, 60), NOW + s(60));
        assert_eq!(
            budget.held_for_sync(NOW + s(60)),
            None,
            "so much is left at the beginning: the limit is a small one"
        );
        budget.note(told(49, 60), NOW + s(61));
        assert_eq!(budget.held_for_sync(NOW + s(61)), Some(NOW + s(121)), "and half of it is left");
        budget.note(told(1199, 300), NOW + s(121));
        budget.note(told(200, 300), NOW + s(122));
        assert!(budget.held_for_sync(NOW + s(122)).is_some(), "a large one is a large one again");
    }

    #[test]
    fn after_a_refusal_the_service_is_left_in_peace_as_long_as_it_says_within_reason() {
        for (wish, wait) in [(Some(s(20)), s(20)), (None, WINDOW), (Some(s(0)), WINDOW), (Some(s(99_999)), s(3600))] {
            let mut budget = Budget::default();
            budget.refuse(wish.map(|wish| NOW + wish), NOW);
            assert_eq!(budget.held_for_sync(NOW), Some(NOW + wait), "{wish:?}");
            assert_eq!(budget.held_beside_sending(5, NOW), Some(NOW + wait), "a single question is refused as well");
            let told = wish.filter(|wish| *wish == wait).map(|wish| NOW + wish);
            assert_eq!(budget.held(0, NOW), told, "sending waits only as long as it was told, if that is sane");
            assert_eq!(budget.held_beside_sending(5, NOW + wait), None);
            assert_eq!(budget.held_for_sync(NOW + wait), None);
        }
    }

    #[test]
    fn a_clock_that_was_turned_back_holds_nothing_up() {
        let mut budget = Budget::default();
        (0..1000).for_each(|_| budget.note(None, NOW + s(9_000)));
        assert_eq!(budget.held_for_sync(NOW), None);
        budget.note(None, NOW);
        assert_eq!(budget.asked.len(), 1);
    }

    #[test]
    fn no_header_holds_longer_than_the_service_s_own_window() {
        let mut budget = Budget::default();
        budget.note(told(0, u64::MAX), NOW);
        assert_eq!(budget.held(0, NOW), Some(NOW + WINDOW));
    }
}
