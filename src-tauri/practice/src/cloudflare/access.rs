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
    let submits = request.method() == Method::POST;
    match judge(request.uri().path(), submits, &world.cf_switches()) {
        Ok(()) => next.run(request).await,
        Err(refused) => {
            world.let_flow(request.into_body());
            refused.into_response()
        }
    }
}

fn judge(path: &str, submits: bool, switches: &CfSwitches) -> Result<(), Refused> {
    // `/client/v4/accounts/{account}/abuse-reports/{act or "submitted"}…`
    let segment = |place: usize| path.split('/').nth(place);
    if segment(4) != Some(ACCOUNT_ID) {
        return Err(Refused::enveloped(StatusCode::FORBIDDEN, None, "No access to this account"));
    }
    if segment(6) == Some("submitted") && !switches.submitted_endpoint {
        return Err(Refused::enveloped(StatusCode::NOT_FOUND, None, "No route for that URI"));
    }
    if !(if submits { switches.may_write } else { switches.may_read }) {
        return Err(Refused::no_access("The token lacks a Trust and Safety permission"));
    }
    if submits && !switches.entitled {
        return Err(Refused::no_access("Not entitled to use feature: Abuse Report API"));
    }
    Ok(())
}
