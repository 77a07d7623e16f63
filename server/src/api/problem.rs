//! The one shape of errors.

use utoipa::ToSchema;

/// What every refusal and failure looks like (RFC 9457).
#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, written by the middleware that renders faults")]
pub(super) struct Problem {
    /// Always `about:blank`.
    r#type: String,
    /// The status in words.
    title: String,
    /// The status.
    #[schema(example = 401)]
    status: u16,
    /// A word for programs.
    #[schema(example = "credential")]
    code: String,
    /// What to name when asking us.
    request_id: String,
}
