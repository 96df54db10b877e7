//! What the client sends and what it makes of every answer.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests: a panic is how a test fails")]

mod answers;
mod errors;
mod lookups;
mod on_the_wire;
mod reports;
mod tolerance;

use http_kit::{Answer, Body, Request};
use serde_json::Value;

/// An answer with this body and nothing else.
fn answer(status: u16, body: impl Into<Vec<u8>>) -> Answer {
    Answer {
        status,
        date: None,
        retry_after: None,
        request_id: None,
        location: None,
        ratelimit: None,
        body: body.into(),
    }
}

fn ok(body: Value) -> Answer {
    answer(200, body.to_string())
}

fn json_body(request: &Request) -> Value {
    let Body::Json(text) = &request.body else { panic!("{:?}", request.body) };
    serde_json::from_slice(text).unwrap()
}

fn headers(request: &Request) -> Vec<(&str, &str)> {
    request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
