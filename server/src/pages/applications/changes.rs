//! What the desk asked for: seen at one glance, and explained where nothing is to be changed.

use super::{Of, head};
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::applications::changes::{Model, Request, explanation_field, page},
    pages::review::case::items::{anchor, redo},
    ui::{FieldNote, FormState},
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::applications::{Fault as What, Section, State};
use services::{ServiceError, applications};

/// `GET /t/{slug}/applications/{id}/changes`; where nothing is asked for, the status.
pub(super) async fn show(visit: Visit, Path(of): Path<Of>) -> PageResult {
    visit.signed_in()?;
    match model(&visit, &of, FormState::default()).await? {
        Some(model) => Ok(visit.page(page(&visit.frame, &model))),
        None => Ok(visit.see_other(&visit.frame.at(&format!("/applications/{}/status", of.application()?)))),
    }
}

/// `POST /t/{slug}/applications/{id}/changes`: an explanation of one of them.
pub(super) async fn explain(
    visit: Visit,
    Path(of): Path<Of>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let id = of.application()?;
    let typed = FormState::sent(pairs);
    let what = typed.value("what").to_owned();
    let token = What::from_token(&what).ok_or(ServiceError::NotFound)?;
    let text = typed.value(&explanation_field(&token)).to_owned();
    let done = applications::explain(&visit.app.services, &visit.actor, id, &what, &text).await;
    let path = visit.frame.at(&format!("/applications/{id}/changes"));
    if matches!(done, Err(ServiceError::Conflict(_))) {
        // Handed in or taken back meanwhile: the status says which.
        return Ok(visit.see_other(&path));
    }
    match forms::again(done, typed)? {
        Ok(()) => {
            let said = if text.trim().is_empty() { "explanation-taken-back" } else { "explanation-kept" };
            Ok(visit.see_other(&format!("{path}?said={said}#{}", anchor(&token))))
        }
        Err(form) => match model(&visit, &of, form).await? {
            Some(model) => Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page(&visit.frame, &model))),
            None => Ok(visit.see_other(&path)),
        },
    }
}

async fn model(visit: &Visit, of: &Of, mut form: FormState) -> Result<Option<Model>, Fault> {
    let found = applications::changes(&visit.app.services, &visit.actor, of.application()?).await?;
    let Some(found) = found else { return Ok(None) };
    let requests = found
        .requests
        .iter()
        .map(|request| Request {
            item: request.item.clone(),
            reply: request.reply,
            explanation: request.explanation.clone(),
            values: request.values.clone(),
            mine: request.mine,
        })
        .collect();
    if !form.is_refused() {
        for (what, text) in
            found.requests.iter().filter_map(|one| Some((&one.item.what, one.explanation.as_ref()?)))
        {
            form.set(explanation_field(what), text);
        }
    }
    Ok(Some(Model {
        head: head(&found.application),
        rules: found.rules.clone(),
        requests,
        until: found.until,
        submit: found.submit,
        form,
    }))
}

/// Notes each request at the very field of a section's form.
pub(super) fn note(visit: &Visit, form: &mut FormState, (state, section): (&State, &Section), changes: &str) {
    let State::ChangesRequested { items, .. } = state else { return };
    for item in items {
        let What::Field(code, field) = &item.what else { continue };
        let Some(input) = section
            .field(field)
            .filter(|_| *code == section.code)
            .and_then(|field| field.inputs().into_iter().next())
        else {
            continue;
        };
        let mut text = vec![];
        if !item.words.is_empty() {
            text.push(item.words.clone());
        }
        let way = format!("{changes}#{}", anchor(&item.what));
        let note = FieldNote {
            title: redo(&visit.frame, &item.what, item.reason),
            text,
            way: Some((visit.frame.t("applications-explanation-title"), way)),
        };
        form.note(input, note);
    }
}
