//! Going on with a phone: the picture to scan on one screen, the upload of one paper on the other.

use super::{Of, document, id, papers};
use crate::web::{Fault, PageResult, Visit, files, phones};
use app::{
    pages::{
        applications::Head,
        documents::{
            papers::field,
            phone::{self as page, Followed, Model, Shown},
        },
    },
    ui::{FieldError, FormState},
};
use axum::{
    Form,
    extract::{Multipart, Path, multipart::Field},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{ApplicationId, PhoneLinkId};
use serde::Deserialize;
use services::{
    ServiceError,
    documents::{
        Outcome,
        phone::{self, By, Look, Opened},
    },
};

/// What the button says.
#[derive(Deserialize)]
pub(super) struct Asked {
    paper: String,
    #[serde(default)]
    document: String,
}

/// `POST /t/{slug}/applications/{id}/papers/phone`: a link, shown once.
pub(super) async fn offer(visit: Visit, Path(of): Path<Of>, Form(asked): Form<Asked>) -> PageResult {
    visit.signed_in()?;
    let application = of.application()?;
    let replaces = if asked.document.is_empty() { None } else { Some(document(&asked.document)?) };
    let services = &visit.app.services;
    match phone::offer(services, &visit.actor, application, &asked.paper, replaces).await {
        Ok(made) => {
            let shown = Shown { link: made.link, qr: made.qr };
            let followed = followed(made.id, &made.followed);
            Ok(visit.page(page::follow(&visit.frame, &followed, Some(&shown))))
        }
        Err(ServiceError::Conflict(key)) => {
            let mut form = FormState::default();
            form.refuse_form(key);
            papers::again(&visit, application, StatusCode::CONFLICT, form).await
        }
        Err(other) => Err(other.into()),
    }
}

fn followed(link: PhoneLinkId, waiting: &phone::Followed) -> Followed {
    let application = &waiting.application;
    Followed {
        head: Head {
            id: application.id.0,
            number: application.case_number.clone(),
            name: application.name.clone(),
        },
        link: link.0,
        paper: waiting.paper.clone(),
        until: waiting.until,
    }
}

/// An application's link.
#[derive(Deserialize)]
pub(super) struct LinkOf {
    id: String,
    link: String,
}

/// `GET /t/{slug}/applications/{id}/papers/phone/{link}`: once nothing is waited for any more, it leads to the paper.
pub(super) async fn follow(visit: Visit, Path(of): Path<LinkOf>) -> PageResult {
    visit.signed_in()?;
    let (application, link): (ApplicationId, PhoneLinkId) = (id(&of.id)?, id(&of.link)?);
    match phone::followed(&visit.app.services, &visit.actor, application, link).await? {
        Ok(waiting) => Ok(visit.page(page::follow(&visit.frame, &followed(link, &waiting), None))),
        Err(paper) => {
            let path = visit.frame.at(&format!("/applications/{application}/papers#{paper}"));
            Ok(visit.see_other(&path))
        }
    }
}

/// Slug and token, as the address names them.
type At = Path<(String, String)>;

/// `GET /t/{slug}/phone/{token}`
pub(super) async fn show(visit: Visit, Path((_, token)): At, headers: HeaderMap) -> PageResult {
    let device = phones::device(&visit.app, &headers);
    look(&visit, by(&visit, &token, device.as_deref()), StatusCode::OK, FormState::default()).await
}

const fn by<'a>(visit: &Visit, token: &'a str, device: Option<&'a str>) -> By<'a> {
    By { token, device, from: visit.address }
}

/// What the link opens on this device, with this status where it opens anything.
async fn look(visit: &Visit, by: By<'_>, status: StatusCode, form: FormState) -> PageResult {
    match phone::look(&visit.app.services, &visit.actor, by).await? {
        Look::Open(opened) => {
            let model = model(visit, by.token, *opened, form);
            Ok(visit.page_with(status, page::page(&visit.frame, &model)))
        }
        Look::Used => Ok(visit.page(page::used(&visit.frame))),
        Look::Over => Ok(visit.page_with(StatusCode::GONE, page::over(&visit.frame))),
    }
}

fn model(visit: &Visit, token: &str, opened: Opened, form: FormState) -> Model {
    Model {
        path: visit.frame.at(&format!("/phone/{token}")),
        paper: opened.paper,
        replaces: opened.replaces,
        more: opened.more,
        until: opened.until,
        form,
    }
}

/// `POST /t/{slug}/phone/{token}`: the files of one paper. The device is given its mark with the answer.
pub(super) async fn take(
    visit: Visit,
    Path((_, token)): At,
    headers: HeaderMap,
    form: Multipart,
) -> PageResult {
    let device = phones::device(&visit.app, &headers).unwrap_or_else(|| phones::draw(&visit.app));
    let by = by(&visit, &token, Some(&device));
    let opened = match phone::look(&visit.app.services, &visit.actor, by).await? {
        Look::Open(opened) => opened,
        Look::Used => return shut(&visit, page::used(&visit.frame), form).await,
        Look::Over => return shut(&visit, page::over(&visit.frame), form).await,
    };
    let mut answer = all(&visit, by, &opened.paper.code, &headers, form).await?;
    answer.headers_mut().extend(phones::keep(&visit.app, &device));
    Ok(answer)
}

/// Nothing is taken: what comes is read and forgotten, for a browser that is still sending reads no answer.
async fn shut(visit: &Visit, page: app::Page, mut form: Multipart) -> PageResult {
    while let Ok(Some(mut part)) = form.next_field().await {
        files::drain(&mut part).await;
    }
    Ok(visit.page_with(StatusCode::CONFLICT, page))
}

/// Takes one file after the other; the first that isn't taken ends it, and the link stays open for the rest.
async fn all(visit: &Visit, by: By<'_>, paper: &str, headers: &HeaderMap, mut form: Multipart) -> PageResult {
    let mut sent = 0;
    while let Some(part) = form.next_field().await.map_err(|error| files::broken(&error))? {
        if part.file_name().is_none_or(str::is_empty) {
            continue;
        }
        let length = files::length(headers).filter(|_| sent == 0);
        if let Some(refused) = one(visit, by, paper, length, part).await? {
            return Ok(refused);
        }
        sent += 1;
    }
    if sent == 0 {
        let mut form = FormState::default();
        form.refuse(field(paper, None), "form-error-file");
        return look(visit, by, StatusCode::UNPROCESSABLE_ENTITY, form).await;
    }
    phone::close(&visit.app.services, &visit.actor, by).await?;
    Ok(visit.see_other(&visit.frame.at(&format!("/phone/{}", by.token))))
}

/// Takes one file; what is answered where it isn't taken.
async fn one(
    visit: &Visit,
    by: By<'_>,
    paper: &str,
    length: Option<u64>,
    mut part: Field<'_>,
) -> Result<Option<Response>, Fault> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let outcome = phone::send(&visit.app.services, &visit.actor, by, (name, length), &mut part).await;
    files::drain(&mut part).await;
    let mut form = FormState::default();
    let status = match outcome {
        Ok(Outcome::Arrived(_)) => return Ok(None),
        Ok(Outcome::Refused(refusal)) => {
            form.refuse(field(paper, None), refusal.message_key());
            files::status(refusal)
        }
        Ok(Outcome::Known(refusal)) => {
            let why = visit.frame.t(&refusal.message_key());
            form.add(FieldError::new(field(paper, None), "documents-refused-again").arg("why", why));
            files::status(refusal)
        }
        Err(ServiceError::Conflict(key)) => {
            form.refuse_form(key);
            StatusCode::CONFLICT
        }
        Err(error) => return Err(files::failed(error)),
    };
    look(visit, by, status, form).await.map(Some)
}
