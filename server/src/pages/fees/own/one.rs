//! `/t/{slug}/console/fees/claims/{claim}`: one claim, with its history and what stands beside it.

use super::{PATH, claim, line};
use crate::web::{PageResult, Visit};
use app::{
    pages::fees::own::one::{self as page, Model},
    ui::FormState,
};
use axum::{extract::Path, http::StatusCode};
use domain::{FeeClaimId, permissions::Act};
use services::fees::claims;

/// What comes back to the page: what was typed, and why nothing was done.
#[derive(Default)]
pub(super) struct Again {
    pub(super) form: FormState,
    pub(super) trouble: Option<&'static str>,
}

/// The claim's page.
pub(super) fn path(visit: &Visit, id: FeeClaimId) -> String {
    visit.frame.at(&format!("{PATH}/{id}"))
}

/// `GET /t/{slug}/console/fees/claims/{claim}`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, claim(&id)?, StatusCode::OK, Again::default()).await
}

/// Whoever comes back to a button's own address sees the claim.
pub(super) async fn back(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    Ok(visit.see_other(&path(&visit, claim(&id)?)))
}

pub(super) async fn shown(visit: &Visit, id: FeeClaimId, status: StatusCode, again: Again) -> PageResult {
    let view = claims::one(&visit.app.services, &visit.actor, id).await?;
    let model = Model {
        line: line(view.claim),
        series: view.series.into_iter().map(line).collect(),
        beside: view.beside.into_iter().map(line).collect(),
        published: view.published,
        rehearsed: view.rehearsed,
        margins: view.margins,
        manages: visit.actor.may(Act::ManageFees),
        form: again.form,
        trouble: again.trouble.map(str::to_owned),
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}
