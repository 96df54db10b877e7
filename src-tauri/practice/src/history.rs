//! What is remembered for those who check: every request that came, and every report that was truly processed.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Fault, phishfort::Action};

/// A request to the played service, whatever became of it. Requests to `/practice/` are not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeenRequest {
    /// Counts from 1 since the start or the last reset.
    pub number: u64,
    /// When its headers had come, by the practice clock.
    pub at: Timestamp,
    /// The method.
    pub method: String,
    /// The path as it came over the wire, still percent-encoded.
    pub path: String,
    /// The query as it came, without its question mark.
    pub query: Option<String>,
    /// Names in lower case, in the order of arrival; the values of `x-api-key` and `authorization` are never kept.
    pub headers: Vec<(String, String)>,
    /// The status that was answered; none while it runs, or when the connection closed without an answer.
    pub status: Option<u16>,
    /// The fault it met.
    pub fault: Option<Fault>,
}

/// A report that the service took in: one incident came of it. What was refused is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Processed {
    /// The incident.
    pub id: String,
    /// Takedown or monitoring.
    pub action: Action,
    /// The text fields by name.
    pub fields: BTreeMap<String, String>,
    /// The names of the multipart parts in the order they came, `attachments` once per file; empty for JSON.
    pub parts: Vec<String>,
    /// The files in the order they came.
    pub files: Vec<SentFile>,
    /// The body as it came, when it was JSON.
    pub json: Option<String>,
    /// Which of [`Options::keys`](crate::Options::keys) was used, counted from 0. The key itself is not kept.
    pub key: usize,
    /// The request's `Content-Length`; none when it came in chunks.
    pub bytes_announced: Option<u64>,
    /// Length of the body as it came, in bytes.
    pub bytes_received: u64,
    /// When it was processed, by the practice clock.
    pub at: Timestamp,
}

/// A file that came with a report. Its bytes are not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentFile {
    /// The file name as sent.
    pub name: String,
    /// The declared type as sent.
    pub mime: String,
    /// Length in bytes.
    pub size_bytes: u64,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}
