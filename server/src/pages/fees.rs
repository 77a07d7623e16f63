//! Handlers of fees: the comparison, and the table of currencies.

mod asked;
#[allow(dead_code, reason = "the forms that have these fields follow")]
mod claim_input;
mod compare;
mod rates;

use crate::web::AppState;
use axum::{Router, routing::get};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/fees", get(compare::show))
        .route("/t/{slug}/console/fees/rates", get(rates::show).post(rates::enter))
}
