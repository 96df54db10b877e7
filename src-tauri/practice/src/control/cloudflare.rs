//! The control desk's calls for Cloudflare alone, under `/practice/cloudflare/`.

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{OfWorld, with_some};
use crate::{
    CfProcessed, CfReport, CfSeed, CfStep, CfSwitches, DenialReason, SeenRequest, phishfort::Refusal, service::Service,
    world::World,
};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/practice/cloudflare/next", post(next))
        .route("/practice/cloudflare/seed", post(seed))
        .route("/practice/cloudflare/reports", get(reports))
        .route("/practice/cloudflare/processed", get(processed))
        .route("/practice/cloudflare/requests", get(requests))
        .route("/practice/cloudflare/switches", get(switches).post(set_switches))
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum StepWord {
    Accepted,
    Denied,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    step: StepWord,
    #[serde(default)]
    denial_reason: Option<DenialReason>,
    #[serde(default)]
    report: Option<String>,
}

async fn next(State(world): OfWorld, Json(asked): Json<Next>) -> Result<Json<Value>, Refusal> {
    let step = match (asked.step, asked.denial_reason) {
        (StepWord::Accepted, None) => CfStep::Accepted,
        (StepWord::Denied, Some(reason)) => CfStep::Denied(reason),
        (StepWord::Accepted, Some(_)) => return Err(Refusal::bad("\"denial_reason\" belongs to \"denied\"")),
        (StepWord::Denied, None) => return Err(Refusal::bad("\"denied\" needs a \"denial_reason\"")),
    };
    let decided = world.decide_next(step, asked.report.as_deref());
    let (report, status) = decided.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "Report not found"))?;
    Ok(Json(json!({ "report": report, "status": status, "denial_reason": asked.denial_reason })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    reports: Vec<CfSeed>,
}

async fn seed(State(world): OfWorld, Json(seeds): Json<Seeds>) -> Json<Value> {
    Json(json!({ "ids": world.seed_reports(seeds.reports) }))
}

async fn reports(State(world): OfWorld) -> Json<Vec<CfReport>> {
    Json(world.reports())
}

async fn processed(State(world): OfWorld) -> Json<Vec<CfProcessed>> {
    Json(world.submissions())
}

async fn requests(State(world): OfWorld) -> Json<Vec<SeenRequest>> {
    Json(world.requests_of(Service::Cloudflare))
}

async fn switches(State(world): OfWorld) -> Json<CfSwitches> {
    Json(world.cf_switches())
}

async fn set_switches(
    State(world): OfWorld,
    Json(some): Json<Map<String, Value>>,
) -> Result<Json<CfSwitches>, Refusal> {
    let switches = with_some(&world.cf_switches(), some)?;
    world.set_cf_switches(switches.clone());
    Ok(Json(switches))
}
