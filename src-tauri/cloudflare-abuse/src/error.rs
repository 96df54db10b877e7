//! What the service did, as far as a caller would decide differently on it.

use http_kit::{Answer, Failure, RetryAfter, json};
use serde_json::Value;
use url::Url;

use crate::ErrorKind;
use crate::tolerant::text;

/// Why there is no readable success. The service's own words are kept: an error never says which field it is about.
///
/// Two parts of the service answer in two shapes: the front layer in the API's envelope (`success`, `errors[]`), the
/// abuse service without one (`result`, `msg`, `err_code`, `error_code`). Bodies of 403, 404 in most places, 409, 422
/// and of gateways are **not documented** and may be no JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// 401 or 403, not in the abuse service's own shape: the front layer refused the token (code 10000,
    /// "Authentication error", is documented for a missing or wrong one), or something before it refused the call.
    #[error("the token was refused ({status}): {said}")]
    TokenRefused {
        /// HTTP status.
        status: u16,
        /// The service's words, or the code.
        said: String,
    },
    /// The token is good and the account lacks the right to file reports by the API. Told by nothing but its words.
    #[error("the account is not entitled: {said}")]
    NotEntitled {
        /// The service's words.
        said: String,
    },
    /// The token is good and lacks the permission for this operation.
    #[error("the token lacks a permission: {said}")]
    NotPermitted {
        /// The service's words, or the code.
        said: String,
    },
    /// 404. The appeal eligibility of a report that is no DMCA report says the same.
    #[error("not found: {said}")]
    NotFound {
        /// The service's words, or the code.
        said: String,
    },
    /// 409. Not documented.
    #[error("in conflict: {said}")]
    Conflict {
        /// The service's words, or the code.
        said: String,
    },
    /// 429.
    #[error("slow down: {said}")]
    SlowDown {
        /// What the header says, unjudged.
        retry_after: Option<RetryAfter>,
        /// The service's words, or the code.
        said: String,
    },
    /// Any other 4xx, or a 2xx that says that it is none: something in the request must change. For e-mails a 400 is
    /// also what an unknown report gives.
    #[error("refused ({status}): {said}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// The service's words, or the code.
        said: String,
        /// Why, where the code spells it.
        kind: Option<ErrorKind>,
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

/// The JSON of a success, whichever of the two shapes it has; every other answer is an error.
pub(crate) fn success(answer: &Answer) -> Result<Value, Error> {
    let status = answer.status;
    if (200..=299).contains(&status) {
        let body: Value = json::read(&answer.body)?;
        let denied = body.get("success") == Some(&Value::Bool(false)) || speaks_of_error(&body);
        return if denied {
            Err(Error::Refused { status, said: said(&body, status), kind: kind(&body) })
        } else {
            Ok(body)
        };
    }
    // A gateway may answer HTML: what is no JSON says nothing but its status.
    let body = json::read(&answer.body).unwrap_or(Value::Null);
    let said = said(&body, status);
    Err(match status {
        300..=399 => Error::Redirected { host: answer.location.as_deref().and_then(host) },
        401 | 403 => barred(status, said, &body),
        404 => Error::NotFound { said },
        409 => Error::Conflict { said },
        429 => Error::SlowDown { retry_after: answer.retry_after, said },
        400..=499 => Error::Refused { status, said, kind: kind(&body) },
        500..=599 => Error::Unavailable { status, said },
        _ => Error::unreadable(&format!("status {status}"), answer),
    })
}

/// `result` of a success in the envelope.
pub(crate) fn result(answer: &Answer) -> Result<Value, Error> {
    let mut body = success(answer)?;
    match body.get_mut("result").map(Value::take) {
        Some(result) if !result.is_null() => Ok(result),
        _ => Err(Error::unreadable("result", answer)),
    }
}

/// Tells apart who barred the way. The words are the only sign of the missing entitlement that is documented.
fn barred(status: u16, said: String, body: &Value) -> Error {
    if said.to_ascii_lowercase().contains("not entitled to use feature") {
        Error::NotEntitled { said }
    } else if speaks_of_error(body) || body.get("msg").is_some() {
        Error::NotPermitted { said }
    } else {
        Error::TokenRefused { status, said }
    }
}

/// The abuse service's own way to say no.
pub(crate) fn speaks_of_error(body: &Value) -> bool {
    body.get("result").and_then(Value::as_str) == Some("error")
}

/// The words of either shape, or the code.
fn said(body: &Value, status: u16) -> String {
    let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten();
    let listed = errors.filter_map(|error| error.get("message").and_then(text).or_else(|| text(error)));
    let listed = listed.reduce(|all, one| all + "; " + &one);
    let single = ["msg", "message", "error"].iter().find_map(|name| body.get(name).and_then(text));
    let words = single.or(listed).unwrap_or_else(|| format!("HTTP {status}"));
    words.chars().take(1000).collect()
}

/// The kind that any of the codes spells; `err_code` and `error_code` are two names for one thing.
fn kind(body: &Value) -> Option<ErrorKind> {
    let errors = body.get("errors").and_then(Value::as_array).into_iter().flatten();
    let own = ["err_code", "error_code"].iter().filter_map(|name| body.get(name));
    let mut codes = own.chain(errors.filter_map(|error| error.get("code")));
    codes.find_map(|code| ErrorKind::of(&text(code)?))
}

fn host(location: &str) -> Option<String> {
    Url::parse(location).ok()?.host_str().map(str::to_owned)
}
