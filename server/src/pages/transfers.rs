//! Handlers of proving accounts: the merchant's page, what waits for staff, a bank's file, and the embedded run's bank.

mod bank;
mod desk;
mod own;

use crate::web::AppState;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use services::transfers::MOST_BYTES;

/// Room for a file and the form around it.
const BODY: usize = MOST_BYTES + 64 * 1024;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/applications/{id}/account", get(own::show).post(own::tell))
        .route("/t/{slug}/applications/{id}/account/way", post(own::choose))
        .route("/t/{slug}/console/transfers/orders", post(desk::export))
        .route("/t/{slug}/console/transfers/orders/{batch}", get(desk::exported))
        .route("/t/{slug}/console/transfers/files/{statement}", get(desk::look_at))
        .route("/t/{slug}/console/transfers/files/{statement}/confirm", post(desk::confirm))
        .route("/t/{slug}/console/transfers/files/{statement}/drop", post(desk::discard))
}

/// A file takes as long as its sender's line.
pub fn slow_routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/transfers", get(desk::show).post(desk::import))
        .layer(DefaultBodyLimit::max(BODY))
}

/// The embedded run's bank, where there is one.
pub fn bank_routes() -> Router<AppState> {
    Router::new().route("/bank", get(bank::show))
}
