//! What the abuse service asks of a good token: the account, the permission, and for submitting the entitlement.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{ACCOUNT_ID, CfSwitches, answer::Refused};
use crate::world::World;

/// Lets through what may be done. Judged before the body is read.
pub(super) async fn pass(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    let writes = request.method() == Method::POST;
    let sites_need_it = world.at_sites(|sites, _, _| sites.switches.needs_entitlement);
    match judge(request.uri().path(), writes, sites_need_it, &world.cf_switches()) {
        Ok(()) => next.run(request).await,
        Err(refused) => {
            world.let_flow(request.into_body());
            refused.into_response()
        }
    }
}

fn judge(path: &str, writes: bool, sites_need_it: bool, switches: &CfSwitches) -> Result<(), Refused> {
    // `/client/v4/accounts/{account}/abuse-reports/{act, "submitted", or a report about the account}…`
    let segment = |place: usize| path.split('/').nth(place);
    if segment(4) != Some(ACCOUNT_ID) {
        return Err(Refused::enveloped(StatusCode::FORBIDDEN, None, "No access to this account"));
    }
    let of_submitted = segment(6) == Some("submitted");
    if of_submitted && !switches.submitted_endpoint {
        return Err(Refused::enveloped(StatusCode::NOT_FOUND, None, "No route for that URI"));
    }
    if !(if writes { switches.may_write } else { switches.may_read }) {
        return Err(Refused::no_access("The token lacks a Trust and Safety permission"));
    }
    let submits = writes && segment(7).is_none();
    let about_sites = !submits && !of_submitted;
    if (submits || about_sites && sites_need_it) && !switches.entitled {
        return Err(Refused::no_access("Not entitled to use feature: Abuse Report API"));
    }
    Ok(())
}
