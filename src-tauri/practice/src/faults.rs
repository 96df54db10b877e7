//! Faults to order: what goes wrong with the next matching request, and whether it is processed all the same.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

/// One thing that can go wrong with one request.
///
/// `processed` says whether the service does its work before it goes wrong: a report that is processed and whose
/// answer is lost exists at the service. Waits are in real time, not practice time, because the client's deadlines are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// The connection closes without an answer and nothing is processed.
    DropBefore {
        /// Close once this many bytes of the body were read, 0 for right after the headers; none: after all of them.
        #[serde(default)]
        after_bytes: Option<u64>,
        /// Close with a TCP reset instead of a plain end.
        #[serde(default)]
        reset: bool,
    },
    /// The request is processed, then the connection closes without an answer.
    DropAfter {
        /// Close with a TCP reset instead of a plain end.
        #[serde(default)]
        reset: bool,
    },
    /// The answer comes late. Always processed, also when the client has gone by then, as real servers do.
    DelayMs {
        /// How long, in milliseconds.
        ms: u64,
        /// Process first and wait with the answer; otherwise wait first and process then.
        #[serde(default)]
        processed: bool,
    },
    /// Another status than the true one: 429, 500, 502, 503, or any; with `body`, also a 2xx of a wrong shape.
    Status {
        /// The HTTP status.
        status: u16,
        /// The body as it goes out; none: the service's usual error object for this status.
        #[serde(default)]
        body: Option<String>,
        /// Its `Content-Type`; none: `application/json`.
        #[serde(default)]
        content_type: Option<String>,
        /// The `Retry-After` header; none: absent.
        #[serde(default)]
        retry_after: Option<RetryAfter>,
        /// Whether the request is processed before.
        #[serde(default)]
        processed: bool,
    },
    /// A gateway's web page in place of the answer. The status is the true one, or 502 when not processed.
    Html {
        /// Whether the request is processed before.
        #[serde(default = "yes")]
        processed: bool,
    },
    /// The first half of the answer.
    TruncatedJson {
        /// Announce the whole length and close in the middle; otherwise the half is announced as the whole.
        #[serde(default)]
        close_early: bool,
        /// Whether the request is processed before; if not, it is an error object that is cut.
        #[serde(default = "yes")]
        processed: bool,
    },
    /// An answer of the right type that is no JSON.
    MalformedJson {
        /// Whether the request is processed before.
        #[serde(default = "yes")]
        processed: bool,
    },
    /// Headers, then a body that never ends.
    Endless {
        /// A byte each so many milliseconds; 0: as fast as the client reads.
        #[serde(default)]
        every_ms: u64,
        /// Whether the request is processed before.
        #[serde(default = "yes")]
        processed: bool,
    },
    /// A redirect. Never processed here; who follows it is caught at the other place.
    Redirect {
        /// The `Location` header.
        location: String,
        /// The HTTP status, 307 when left out.
        #[serde(default = "temporary_redirect")]
        status: u16,
    },
    /// The body is read with a pause after each piece; then all goes well.
    SlowRead {
        /// The pause, in milliseconds.
        pause_ms: u64,
    },
}

/// What stands in `Retry-After`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetryAfter {
    /// So many seconds; may be negative or absurdly large.
    Seconds(i64),
    /// The HTTP date so many seconds from now on the practice clock; may lie in the past.
    DateIn(i64),
    /// Any text.
    Text(String),
}

/// A fault, and which requests it waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultOrder {
    /// What goes wrong.
    pub fault: Fault,
    /// With how many matching requests.
    #[serde(default = "once")]
    pub times: u32,
    /// Only requests of this method; none: any.
    #[serde(default)]
    pub method: Option<String>,
    /// Only requests whose path, as it came over the wire, contains this; none: any.
    #[serde(default)]
    pub path_contains: Option<String>,
}

impl FaultOrder {
    /// This fault for the next request, whatever it is.
    pub fn next(fault: Fault) -> Self {
        Self { fault, times: 1, method: None, path_contains: None }
    }

    /// This fault for the next report of a new incident.
    pub fn next_report(fault: Fault) -> Self {
        Self { method: Some("POST".into()), path_contains: Some("/v1/incident/".into()), ..Self::next(fault) }
    }

    /// This fault for the next submission to Cloudflare, whatever its type.
    pub fn next_submission(fault: Fault) -> Self {
        Self { method: Some("POST".into()), path_contains: Some("/abuse-reports/abuse_".into()), ..Self::next(fault) }
    }

    /// This fault for the next appeal, whatever its report and form.
    pub fn next_appeal(fault: Fault) -> Self {
        Self { method: Some("POST".into()), path_contains: Some("/mitigations/appeal".into()), ..Self::next(fault) }
    }

    /// The same, for so many requests.
    pub fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    fn waits_for(&self, method: &str, path: &str) -> bool {
        self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
            && self.path_contains.as_ref().is_none_or(|part| path.contains(part.as_str()))
    }
}

/// The faults that have not happened yet, oldest order first.
#[derive(Debug, Default)]
pub(crate) struct FaultQueue {
    orders: VecDeque<FaultOrder>,
}

impl FaultQueue {
    pub(crate) fn add(&mut self, order: FaultOrder) {
        if order.times > 0 {
            self.orders.push_back(order);
        }
    }

    pub(crate) fn waiting(&self) -> Vec<FaultOrder> {
        self.orders.iter().cloned().collect()
    }

    /// The fault for this request, if one waits for it. One request meets at most one fault.
    pub(crate) fn take(&mut self, method: &str, path: &str) -> Option<Fault> {
        let at = self.orders.iter().position(|order| order.waits_for(method, path))?;
        let order = self.orders.get_mut(at)?;
        order.times -= 1;
        let fault = order.fault.clone();
        if order.times == 0 {
            self.orders.remove(at);
        }
        Some(fault)
    }
}

fn once() -> u32 {
    1
}

fn yes() -> bool {
    true
}

fn temporary_redirect() -> u16 {
    307
}
