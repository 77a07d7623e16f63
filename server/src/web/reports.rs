//! What browsers report of a breach of our policy: noted in the log by what was breached, and by nothing of the page.

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
};
use serde::Deserialize;

/// A browser gathers reports of a minute; more than this is none of its own.
pub(super) const LIMIT: usize = 64 * 1024;
/// So many of one delivery are noted.
const NOTED: usize = 8;

/// Of one report what may stand in a log. Addresses are left out: they hold ids and links that are good once.
#[derive(Deserialize)]
struct Report {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    body: Breach,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Breach {
    effective_directive: String,
    #[serde(rename = "blockedURL")]
    blocked_url: String,
}

impl Breach {
    /// Which part of the policy, if it is a word of one.
    fn directive(&self) -> &str {
        let word = &self.effective_directive;
        let plain = word.len() <= 32 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        if plain { word } else { "-" }
    }

    /// What was kept out: a word (`inline`, `eval`), or that it was an address.
    fn kept_out(&self) -> &str {
        match self.blocked_url.as_str() {
            word @ ("inline" | "eval" | "wasm-eval" | "data" | "blob") => word,
            _ => "an address",
        }
    }
}

/// `POST /api/reports`: 204, also to what isn't a breach; 415 and 400 to what is no report at all.
pub(super) async fn take(headers: HeaderMap, body: Bytes) -> StatusCode {
    let media = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !media.starts_with("application/reports+json") {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE;
    }
    let Ok(reports) = serde_json::from_slice::<Vec<Report>>(&body) else {
        return StatusCode::BAD_REQUEST;
    };
    let breaches = reports.iter().filter(|report| report.kind == "csp-violation");
    for Report { body, .. } in breaches.take(NOTED) {
        tracing::warn!(
            directive = body.directive(),
            kept_out = body.kept_out(),
            "a page breached its policy"
        );
    }
    StatusCode::NO_CONTENT
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn answer(media: &'static str, body: &'static str) -> u16 {
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, media.parse().unwrap())]);
        take(headers, Bytes::from_static(body.as_bytes())).await.as_u16()
    }

    #[tokio::test]
    async fn reports_are_taken_and_nothing_else() {
        let breach = r#"[{"type":"csp-violation","url":"https://x.example/account/reset/secret",
            "body":{"effectiveDirective":"script-src-elem","blockedURL":"inline"}}, {"type":"deprecation"}]"#;
        assert_eq!(answer("application/reports+json", breach).await, 204);
        assert_eq!(answer("application/reports+json", "{}").await, 400);
        assert_eq!(answer("application/json", breach).await, 415);
    }

    #[test]
    fn what_is_noted_are_words_of_a_policy() {
        let made_up = Breach {
            effective_directive: "Ada Wong".into(),
            blocked_url: "https://evil.example/?id=110105194912310000".into(),
        };
        assert_eq!((made_up.directive(), made_up.kept_out()), ("-", "an address"));
        let real = Breach { effective_directive: "img-src".into(), blocked_url: "data".into() };
        assert_eq!((real.directive(), real.kept_out()), ("img-src", "data"));
    }
}
