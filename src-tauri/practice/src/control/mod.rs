//! The control desk under `/practice/`: JSON in, JSON out, so that a program which doesn't link this crate can drive
//! it.

mod cloudflare;
mod sites;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use crate::{
    FaultOrder, Incident, Processed, Seed, SeenRequest, Step, Switches, clock::iso, phishfort::Refusal, world::World,
};

type OfWorld = State<Arc<World>>;

/// The routes; they need no key and meet no faults.
pub(crate) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/practice/next", post(next))
        .route("/practice/fault", post(fault))
        .route("/practice/faults", get(faults))
        .route("/practice/seed", post(seed))
        .route("/practice/incidents", get(incidents))
        .route("/practice/processed", get(processed))
        .route("/practice/requests", get(requests))
        .route("/practice/unexpected", get(unexpected))
        .route("/practice/clock", get(clock).post(turn_clock))
        .route("/practice/switches", get(switches).post(set_switches))
        .route("/practice/reset", post(reset))
        .merge(cloudflare::routes())
        .merge(sites::routes())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    step: Step,
    #[serde(default)]
    incident: Option<String>,
}

async fn next(State(world): OfWorld, Json(asked): Json<Next>) -> Response {
    match world.next(asked.step, asked.incident.as_deref()) {
        Some((incident, status)) => Json(json!({ "incident": incident, "status": status })).into_response(),
        None => Refusal::not_found().into_response(),
    }
}

async fn fault(State(world): OfWorld, Json(order): Json<FaultOrder>) -> Response {
    if order.times == 0 {
        return Refusal::bad("\"times\" must be at least 1").into_response();
    }
    world.add_fault(order);
    StatusCode::NO_CONTENT.into_response()
}

async fn faults(State(world): OfWorld) -> Json<Vec<FaultOrder>> {
    Json(world.waiting_faults())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Seeds {
    incidents: Vec<Seed>,
}

async fn seed(State(world): OfWorld, Json(seeds): Json<Seeds>) -> Json<Value> {
    Json(json!({ "ids": world.seed(seeds.incidents) }))
}

async fn incidents(State(world): OfWorld) -> Json<Vec<Incident>> {
    Json(world.incidents())
}

async fn processed(State(world): OfWorld) -> Json<Vec<Processed>> {
    Json(world.processed())
}

async fn requests(State(world): OfWorld) -> Json<Vec<SeenRequest>> {
    Json(world.requests())
}

async fn unexpected(State(world): OfWorld) -> Json<Vec<String>> {
    Json(world.unexpected())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    ms: i64,
}

async fn clock(State(world): OfWorld) -> Json<Value> {
    Json(json!({ "now": iso(world.clock.now()) }))
}

async fn turn_clock(State(world): OfWorld, Json(turn): Json<Turn>) -> Json<Value> {
    Json(json!({ "now": world.turn_clock(turn.ms) }))
}

async fn switches(State(world): OfWorld) -> Json<Switches> {
    Json(world.switches())
}

async fn set_switches(State(world): OfWorld, Json(some): Json<Map<String, Value>>) -> Result<Json<Switches>, Refusal> {
    let switches = with_some(&world.switches(), some)?;
    world.set_switches(switches.clone());
    Ok(Json(switches))
}

/// These switches with some of them set anew.
fn with_some<T: Serialize + DeserializeOwned>(switches: &T, some: Map<String, Value>) -> Result<T, Refusal> {
    let unreadable = |error: serde_json::Error| Refusal::bad(error.to_string());
    let mut all = serde_json::to_value(switches).map_err(unreadable)?;
    if let Some(all) = all.as_object_mut() {
        all.extend(some);
    }
    serde_json::from_value(all).map_err(unreadable)
}

async fn reset(State(world): OfWorld) -> StatusCode {
    world.reset();
    StatusCode::NO_CONTENT
}
