//! `/t/{slug}/applications/{id}/account`: the merchant's part of proving its account.

use super::super::applications::head;
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::transfers::own::{self as page, Model},
    ui::{FieldError, FormState},
};
use axum::{Form, extract::Path, http::StatusCode, response::Response};
use domain::{ApplicationId, applications::StateKind};
use services::{
    ServiceError,
    transfers::{self, OwnProof, Told},
};

type At = Path<(String, String)>;

fn named(id: &str) -> Result<ApplicationId, Fault> {
    id.parse().map_err(|_| ServiceError::NotFound.into())
}

fn status(visit: &Visit, id: ApplicationId) -> String {
    visit.frame.at(&format!("/applications/{id}/status"))
}

/// `GET /t/{slug}/applications/{id}/account`
pub(super) async fn show(visit: Visit, Path((_, id)): At) -> PageResult {
    visit.signed_in()?;
    shown(&visit, named(&id)?, StatusCode::OK, FormState::default()).await
}

/// The page; whoever is at another step is led to where they are.
async fn shown(visit: &Visit, id: ApplicationId, code: StatusCode, form: FormState) -> PageResult {
    let view = transfers::own(&visit.app.services, &visit.actor, id).await?;
    if view.application.state.kind() != StateKind::AccountVerification {
        return Ok(visit.see_other(&status(visit, id)));
    }
    Ok(visit.page_with(code, page::page(&visit.frame, &model(view, form))))
}

fn model(view: OwnProof, form: FormState) -> Model {
    Model {
        head: head(&view.application),
        state: view.proof.map(|proof| proof.kind()),
        ways: view.ways,
        account: view.account,
        tries_left: view.proof.map_or(0, |proof| proof.tries_left()),
        given: view.given.map(|given| page::Given {
            amount: given.amount,
            holder: given.to.holder,
            bank: given.to.bank,
            number: given.to.number,
        }),
        reference: view.reference,
        currency: view.currency,
        misfit: view.misfit,
        until: view.until,
        form,
    }
}

/// `POST /t/{slug}/applications/{id}/account/way`
pub(super) async fn choose(
    visit: Visit,
    Path((_, id)): At,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (named(&id)?, FormState::sent(pairs));
    let chosen = transfers::choose(&visit.app.services, &visit.actor, id, typed.value("way")).await;
    match forms::again(chosen, typed)? {
        Ok(()) => Ok(visit.see_other(&visit.frame.at(&format!("/applications/{id}/account")))),
        Err(form) => shown(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

/// `POST /t/{slug}/applications/{id}/account`
pub(super) async fn tell(
    visit: Visit,
    Path((_, id)): At,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let (id, typed) = (named(&id)?, FormState::sent(pairs));
    let told = transfers::tell(&visit.app.services, &visit.actor, id, typed.value("amount")).await;
    match forms::again(told, typed.clone())? {
        Ok(outcome) => answered(&visit, id, outcome, typed).await,
        Err(form) => shown(&visit, id, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}

async fn answered(
    visit: &Visit,
    id: ApplicationId,
    outcome: Told,
    mut typed: FormState,
) -> Result<Response, Fault> {
    match outcome {
        Told::Right => Ok(visit.see_other_saying(&status(visit, id), "account-told")),
        Told::Failed => Ok(visit.see_other(&status(visit, id))),
        Told::Wrong(left) => {
            let args = vec![("left", left.to_string())];
            typed.add(FieldError { field: "amount".into(), key: "transfers-error-wrong".into(), args });
            shown(visit, id, StatusCode::UNPROCESSABLE_ENTITY, typed).await
        }
    }
}
