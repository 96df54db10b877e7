//! How the service says no: the error object of its server framework, documented for 413 and inferred for the rest.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::BODY_LIMIT_BYTES;

/// An error answer: `{statusCode, error, message}`.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    message: String,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into() }
    }

    /// 400: a field or a query parameter is wrong.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// 401: the key is missing or unknown.
    pub(crate) fn unauthorized(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, message)
    }

    /// 404: there is no such incident, or none visible yet.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Incident not found")
    }

    /// 413, in the documented words.
    pub(crate) fn too_large() -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            format!("Payload content length greater than maximum allowed: {BODY_LIMIT_BYTES}"),
        )
    }

    fn error(&self) -> &'static str {
        match self.status {
            // The framework's name for it, which is not the one HTTP uses today.
            StatusCode::PAYLOAD_TOO_LARGE => "Request Entity Too Large",
            other => other.canonical_reason().unwrap_or("Unknown"),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "statusCode": self.status.as_u16(), "error": self.error(), "message": self.message });
        (self.status, Json(body)).into_response()
    }
}
