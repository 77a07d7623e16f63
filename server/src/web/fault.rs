//! What a handler can't answer: carried out of it, rendered by the middleware in the reader's language, or as
//! `application/problem+json` under `/api`.

use super::{
    AppState,
    problem::{Problem, Unusable},
    visit,
};
use app::{Frame, pages::errors};
use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::{Actor, TenantId};
use services::ServiceError;
use std::sync::{Arc, Mutex, PoisonError};
use store::StoreError;

/// What a handler of a page answers.
pub type PageResult = Result<Response, Fault>;

/// The frame of the page to come, as far as a request's handling has found it out: a page that says why there is
/// none wears it.
#[derive(Clone, Default)]
pub(super) struct FrameSlot(Arc<Mutex<Option<Frame>>>);

impl FrameSlot {
    pub(super) fn put(&self, frame: Frame) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(frame);
    }

    pub(super) fn get(&self) -> Option<Frame> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn take(&self) -> Option<Frame> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The message of an act that demands a proof: told in words only where no form can ask for it.
const PROOF: &str = "errors-proof";

/// Why there is no page.
#[derive(Clone, Debug)]
pub struct Fault {
    status: StatusCode,
    /// A message key of the error page.
    key: &'static str,
    retry_after: Option<u32>,
    /// Where to sign in, for a page that needs it.
    sign_in: Option<String>,
    /// What of a request's body can't be used, where that has a place.
    unusable: Vec<Unusable>,
    /// The chain, for the log.
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Fault {
    const fn of(status: StatusCode, key: &'static str) -> Self {
        Self { status, key, retry_after: None, sign_in: None, unusable: Vec::new(), cause: None }
    }

    /// The way to sign in, and back to `path`.
    pub fn sign_in(path: &str) -> Self {
        Self { sign_in: Some(sign_in_path(path)), ..Self::of(StatusCode::UNAUTHORIZED, "errors-signed-out") }
    }

    /// An API credential that opens nothing, whatever the reason.
    pub(crate) const fn credential() -> Self {
        Self::of(StatusCode::UNAUTHORIZED, "errors-credential")
    }

    /// An API credential that is good, but not from this address.
    pub(crate) const fn credential_address() -> Self {
        Self::of(StatusCode::FORBIDDEN, "errors-credential-address")
    }

    /// Too often.
    pub fn too_many(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..Self::of(StatusCode::TOO_MANY_REQUESTS, "errors-too-many") }
    }

    pub(super) const fn cross_site() -> Self {
        Self::of(StatusCode::FORBIDDEN, "errors-cross-site")
    }

    /// A request that can't be read.
    pub(crate) const fn bad_request() -> Self {
        Self::of(StatusCode::BAD_REQUEST, "errors-bad-request")
    }

    /// A body of another kind than asked for.
    pub(crate) const fn media_type() -> Self {
        Self::of(StatusCode::UNSUPPORTED_MEDIA_TYPE, "errors-media-type")
    }

    /// A body with something in it that can't be used.
    pub(crate) fn unusable(faults: Vec<domain::fees::Fault>) -> Self {
        let unusable = faults.into_iter().map(Unusable::from).collect();
        Self { unusable, ..Self::of(StatusCode::UNPROCESSABLE_ENTITY, "errors-refused") }
    }

    /// A body that names something that isn't there, or may not be known to be.
    pub(crate) fn unknown(fault: domain::fees::Fault) -> Self {
        Self { unusable: vec![fault.into()], ..Self::of(StatusCode::NOT_FOUND, "errors-not-found") }
    }

    /// A body that didn't come to its end.
    pub(crate) const fn cut_off() -> Self {
        Self::of(StatusCode::REQUEST_TIMEOUT, "errors-timeout")
    }

    pub(super) const fn suspended() -> Self {
        Self::of(StatusCode::SERVICE_UNAVAILABLE, "errors-suspended")
    }

    pub(super) fn no_session() -> Self {
        Self::of(StatusCode::INTERNAL_SERVER_ERROR, "errors-internal")
    }

    /// As one problem: what the API answers, and the command line prints.
    pub(crate) fn problem(&self) -> Problem {
        Problem::new(self.status, self.key.trim_start_matches("errors-"), self.unusable.clone())
    }

    /// Whether it is but a fresh proof that is missing.
    pub(super) fn wants_proof(&self) -> bool {
        self.key == PROOF
    }

    /// Its status.
    pub const fn status(&self) -> StatusCode {
        self.status
    }
}

fn sign_in_path(path: &str) -> String {
    let to: String = path.bytes().map(escape).collect();
    format!("/account/sign-in?to={to}")
}

