//! The merchant's side of the signature: who is waited for, and the link that is shown or sent to them.

use super::{Of, head};
use crate::web::{PageResult, Visit};
use app::{
    pages::applications::signing::{self as page, Link, Model, Shown},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::ApplicationId;
use serde::Deserialize;
use services::{
    ServiceError,
    applications::signing::{self, Waiting},
};

/// `GET /t/{slug}/applications/{id}/signing`: once nobody is waited for any more, it leads to where the application
/// stands.
pub(super) async fn show(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    answer(&visit, of.application()?, StatusCode::OK, None, FormState::default()).await
}

/// How the link is to go.
#[derive(Deserialize)]
pub(super) struct How {
    #[serde(default)]
    by: String,
}

/// `POST /t/{slug}/applications/{id}/signing`: a new link, to be scanned from the page that answers, or by mail.
pub(super) async fn make(visit: Visit, Path(of): Path<Of>, Form(how): Form<How>) -> PageResult {
    visit.signed_in()?;
    let (services, id) = (&visit.app.services, of.application()?);
    let made = if how.by == "mail" {
        signing::send(services, &visit.actor, id).await.map(|()| None)
    } else {
        signing::show(services, &visit.actor, id).await.map(Some)
    };
    match made {
        Ok(None) => {
            let path = visit.frame.at(&format!("/applications/{id}/signing"));
            Ok(visit.see_other_saying(&path, "signing-sent"))
        }
        Ok(Some(shown)) => {
            let shown = Shown { link: shown.link, qr: shown.qr };
            answer(&visit, id, StatusCode::OK, Some(shown), FormState::default()).await
        }
        Err(ServiceError::Conflict(key)) => {
            let mut form = FormState::default();
            form.refuse_form(key);
            answer(&visit, id, StatusCode::CONFLICT, None, form).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn answer(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    shown: Option<Shown>,
    form: FormState,
) -> PageResult {
    match signing::waiting(&visit.app.services, &visit.actor, id).await? {
        Some(waiting) => Ok(visit.page_with(status, page::page(&visit.frame, &model(waiting, shown, form)))),
        None => Ok(visit.see_other(&visit.frame.at(&format!("/applications/{id}/status")))),
    }
}

fn model(waiting: Waiting, shown: Option<Shown>, form: FormState) -> Model {
    Model {
        head: head(&waiting.application),
        section: waiting.section,
        name: waiting.name,
        address: waiting.address,
        ends: waiting.ends,
        link: waiting.link.map(|link| Link {
            by_mail: link.by_mail,
            at: link.at,
            opened: link.opened,
            until: link.until,
        }),
        shown,
        submit: waiting.submit,
        form,
    }
}
