//! Security headers on every answer, with a nonce that is new for each.

use super::AppState;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use store::ports::bytes;

/// The nonce of this answer's policy.
#[derive(Clone, Debug)]
pub(super) struct Nonce(pub(super) String);

/// What a browser calls the place it reports a breach of the policy to.
const REPORTS: &str = "reports";

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'strict-dynamic' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'; report-to {REPORTS}"
    )
}

const FIXED: [(&str, &str); 9] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
         microphone=(), midi=(), payment=(), publickey-credentials-create=(self), \
         publickey-credentials-get=(self), usb=(), xr-spatial-tracking=()",
    ),
    ("x-frame-options", "DENY"),
    ("cache-control", "no-store"),
    ("reporting-endpoints", "reports=\"/api/reports\""),
];

/// Mints the nonce, and puts the headers on whatever comes back; a handler's own policy or cache rule stays.
pub(super) async fn secure(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let nonce = BASE64_URL_SAFE_NO_PAD.encode(bytes::<18>(&*app.services.ports().random));
    request.extensions_mut().insert(Nonce(nonce.clone()));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY)
        && let Ok(value) = HeaderValue::from_str(&policy(&nonce))
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, value);
    }
    for (name, value) in FIXED {
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if app.web.https() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    response
}
