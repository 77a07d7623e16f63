//! Every merchant's credentials, for an admin.

use super::line;
use crate::web::{PageResult, Visit};
use app::pages::credentials::all::{self as page, Model};
use axum::extract::Query;
use domain::CredentialId;
use serde::Deserialize;
use services::{ServiceError, credentials};

/// Where the page begins.
#[derive(Deserialize)]
pub(super) struct At {
    before: Option<String>,
}

/// `GET /t/{slug}/console/credentials`
pub(super) async fn list(visit: Visit, Query(at): Query<At>) -> PageResult {
    visit.signed_in()?;
    let before =
        at.before.map(|id| id.parse::<CredentialId>()).transpose().map_err(|_| ServiceError::NotFound)?;
    let (found, next) = credentials::all(&visit.app.services, &visit.actor, before).await?;
    let model = Model {
        credentials: found.into_iter().map(line).collect(),
        next: next.map(|id| visit.frame.at(&format!("/console/credentials?before={id}"))),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}
