//! The end of a credential, from a merchant's list or from the admin's, who says why.

use super::{credential, line};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::credentials::revoke::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::CredentialId;
use services::credentials::{self, Side};

/// Slug and credential, as the address names them.
type At = Path<(String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// The list on each side.
const fn list(side: Side) -> &'static str {
    match side {
        Side::Merchant => "/credentials",
        Side::Admin => "/console/credentials",
    }
}

/// `GET /t/{slug}/credentials/{id}/revoke`
pub(super) async fn show_own(visit: Visit, at: At) -> PageResult {
    show(visit, at, Side::Merchant).await
}

/// `GET /t/{slug}/console/credentials/{id}/revoke`
pub(super) async fn show_any(visit: Visit, at: At) -> PageResult {
    show(visit, at, Side::Admin).await
}

/// `POST /t/{slug}/credentials/{id}/revoke`
pub(super) async fn take_own(visit: Visit, at: At, sent: Sent) -> PageResult {
    take(visit, at, sent, Side::Merchant).await
}

/// `POST /t/{slug}/console/credentials/{id}/revoke`
pub(super) async fn take_any(visit: Visit, at: At, sent: Sent) -> PageResult {
    take(visit, at, sent, Side::Admin).await
}

async fn show(visit: Visit, Path((_, id)): At, side: Side) -> PageResult {
    visit.signed_in()?;
    asked(&visit, credential(&id)?, side, StatusCode::OK, FormState::default()).await
}

async fn asked(
    visit: &Visit,
    id: CredentialId,
    side: Side,
    status: StatusCode,
    form: FormState,
) -> PageResult {
    let credential = credentials::one(&visit.app.services, &visit.actor, id, side).await?;
    let reason = (side == Side::Admin).then_some(form);
    let model = Model { line: line(credential, visit.app.services.now()), list: list(side), reason };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

async fn take(visit: Visit, Path((_, id)): At, Form(pairs): Sent, side: Side) -> PageResult {
    visit.signed_in()?;
    let id = credential(&id)?;
    let sent = FormState::sent(pairs);
    let done = credentials::revoke(&visit.app.services, &visit.actor, id, side, sent.value("reason")).await;
    match forms::again(done, sent)? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at(list(side)), "credentials-revoked")),
        Err(form) => asked(&visit, id, side, StatusCode::UNPROCESSABLE_ENTITY, form).await,
    }
}
