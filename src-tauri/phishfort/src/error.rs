//! What the service did, as far as a caller would decide differently on it.

use http_kit::{Answer, Failure, RetryAfter, json};
use serde_json::Value;
use url::Url;

/// Why there is no readable success. The service's own words are kept: they are the only place that says which field
/// is wrong. Documented are the body of 413 and the codes 400, 401, 403, 404, 413, 422, 429 and 5xx; all else is met
/// as it comes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// 401 or 403. Which of them means what is not documented.
    #[error("the key was refused ({status}): {said}")]
    KeyRefused {
        /// HTTP status.
        status: u16,
        /// The service's words, or the code.
        said: String,
    },
    /// 404: no such incident.
    #[error("not found: {said}")]
    NotFound {
        /// The service's words, or the code.
        said: String,
    },
    /// 409. Not documented; may mean that the report is already there.
    #[error("in conflict: {said}")]
    Conflict {
        /// The service's words, or the code.
        said: String,
    },
    /// 429. A time to wait is not guaranteed.
    #[error("slow down: {said}")]
    SlowDown {
        /// What the header says, unjudged.
        retry_after: Option<RetryAfter>,
        /// The service's words, or the code.
        said: String,
    },
    /// Any other 4xx: something in the request must change.
    #[error("refused ({status}): {said}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The service's words, or the code.
        said: String,
    },
    /// 5xx. On a report this does not mean that it was not filed.
    #[error("unavailable ({status}): {said}")]
    Unavailable {
        /// HTTP status.
        status: u16,
        /// The service's words, or the code.
        said: String,
    },
    /// 3xx. Nothing was followed.
    #[error("sent elsewhere")]
    Redirected {
        /// The host that it points to, where it names one.
        host: Option<String>,
    },
    /// An answer that is not what was asked for. On a report, with a 2xx, it was very likely filed.
    #[error("unreadable at {at}")]
    Unreadable {
        /// Where it stopped making sense.
        at: String,
        /// The beginning of the body: data, never markup.
        excerpt: String,
    },
    /// No answer, or none that ended.
    #[error(transparent)]
    Transport(#[from] Failure),
}

impl From<json::Unreadable> for Error {
    fn from(json::Unreadable { at, excerpt }: json::Unreadable) -> Self {
        Self::Unreadable { at, excerpt }
    }
}

impl Error {
    /// A success whose body lacks something.
    pub(crate) fn unreadable(at: &str, answer: &Answer) -> Self {
        json::Unreadable::new(at, &answer.body).into()
    }
}

/// The JSON of a success; every other answer is an error.
pub(crate) fn success(answer: &Answer) -> Result<Value, Error> {
    let status = answer.status;
    Err(match status {
        200..=299 => return Ok(json::read(&answer.body)?),
        300..=399 => Error::Redirected { host: answer.location.as_deref().and_then(host) },
        401 | 403 => Error::KeyRefused { status, said: said(answer) },
        404 => Error::NotFound { said: said(answer) },
        409 => Error::Conflict { said: said(answer) },
        429 => Error::SlowDown { retry_after: answer.retry_after, said: said(answer) },
        400..=499 => Error::Refused { status, said: said(answer) },
        500..=599 => Error::Unavailable { status, said: said(answer) },
        _ => Error::unreadable(&format!("status {status}"), answer),
    })
}

/// The `message` of an error object, its `error` where that is missing, or the code: a gateway may answer HTML.
fn said(answer: &Answer) -> String {
    let body = json::read::<Value>(&answer.body).unwrap_or_default();
    let words = ["message", "error"].iter().find_map(|name| body.get(name)?.as_str().filter(|words| !words.is_empty()));
    words.map_or_else(|| format!("HTTP {}", answer.status), |words| words.chars().take(1000).collect())
}

fn host(location: &str) -> Option<String> {
    Url::parse(location).ok()?.host_str().map(str::to_owned)
}
