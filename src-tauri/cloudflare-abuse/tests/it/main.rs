//! What the client sends and what it makes of every answer.
#![allow(clippy::unwrap_used, missing_docs, reason = "tests: a panic is how a test fails")]

mod allowances;
mod answers;
mod any_report;
mod appeals;
mod edges;
mod errors;
mod examples;
mod filing;
mod ids;
mod kinds;
mod lists;
mod lookups;
mod on_the_wire;
mod paging;
mod rules;
mod server;
mod tolerance;

use cloudflare_abuse::{AccountId, ReportId};
use http_kit::{Answer, Body, Request};
use serde_json::Value;

const ACCOUNT: &str = "023e105f4ecef8ad9ca31a8372d0c353";

fn account() -> AccountId {
    AccountId::new(ACCOUNT).unwrap()
}

fn report_id(raw: &str) -> ReportId {
    ReportId::new(raw).unwrap()
}

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

fn body_text(request: &Request) -> String {
    let Body::Json(text) = &request.body else { panic!("{:?}", request.body) };
    String::from_utf8(text.to_vec()).unwrap()
}

fn headers(request: &Request) -> Vec<(&str, &str)> {
    request.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// The target below the account's abuse reports.
fn below_reports(request: &Request) -> String {
    let target = request.target();
    target.strip_prefix(&format!("/accounts/{ACCOUNT}/abuse-reports")).unwrap().to_owned()
}
