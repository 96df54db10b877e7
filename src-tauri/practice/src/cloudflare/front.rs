//! The API's front layer: who is asking, and how often. It answers in the envelope, before the abuse service hears of
//! the request.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::Value;

use super::{
    answer::Refused,
    rate::{Standing, WINDOW_S},
};
use crate::world::World;

const RATELIMIT: HeaderName = HeaderName::from_static("ratelimit");
const RATELIMIT_POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");

/// Which of the accepted tokens came with the request, counted from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct TokenNumber(pub(super) usize);

/// Lets through what carries an accepted token that has requests left. Judged before the body is read.
pub(super) async fn pass(State(world): State<Arc<World>>, mut request: Request, next: Next) -> Response {
    let said = request.headers().get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
    let token = said.and_then(|value| value.strip_prefix(b"Bearer ")).and_then(|token| world.token_number(token));
    let verifies = request.uri().path().ends_with("/tokens/verify");
    let good = world.cf_switches().token_status == "active" || verifies;
    let Some(token) = token.filter(|_| good) else {
        world.let_flow(request.into_body());
        return Refused::unauthenticated().into_response();
    };
    let (standing, quota) = world.count_request(token);
    let mut response = if standing.refused {
        world.let_flow(request.into_body());
        too_many(standing)
    } else {
        request.extensions_mut().insert(TokenNumber(token));
        next.run(request).await
    };
    let shown = [
        (RATELIMIT, format!("\"default\";r={};t={}", standing.remaining, standing.resets_in_s)),
        (RATELIMIT_POLICY, format!("\"default\";q={quota};w={WINDOW_S}")),
    ];
    for (name, value) in shown {
        if let Ok(value) = HeaderValue::try_from(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// The body of this refusal is undocumented; the envelope without a code is the least that a client must cope with.
fn too_many(standing: Standing) -> Response {
    let no_code: Option<Value> = None;
    let refused = Refused::enveloped(StatusCode::TOO_MANY_REQUESTS, no_code, "Too many requests");
    ([(header::RETRY_AFTER, standing.resets_in_s.to_string())], refused).into_response()
}
