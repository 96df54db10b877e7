//! Our sites: the reports that anyone made about the account, what was done because of them, and the appeals.

mod appeal;
mod ask;
mod bulk;
mod eligibility;
mod handle;
mod list;
mod lived_in;
mod mails;
mod mitigation;
mod mitigations;
mod received;
mod review;
mod seed;
mod steps;
mod switches;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use crate::world::World;

pub(crate) use bulk::{bulk, change_some};
pub(super) use list::detail;
pub(crate) use lived_in::lived_in;
pub use mitigation::CfMitigation;
pub use received::CfReceived;
pub(crate) use review::{Ask, Refusal, appeal};
pub use seed::{CfMitigationSeed, CfReceivedSeed};
pub(crate) use seed::{Ids, new_received};
pub(crate) use steps::step;
pub use steps::{CfSiteNews, CfSiteStep};
pub use switches::{BadIds, PendingAppealed, SitesSwitches};

/// An appeal that the service took. What was refused is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfAppealed {
    /// The report it was about.
    pub report: String,
    /// The body as JSON.
    pub body: Value,
    /// The body as it came.
    pub text: String,
    /// The mitigations that stand otherwise since: none where every review was open already.
    pub moved: Vec<String>,
    /// Which of [`Options::tokens`](crate::Options::tokens) was used, counted from 0. The token itself is not kept.
    pub token: usize,
    /// When it was processed, by the practice clock.
    pub at: Timestamp,
}

/// All that the service knows about the account's own sites.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Sites {
    /// In the order of their making.
    #[serde(serialize_with = "kept_ones")]
    pub(crate) reports: Vec<CfReceived>,
    pub(crate) appealed: Vec<CfAppealed>,
    pub(crate) switches: SitesSwitches,
    /// How many reports there ever were; the next one's number follows it.
    pub(crate) numbered: u64,
    /// The same for mitigations.
    pub(crate) mitigations_numbered: u64,
    /// Of so many appeals to come, only the first mitigation is taken.
    pub(crate) part_answers: u32,
    /// The lived-in account was seeded: a second time would show everything twice.
    pub(crate) lived_in: bool,
    /// How many changes in bulk there were; the next go on behind them.
    #[serde(skip)]
    pub(crate) bulk_changes: usize,
}

/// A bulk world is for measuring, and rewriting it with each change would be what is measured.
fn kept_ones<S: Serializer>(reports: &[CfReceived], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(reports.iter().filter(|report| !report.in_memory_only))
}

impl Sites {
    pub(crate) fn find(&self, id: &str) -> Option<&CfReceived> {
        self.reports.iter().find(|report| report.id == id)
    }
}

/// The routes below the one report, which shares its own route with submitting.
pub(super) fn routes(reports: &str) -> Router<Arc<World>> {
    Router::new()
        .route(reports, get(list::list))
        .route(&format!("{reports}/{{report}}/emails"), get(mails::list))
        .route(&format!("{reports}/{{report}}/mitigations"), get(mitigations::list))
        .route(&format!("{reports}/{{report}}/mitigations/appeal"), post(appeal::appeal))
        .route(&format!("{reports}/{{report}}/appeals/eligibility"), get(eligibility::eligibility))
}
