//! Handlers of fees: the comparison, the tenant's own claims, and the table of currencies.

mod asked;
mod claim_input;
mod compare;
mod own;
mod rates;

use crate::web::AppState;
use axum::{Router, routing::get};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/fees", get(compare::show))
        .route("/t/{slug}/console/fees/rates", get(rates::show).post(rates::enter))
        .merge(own::routes())
}
