//! The contract behind a claim: it comes in while the claim waits, and is kept, never shown here.

use super::{
    claim,
    one::{Again, path, shown},
};
use crate::web::{PageResult, Visit, files, forms};
use app::ui::FormState;
use axum::{
    extract::{Multipart, Path},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use services::{Refusal, ServiceError, fees::claims};

/// Whatever a browser makes of it, it may do nothing with it.
const LOCKED: &str = "default-src 'none'; sandbox";

/// `GET /t/{slug}/console/fees/claims/{claim}/file`
pub(super) async fn open(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id = claim(&id)?;
    let file = claims::open(&visit.app.services, &visit.actor, id).await?;
    let (kind, end) = match file.kind.as_str() {
        "pdf" => ("application/pdf", "pdf"),
        "jpeg" => ("image/jpeg", "jpg"),
        _ => ("image/png", "png"),
    };
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"contract-{id}.{end}\""))
        .map_err(|error| ServiceError::Internal(Box::new(error)))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(LOCKED)),
    ];
    Ok((headers, file.bytes).into_response())
}

/// `POST /t/{slug}/console/fees/claims/{claim}/file`
pub(super) async fn take(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    mut form: Multipart,
) -> PageResult {
    visit.signed_in()?;
    let id = claim(&id)?;
    claims::may_propose(&visit.actor)?;
    let mut done = Err(Refusal::at("file", "form-error-file").into());
    while let Some(part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        let Some(name) = part.file_name().map(str::to_owned).filter(|name| !name.is_empty()) else {
            continue;
        };
        let bytes = part.bytes().await.map_err(|error| files::broken(&error))?.to_vec();
        done = claims::keep(&visit.app.services, &visit.actor, id, (&name, bytes)).await;
        break;
    }
    match done {
        Err(ServiceError::Conflict(key)) if key.starts_with("fees-own-why-") => {
            shown(&visit, id, StatusCode::CONFLICT, Again { trouble: Some(key), ..Again::default() }).await
        }
        done => match forms::again(done, FormState::default())? {
            Ok(()) => Ok(visit.see_other_saying(&path(&visit, id), "claim-file")),
            Err(form) => {
                let again = Again { form, ..Again::default() };
                shown(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, again).await
            }
        },
    }
}
