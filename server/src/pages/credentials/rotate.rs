//! A credential is replaced: the new secret stands in the answer itself.

use super::{credential, line, own};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::credentials::{
        drawn::Replaced,
        rotate::{self as page, Model},
    },
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::CredentialId;
use services::{
    Result, ServiceError,
    credentials::{self, Side},
};

async fn model(visit: &Visit, id: CredentialId, form: FormState) -> Result<Model> {
    let found = credentials::one(&visit.app.services, &visit.actor, id, Side::Merchant).await?;
    Ok(Model { line: line(found, visit.app.services.now()), form })
}

/// `GET /t/{slug}/credentials/{id}/rotate`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, credential(&id)?, FormState::default()).await?;
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `POST /t/{slug}/credentials/{id}/rotate`: the one answer that holds the new secret. Sent twice, the second finds the
/// credential replaced and is refused.
pub(super) async fn take(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let id = credential(&id)?;
    let sent = FormState::sent(pairs);
    let done = credentials::rotate(&visit.app.services, &visit.actor, id, sent.value("overlap")).await;
    if matches!(done, Err(ServiceError::Conflict(_))) {
        return own::spent(&visit, id).await;
    }
    match forms::again(done, sent)? {
        // Nothing is read any more: a secret that is drawn is shown.
        Ok(rotated) => {
            let replaced = rotated.until.map_or(Replaced::AtOnce, Replaced::Until);
            Ok(own::shown(&visit, rotated.drawn, replaced))
        }
        Err(form) => {
            let model = model(&visit, id, form).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}
