//! The limit of requests per token, counted by the practice clock.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// Requests in one window.
pub(super) const QUOTA: u32 = 1200;

/// Length of a window, and of the refusal after too many, in seconds.
pub(super) const WINDOW_S: i64 = 300;

/// What each token has used up, by its number.
#[derive(Debug, Default)]
pub(crate) struct Rates {
    windows: BTreeMap<usize, Window>,
}

#[derive(Clone, Copy, Debug)]
struct Window {
    began_at_s: i64,
    used: u32,
    refused_until_s: Option<i64>,
}

/// How a request stands with the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Requests left.
    pub(crate) remaining: u32,
    /// Seconds until there are more.
    pub(crate) resets_in_s: i64,
    /// There were too many.
    pub(crate) refused: bool,
}

impl Rates {
    /// Counts one request.
    pub(crate) fn count(&mut self, token: usize, quota: u32, now: Timestamp) -> Standing {
        let now_s = now.as_second();
        let window = self.windows.entry(token).or_insert(Window::fresh(now_s));
        window.renew(now_s);
        if window.refused_until_s.is_none() {
            if window.used >= quota {
                window.refused_until_s = Some(now_s + WINDOW_S);
            } else {
                window.used += 1;
            }
        }
        window.standing(quota, now_s)
    }

    /// How a token stands, without counting.
    pub(crate) fn standing(&self, token: usize, quota: u32, now: Timestamp) -> Standing {
        let mut window = self.windows.get(&token).copied().unwrap_or(Window::fresh(now.as_second()));
        window.renew(now.as_second());
        window.standing(quota, now.as_second())
    }
}

impl Window {
    fn fresh(now_s: i64) -> Self {
        Self { began_at_s: now_s, used: 0, refused_until_s: None }
    }

    fn renew(&mut self, now_s: i64) {
        let ends_at_s = self.refused_until_s.unwrap_or(self.began_at_s + WINDOW_S);
        // A clock that was turned back begins anew too.
        if now_s >= ends_at_s || now_s < self.began_at_s {
            *self = Self::fresh(now_s);
        }
    }

    fn standing(&self, quota: u32, now_s: i64) -> Standing {
        let ends_at_s = self.refused_until_s.unwrap_or(self.began_at_s + WINDOW_S);
        let refused = self.refused_until_s.is_some();
        let remaining = if refused { 0 } else { quota.saturating_sub(self.used) };
        Standing { remaining, resets_in_s: ends_at_s - now_s, refused }
    }
}
