//! What is known of channels, and what they published that they cost.

use super::caller;
use crate::web::{AppState, ClientAddress, Fault, Problem};
use axum::{
    Extension, Json,
    extract::State,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use domain::{
    channels::catalogue::{self, Channel},
    fees::published::Published,
};
use serde::Serialize;
use utoipa::ToSchema;

/// Every channel.
#[derive(Serialize, ToSchema)]
struct Channels {
    /// Wallets first.
    channels: &'static [Channel],
}

/// Every published claim.
#[derive(Serialize, ToSchema)]
struct FeeClaims<'a> {
    /// Sorted by id.
    fee_claims: &'a [Published],
}

/// The channels.
///
/// What is known of each, every fact with its source.
#[utoipa::path(
    get,
    path = "/api/v1/channels",
    tag = "fees",
    security(("credential" = [])),
    responses(
        (status = 200, description = "Wallets first, then acquirers.", body = Channels),
        (status = 401, description = "No credential that speaks for anybody.", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The credential is good, but may not be used from this address.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn channels(
    State(app): State<AppState>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    caller::speaks(&app, address, &headers).await?;
    Ok(Json(Channels { channels: catalogue::all() }).into_response())
}

/// The published fee claims.
///
/// Each with its figures, how well it is attested, its days and its source. A figure that is null was not published.
#[utoipa::path(
    get,
    path = "/api/v1/fee-claims",
    tag = "fees",
    security(("credential" = [])),
    responses(
        (status = 200, description = "Sorted by id.", body = FeeClaims),
        (status = 401, description = "No credential that speaks for anybody.", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The credential is good, but may not be used from this address.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn fee_claims(
    State(app): State<AppState>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    caller::speaks(&app, address, &headers).await?;
    Ok(Json(FeeClaims { fee_claims: app.services.fees.all() }).into_response())
}
