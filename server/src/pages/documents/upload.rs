//! A file that is sent: it streams through, from the connection to the blob store.

use super::{Of, document, papers};
use crate::web::{Fault, PageResult, Visit, files};
use app::{
    pages::documents::papers::field,
    ui::{FieldError, FormState},
};
use axum::{
    extract::{Multipart, Path, multipart::Field},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{ApplicationId, DocumentId};
use services::{
    ServiceError,
    documents::{self, Outcome, Wanted},
};

/// Bytes of a field that isn't a file.
const LONGEST_WORD: usize = 200;

/// What the form says before its file.
#[derive(Default)]
struct Before {
    paper: Option<String>,
    document: Option<DocumentId>,
}

/// `POST /t/{slug}/applications/{id}/papers`: hidden fields first, then one file.
pub(super) async fn take(
    visit: Visit,
    Path(of): Path<Of>,
    headers: HeaderMap,
    mut form: Multipart,
) -> PageResult {
    visit.signed_in()?;
    let application = of.application()?;
    let mut before = Before::default();
    let mut sent = 0;
    while let Some(mut part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        if part.file_name().is_some() {
            // Several files may come with one form: each is taken by itself, and the first that isn't ends it.
            let length = files::length(&headers).filter(|_| sent == 0);
            match file(&visit, application, &before, length, part).await? {
                Some(refused) => return Ok(refused),
                None => sent += 1,
            }
            continue;
        }
        let name = part.name().unwrap_or_default().to_owned();
        let word = word(&mut part).await?;
        match name.as_str() {
            "paper" => before.paper = Some(word),
            "document" => before.document = Some(document(&word)?),
            _ => {}
        }
    }
    match before.paper.as_deref().filter(|_| sent > 0) {
        Some(paper) => Ok(papers::arrived(&visit, application, paper)),
        // A form without a file is one in which nothing was chosen.
        None => nothing_chosen(&visit, application, &before).await,
    }
}

/// Takes one file; what is answered where it isn't taken.
async fn file(
    visit: &Visit,
    application: ApplicationId,
    before: &Before,
    length: Option<u64>,
    mut part: Field<'_>,
) -> Result<Option<Response>, Fault> {
    let Some(paper) = before.paper.clone() else { return Err(ServiceError::NotFound.into()) };
    let name = part.file_name().unwrap_or_default().to_owned();
    if name.is_empty() {
        return nothing_chosen(visit, application, before).await.map(Some);
    }
    let wanted = Wanted { application, paper: paper.clone(), replaces: before.document, name, length };
    let outcome = documents::upload(&visit.app.services, &visit.actor, &wanted, &mut part).await;
    files::drain(&mut part).await;
    let mut form = FormState::default();
    match outcome {
        Ok(Outcome::Arrived(_)) => Ok(None),
        Ok(Outcome::Refused(refusal)) => {
            form.refuse(name_of_field(&paper, before), refusal.message_key());
            papers::again(visit, application, files::status(refusal), form).await.map(Some)
        }
        Ok(Outcome::Known(refusal)) => {
            let why = visit.frame.t(&refusal.message_key());
            form.add(
                FieldError::new(name_of_field(&paper, before), "documents-refused-again").arg("why", why),
            );
            papers::again(visit, application, files::status(refusal), form).await.map(Some)
        }
        Err(ServiceError::Conflict(key)) => {
            form.refuse_form(key);
            papers::again(visit, application, StatusCode::CONFLICT, form).await.map(Some)
        }
        Err(error) => Err(files::failed(error)),
    }
}

async fn nothing_chosen(visit: &Visit, application: ApplicationId, before: &Before) -> PageResult {
    let paper = before.paper.as_deref().ok_or(ServiceError::NotFound)?;
    let mut form = FormState::default();
    form.refuse(name_of_field(paper, before), "form-error-file");
    papers::again(visit, application, StatusCode::UNPROCESSABLE_ENTITY, form).await
}

fn name_of_field(paper: &str, before: &Before) -> String {
    field(paper, before.document.map(|document| document.0))
}

/// A short field, read to its end; a longer one isn't ours.
async fn word(part: &mut Field<'_>) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|error| files::broken(&error))? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_WORD {
            return Err(ServiceError::TooLarge.into());
        }
    }
    String::from_utf8(bytes).map_err(|_| ServiceError::NotFound.into())
}
