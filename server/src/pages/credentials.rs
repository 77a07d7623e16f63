//! Handlers of credentials: a merchant's own, and an admin's list.

mod all;
mod own;
mod revoke;

use crate::web::AppState;
use app::pages::credentials::{Line, State};
use axum::{Router, routing::get};
use domain::credentials::{Environment, Life};
use store::credentials::Credential;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/credentials", get(own::list))
        .route("/t/{slug}/credentials/new", get(own::show_new).post(own::take_new))
        .route("/t/{slug}/credentials/{id}/draw", get(own::back).post(own::draw))
        .route("/t/{slug}/credentials/{id}/revoke", get(revoke::show_own).post(revoke::take_own))
        .route("/t/{slug}/console/credentials", get(all::list))
        .route("/t/{slug}/console/credentials/{id}/revoke", get(revoke::show_any).post(revoke::take_any))
}

fn line(credential: Credential) -> Line {
    let state = match credential.life() {
        Life::Undrawn => State::Undrawn,
        Life::Active { .. } => State::Active,
        Life::Revoked { .. } | Life::Expired { .. } => State::Ended,
    };
    Line {
        id: credential.id.to_string(),
        merchant: credential.merchant_name,
        number: credential.merchant_number.unwrap_or_default(),
        environment: Environment::from_word(&credential.environment).unwrap_or(Environment::Test),
        label: credential.label,
        tail: credential.tail,
        state,
        created_by: credential.created_by,
        created_at: credential.created_at,
    }
}
