//! The end of a credential, from a merchant's list or from the admin's.

use super::line;
use crate::web::{PageResult, Visit};
use app::pages::credentials::revoke::{self as page, Model};
use axum::extract::Path;
use domain::CredentialId;
use services::{
    ServiceError,
    credentials::{self, Side},
};

/// Slug and credential, as the address names them.
type At = Path<(String, String)>;

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
pub(super) async fn take_own(visit: Visit, at: At) -> PageResult {
    take(visit, at, Side::Merchant).await
}

/// `POST /t/{slug}/console/credentials/{id}/revoke`
pub(super) async fn take_any(visit: Visit, at: At) -> PageResult {
    take(visit, at, Side::Admin).await
}

async fn show(visit: Visit, Path((_, id)): At, side: Side) -> PageResult {
    visit.signed_in()?;
    let id: CredentialId = id.parse().map_err(|_| ServiceError::NotFound)?;
    let credential = credentials::one(&visit.app.services, &visit.actor, id, side).await?;
    Ok(visit.page(page::page(&visit.frame, &Model { line: line(credential), list: list(side) })))
}

async fn take(visit: Visit, Path((_, id)): At, side: Side) -> PageResult {
    visit.signed_in()?;
    let id: CredentialId = id.parse().map_err(|_| ServiceError::NotFound)?;
    credentials::revoke(&visit.app.services, &visit.actor, id, side).await?;
    Ok(visit.see_other_saying(&visit.frame.at(list(side)), "credentials-revoked"))
}
