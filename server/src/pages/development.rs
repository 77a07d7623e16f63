//! The page of all component states, in development builds alone.

use crate::web::{AppState, PageResult, Visit};
use app::pages::development::kit;
use axum::{Router, routing::get};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/development/kit", get(show))
}

async fn show(visit: Visit) -> PageResult {
    Ok(visit.page(kit(&visit.frame)))
}
