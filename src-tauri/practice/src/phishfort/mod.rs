//! PhishFort's Client API, played from its fact sheet: reports in, incidents out.
//!
//! Not here: acting on an existing incident, attaching and commenting later, webhooks, the list of clients. Such
//! a request matches no route, and that is said loudly.

mod answer;
mod body;
mod incident;
mod key;
mod read;
mod report;
mod rules;
mod steps;
mod types;

use std::sync::Arc;

use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{get, post},
};

use crate::world::World;

pub(crate) use answer::Refusal;
pub(crate) use body::read_up_to;
pub use incident::{Action, Incident, Kind, Seed, SeedEntry};
pub(crate) use incident::{Entry, new_incident};
pub use steps::Step;
pub(crate) use steps::{advance, bring_news};

/// A body of this many bytes is refused; one byte less is taken. It counts the whole request body.
pub const BODY_LIMIT_BYTES: u64 = 10_485_760;

/// Files that one report may carry.
pub const FILES_PER_REPORT: usize = 12;

/// The routes, all of which need a key.
pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    Router::new()
        .route("/v1/whoami", get(read::whoami))
        .route("/v1/incidents", get(read::list))
        .route("/v1/incident/{id}", get(read::by_id))
        .route("/v1/incident/subject/{subject}", get(read::by_subject))
        .route("/v1/incident/tkd", post(report::takedown))
        .route("/v1/incident/monitor", post(report::monitor))
        .route_layer(from_fn_with_state(Arc::clone(world), key::needed))
}
