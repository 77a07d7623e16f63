//! `/healthz`: the process lives. `/readyz`: what it stands on answers.

use crate::web::AppState;
use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use serde::Serialize;
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

/// Which parts answer, by name.
#[derive(Serialize)]
struct Parts {
    /// Postgres, with the schema that this program knows.
    database: bool,
    /// The S3 server, with our bucket.
    blobs: bool,
}

async fn ready(State(app): State<AppState>) -> impl IntoResponse {
    let schema = timeout(PATIENCE, setup::schema(&app.services.db)).await;
    let blobs = timeout(PATIENCE, app.services.blobs.ping()).await;
    let parts =
        Parts { database: matches!(schema, Ok(Ok(Schema::Current))), blobs: matches!(blobs, Ok(Ok(()))) };
    let all = parts.database && parts.blobs;
    let status = if all { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, "no-store")], Json(parts))
}
