//! The file of a channel's answer: it streams through, as papers do.

use super::{
    application,
    desk::{self, Again},
};
use crate::web::{PageResult, Visit, files};
use app::ui::FormState;
use axum::{
    extract::{Multipart, Path},
    http::{HeaderMap, StatusCode},
};
use domain::{AnswerId, ApplicationId};
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
    let length = files::length(&headers);
    while let Some(mut part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        let Some(name) = part.file_name().map(str::to_owned).filter(|name| !name.is_empty()) else {
            continue;
        };
        let taken =
            documents::attach(&visit.app.services, &visit.actor, (id, answer), (name, length), &mut part)
                .await;
        files::drain(&mut part).await;
        return match taken {
            Ok(Outcome::Arrived(_)) => {
                let path = format!("{}?said=channel-file#answer-{answer}", desk::path(&visit, id));
                Ok(visit.see_other(&path))
            }
            Ok(Outcome::Refused(why) | Outcome::Known(why)) => {
                refused(&visit, (id, answer), why.message_key(), files::status(why)).await
            }
            Err(error) => Err(files::failed(error)),
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
