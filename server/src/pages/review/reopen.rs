//! A closed application is taken up again.

use super::{super::query::Pairs, application, case::refused, case_path};
use crate::web::{Fault, PageResult, Visit, forms};
use app::{
    pages::review::act::{Ask, Model, page},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::{ApplicationId, applications::StateKind};
use services::{
    ServiceError,
    review::{self, Denied},
};

pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, application(&id)?, FormState::default()).await?;
    Ok(visit.page(page(&visit.frame, &model)))
}

pub(super) async fn take(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    let typed = FormState::sent(pairs);
    match review::reopen(&visit.app.services, &visit.actor, id, typed.value("reason")).await {
        // What is its merchant's draft again is no case to go back to.
        Ok(StateKind::Draft) => Ok(visit.see_other_saying(&visit.frame.at("/desk"), "reopened")),
        Ok(_) => Ok(visit.see_other_saying(&case_path(&visit, id), "reopened")),
        Err(Denied::Service(ServiceError::Refused(refusal))) => {
            let model = model(&visit, id, forms::refused(typed, refusal)).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page(&visit.frame, &model)))
        }
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}

async fn model(visit: &Visit, id: ApplicationId, form: FormState) -> Result<Model, Fault> {
    let view = review::case(&visit.app.services, &visit.actor, id).await?;
    Ok(Model {
        path: case_path(visit, id),
        number: view.application.case_number.clone(),
        name: view.application.name.clone(),
        ask: Ask::Reopen(view.application.state.kind(), view.acts.why_not_reopen.map(str::to_owned)),
        form,
    })
}
