//! The whole router and what every request passes through.

use super::{AppState, address, assets, fault, guard, headers, preferences, proof, reports, sessions};
use crate::{api, health, pages};
use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    http::{HeaderName, StatusCode},
    middleware::{self, Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use std::time::Duration;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};
use tracing::Instrument as _;

/// Plain forms are small; uploads set their own limit.
pub(super) const FORM_LIMIT: usize = 256 * 1024;
/// No handler but an upload takes longer.
pub(crate) const REQUEST_TIME: Duration = Duration::from_secs(30);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The program as one service.
pub fn router(app: AppState) -> Router {
    router_with(app, Router::new())
}

/// The same with more routes, which everything around the others is around too.
pub fn router_with(app: AppState, more: Router<AppState>) -> Router {
    let quick = pages::routes(&app)
        .route("/preferences", post(preferences::choose))
        .layer(from_fn_with_state(app.clone(), proof::step_up))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIME));
    let with_session = quick
        .merge(pages::slow_routes())
        .layer(from_fn_with_state(app.clone(), sessions::renew))
        .layer(sessions::layer(app.services.db.clone(), &app.web));
    with_session
        .merge(api::routes())
        .route("/assets/{file}", get(assets::serve))
        .route("/api/reports", post(reports::take).layer(DefaultBodyLimit::max(reports::LIMIT)))
        .merge(health::routes())
        .merge(more)
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(number_anew))
                .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
                .layer(PropagateRequestIdLayer::new(REQUEST_ID))
                .layer(TraceLayer::new_for_http().make_span_with(span))
                .layer(middleware::from_fn(note_out_of_order))
                .layer(from_fn_with_state(app.clone(), headers::secure))
                .layer(from_fn_with_state(app.clone(), address::note))
                .layer(from_fn_with_state(app.clone(), fault::render))
                .layer(CatchPanicLayer::custom(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()))
                .layer(from_fn_with_state(app.clone(), guard::rate))
                .layer(from_fn_with_state(app.clone(), guard::origin))
                .layer(middleware::from_fn(in_a_task)),
        )
        .with_state(app)
}

/// A number that a client brought along is none of ours: events and lines of the log are found by it.
async fn number_anew(mut request: Request, next: Next) -> Response {
    request.headers_mut().remove(&REQUEST_ID);
    next.run(request).await
}

/// Runs the rest in a task of its own: a client that goes away must not stop a handler half-way.
async fn in_a_task(request: Request, next: Next) -> Response {
    let number = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok()?.parse().ok());
    match tokio::spawn(store::request::within(number, next.run(request)).in_current_span()).await {
        Ok(response) => response,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// An act that isn't open now, or is about what has moved on, is a line of the log, by the name that OWASP's vocabulary has
/// for it: many of one person's tell that somebody is trying doors.
async fn note_out_of_order(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() == StatusCode::CONFLICT {
        tracing::warn!(event = "sequence_fail", "refused as things stand");
    }
    response
}

/// What the log says of a request: its route, never its path or query, which hold tokens and searches.
fn span(request: &Request) -> tracing::Span {
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str);
    let id = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), route, id)
}
