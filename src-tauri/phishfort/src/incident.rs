//! `GET /incident/{id}`, and an incident as every endpoint reads it.

use std::fmt;

use http_kit::{Answer, Path, Request, SegmentRefused};
use serde_json::{Map, Value};

use crate::client::get;
use crate::error::success;
use crate::tolerant::{enveloped, first};
use crate::{Endpoint, Error, Lookup, Status};

/// Asks for one incident by the service's number.
///
/// Page: "Single Incident" of the service's API pages. **Not documented**: whether comments move the time of
/// the last change, the shape of attachments, and what comes after an incident was made safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ById {
    path: Path,
}

impl ById {
    /// # Errors
    /// A number that would name another endpoint: empty, `.` or `..`.
    pub fn new(id: &str) -> Result<Self, SegmentRefused> {
        Ok(Self { path: Path::fixed("/incident").segment(id)? })
    }
}

impl Endpoint for ById {
    type Response = Incident;

    fn request(&self) -> Request {
        get(self.path.clone())
    }

    fn read(answer: &Answer) -> Result<Incident, Error> {
        let body = success(answer)?;
        enveloped(&body).map(Incident::from_object).map_err(|at| Error::unreadable(at, answer))
    }
}

impl Lookup for ById {}

/// The service's record of a report. Every member may be missing, and one of another type than expected counts as
/// missing: members that the pages promise were found absent by others.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// The service's number; opaque, case matters.
    pub id: Option<String>,
    /// What was reported, as the service names it.
    pub subject: Option<String>,
    /// Only where it differs from the domain.
    pub url: Option<String>,
    /// Only where the URL has more than the domain.
    pub domain: Option<String>,
    /// `domain`, `email`, `phone`, `ipv4`, `social`…; the full list is not known.
    pub incident_type: Option<String>,
    /// How far the service is.
    pub status: Option<Status>,
    /// When it was reported, ISO 8601, as it came.
    pub timestamp: Option<String>,
    /// When its history last moved, ISO 8601, as it came.
    pub last_history_update: Option<String>,
    /// The reporter's e-mail address.
    pub reported_by: Option<String>,
    /// The brand or client it was filed for.
    pub client_id: Option<String>,
    /// Flags about the reported page, by the service's names.
    pub state: Vec<(String, bool)>,
    /// What happened to it, in the service's order.
    pub history: Vec<HistoryEntry>,
    raw: Raw,
}

/// One line of an incident's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The text.
    pub message: Option<String>,
    /// When, ISO 8601, as it came.
    pub timestamp: Option<String>,
    /// `info`, `info/auto`…; the full list is not known.
    pub kind: Option<String>,
}

/// The whole record, to be searched and never shown: it may hold signed addresses of attachments.
#[derive(Clone, PartialEq)]
struct Raw(Value);

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Incident {
    pub(crate) fn from_object(object: &Map<String, Value>) -> Self {
        let text = |name| first(object, &[name]);
        Self {
            id: text("id"),
            subject: text("subject"),
            url: text("url"),
            domain: text("domain"),
            incident_type: text("incidentType"),
            status: text("status").map(|word| Status::from(word.as_str())),
            timestamp: text("timestamp"),
            last_history_update: text("lastHistoryUpdateTimestamp"),
            reported_by: text("reportedBy"),
            client_id: text("clientId"),
            state: flags(object),
            history: history(object),
            raw: Raw(Value::Object(object.clone())),
        }
    }

    /// What it is about, for a person. Every one of the three may be missing.
    #[must_use]
    pub fn display(&self) -> Option<&str> {
        self.subject.as_deref().or(self.url.as_deref()).or(self.domain.as_deref())
    }

    /// Whether any text of the record contains this one: a reference code may come back in a comment, in the history
    /// or in an attachment's name, and which of them an account shows is not documented.
    #[must_use]
    pub fn mentions(&self, code: &str) -> bool {
        !code.is_empty() && contains(&self.raw.0, code)
    }
}

fn contains(value: &Value, code: &str) -> bool {
    match value {
        Value::String(text) => text.contains(code),
        Value::Array(values) => values.iter().any(|value| contains(value, code)),
        Value::Object(members) => members.values().any(|value| contains(value, code)),
        _ => false,
    }
}

fn flags(object: &Map<String, Value>) -> Vec<(String, bool)> {
    let state = object.get("incidentState").and_then(Value::as_object);
    state.into_iter().flatten().filter_map(|(name, flag)| Some((name.clone(), flag.as_bool()?))).collect()
}

fn history(object: &Map<String, Value>) -> Vec<HistoryEntry> {
    let rows = object.get("history").and_then(Value::as_array);
    let entries = rows.into_iter().flatten().filter_map(Value::as_object).map(|entry| HistoryEntry {
        message: first(entry, &["message"]),
        timestamp: first(entry, &["timestamp"]),
        kind: first(entry, &["type"]),
    });
    entries.collect()
}
