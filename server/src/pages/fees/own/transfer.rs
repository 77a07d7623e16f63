//! Claims brought in and taken out as CSV and JSON.

use super::{
    PATH,
    list::{self, shown},
};
use crate::web::{PageResult, Visit, files};
use app::{
    pages::fees::own::import::{self as page, Fault, Model},
    ui::FormState,
};
use axum::{
    extract::{Multipart, Path},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use services::{
    ServiceError,
    fees::claims::{
        self,
        transfer::{self, Kind, LineFault},
    },
};
use uuid::Uuid;

/// `GET /t/{slug}/console/fees/claims/import`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    claims::may_propose(&visit.actor)?;
    Ok(rendered(&visit, StatusCode::OK, Model::default()))
}

fn rendered(visit: &Visit, status: StatusCode, model: Model) -> axum::response::Response {
    let columns = (transfer::columns().to_vec(), transfer::needed().to_vec());
    visit.page_with(status, page::page(&visit.frame, &Model { columns, ..model }))
}

/// What was sent: a file to look at, or one that was looked at and is to be proposed.
enum Sent {
    Look(Vec<u8>, Kind),
    Propose(Vec<u8>, Kind),
    Nothing,
}

async fn sent(form: &mut Multipart) -> Result<Sent, crate::web::Fault> {
    let mut kind = Kind::Csv;
    while let Some(part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        let (field, name) = (part.name().map(str::to_owned), part.file_name().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|error| files::broken(&error))?.to_vec();
        match (field.as_deref(), name.filter(|name| !name.is_empty())) {
            (Some("kind"), _) if bytes == b"json" => kind = Kind::Json,
            (Some("text"), _) => return Ok(Sent::Propose(bytes, kind)),
            (Some("file"), Some(name)) => return Ok(Sent::Look(bytes, Kind::of(&name))),
            _ => {}
        }
    }
    Ok(Sent::Nothing)
}

/// `POST /t/{slug}/console/fees/claims/import`
pub(super) async fn take(visit: Visit, mut form: Multipart) -> PageResult {
    visit.signed_in()?;
    claims::may_propose(&visit.actor)?;
    match sent(&mut form).await? {
        Sent::Nothing => {
            let mut form = FormState::default();
            form.refuse("file", "form-error-file");
            Ok(rendered(&visit, StatusCode::UNPROCESSABLE_ENTITY, Model { form, ..Model::default() }))
        }
        Sent::Look(bytes, kind) => {
            let sheet = claims::check(&visit.app.services, &visit.actor, &bytes, kind).await?;
            if !sheet.faults.is_empty() {
                return Ok(wrong(&visit, sheet.faults));
            }
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let ready = Some((text, kind.word(), sheet.claims.len()));
            Ok(rendered(&visit, StatusCode::OK, Model { ready, ..Model::default() }))
        }
        Sent::Propose(bytes, kind) => {
            match claims::import(&visit.app.services, &visit.actor, &bytes, kind).await? {
                Ok(_) => {
                    let path = visit.frame.at(&format!("{PATH}?show=waiting"));
                    Ok(visit.see_other_saying(&path, "claims-imported"))
                }
                Err(faults) => Ok(wrong(&visit, faults)),
            }
        }
    }
}

fn wrong(visit: &Visit, faults: Vec<LineFault>) -> axum::response::Response {
    let faults = faults.into_iter().map(|fault| Fault {
        line: fault.line,
        column: fault.column,
        key: fault.key,
        args: fault.args,
    });
    let mut form = FormState::default();
    form.refuse_form("fees-import-error");
    let model = Model { form, faults: faults.collect(), ..Model::default() };
    rendered(visit, StatusCode::UNPROCESSABLE_ENTITY, model)
}

/// `POST /t/{slug}/console/fees/claims/imports/{import}/approve`
pub(super) async fn approve(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let id: Uuid = id.parse().map_err(|_| ServiceError::NotFound)?;
    let waiting = vec![("show".to_owned(), "waiting".to_owned())];
    match claims::approve_all(&visit.app.services, &visit.actor, id).await {
        Ok(_) => Ok(visit.see_other_saying(&visit.frame.at(PATH), "claims-approved")),
        Err(ServiceError::Conflict(key)) if key.starts_with("fees-own-why-") => {
            shown(&visit, &waiting, (StatusCode::CONFLICT, None), Some(key)).await
        }
        Err(ServiceError::Refused(_)) => {
            shown(&visit, &waiting, (StatusCode::CONFLICT, None), Some("fees-own-error-overlap")).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Whoever comes back to the button's own address sees the list.
pub(super) async fn back(visit: Visit) -> PageResult {
    list::back(visit).await
}

/// `GET /t/{slug}/console/fees/claims/export.csv`
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let text = transfer::write_csv(&claims::export(&visit.app.services, &visit.actor).await?);
    Ok(attached("text/csv; charset=utf-8; header=present", "attachment; filename=\"fee-claims.csv\"", text))
}

/// `GET /t/{slug}/console/fees/claims/export.json`
pub(super) async fn json(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let text = transfer::write_json(&claims::export(&visit.app.services, &visit.actor).await?);
    Ok(attached("application/json", "attachment; filename=\"fee-claims.json\"", text))
}

fn attached(kind: &'static str, name: &'static str, text: String) -> axum::response::Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
    ];
    (headers, text).into_response()
}
