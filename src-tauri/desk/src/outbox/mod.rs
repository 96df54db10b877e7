//! The outbox: never lost, never twice. Its law is written in `docs/ARCHITECTURE.md`; the schema of the ledger forbids
//! what this code must not do.

pub(crate) mod classify;
pub(crate) mod dispatcher;
pub(crate) mod look;
pub(crate) mod pace;
pub(crate) mod send;
pub(crate) mod standing;
pub(crate) mod wait;

/// Details of an event with what tells one report of a case from another.
pub(crate) fn told(payload: &crate::services::Payload, mut detail: serde_json::Value) -> serde_json::Value {
    if let Some(filing) = &payload.filing {
        detail["report_kind"] = serde_json::json!(filing.kind);
        detail["hostname"] = serde_json::json!(filing.hostname);
    }
    detail
}
