//! Handlers of fees: the comparison, the tenant's own claims, and the table of currencies.

mod asked;
mod claim_input;
mod compare;
mod merchant;
mod mixes;
mod offers;
mod own;
mod prices;
mod rates;
mod sheet;
mod upload;

use crate::web::AppState;
use axum::{Router, extract::DefaultBodyLimit, routing::get};

/// Room for a file of past payments and the form around it.
const BODY: usize = 257 * 1024 * 1024;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(prices::routes())
        .merge(offers::routes())
        .route("/t/{slug}/console/fees", get(compare::show))
        .route("/t/{slug}/console/fees.csv", get(compare::sheet))
        .route("/t/{slug}/prices/compare", get(merchant::show))
        .route("/t/{slug}/prices/compare.csv", get(merchant::sheet))
        .route("/t/{slug}/console/fees/rates", get(rates::show).post(rates::enter))
        .route("/t/{slug}/console/fees/rates.csv", get(rates::csv))
        .route("/t/{slug}/console/fees/mixes.csv", get(mixes::csv))
        .merge(own::routes())
        .route("/t/{slug}/console/fees/mixes/{mix}", get(mixes::show))
        .route("/t/{slug}/console/fees/mixes/{mix}/delete", get(mixes::ask).post(mixes::delete))
        .route("/t/{slug}/prices/mixes/{mix}", get(mixes::show_own))
        .route("/t/{slug}/prices/mixes/{mix}/delete", get(mixes::ask_own).post(mixes::delete_own))
}

/// A file of past payments takes as long as its sender's line.
pub fn slow_routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/console/fees/mixes", get(mixes::list).post(mixes::take))
        .route("/t/{slug}/prices/mixes", get(mixes::list_own).post(mixes::take_own))
        .layer(DefaultBodyLimit::max(BODY))
}
