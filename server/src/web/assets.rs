//! The built files: hashed names, brotli beside each, cached for ever.

use super::AppState;
use app::Built;
use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};
use std::{
    collections::HashMap,
    path::{Path as FilePath, PathBuf},
    sync::Arc,
};

/// The site folder and its manifest.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    folder: PathBuf,
    /// By their plain names.
    pub(super) names: Arc<HashMap<String, Built>>,
}

impl Assets {
    /// Reads `manifest.json` of the site folder; without one, files are served under their plain names.
    pub fn open(folder: &FilePath) -> Self {
        let names: HashMap<String, String> = std::fs::read(folder.join("manifest.json"))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        let built = |address: String| Built { digest: digest(folder, &address), address };
        let names = names.into_iter().map(|(name, address)| (name, built(address))).collect();
        Self { folder: folder.to_owned(), names: Arc::new(names) }
    }
}

/// What a browser holds a script against; nothing for other files, and for one that isn't there.
fn digest(folder: &FilePath, address: &str) -> Option<String> {
    let name =
        address.rsplit('/').next().filter(|name| FilePath::new(name).extension() == Some("js".as_ref()))?;
    let bytes = std::fs::read(folder.join(name)).ok()?;
    Some(format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes))))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|coding| coding.trim().split(';').next() == Some("br")))
}

/// `GET /assets/{file}`: one folder, no way out of it.
pub(super) async fn serve(
    State(app): State<AppState>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let plain = !file.is_empty()
        && file.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    if !plain || file.starts_with('.') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let path = app.assets.folder.join(&file);
    let packed = if takes_brotli(&headers) {
        tokio::fs::read(app.assets.folder.join(format!("{file}.br"))).await.ok()
    } else {
        None
    };
    let (bytes, coding) = match packed {
        Some(bytes) => (bytes, Some("br")),
        None => match tokio::fs::read(path).await {
            Ok(bytes) => (bytes, None),
            Err(_) => return StatusCode::NOT_FOUND.into_response(),
        },
    };
    let hashed = app.assets.names.values().any(|built| built.address.ends_with(&format!("/{file}")));
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, media_type(&file))
        .header(header::CACHE_CONTROL, cache)
        .header(header::VARY, "accept-encoding");
    if let Some(coding) = coding {
        response = response.header(header::CONTENT_ENCODING, coding);
    }
    response.body(Body::from(bytes)).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
