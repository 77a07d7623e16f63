//! Who a credential speaks for.

use super::caller;
use crate::web::{AppState, ClientAddress, Fault, Problem};
use axum::{Extension, Json, extract::State, http::HeaderMap};
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;
use uuid::Uuid;

/// What a credential may know of itself.
#[derive(Serialize, ToSchema)]
pub(super) struct Me {
    /// The brand's part of its address.
    #[schema(example = "harbour")]
    tenant: String,
    /// The merchant's number; none before its approval.
    merchant_number: Option<String>,
    /// The merchant's name, where one was declared.
    merchant_name: Option<String>,
    /// `test` or `live`.
    #[schema(example = "test")]
    environment: String,
    /// The channels in force for the merchant in this environment, by their codes; empty until one has said yes.
    #[schema(example = json!(["alipay", "wechat_pay"]))]
    channels: Vec<String>,
    /// The credential's id.
    credential_id: Uuid,
    /// What its merchant calls it.
    #[schema(example = "Checkout")]
    label: String,
    /// When this credential stops speaking, if that is known: the end of its term, or of its overlap with the one that
    /// has taken its place.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(value_type = Option<String>, format = DateTime)]
    valid_until: Option<OffsetDateTime>,
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
        (status = 401, description = "There is none, it is misspelt or unknown, it was revoked or has expired, the right to live ones has ended, or its brand is suspended.",
         body = Problem, content_type = "application/problem+json",
         headers(("WWW-Authenticate" = String, description = "`Bearer`"))),
        (status = 403, description = "The credential is good, but may not be used from this address.", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too often; see `Retry-After`.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn me(
    State(app): State<AppState>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
) -> Result<Json<Me>, Fault> {
    let me = caller::me(&app, address, &headers).await?;
    Ok(Json(Me {
        tenant: me.tenant,
        merchant_number: me.merchant_number,
        merchant_name: me.merchant_name,
        environment: me.environment.word().to_owned(),
        channels: me.channels,
        credential_id: me.credential.0,
        label: me.label,
        valid_until: me.until,
    }))
}
