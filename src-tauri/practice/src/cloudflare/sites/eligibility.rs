//! `GET …/{report}/appeals/eligibility`.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use crate::{cloudflare::answer::Refused, world::World};

/// Whether a DMCA report can be appealed; every other report is 404, as an unknown one is.
pub(super) async fn eligibility(
    State(world): State<Arc<World>>,
    Path((_, report)): Path<(String, String)>,
) -> Result<Json<Value>, Refused> {
    world.at_sites(|sites, switches, now| {
        let report = sites.find(&report).filter(|report| report.is_dmca());
        let report = report.ok_or_else(|| Refused::enveloped(StatusCode::NOT_FOUND, None, "Report not found"))?;
        let told = json!({
            "appealable": report.is_appealable(now),
            "has_open_appeal": report.appealed_at.is_some(),
            "has_appealable_mitigations": report.has_appealable(now),
            "appeal_count": report.appeal_count,
            "max_appeals": report.max_appeals,
        });
        Ok(switches.enveloped(told, None))
    })
}
