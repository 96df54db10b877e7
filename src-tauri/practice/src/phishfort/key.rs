//! The key: one header on every request. 401 for a missing and for an unknown one; 401 against 403 is undocumented.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::Refusal;
use crate::world::World;

/// Which of the accepted keys came with the request, counted from 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeyNumber(pub(crate) usize);

/// Lets through what carries an accepted key. Judged before the body is read, as the service's framework does.
pub(crate) async fn needed(State(world): State<Arc<World>>, mut request: Request, next: Next) -> Response {
    let said = request.headers().get("x-api-key").map(|value| value.as_bytes());
    let refusal = match said.map(|key| world.key_number(key)) {
        None => Refusal::unauthorized("Missing API key"),
        Some(None) => Refusal::unauthorized("Invalid API key"),
        Some(Some(number)) => {
            request.extensions_mut().insert(KeyNumber(number));
            return next.run(request).await;
        }
    };
    world.let_flow(request.into_body());
    refusal.into_response()
}
