//! The door that every request passes: strangers are turned away, the rest is written down, meets its fault, and
//! leaves with a `Date` by the practice clock.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    mishap,
    phishfort::Refusal,
    server::Cut,
    service::{Service, UsualError},
    world::World,
};

/// What the door knows besides the world: its own port.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) world: Arc<World>,
    pub(crate) port: u16,
}

pub(crate) async fn pass(
    State(door): State<Door>,
    Extension(cut): Extension<Cut>,
    request: Request,
    next: Next,
) -> Response {
    let world = &door.world;
    let skew_ms = world.date_skew_ms(Service::of(request.uri().path()));
    let mut response = if door.is_stranger(&request) {
        world.let_flow(request.into_body());
        Refusal::new(StatusCode::FORBIDDEN, "practice: only for programs on this machine").into_response()
    } else if request.uri().path().starts_with("/practice/") {
        next.run(request).await
    } else {
        let (number, fault) = world.request_came(&request);
        let response = match fault {
            None => next.run(request).await,
            Some(fault) => mishap::happen(fault, world, cut, request, next).await,
        };
        world.request_answered(number, response.status().as_u16());
        response
    };
    let date = world.clock.http_date(skew_ms);
    if let Some(date) = date.and_then(|date| HeaderValue::try_from(date).ok()) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}

impl Door {
    /// A web page in the person's browser could reach a loopback port: by itself (then it says its `Origin`), or
    /// through a name of its own that resolves to this machine (then `Host` is that name).
    fn is_stranger(&self, request: &Request) -> bool {
        let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
        let is_ours = host
            .and_then(|host| host.rsplit_once(':'))
            .is_some_and(|(name, port)| ["127.0.0.1", "localhost"].contains(&name) && port.parse() == Ok(self.port));
        !is_ours || request.headers().contains_key(header::ORIGIN)
    }
}

/// What matches no route is an error of the program that sent it; it is said and remembered.
pub(crate) async fn unexpected(State(world): State<Arc<World>>, request: Request) -> Response {
    let what = format!("{} {}", request.method(), request.uri());
    world.add_unexpected(what.clone());
    let usual = UsualError::of(request.method(), request.uri().path());
    world.let_flow(request.into_body());
    usual.answer(StatusCode::INTERNAL_SERVER_ERROR, &format!("practice: no such route {what}"))
}
