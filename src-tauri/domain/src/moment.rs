//! A point in time. What the time is, somebody else says.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Add, Sub};
use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::{DateTime, Time};
use jiff::fmt::temporal::Pieces;
use serde::{Deserialize, Serialize};

/// UTC is reckoned from here by the calendar alone: the library's own points in time end a day before the calendar does,
/// and the calendar's last second is a common way to say "never".
const EPOCH: DateTime = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);

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
        let outermost = if self.0 < 0 { DateTime::MIN } else { DateTime::MAX };
        let civil = EPOCH.checked_add(SignedDuration::from_millis(self.0)).unwrap_or(outermost);
        format!("{civil:.3}Z")
    }

    /// Reads any common ISO 8601 form, and all of RFC 3339: with or without seconds, fraction and zone, `T` or a space
    /// in the middle, or a day alone. What names no zone is taken for UTC; what is finer than a millisecond is cut off; a
    /// leap second counts as the second before it.
    pub fn parse_iso(text: &str) -> Result<Self, NotAMoment> {
        let text = short_fraction(text.trim());
        let read = Pieces::parse(text.as_bytes()).map_err(|_| NotAMoment)?;
        let ahead_of_utc = read.to_numeric_offset().map_or(0, |offset| offset.seconds());
        let civil = read.date().to_datetime(read.time().unwrap_or(Time::midnight()));
        let since = civil.duration_since(EPOCH);
        let millis = i64::try_from(since.as_millis()).map_err(|_| NotAMoment)?;
        Ok(Self(millis - i64::from(ahead_of_utc) * 1000))
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

/// The text with at most nine digits after a second's point: RFC 3339 allows any number, the library reads nine.
fn short_fraction(text: &str) -> Cow<'_, str> {
    let Some(point) = text.find(['.', ',']) else { return Cow::Borrowed(text) };
    let digits = text[point + 1..].bytes().take_while(u8::is_ascii_digit).count();
    match digits {
        0..=9 => Cow::Borrowed(text),
        _ => Cow::Owned(format!("{}{}", &text[..point + 10], &text[point + 1 + digits..])),
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
        assert_eq!(Moment(-1).iso(), "1969-12-31T23:59:59.999Z");
        assert_eq!(Moment(i64::MAX).iso(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Moment(i64::MIN).iso(), "-009999-01-01T00:00:00.000Z");
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
    fn every_form_of_rfc_3339_is_read() {
        for (text, iso) in [
            ("2026-03-01t10:42:10z", "2026-03-01T10:42:10.000Z"),
            ("2026-03-01T12:42:10+02:00", "2026-03-01T10:42:10.000Z"),
            ("2026-03-01T10:42:10-00:00", "2026-03-01T10:42:10.000Z"),
            ("2028-02-29T10:00:00+14:00", "2028-02-28T20:00:00.000Z"),
            ("2026-03-01T00:30:00.5-23:59", "2026-03-02T00:29:00.500Z"),
            ("2026-03-01T10:42:10.123456789012Z", "2026-03-01T10:42:10.123Z"),
            ("2026-03-01T12:42:10.1234567890+02:00", "2026-03-01T10:42:10.123Z"),
            // A leap second counts as the second before it, as on the clocks of most systems.
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"),
            ("2016-12-31T15:59:60.25-08:00", "2016-12-31T23:59:59.250Z"),
        ] {
            assert_eq!(Moment::parse_iso(text).map(Moment::iso).as_deref(), Ok(iso), "{text}");
        }
    }

    #[test]
    fn a_time_that_stands_for_never_is_read_as_well() {
        let last_second = Moment(253_402_300_799_000);
        assert_eq!(last_second.iso(), "9999-12-31T23:59:59.000Z");
        assert_eq!(Moment::parse_iso("9999-12-31T23:59:59Z"), Ok(last_second));
        assert_eq!(Moment::parse_iso("9999-12-31T23:59:59+02:00"), Ok(last_second - Duration::from_secs(7200)));
        assert_eq!(Moment::parse_iso("0000-01-01T00:00:00Z"), Ok(Moment(-62_167_219_200_000)));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "yesterday", "2026-13-01", "2026-02-29T10:00:00Z", "10:42", "2026-03-01T25:00:00Z", "1772361730000"]
        {
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
