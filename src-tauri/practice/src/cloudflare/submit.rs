//! `POST /accounts/{account}/abuse-reports/{type}`. The answers have no envelope.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Json,
    body::{Body, Bytes},
    extract::{Path, Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use super::{
    Act, CfProcessed, CfSwitches, ErrorKind,
    answer::Refused,
    front::TokenNumber,
    rules::{self, Broken},
};
use crate::{
    addresses::is_domain,
    phishfort::{BODY_LIMIT_BYTES, read_up_to},
    world::World,
};

pub(super) async fn submit(
    State(world): State<Arc<World>>,
    Extension(TokenNumber(token)): Extension<TokenNumber>,
    Path((_, act_in_path)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let bytes = whole(&world, body).await?;
    let switches = world.cf_switches();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let body = members(&parts.headers, &bytes);
    let said = body.as_ref().and_then(|body| body.get("act")).and_then(Value::as_str);
    let act_shown = said.unwrap_or(&act_in_path).to_owned();
    let refuse = |broken: Broken| {
        // What the rules refuse is the sender's doing, also where the kind has another usual status.
        Refused::submission(400, broken.kind, &act_shown, &switches).because(broken.why)
    };
    let unreadable = || Broken { kind: ErrorKind::UnknownError, why: "the body is no JSON object".into() };
    let body = body.ok_or_else(unreadable).map_err(refuse)?;
    let (act, urls) = judge(&act_in_path, &body, &switches).map_err(refuse)?;

    // From here on nothing awaits: the report is processed whole, or not at all.
    let failing = switches.failing;
    let failed = |kind: ErrorKind| Refused::submission(kind.usual_status(), kind, &act_shown, &switches);
    if let Some(failing) = failing.filter(|failing| !failing.processed) {
        return Err(failed(failing.kind));
    }
    let taken = |id: &str, at| CfProcessed {
        id: id.to_owned(),
        act,
        body: Value::Object(body.clone()),
        bytes_received: bytes.len() as u64,
        text,
        token,
        at,
    };
    let id = world.take_in_submission(act, &urls, &body, taken).map_err(|url| {
        let why = format!("{url} was reported within seven days");
        refuse(Broken { kind: ErrorKind::DedupeError, why })
    })?;
    match failing {
        Some(failing) => Err(failed(failing.kind)),
        None => {
            let answer = json!({ "abuse_rand": id, "request": { "act": act.word() }, "result": "success" });
            Ok(Json(answer).into_response())
        }
    }
}

/// How much the real service reads is undocumented; the played neighbour's limit is more than any report needs.
pub(super) async fn whole(world: &World, body: Body) -> Result<Bytes, Refused> {
    match read_up_to(body, BODY_LIMIT_BYTES, Duration::ZERO).await {
        Some((bytes, _)) if (bytes.len() as u64) < BODY_LIMIT_BYTES => Ok(bytes),
        Some((_, rest)) => {
            world.let_flow(rest);
            Err(Refused::enveloped(StatusCode::PAYLOAD_TOO_LARGE, None, "The body is too large"))
        }
        None => Err(Refused::bad(&world.cf_switches(), "The body ended early")),
    }
}

pub(super) fn members(headers: &HeaderMap, bytes: &[u8]) -> Option<Map<String, Value>> {
    let said = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let essence = said.split(';').next().unwrap_or_default().trim();
    serde_json::from_slice(bytes).ok().filter(|_| essence.eq_ignore_ascii_case("application/json"))
}

fn judge(act_in_path: &str, body: &Map<String, Value>, switches: &CfSwitches) -> Result<(Act, Vec<String>), Broken> {
    let bad_act = |why: &str| Broken { kind: ErrorKind::BadActError, why: why.to_owned() };
    let in_path = Act::of(act_in_path).ok_or_else(|| bad_act("the path names no type"))?;
    let in_body = body.get("act").and_then(Value::as_str).and_then(Act::of);
    let act = in_body.ok_or_else(|| bad_act("act names no type"))?;
    if act != in_path {
        return Err(Broken { kind: ErrorKind::UnexpectedActError, why: "act is not the path's".into() });
    }
    let urls = rules::judge(act, body)?;
    let hostname = urls.first().and_then(|url| rules::urls::hostname(url)).unwrap_or_default();
    let below = |sub: &str| sub.is_empty() || sub.ends_with('.');
    let elsewhere = |domain: &String| hostname.strip_suffix(domain.as_str()).is_some_and(below);
    if !is_domain(&hostname) || switches.not_on_cloudflare.iter().any(elsewhere) {
        return Err(Broken { kind: ErrorKind::UrlNotOrangeError, why: format!("{hostname} is not on Cloudflare") });
    }
    Ok((act, urls))
}
