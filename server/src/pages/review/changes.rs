//! What goes back to the merchant: previewed, and sent.

use super::{application, case::refused, case_path};
use crate::web::{Fault, PageResult, Visit};
use app::{
    pages::review::changes::{Model, page},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::ApplicationId;
use serde::Deserialize;
use services::review::{self, Denied};

/// What the preview's form says.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    seen: String,
}

pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, application(&id)?).await?;
    Ok(visit.page(page(&visit.frame, &model)))
}

pub(super) async fn send(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(sent): Form<Sent>,
) -> PageResult {
    visit.signed_in()?;
    let id = application(&id)?;
    match review::send(&visit.app.services, &visit.actor, id, &sent.seen).await {
        Ok(()) => Ok(visit.see_other_saying(&case_path(&visit, id), "changes-sent")),
        Err(Denied::Moved(_)) => {
            let model = Model { moved: true, ..model(&visit, id).await? };
            Ok(visit.page_with(StatusCode::CONFLICT, page(&visit.frame, &model)))
        }
        Err(denied) => refused(&visit, id, FormState::default(), denied).await,
    }
}

async fn model(visit: &Visit, id: ApplicationId) -> Result<Model, Fault> {
    let preview = review::preview(&visit.app.services, &visit.actor, id).await?;
    Ok(Model {
        path: case_path(visit, id),
        number: preview.application.case_number,
        rules: preview.rules.clone(),
        items: preview.items,
        lang: preview.lang,
        until: preview.until,
        seen: preview.seen,
        why_not: preview.why_not.map(str::to_owned),
        moved: false,
    })
}
