//! How an ordered fault happens to a request.

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use jiff::SignedDuration;

use crate::{
    Fault, RetryAfter,
    clock::http_date,
    phishfort::{BODY_LIMIT_BYTES, Refusal, read_up_to},
    server::Cut,
    service::UsualError,
    world::World,
};

/// What an answer in the service's own shape says.
const ORDERED: &str = "practice: an ordered fault";

/// Plays the fault out; returns what is answered, if anything ever is.
pub(crate) async fn happen(fault: Fault, world: &Arc<World>, cut: Cut, request: Request, next: Next) -> Response {
    let usual = UsualError::of(request.method(), request.uri().path());
    match fault {
        Fault::DropBefore { after_bytes, reset } => {
            let enough = after_bytes.unwrap_or(u64::MAX);
            let _read = read_up_to(request.into_body(), enough, Duration::ZERO).await;
            match cut.now(reset).await {}
        }
        Fault::DropAfter { reset } => {
            next.run(request).await;
            match cut.now(reset).await {}
        }
        Fault::DelayMs { ms, processed: true } => {
            let answer = next.run(request).await;
            tokio::time::sleep(Duration::from_millis(ms)).await;
            answer
        }
        Fault::DelayMs { ms, processed: false } => process_later(ms, Arc::clone(world), request, next).await,
        Fault::Status { status, body, content_type, retry_after, processed } => {
            run_or_refuse(processed, StatusCode::OK, &usual, world, request, next).await;
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let mut answer = match body {
                None => usual.answer(status, ORDERED),
                Some(body) => typed(status, content_type.as_deref().unwrap_or("application/json"), body.into()),
            };
            if let Some(value) = retry_after.and_then(|said| written(&said, world)) {
                answer.headers_mut().insert(header::RETRY_AFTER, value);
            }
            answer
        }
        Fault::Html { processed } => {
            let answer = run_or_refuse(processed, StatusCode::BAD_GATEWAY, &usual, world, request, next).await;
            let page = "<!DOCTYPE html><html><head><title>Gateway</title></head><body><h1>Gateway</h1></body></html>";
            typed(answer.status(), "text/html; charset=utf-8", page.into())
        }
        Fault::TruncatedJson { close_early, processed } => {
            let answer =
                run_or_refuse(processed, StatusCode::INTERNAL_SERVER_ERROR, &usual, world, request, next).await;
            cut_in_half(answer, close_early).await
        }
        Fault::MalformedJson { processed } => {
            let answer =
                run_or_refuse(processed, StatusCode::INTERNAL_SERVER_ERROR, &usual, world, request, next).await;
            typed(answer.status(), "application/json", r#"{"message": success, 'id': undefined,}"#.into())
        }
        Fault::Endless { every_ms, processed } => {
            let answer =
                run_or_refuse(processed, StatusCode::INTERNAL_SERVER_ERROR, &usual, world, request, next).await;
            typed(answer.status(), "application/json", endless(every_ms))
        }
        Fault::Redirect { location, status } => {
            world.let_flow(request.into_body());
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::TEMPORARY_REDIRECT);
            (status, [(header::LOCATION, location)]).into_response()
        }
        Fault::SlowRead { pause_ms } => {
            let (parts, body) = request.into_parts();
            match read_up_to(body, BODY_LIMIT_BYTES, Duration::from_millis(pause_ms)).await {
                Some((bytes, _)) => next.run(Request::from_parts(parts, Body::from(bytes))).await,
                None => nobody_listens(),
            }
        }
    }
}

/// The true answer, or without processing an error object of this status.
async fn run_or_refuse(
    run: bool,
    otherwise: StatusCode,
    usual: &UsualError,
    world: &World,
    request: Request,
    next: Next,
) -> Response {
    if run {
        return next.run(request).await;
    }
    world.let_flow(request.into_body());
    usual.answer(otherwise, ORDERED)
}

/// On a task of its own: a client that gives up meanwhile must not undo what the service will do.
async fn process_later(ms: u64, world: Arc<World>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Some((bytes, _)) = read_up_to(body, BODY_LIMIT_BYTES, Duration::ZERO).await else { return nobody_listens() };
    let later = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(ms)).await;
        if world.is_stopped() {
            return nobody_listens();
        }
        next.run(Request::from_parts(parts, Body::from(bytes))).await
    });
    later.await.unwrap_or_else(|_| nobody_listens())
}

fn nobody_listens() -> Response {
    Refusal::bad("Incomplete request payload").into_response()
}

fn typed(status: StatusCode, content_type: &str, body: Body) -> Response {
    let content_type = HeaderValue::from_str(content_type).unwrap_or(HeaderValue::from_static("text/plain"));
    (status, [(header::CONTENT_TYPE, content_type)], body).into_response()
}

fn written(said: &RetryAfter, world: &World) -> Option<HeaderValue> {
    let text = match said {
        RetryAfter::Seconds(seconds) => seconds.to_string(),
        RetryAfter::Text(text) => text.clone(),
        RetryAfter::DateIn(seconds) => {
            http_date(world.clock.now().saturating_add(SignedDuration::from_secs(*seconds)).ok()?)?
        }
    };
    HeaderValue::try_from(text).ok()
}

async fn cut_in_half(answer: Response, close_early: bool) -> Response {
    let status = answer.status();
    let whole = to_bytes(answer.into_body(), usize::MAX).await.unwrap_or_default();
    let half = whole.slice(..whole.len() / 2);
    if !close_early {
        return typed(status, "application/json", half.into());
    }
    // The pause between the half and the break lets the half reach the wire first.
    let pieces = stream::unfold(Some(half), |left| async move {
        match left {
            Some(half) if !half.is_empty() => Some((Ok(half), Some(Bytes::new()))),
            Some(_) => {
                tokio::task::yield_now().await;
                Some((Err(std::io::Error::other("an ordered fault")), None))
            }
            None => None,
        }
    });
    let mut answer = typed(status, "application/json", Body::from_stream(pieces));
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    answer
}

fn endless(every_ms: u64) -> Body {
    let size = if every_ms == 0 { 16 * 1024 } else { 1 };
    let piece = Bytes::from(vec![b' '; size]);
    Body::from_stream(stream::unfold(piece, move |piece| async move {
        tokio::time::sleep(Duration::from_millis(every_ms)).await;
        Some((Ok::<_, std::convert::Infallible>(piece.clone()), piece))
    }))
}
