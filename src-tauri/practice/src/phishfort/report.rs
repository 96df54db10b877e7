//! `POST /v1/incident/tkd` and `POST /v1/incident/monitor`.
//!
//! A second report of the same target makes a second incident: what the real service does is undocumented, and this
//! is the answer that makes a client's duplicate visible.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Json,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{
    Action, BODY_LIMIT_BYTES, Refusal, Seed,
    body::{announced, read_up_to, take_apart, too_large},
    key::KeyNumber,
    rules,
};
use crate::{Processed, world::World};

pub(super) async fn takedown(world: State<Arc<World>>, key: Extension<KeyNumber>, request: Request) -> Response {
    report(Action::Takedown, world, key, request).await.unwrap_or_else(IntoResponse::into_response)
}

pub(super) async fn monitor(world: State<Arc<World>>, key: Extension<KeyNumber>, request: Request) -> Response {
    report(Action::Monitor, world, key, request).await.unwrap_or_else(IntoResponse::into_response)
}

async fn report(
    action: Action,
    State(world): State<Arc<World>>,
    Extension(KeyNumber(key)): Extension<KeyNumber>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    let bytes_announced = announced(&parts.headers);
    // Before a byte is read, as the framework does: a client may see a broken connection instead of this answer.
    if bytes_announced.is_some_and(too_large) {
        world.let_flow(body);
        return Err(Refusal::too_large());
    }
    let read = read_up_to(body, BODY_LIMIT_BYTES, Duration::ZERO).await;
    let (bytes, rest) = read.ok_or_else(|| Refusal::bad("Incomplete request payload"))?;
    let bytes_received = bytes.len() as u64;
    if too_large(bytes_received) {
        world.let_flow(rest);
        return Err(Refusal::too_large());
    }
    let form = take_apart(parts, bytes).await?;
    let target = rules::judge(&form)?;

    // From here on nothing awaits: the report is processed whole, or not at all.
    let seed = Seed {
        subject: target.subject,
        kind: target.kind,
        action: Some(action),
        reported_by: form.fields.get("reportedBy").cloned(),
        client_id: form.fields.get("clientId").cloned(),
        ..Seed::default()
    };
    let taken = |id: &str, at| Processed {
        id: id.to_owned(),
        action,
        fields: form.fields,
        parts: form.parts,
        files: form.files,
        json: form.json,
        key,
        bytes_announced,
        bytes_received,
        at,
    };
    let (id, switches) = world.take_in(seed, taken);
    let url = format!("https://dashboard.phishfort.com/incidents/{id}");
    let status = StatusCode::from_u16(switches.report_status).unwrap_or(StatusCode::OK);
    Ok((status, Json(json!({ "message": "Incident reported successfully", "id": id, "url": url }))).into_response())
}
