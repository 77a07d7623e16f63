//! REST for merchants' systems: `/api/v1`, the same services as the pages, described by itself at
//! `/api/openapi.json`. A key names the tenant; there are no sessions here.

mod bearer;
mod caller;
mod catalogue;
mod compare;
mod me;

use crate::web::{AppState, REQUEST_TIME};
use axum::{
    Json, Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::timeout::TimeoutLayer;
use utoipa::{
    Modify, OpenApi,
    openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// A thousand claims with all their steps, and a thousand segments, are smaller.
const BODY_LIMIT: usize = 16 * 1024 * 1024;

#[derive(OpenApi)]
#[openapi(
    info(title = "Gangway", description = "What a merchant's own systems may ask Gangway."),
    modifiers(&Bearer),
    components(schemas(crate::web::Problem))
)]
struct Description;

/// How a credential is presented.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .bearer_format("gw_test_…")
            .description(Some("The secret of a credential, as it was shown when it was drawn."))
            .build();
        description
            .components
            .get_or_insert_default()
            .add_security_scheme("credential", SecurityScheme::Http(scheme));
    }
}

fn described() -> OpenApiRouter<AppState> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(me::me))
        .routes(routes!(catalogue::channels))
        .routes(routes!(catalogue::fee_claims))
        .routes(routes!(compare::compare))
}

/// The routes, and the description of them.
pub fn routes() -> Router<AppState> {
    let (router, description) = described().split_for_parts();
    router
        .route("/api/openapi.json", get(async move || describe(description.clone())))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIME))
}

fn describe(description: utoipa::openapi::OpenApi) -> Response {
    let cache = HeaderValue::from_static("public, max-age=300");
    ([(header::CACHE_CONTROL, cache)], Json(description)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_names_every_route_and_how_to_sign() {
        let (_, description) = described().split_for_parts();
        let json = serde_json::to_value(&description).unwrap();
        let me = &json["paths"]["/api/v1/me"]["get"];
        assert_eq!(me["security"][0]["credential"], serde_json::json!([]));
        assert_eq!(
            me["responses"]["401"]["content"]["application/problem+json"]["schema"]["$ref"],
            "#/components/schemas/Problem"
        );
        assert_eq!(json["components"]["securitySchemes"]["credential"]["scheme"], "bearer");
        let properties = &json["components"]["schemas"]["Me"]["properties"];
        for field in ["merchant_number", "environment", "channels", "valid_until"] {
            assert!(properties[field].is_object(), "{field}");
        }
        assert!(me["responses"]["403"].is_object());
        let compare = &json["paths"]["/api/v1/fees/compare"]["post"];
        assert_eq!(
            compare["requestBody"]["content"]["application/json"]["schema"]["$ref"],
            "#/components/schemas/Comparison"
        );
        let claim = &json["components"]["schemas"]["Claim"];
        assert_eq!(claim["required"], serde_json::json!(["id", "currency", "percent"]));
        assert_eq!(json["components"]["schemas"]["Rate"]["maximum"], serde_json::json!(1_000_000));
    }
}
