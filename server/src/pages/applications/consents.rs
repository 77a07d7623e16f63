//! Consents: listed, looked at, taken back, given again.

use super::{Of, head};
use crate::web::{PageResult, Visit};
use app::pages::applications::consents::{self as page, Consent, Model};
use axum::{Form, extract::Path};
use domain::ConsentId;
use serde::Deserialize;
use services::{
    Result, ServiceError,
    applications::{self, Consents},
};
use store::applications::consents::Consent as Row;

/// A consent of a path.
#[derive(Deserialize)]
pub(super) struct At {
    id: String,
    consent: String,
}

impl At {
    fn of(&self) -> Of {
        Of { id: self.id.clone() }
    }

    fn consent(&self) -> Result<ConsentId> {
        self.consent.parse().map_err(|_| ServiceError::NotFound)
    }
}

/// A consent, as pages show it.
pub(crate) fn consent(row: &Row) -> Consent {
    Consent {
        id: row.id.0,
        kind: row.kind.clone(),
        version: row.text_version.clone(),
        by: row.given_by.clone(),
        at: row.given_at,
        address: row.address.clone(),
        withdrawn: row.withdrawn.clone(),
    }
}

fn model(found: &Consents) -> Model {
    Model {
        head: head(&found.application),
        given: found.given.iter().map(consent).collect(),
        lacking: found.lacking.clone(),
        follows: found.follows,
    }
}

/// `GET /t/{slug}/applications/{id}/consents`
pub(super) async fn list(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    let found = applications::consents(&visit.app.services, &visit.actor, of.application()?).await?;
    Ok(visit.page(page::page(&visit.frame, &model(&found))))
}

/// `GET /t/{slug}/applications/{id}/consents/{consent}`
pub(super) async fn show(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let id = at.consent()?;
    let found = applications::consents(&visit.app.services, &visit.actor, at.of().application()?).await?;
    let model = model(&found);
    let one = model.given.iter().find(|one| one.id == id.0).ok_or(ServiceError::NotFound)?;
    Ok(visit.page(page::one(&visit.frame, &model, one)))
}

/// `POST /t/{slug}/applications/{id}/consents/{consent}`: takes it back.
pub(super) async fn withdraw(visit: Visit, Path(at): Path<At>) -> PageResult {
    visit.signed_in()?;
    let (application, id) = (at.of().application()?, at.consent()?);
    let done = applications::withdraw_consent(&visit.app.services, &visit.actor, application, id).await;
    let list = visit.frame.at(&format!("/applications/{application}/consents"));
    match done {
        Ok(_) => Ok(visit.see_other_saying(&list, "consent-withdrawn")),
        // Taken back already, in another window: the list says so.
        Err(ServiceError::Conflict(_)) => Ok(visit.see_other(&list)),
        Err(other) => Err(other.into()),
    }
}

/// What the button that gives one again says.
#[derive(Deserialize)]
pub(super) struct Given {
    kind: String,
}

/// `POST /t/{slug}/applications/{id}/consents`: gives one again that was taken back after handing in.
pub(super) async fn give(visit: Visit, Path(of): Path<Of>, Form(given): Form<Given>) -> PageResult {
    visit.signed_in()?;
    let id = of.application()?;
    let address = visit.address.to_string();
    let done = applications::give_consent(&visit.app.services, &visit.actor, id, &given.kind, &address).await;
    let list = visit.frame.at(&format!("/applications/{id}/consents"));
    match done {
        Ok(()) => Ok(visit.see_other_saying(&list, "consent-given")),
        // It stands already, or isn't asked for any more: the list says so.
        Err(ServiceError::Conflict(_)) => Ok(visit.see_other(&list)),
        Err(other) => Err(other.into()),
    }
}
