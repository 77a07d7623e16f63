//! Forms that bring a file: how long they say they are, how they break off, and how HTTP says why a file isn't taken.

use super::Fault;
use axum::{
    extract::multipart::{Field, MultipartError},
    http::{HeaderMap, StatusCode, header},
};
use domain::documents::Refusal;
use services::ServiceError;

/// What the request says of its own length; the form around the file is part of it.
pub fn length(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Reads what is left of a file and forgets it: a browser that is still sending reads no answer.
pub async fn drain(part: &mut Field<'_>) {
    while matches!(part.chunk().await, Ok(Some(_))) {}
}

/// A form that can't be read: cut off, or not one at all.
pub fn broken(error: &MultipartError) -> Fault {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ServiceError::TooLarge.into()
    } else {
        Fault::bad_request()
    }
}

/// What went wrong while a file came that isn't about the file: the sender went away or stopped, or something of ours.
pub fn failed(error: ServiceError) -> Fault {
    match error {
        ServiceError::Unavailable { what: "upload", .. } => Fault::cut_off(),
        error => error.into(),
    }
}

/// How HTTP says why a file isn't taken.
pub const fn status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::WrongKind | Refusal::Heic => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Refusal::Busy => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
