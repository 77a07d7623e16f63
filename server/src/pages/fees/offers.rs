//! Handlers of offers to merchants, for the tenant's staff.

mod list;
mod propose;
mod show;

use crate::web::AppState;
use axum::{Router, routing::get};
use domain::OfferId;
use services::{Result, ServiceError};

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/fees/offers", get(list::show))
        .route("/t/{slug}/console/fees/offers.csv", get(list::csv))
        .route("/t/{slug}/console/fees/offers/new", get(propose::show).post(propose::take))
        .route("/t/{slug}/console/fees/offers/{id}", get(show::show))
        .route("/t/{slug}/console/fees/offers/{id}/approve", get(show::back).post(show::approve))
        .route("/t/{slug}/console/fees/offers/{id}/decline", get(show::back).post(show::decline))
}

/// The offer an address names; what is no id names none.
fn offer(id: &str) -> Result<OfferId> {
    id.parse().map_err(|_| ServiceError::NotFound)
}
