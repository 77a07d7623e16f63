//! Handlers of credentials: a merchant's own, an admin's list, and the right to live ones.

mod all;
mod own;
mod revoke;
mod rights;
mod rotate;

use crate::web::AppState;
use app::pages::credentials::Line;
use axum::{Router, routing::get};
use domain::{
    CredentialId,
    credentials::{Life, life::LifeKind},
};
use services::{Result, ServiceError};
use store::credentials::Credential;
use time::OffsetDateTime;

pub(super) use rights::line as right_line;

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{slug}/credentials", get(own::list))
        .route("/t/{slug}/credentials/new", get(own::show_new).post(own::take_new))
        .route("/t/{slug}/credentials/{id}/draw", get(own::back).post(own::draw))
        .route("/t/{slug}/credentials/{id}/rotate", get(rotate::show).post(rotate::take))
        .route("/t/{slug}/credentials/{id}/networks", get(own::show_networks).post(own::take_networks))
        .route("/t/{slug}/credentials/{id}/revoke", get(revoke::show_own).post(revoke::take_own))
        .route("/t/{slug}/console/credentials", get(all::list))
        .route("/t/{slug}/console/credentials.csv", get(all::csv))
        .route("/t/{slug}/console/credentials/{id}/revoke", get(revoke::show_any).post(revoke::take_any))
        .route("/t/{slug}/live", get(rights::list))
        .route("/t/{slug}/live.csv", get(rights::csv))
        .route("/t/{slug}/live/{id}/open", get(rights::back).post(rights::open))
        .route("/t/{slug}/live/{id}/decline", get(rights::back).post(rights::decline))
}

/// The credential an address names; what is no id names none.
fn credential(id: &str) -> Result<CredentialId> {
    id.parse().map_err(|_| ServiceError::NotFound)
}

fn line(credential: Credential, now: OffsetDateTime) -> Line {
    let life = credential.life(now);
    let until = match life {
        Life::Active { until, .. } => until,
        Life::Rotating { until, .. } => Some(until),
        Life::Undrawn => credential.instants.expires,
        Life::Revoked { .. } | Life::Expired { .. } => None,
    };
    Line {
        id: credential.id.to_string(),
        merchant: credential.merchant_name,
        number: credential.merchant_number.unwrap_or_default(),
        environment: credential.environment,
        label: credential.label,
        tail: credential.tail,
        state: life.kind(),
        until,
        created_by: credential.created_by,
        created_at: credential.created_at,
        last_used: credential.last_used_at,
        networks: credential.networks.iter().map(ToString::to_string).collect(),
        reason: credential.revoked_reason.filter(|_| life.kind() == LifeKind::Revoked),
    }
}
