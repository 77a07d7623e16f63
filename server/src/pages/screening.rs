//! Handlers of screening: the admin's lists and their files, the desk's open hits, and one hit of a case.

mod hits;
mod lists;

pub(crate) use hits::hit;

use crate::web::AppState;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use services::screening::MOST_BYTES;

/// Room for a list's two files and the form around them.
const BODY: usize = 2 * MOST_BYTES + 64 * 1024;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/screening/lists/{list}", post(lists::mean))
        .route("/t/{slug}/console/screening/files/{edition}", get(lists::look_at))
        .route("/t/{slug}/console/screening/files/{edition}/confirm", post(lists::confirm))
        .route("/t/{slug}/console/screening/files/{edition}/drop", post(lists::discard))
        .route("/t/{slug}/console/screening.csv", get(lists::csv))
        .route("/t/{slug}/desk/hits", get(hits::open))
        .route("/t/{slug}/desk/hits.csv", get(hits::csv))
        .route("/t/{slug}/desk/cases/{id}/hits/{hit}", get(hits::show).post(hits::judge))
}

/// A list takes as long as its sender's line.
pub fn slow_routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/screening", get(lists::show).post(lists::import))
        .layer(DefaultBodyLimit::max(BODY))
}
