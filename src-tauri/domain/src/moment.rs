//! A point in time. What the time is, somebody else says.

use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00 UTC; negative before. Adding and subtracting stop at the ends of `i64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// A text that no point in time can be read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a point in time")]
pub struct NotAMoment;

impl Moment {
    /// Milliseconds since 1970, UTC.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// `2026-03-01T10:42:10.000Z`: always UTC, always with milliseconds, as PhishFort wants its dates
    /// (`phishfort-api.md` §6.1). Outside the years -9999 to 9999 it is the nearest moment inside.
    pub fn iso(self) -> String {
        let inside = self.0.clamp(Timestamp::MIN.as_millisecond(), Timestamp::MAX.as_millisecond());
        let stamp = Timestamp::from_millisecond(inside).unwrap_or(Timestamp::UNIX_EPOCH);
        format!("{stamp:.3}")
    }

    /// Reads any common ISO 8601 form: with or without seconds, fraction and zone, `T` or a space in the middle, or a
    /// day alone. What names no zone is taken for UTC; what is finer than a millisecond is cut off.
    pub fn parse_iso(text: &str) -> Result<Self, NotAMoment> {
        let text = text.trim();
        if let Ok(stamp) = text.parse::<Timestamp>() {
            return Ok(Self(stamp.as_millisecond()));
        }
        // A day with nothing behind it would also be read as a date and time, but not by every version alike.
        let civil = match text.parse::<Date>() {
            Ok(day) if text.len() <= 11 => day.to_datetime(jiff::civil::Time::midnight()),
            _ => text.parse::<DateTime>().map_err(|_| NotAMoment)?,
        };
        let zoned = civil.to_zoned(TimeZone::UTC).map_err(|_| NotAMoment)?;
        Ok(Self(zoned.timestamp().as_millisecond()))
    }

    /// How long after `earlier` this is; zero when it is not after it.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// The same moment without its milliseconds: services often tell whole seconds, so comparing has to.
    pub fn whole_seconds(self) -> Self {
        Self(self.0.div_euclid(1000).saturating_mul(1000))
    }
}

/// Durations longer than what is left become all that is left.
fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test says what went wrong by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_written_in_utc_with_milliseconds() {
        assert_eq!(Moment(0).iso(), "1970-01-01T00:00:00.000Z");
        assert_eq!(Moment(1_772_361_730_007).to_string(), "2026-03-01T10:42:10.007Z");
    }

    #[test]
    fn every_common_form_is_read() {
        let whole = Moment(1_772_361_730_000);
        for text in [
            "2026-03-01T10:42:10.000Z",
            "2026-03-01T10:42:10Z",
            " 2026-03-01 10:42:10Z ",
            "2026-03-01T11:42:10+01:00",
            "2026-03-01T10:42:10",
            "2026-03-01T10:42:10.0004Z",
        ] {
            assert_eq!(Moment::parse_iso(text).unwrap(), whole, "{text}");
        }
        assert_eq!(Moment::parse_iso("2026-03-01T10:42").unwrap(), whole - Duration::from_secs(10));
        assert_eq!(Moment::parse_iso("2026-03-01").unwrap().iso(), "2026-03-01T00:00:00.000Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "yesterday", "2026-13-01", "10:42", "2026-03-01T25:00:00Z", "1772361730000"] {
            assert_eq!(Moment::parse_iso(text), Err(NotAMoment), "{text}");
        }
    }

    #[test]
    fn nothing_overflows() {
        assert_eq!(Moment(i64::MAX) + Duration::MAX, Moment(i64::MAX));
        assert_eq!(Moment(i64::MIN) - Duration::MAX, Moment(i64::MIN));
        assert_eq!(Moment(5).since(Moment(9)), Duration::ZERO);
        assert_eq!(Moment(i64::MIN).since(Moment(i64::MAX)), Duration::ZERO);
        assert_eq!(Moment(-1).whole_seconds(), Moment(-1000));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(millis in -62_135_596_800_000_i64..253_402_300_799_000) {
            prop_assert_eq!(Moment::parse_iso(&Moment(millis).iso()), Ok(Moment(millis)));
        }

        #[test]
        fn no_moment_and_no_text_panics(millis: i64, text in ".*") {
            let _ = Moment(millis).iso();
            let _ = Moment::parse_iso(&text);
        }
    }
}
