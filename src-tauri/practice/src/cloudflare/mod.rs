//! Cloudflare's Abuse Reports API, played from its fact sheet: submissions in, submitted reports out; and the other
//! half, what anyone reported about the account.

mod access;
mod account;
mod act;
mod answer;
mod front;
mod handle;
mod kinds;
mod paging;
mod rate;
mod report;
mod rules;
mod sites;
mod steps;
mod submit;
mod submitted;
mod switches;

use std::sync::Arc;

use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{get, post},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::world::World;

pub use act::Act;
pub(crate) use answer::usual_error;
pub use handle::Cloudflare;
pub use kinds::ErrorKind;
pub(crate) use rate::{Rates, Standing};
pub use report::{CfMail, CfReport, CfSeed};
pub(crate) use report::{details_of, mail, new_report};
pub(crate) use sites::{Ask, Ids, Refusal, Sites, appeal, bulk, change_some, lived_in, new_received, step};
pub use sites::{
    BadIds, CfAppealed, CfMitigation, CfMitigationSeed, CfReceived, CfReceivedSeed, CfSiteNews, CfSiteStep,
    PendingAppealed, SitesSwitches,
};
pub use steps::{CfStep, DenialReason};
pub(crate) use steps::{decide, decide_by_age};
pub use switches::{CfSwitches, Failing, TokenOwner};

/// The only account there is.
pub const ACCOUNT_ID: &str = "00000000000000000000000000c0ffee";

/// Its name.
pub const ACCOUNT_NAME: &str = "Acme (practice)";

/// A submission that the service took in: one report came of it. What was refused is not among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CfProcessed {
    /// The report, as `abuse_rand` named it.
    pub id: String,
    /// Its type.
    pub act: Act,
    /// The body as JSON.
    pub body: Value,
    /// The body as it came.
    pub text: String,
    /// Length of the body as it came, in bytes.
    pub bytes_received: u64,
    /// Which of [`Options::tokens`](crate::Options::tokens) was used, counted from 0. The token itself is not kept.
    pub token: usize,
    /// When it was processed, by the practice clock.
    pub at: Timestamp,
}

/// The routes, all of which need a token.
pub(crate) fn routes(world: &Arc<World>) -> Router<Arc<World>> {
    const REPORTS: &str = "/client/v4/accounts/{account}/abuse-reports";
    let abuse_service = Router::new()
        .route(&format!("{REPORTS}/{{report}}"), post(submit::submit).get(sites::detail))
        .route(&format!("{REPORTS}/submitted"), get(submitted::list))
        .route(&format!("{REPORTS}/submitted/{{report}}"), get(submitted::detail))
        .route(&format!("{REPORTS}/submitted/{{report}}/emails"), get(submitted::mails))
        .merge(sites::routes(REPORTS))
        .route_layer(from_fn_with_state(Arc::clone(world), access::pass));
    Router::new()
        .route("/client/v4/user/tokens/verify", get(account::verify_of_user))
        .route("/client/v4/accounts/{account}/tokens/verify", get(account::verify_of_account))
        .route("/client/v4/accounts", get(account::list))
        .merge(abuse_service)
        .route_layer(from_fn_with_state(Arc::clone(world), front::pass))
}
