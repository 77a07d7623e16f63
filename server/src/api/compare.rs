//! What taking payments costs, compared.

use super::caller;
use crate::web::{AppState, ClientAddress, Fault, Problem};
use axum::{
    Extension, Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::fees::request::{Compared, Comparison};
use services::fees;

/// Compare claims on a mix of payments.
///
/// Prices a month's payments by each claim, in integers: amounts are minor units of the claim's currency, rates are
/// 1/10 000 of a percent (2.9 % is 29000). A claim is told whole, or is the id of a published one.
#[utoipa::path(
    post,
    path = "/api/v1/fees/compare",
    tag = "fees",
    security(("credential" = [])),
    request_body(content = Comparison, content_type = "application/json"),
    responses(
        (status = 200, description = "One result for each claim, in their order.", body = Compared),
        (status = 401, description = "No credential that speaks for anybody.", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The credential is good, but may not be used from this address.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "A claim that is no published one; `errors` says which.", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than 16 MiB.", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON.", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Something can't be used; `errors` says where and why.", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too often; see `Retry-After`.", body = Problem, content_type = "application/problem+json")
    )
)]
pub(super) async fn compare(
    State(app): State<AppState>,
    address: Option<Extension<ClientAddress>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Fault> {
    caller::speaks(&app, address, &headers).await?;
    if !is_json(&headers) {
        return Err(Fault::media_type());
    }
    let asked = Comparison::read(&body).map_err(Fault::unusable)?;
    let compared = fees::compare(&app.services, asked).await?.map_err(Fault::unknown)?;
    Ok(Json(compared).into_response())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    kind.split(|byte| *byte == b';')
        .next()
        .is_some_and(|kind| kind.trim_ascii().eq_ignore_ascii_case(b"application/json"))
}
