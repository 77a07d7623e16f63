//! `/healthz`: the process lives. `/readyz`: what it stands on answers.

use crate::web::AppState;
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use std::time::Duration;
use store::setup::{self, Schema};
use tokio::time::timeout;

/// How long one part may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The two routes, without session or tenant.
pub fn routes() -> Router<AppState> {
    Router::new().route("/healthz", get(lives)).route("/readyz", get(ready))
}

async fn lives() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], "ok\n")
}

async fn ready(State(app): State<AppState>) -> impl IntoResponse {
    let schema = timeout(PATIENCE, setup::schema(&app.services.db)).await;
    let blobs = timeout(PATIENCE, app.services.blobs.ping()).await;
    let parts =
        [("database", matches!(schema, Ok(Ok(Schema::Current)))), ("blobs", matches!(blobs, Ok(Ok(()))))];
    let status = if parts.iter().all(|(_, answers)| *answers) {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let said: String = parts
        .iter()
        .map(|(name, answers)| format!("{name} {}\n", if *answers { "ok" } else { "does not answer" }))
        .collect();
    (status, [(header::CACHE_CONTROL, "no-store")], said)
}
