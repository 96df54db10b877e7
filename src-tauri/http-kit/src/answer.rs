//! An answer, with the few headers that anyone reads.

use std::time::{SystemTime, UNIX_EPOCH};

use reqwest::header::{DATE, HeaderMap, LOCATION, RETRY_AFTER};

/// When the service wants to be asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// That many seconds from now. Not judged: may be 0, or ten years.
    Seconds(u64),
    /// At this time, milliseconds since 1970 UTC, by the service's clock.
    At(i64),
    /// The header is there and says nothing that can be read.
    Garbage,
}

/// What the service said, whatever it was: a redirect or a refusal is an answer too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status code.
    pub status: u16,
    /// The service's own time, milliseconds since 1970 UTC, when it told one.
    pub date: Option<i64>,
    /// When to ask again, when it told.
    pub retry_after: Option<RetryAfter>,
    /// What their support would ask for: `cf-ray`, else `x-request-id`.
    pub request_id: Option<String>,
    /// Where a redirect points. Never followed.
    pub location: Option<String>,
    /// What may still be asked for, as the service wrote it; several such headers stand behind one another.
    pub ratelimit: Option<String>,
    /// The body, never above [`Answer::BODY_CAP`]; not decompressed.
    pub body: Vec<u8>,
}

impl Answer {
    /// Bodies above this many bytes are given up.
    pub const BODY_CAP: usize = 1024 * 1024;

    pub(crate) fn from_head(status: u16, headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Self {
            status,
            date: text(DATE.as_str()).and_then(|date| http_date(&date)),
            retry_after: text(RETRY_AFTER.as_str()).map(|value| retry_after(&value)),
            request_id: text("cf-ray").or_else(|| text("x-request-id")),
            location: text(LOCATION.as_str()),
            ratelimit: joined(headers, "ratelimit"),
            body: Vec::new(),
        }
    }
}

/// A list header may be spread over several lines, which mean the same as one.
fn joined(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
    lines.map(String::from).reduce(|whole, line| whole + ", " + &line)
}

fn retry_after(value: &str) -> RetryAfter {
    let value = value.trim();
    // `parse` alone would take "+5", which the header's grammar does not.
    if value.bytes().all(|b| b.is_ascii_digit())
        && let Ok(seconds) = value.parse()
    {
        return RetryAfter::Seconds(seconds);
    }
    http_date(value).map_or(RetryAfter::Garbage, RetryAfter::At)
}

fn http_date(value: &str) -> Option<i64> {
    let time: SystemTime = httpdate::parse_http_date(value).ok()?;
    i64::try_from(time.duration_since(UNIX_EPOCH).ok()?.as_millis()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_retry_after_is_told_apart() {
        assert_eq!(retry_after(" 120 "), RetryAfter::Seconds(120));
        assert_eq!(retry_after("315360000"), RetryAfter::Seconds(315_360_000));
        assert_eq!(retry_after("Thu, 01 Jan 2026 00:00:00 GMT"), RetryAfter::At(1_767_225_600_000));
        for garbage in ["", "-5", "+5", "1.5", "soon", "99999999999999999999999"] {
            assert_eq!(retry_after(garbage), RetryAfter::Garbage, "{garbage:?}");
        }
    }

    #[test]
    fn the_edge_s_own_id_is_preferred() {
        let mut headers = HeaderMap::new();
        assert_eq!(Answer::from_head(200, &headers).request_id, None);
        headers.insert("x-request-id", reqwest::header::HeaderValue::from_static("r-1"));
        assert_eq!(Answer::from_head(200, &headers).request_id.as_deref(), Some("r-1"));
        headers.insert("cf-ray", reqwest::header::HeaderValue::from_static("8f-LHR"));
        assert_eq!(Answer::from_head(200, &headers).request_id.as_deref(), Some("8f-LHR"));
    }
    #[test]
    fn what_may_still_be_asked_for_is_kept_as_it_was_written() {
        let mut headers = HeaderMap::new();
        assert_eq!(Answer::from_head(200, &headers).ratelimit, None);
        for line in ["\"default\";r=50;t=30", "\"burst\";r=3;t=60"] {
            headers.append("ratelimit", reqwest::header::HeaderValue::from_static(line));
        }
        let whole = "\"default\";r=50;t=30, \"burst\";r=3;t=60";
        assert_eq!(Answer::from_head(200, &headers).ratelimit.as_deref(), Some(whole));
    }
}
