//! The file of a channel's answer: it streams through, as papers do.

use super::{
    application,
    desk::{self, Again},
};
use crate::web::{Fault, PageResult, Visit};
use app::ui::FormState;
use axum::{
    extract::{Multipart, Path},
    http::{HeaderMap, StatusCode, header},
};
use domain::{AnswerId, ApplicationId, documents::Refusal};
use serde::Deserialize;
use services::{
    ServiceError,
    documents::{self, Outcome},
};

/// Case and answer, as the address names them.
#[derive(Deserialize)]
pub(super) struct At {
    id: String,
    answer: String,
}

/// `POST /t/{slug}/desk/cases/{id}/channels/answers/{answer}/file`
pub(super) async fn take(
    visit: Visit,
    Path(at): Path<At>,
    headers: HeaderMap,
    mut form: Multipart,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&at.id)?;
    let answer: AnswerId = at.answer.parse().map_err(|_| ServiceError::NotFound)?;
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok());
    while let Some(mut part) = form.next_field().await.map_err(|_| Fault::bad_request())? {
        let Some(name) = part.file_name().map(str::to_owned).filter(|name| !name.is_empty()) else {
            continue;
        };
        let taken =
            documents::attach(&visit.app.services, &visit.actor, (id, answer), (name, length), &mut part)
                .await;
        // A browser that is still sending reads no answer: what is left of the file is read and forgotten.
        while matches!(part.chunk().await, Ok(Some(_))) {}
        return match taken {
            Ok(Outcome::Arrived(_)) => {
                let path = format!("{}?said=channel-file#answer-{answer}", desk::path(&visit, id));
                Ok(visit.see_other(&path))
            }
            Ok(Outcome::Refused(why) | Outcome::Known(why)) => {
                refused(&visit, (id, answer), why.message_key(), status(why)).await
            }
            Err(ServiceError::Unavailable { what: "upload", .. }) => Err(Fault::cut_off()),
            Err(error) => Err(error.into()),
        };
    }
    refused(&visit, (id, answer), "form-error-file".into(), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn refused(
    visit: &Visit,
    (id, answer): (ApplicationId, AnswerId),
    key: String,
    status: StatusCode,
) -> PageResult {
    let mut form = FormState::default();
    form.refuse(format!("file-{answer}"), key);
    let again = Again { file: Some((answer.to_string(), form)), ..Again::default() };
    desk::shown(visit, id, status, again).await
}

const fn status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::WrongKind => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
