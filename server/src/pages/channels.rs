//! Handlers of channels: the catalogue, the desk's page of a merchant's, answers recorded, who waits, and the merchant's own page.

mod answer;
mod catalogue;
mod desk;
mod file;
mod merchant;
mod waiting;

use crate::web::AppState;
use axum::{Router, extract::DefaultBodyLimit, routing::get};
use domain::ApplicationId;
use services::{Result, ServiceError};

/// A file's body at most; how much of it is kept is counted while it streams.
const BODY: usize = 64 * 1024 * 1024;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/channels", get(catalogue::list))
        .route("/t/{slug}/channels/{channel}", get(catalogue::one))
        .route("/t/{slug}/desk/channels", get(waiting::list))
        .route("/t/{slug}/desk/channels.csv", get(waiting::csv))
        .route("/t/{slug}/desk/cases/{id}/channels", get(desk::show))
        .route("/t/{slug}/desk/cases/{id}/channels/propose", get(desk::back).post(desk::propose))
        .route(
            "/t/{slug}/desk/cases/{id}/channels/{channel}/{environment}",
            get(answer::show).post(answer::take),
        )
        .route("/t/{slug}/applications/{id}/channels", get(merchant::show))
}

/// Where files of answers come in.
pub fn slow_routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/desk/cases/{id}/channels/answers/{answer}/file", get(desk::back).post(file::take))
        .layer(DefaultBodyLimit::max(BODY))
}

/// The application an address names; what is no id names none.
fn application(id: &str) -> Result<ApplicationId> {
    id.parse().map_err(|_| ServiceError::NotFound)
}
