//! What of a file leaves the house: our pictures of its pages, and the original to keep.

use super::{
    super::query::{Pairs, given},
    Of,
};
use crate::web::{PageResult, Visit};
use axum::{
    body::{Body, Bytes},
    extract::{Path, Query},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::VersionId;
use futures::TryStreamExt;
use serde::Deserialize;
use services::{
    ServiceError,
    documents::{self, Asked},
};
use std::fmt::Write as _;

/// Whatever a browser makes of an original, it may do nothing with it.
const LOCKED: &str = "default-src 'none'; sandbox";

/// A page of a version.
#[derive(Deserialize)]
pub(super) struct At {
    id: String,
    page: String,
}

impl At {
    fn page(&self) -> Result<u16, ServiceError> {
        self.page.parse().map_err(|_| ServiceError::NotFound)
    }

    fn version(self) -> Result<VersionId, ServiceError> {
        Of { id: self.id }.version()
    }
}

/// `GET /t/{slug}/documents/{id}/pages/{page}`: a JPEG of ours, shown in our own pages alone.
pub(super) async fn picture(visit: Visit, Path(at): Path<At>, Query(pairs): Query<Pairs>) -> PageResult {
    whole_or_small(&visit, at, &pairs, false).await
}

/// `GET /t/{slug}/documents/{id}/pages/{page}/small`: the same, to tell pages apart by.
pub(super) async fn small(visit: Visit, Path(at): Path<At>, Query(pairs): Query<Pairs>) -> PageResult {
    whole_or_small(&visit, at, &pairs, true).await
}

async fn whole_or_small(visit: &Visit, at: At, pairs: &Pairs, small: bool) -> PageResult {
    visit.signed_in()?;
    let page = at.page()?;
    let asked = Asked {
        look: given(pairs, "look").and_then(|look| look.parse().ok()),
        turn: given(pairs, "turn").and_then(|turn| turn.parse().ok()).unwrap_or_default(),
        small,
    };
    Ok(shown(documents::picture(&visit.app.services, &visit.actor, at.version()?, page, asked).await?))
}

fn shown(jpeg: Bytes) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(LOCKED)),
    ];
    (headers, jpeg).into_response()
}

/// `GET /t/{slug}/documents/{id}/original`: the file as it came, to be kept and never shown here.
pub(super) async fn original(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    let original = documents::original(&visit.app.services, &visit.actor, of.version()?).await?;
    let disposition = HeaderValue::from_str(&attachment(&original.name))
        .map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(original.media.mime())),
        (header::CONTENT_LENGTH, HeaderValue::from(original.size)),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(LOCKED)),
    ];
    // An end that is missing breaks the connection off: the browser knows that it doesn't have all of it.
    let body = Body::from_stream(original.bytes.inspect_err(|error| {
        tracing::error!(error = error as &dyn std::error::Error, "an original broke off");
    }));
    Ok((headers, body).into_response())
}

/// RFC 6266: a plain name for old readers, the full one in UTF-8 beside it.
fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' })
        .collect();
    let mut full = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'~') {
            full.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(full, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn f07_names_travel_whole_and_harmless() {
        assert_eq!(
            attachment("营业执照 1.pdf"),
            "attachment; filename=\"____ 1.pdf\"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%201.pdf"
        );
        let naughty = attachment("a\"; filename=evil.exe\r\nX: y.pdf");
        assert!(!naughty.contains('\r') && !naughty.contains('\n'));
        assert_eq!(naughty.matches('"').count(), 2, "{naughty}");
    }
}
