//! Who a credential speaks for.

use super::{bearer, problem::Problem};
use crate::web::{AppState, Fault};
use axum::{Json, extract::State, http::HeaderMap};
use serde::Serialize;
use services::{ServiceError, credentials};
use utoipa::ToSchema;
use uuid::Uuid;

/// What a credential may know of itself.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    /// The brand's part of its address.
    #[schema(example = "harbour")]
    tenant: String,
    /// The merchant's number.
    merchant_number: String,
    /// The merchant's name, where one was declared.
    merchant_name: Option<String>,
    /// `test` or `live`.
    #[schema(example = "test")]
    environment: String,
    /// The credential's id.
    credential_id: Uuid,
    /// What its merchant calls it.
    #[schema(example = "Checkout")]
    label: String,
}

/// Who am I?
///
/// Answers for whom the presented credential speaks, and so whether it still may.
#[utoipa::path(
    get,
    path = "/api/v1/me",
    tag = "credentials",
    security(("credential" = [])),
    responses(
        (status = 200, description = "The credential is good.", body = Me),
        (status = 401, description = "There is none, it is misspelt or unknown, it was revoked, or its brand is suspended.",
         body = Problem, content_type = "application/problem+json",
         headers(("WWW-Authenticate" = String, description = "`Bearer`"))),
        (status = 429, description = "Too often; see `Retry-After`.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn me(State(app): State<AppState>, headers: HeaderMap) -> Result<Json<Me>, Fault> {
    let secret = bearer::presented(&headers).ok_or_else(Fault::credential)?;
    let me = credentials::me(&app.services, secret).await.map_err(|error| match error {
        ServiceError::SignedOut => Fault::credential(),
        other => other.into(),
    })?;
    Ok(Json(Me {
        tenant: me.tenant,
        merchant_number: me.merchant_number,
        merchant_name: me.merchant_name,
        environment: me.environment,
        credential_id: me.credential.0,
        label: me.label,
    }))
}
