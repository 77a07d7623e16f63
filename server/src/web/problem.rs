//! The one shape of errors outside pages (RFC 9457): what the API answers, and the command line prints.

use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

/// What every refusal and failure looks like.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`.
    r#type: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    #[schema(example = 401)]
    status: u16,
    /// A word for programs.
    #[schema(example = "credential")]
    code: String,
    /// What of the body can't be used, where that has a place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Unusable>,
    /// What to name when asking us.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

/// Something in a body that can't be used.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Unusable {
    /// The way to it; empty for the whole.
    #[schema(example = "claims[0].refund.fee")]
    path: String,
    /// What is wrong with it.
    #[schema(example = "must not be negative")]
    what: String,
}

impl Problem {
    pub(super) fn new(status: StatusCode, code: &str, errors: Vec<Unusable>) -> Self {
        Self {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            code: code.to_owned(),
            errors,
            request_id: None,
        }
    }

    pub(super) fn of_request(self, id: &str) -> Self {
        Self { request_id: Some(id.to_owned()), ..self }
    }
}

impl From<domain::fees::Fault> for Unusable {
    fn from(fault: domain::fees::Fault) -> Self {
        Self { path: fault.path, what: fault.what }
    }
}