fn escape(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}

impl From<ServiceError> for Fault {
    fn from(error: ServiceError) -> Self {
        match error {
            ServiceError::NotFound => Self::of(StatusCode::NOT_FOUND, "errors-not-found"),
            ServiceError::Forbidden => Self::of(StatusCode::FORBIDDEN, "errors-forbidden"),
            ServiceError::ProofNeeded => Self::of(StatusCode::FORBIDDEN, PROOF),
            ServiceError::SignedOut => Self::of(StatusCode::UNAUTHORIZED, "errors-signed-out"),
            ServiceError::Refused(_) => Self::of(StatusCode::UNPROCESSABLE_ENTITY, "errors-refused"),
            ServiceError::Conflict("error-both-sides") => Self::of(StatusCode::CONFLICT, "errors-both-sides"),
            ServiceError::Conflict(_) => Self::of(StatusCode::CONFLICT, "errors-stale"),
            ServiceError::TooMany { retry_after } => Self::too_many(retry_after),
            ServiceError::TooLarge => Self::of(StatusCode::PAYLOAD_TOO_LARGE, "errors-too-large"),
            ServiceError::Unavailable { .. } => Self {
                retry_after: Some(5),
                cause: Some(Arc::new(error)),
                ..Self::of(StatusCode::SERVICE_UNAVAILABLE, "errors-unavailable")
            },
            ServiceError::Internal(_) => Self {
                cause: Some(Arc::new(error)),
                ..Self::of(StatusCode::INTERNAL_SERVER_ERROR, "errors-internal")
            },
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        ServiceError::from(error).into()
    }
}

impl From<tower_sessions::session::Error> for Fault {
    /// A session that can't be read is a dependency that is down: nobody is taken for anybody.
    fn from(error: tower_sessions::session::Error) -> Self {
        ServiceError::Unavailable { what: "sessions", source: Some(Box::new(error)) }.into()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The word for a bare status that a library answered.
const fn key_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "errors-not-found",
        StatusCode::METHOD_NOT_ALLOWED => "errors-method",
        StatusCode::PAYLOAD_TOO_LARGE => "errors-too-large",
        StatusCode::UNSUPPORTED_MEDIA_TYPE => "errors-media-type",
        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::BAD_REQUEST => "errors-bad-request",
        // What the router's own time limit answers.
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE => "errors-timeout",
        _ => "errors-internal",
    }
}

/// Renders faults, and bare error statuses of libraries, as pages or problems.
pub(super) async fn render(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let slot = FrameSlot::default();
    parts.extensions.insert(slot.clone());
    let seen = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let fault = match response.extensions_mut().remove::<Fault>() {
        Some(fault) => fault,
        None if is_bare_error(&response) => Fault::of(response.status(), key_of(response.status())),
        None => return response,
    };
    let request_id =
        seen.headers.get("x-request-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some(cause) = &fault.cause {
        tracing::error!(
            request_id,
            status = fault.status.as_u16(),
            error = &**cause as &dyn std::error::Error,
            "request failed"
        );
    }
    let mut answer = if seen.uri.path().starts_with("/api/") {
        problem(&fault, request_id)
    } else if let Some(way) = fault.sign_in.as_ref().filter(|_| seen.method == Method::GET) {
        visit::see_other(way)
    } else {
        let nobody = || visit::frame(&app, &seen, None, None, &Actor::Visitor { tenant: TenantId::PLATFORM });
        let frame = slot.take().unwrap_or_else(nobody);
        let problem = errors::Problem {
            status: fault.status.as_u16(),
            key: fault.key.into(),
            request_id: request_id.into(),
            sign_in: fault.sign_in.clone().unwrap_or_else(|| sign_in_path(&frame.path)),
            wait_seconds: fault.retry_after.unwrap_or_default(),
        };
        visit::document(fault.status, &frame, errors::page(&frame, &problem))
    };
    for cookie in response.headers().get_all(header::SET_COOKIE) {
        answer.headers_mut().append(header::SET_COOKIE, cookie.clone());
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if let Some(seconds) = fault.retry_after {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer
}

/// An error that isn't a page or a problem already.
fn is_bare_error(response: &Response) -> bool {
    let status = response.status();
    let dressed = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        let kind = kind.as_bytes();
        kind.starts_with(b"text/html") || kind.starts_with(b"application/")
    });
    (status.is_client_error() || status.is_server_error()) && !dressed
}

fn problem(fault: &Fault, request_id: &str) -> Response {
    let body = fault.problem().of_request(request_id);
    let mut response = (fault.status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if fault.status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
