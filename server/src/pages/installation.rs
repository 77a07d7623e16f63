//! `/`, and what development builds serve beside it.

use crate::web::{AppState, PageResult, Visit};
use app::pages::{development, installation};
use axum::{Router, routing::get};

/// The routes; the page of the kit's states only where wanted.
pub fn routes(development: bool) -> Router<AppState> {
    let router = Router::new().route("/", get(front));
    if development { router.route("/development/kit", get(kit)) } else { router }
}

async fn front(visit: Visit) -> PageResult {
    Ok(visit.page(installation::page(&visit.frame, visit.app.mailbox.is_some())))
}

async fn kit(visit: Visit) -> PageResult {
    Ok(visit.page(development::kit(&visit.frame)))
}
