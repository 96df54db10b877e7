//! The control desk's calls for the account's own sites, under `/practice/cloudflare/sites/`.

use std::{collections::BTreeMap, sync::Arc};

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
    CfAppealed, CfReceived, CfReceivedSeed, CfSiteNews, CfSiteStep, SitesSwitches, phishfort::Refusal, world::World,
};

pub(super) fn routes() -> Router<Arc<World>> {
    Router::new()
        .route("/practice/cloudflare/sites/next", post(next))
        .route("/practice/cloudflare/sites/seed", post(seed))
        .route("/practice/cloudflare/sites/change", post(change))
        .route("/practice/cloudflare/sites/reports", get(reports))
        .route("/practice/cloudflare/sites/appeals", get(appeals))
        .route("/practice/cloudflare/sites/request-counts", get(request_counts))
        .route("/practice/cloudflare/sites/switches", get(switches).post(set_switches))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Next {
    step: CfSiteStep,
}

async fn next(State(world): OfWorld, Json(asked): Json<Next>) -> Result<Json<CfSiteNews>, Refusal> {
    let nothing = || Refusal::new(StatusCode::NOT_FOUND, "Nothing waits for that");
    world.next_site(asked.step).map(Json).ok_or_else(nothing)
}

/// A world that has a name.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Named {
    LivedIn,
}

/// Exactly one of the three.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Seeds {
    Named(Named),
    Reports(Vec<CfReceivedSeed>),
    Many { reports: usize, mitigations: usize },
}

async fn seed(State(world): OfWorld, Json(seeds): Json<Seeds>) -> Json<Value> {
    let ids = match seeds {
        Seeds::Named(Named::LivedIn) => world.seed_sites(),
        Seeds::Reports(reports) => world.seed_received(reports),
        Seeds::Many { reports, mitigations } => {
            world.seed_many(reports, mitigations);
            Vec::new()
        }
    };
    Json(json!({ "ids": ids }))
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Change {
    Some { count: usize },
    One { report: String, mitigation: String, status: String },
}

async fn change(State(world): OfWorld, Json(change): Json<Change>) -> Result<Json<Value>, Refusal> {
    let changed = match change {
        Change::Some { count } => world.change_some(count),
        Change::One { report, mitigation, status } => {
            if !world.set_mitigation(&report, &mitigation, &status) {
                return Err(Refusal::new(StatusCode::NOT_FOUND, "Mitigation not found"));
            }
            vec![(report, mitigation)]
        }
    };
    let named = changed.into_iter().map(|(report, mitigation)| json!({ "report": report, "mitigation": mitigation }));
    Ok(Json(json!({ "changed": named.collect::<Vec<_>>() })))
}

async fn reports(State(world): OfWorld) -> Json<Vec<CfReceived>> {
    Json(world.received())
}

async fn appeals(State(world): OfWorld) -> Json<Vec<CfAppealed>> {
    Json(world.appealed())
}

async fn request_counts(State(world): OfWorld) -> Json<BTreeMap<String, u64>> {
    Json(world.request_counts())
}

async fn switches(State(world): OfWorld) -> Json<SitesSwitches> {
    Json(world.sites_switches())
}

async fn set_switches(
    State(world): OfWorld,
    Json(some): Json<Map<String, Value>>,
) -> Result<Json<SitesSwitches>, Refusal> {
    let switches = with_some(&world.sites_switches(), some)?;
    world.set_sites_switches(switches.clone());
    Ok(Json(switches))
}
