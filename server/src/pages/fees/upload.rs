//! A file of past payments: it streams through, from the connection into groups.

use super::mixes::{home, shown};
use crate::web::{Fault, PageResult, Visit, files, forms};
use app::{
    pages::fees::mixes::{self as page, Upload},
    ui::FormState,
};
use axum::{
    extract::{Multipart, multipart::Field as Part},
    http::StatusCode,
    response::Response,
};
use domain::fees::intake::{Field, Refused};
use services::{
    ServiceError,
    fees::mixes::{self, MixInput, Owner},
};

/// Bytes of a field that isn't the file.
const LONGEST_WORD: usize = 1_000;
/// Fields before the file: more than there are, fewer than would do harm.
const MOST_WORDS: usize = 40;

/// Takes the form: what is said of the file first, then the file.
pub(super) async fn take(visit: &Visit, owner: Owner, mut form: Multipart) -> PageResult {
    // Who may not is told so before a byte of the file is read.
    mixes::may_upload(&visit.actor, owner)?;
    let mut pairs = Vec::new();
    while let Some(mut part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        if let Some(name) = part.file_name() {
            if name.is_empty() {
                break;
            }
            return file(visit, owner, FormState::sent(pairs), part).await;
        }
        let name = part.name().unwrap_or_default().to_owned();
        let value = word(&mut part).await?;
        if pairs.len() == MOST_WORDS {
            return Err(ServiceError::TooLarge.into());
        }
        pairs.push((name, value));
    }
    let mut form = FormState::sent(pairs);
    form.refuse("file", "form-error-file");
    shown(visit, owner, StatusCode::UNPROCESSABLE_ENTITY, Some(Upload { form, ..Upload::default() })).await
}

async fn file(visit: &Visit, owner: Owner, sent: FormState, mut part: Part<'_>) -> PageResult {
    let taken = mixes::upload(&visit.app.services, &visit.actor, owner, &input(&sent), &mut part).await;
    files::drain(&mut part).await;
    let taken = match taken {
        Err(ServiceError::TooLarge) => return too_large(visit, owner, sent).await,
        Err(error @ ServiceError::Unavailable { .. }) => return Err(files::failed(error)),
        taken => taken,
    };
    match forms::again(taken, sent.clone())? {
        Ok(Ok(id)) => {
            let path = home(owner).one(&visit.frame, &id.to_string());
            Ok(visit.see_other_saying(&path, "mixes-kept"))
        }
        Ok(Err(refused)) => again(visit, owner, sent, refused).await,
        Err(form) => {
            let upload = Upload { form, ..Upload::default() };
            shown(visit, owner, StatusCode::UNPROCESSABLE_ENTITY, Some(upload)).await
        }
    }
}

async fn too_large(visit: &Visit, owner: Owner, mut form: FormState) -> PageResult {
    form.refuse("file", "mixes-refused-bytes");
    let upload = Upload { form, ..Upload::default() };
    shown(visit, owner, StatusCode::PAYLOAD_TOO_LARGE, Some(upload)).await
}

/// The form with why the file isn't taken.
async fn again(
    visit: &Visit,
    owner: Owner,
    mut form: FormState,
    refused: Refused,
) -> Result<Response, Fault> {
    page::refuse(&mut form, &refused);
    let mut upload = Upload { form, ..Upload::default() };
    match refused {
        Refused::Columns(_, header) => upload.header = header,
        Refused::Lines(count, told) => upload.bad = Some((count, told)),
        _ => {}
    }
    shown(visit, owner, StatusCode::UNPROCESSABLE_ENTITY, Some(upload)).await
}

fn input(sent: &FormState) -> MixInput {
    let heading = |field: &Field| (*field, sent.value(&page::field_name(*field)).to_owned());
    MixInput {
        name: sent.value("name").to_owned(),
        currency: sent.value("currency").to_owned(),
        headings: Field::ALL.iter().map(heading).collect(),
    }
}

/// A short field, read to its end; a longer one isn't ours.
async fn word(part: &mut Part<'_>) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(|error| files::broken(&error))? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_WORD {
            return Err(ServiceError::TooLarge.into());
        }
    }
    String::from_utf8(bytes).map_err(|_| Fault::bad_request())
}
