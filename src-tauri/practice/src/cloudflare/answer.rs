//! How the service answers: the envelope of the API, and the two shapes without one that the abuse service has for
//! itself.

use axum::{
    Json,
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{CfSwitches, ErrorKind};

/// Tells a developer which field was meant. The real service has nothing like it, so no client may read it.
const WHY: HeaderName = HeaderName::from_static("practice-why");

/// An error answer, whatever its shape.
#[derive(Debug)]
pub(crate) struct Refused {
    status: StatusCode,
    body: Value,
    why: Option<String>,
}

impl Refused {
    /// The envelope, `success: false`.
    pub(super) fn enveloped(status: StatusCode, code: Option<Value>, message: &str) -> Self {
        let mut error = json!({ "message": message });
        if let (Some(error), Some(code)) = (error.as_object_mut(), code) {
            error.insert("code".into(), code);
        }
        let body = json!({ "success": false, "errors": [error], "messages": [], "result": null });
        Self { status, body, why: None }
    }

    /// The first shape of 401: the token is missing, unknown, or no longer good.
    pub(super) fn unauthenticated() -> Self {
        Self::enveloped(StatusCode::UNAUTHORIZED, Some(json!(10_000)), "Authentication error")
    }

    /// An enveloped 400 of the abuse service itself, with a code of our own.
    pub(super) fn bad(switches: &CfSwitches, message: &str) -> Self {
        Self::enveloped(StatusCode::BAD_REQUEST, Some(switches.code(1001)), message)
    }

    /// There is no such report, or none visible yet.
    pub(super) fn no_report(switches: &CfSwitches) -> Self {
        let status = StatusCode::from_u16(switches.unknown_report_status).unwrap_or(StatusCode::BAD_REQUEST);
        Self::enveloped(status, Some(switches.code(1002)), "Report not found")
    }

    /// The second shape of 401: the token is good, and something else is missing.
    pub(super) fn no_access(msg: &str) -> Self {
        let body = json!({ "result": "error", "msg": msg, "err_code": "unknown_err", "error_code": "unknown_err" });
        Self { status: StatusCode::UNAUTHORIZED, body, why: None }
    }

    /// A submission that is refused or failed.
    pub(super) fn submission(status: u16, kind: ErrorKind, act: &str, switches: &CfSwitches) -> Self {
        let code = if switches.error_codes_named { kind.name() } else { "unknown_err" };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, body: failed(code, kind.text(), act), why: None }
    }

    pub(super) fn because(self, why: String) -> Self {
        Self { why: Some(why), ..self }
    }
}

/// What an ordered fault or an unknown route answers: as a submission fails where one may have been meant, else
/// enveloped.
pub(crate) fn usual_error(status: StatusCode, submits: Option<&str>, said: &str) -> Response {
    match submits.filter(|_| matches!(status.as_u16(), 400 | 500)) {
        Some(act) => (status, Json(failed("unknown_err", said, act))).into_response(),
        None => Refused::enveloped(status, None, said).into_response(),
    }
}

fn failed(code: &str, msg: &str, act: &str) -> Value {
    json!({ "error_code": code, "msg": msg, "request": { "act": act }, "result": "error" })
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        if let Some(why) = self.why.and_then(|why| HeaderValue::try_from(why).ok()) {
            response.headers_mut().insert(WHY, why);
        }
        response
    }
}

impl CfSwitches {
    /// A list, or `null` for an empty one where a switch says so.
    pub(super) fn list(&self, items: Vec<Value>) -> Value {
        if items.is_empty() && self.null_lists { Value::Null } else { items.into() }
    }

    fn code(&self, number: u32) -> Value {
        if self.codes_as_numbers { json!(number) } else { json!(number.to_string()) }
    }

    /// The envelope, `success: true`.
    pub(super) fn enveloped(&self, result: Value, result_info: Option<Value>) -> Json<Value> {
        let mut body =
            json!({ "success": true, "errors": self.list(vec![]), "messages": self.list(vec![]), "result": result });
        if let (Some(body), Some(info)) = (body.as_object_mut(), result_info) {
            body.insert("result_info".into(), info);
        }
        Json(body)
    }
}
