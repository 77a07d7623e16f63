//! `/t/{slug}/console/retention/{application}`: what keeps one, and what can be done about it.

use super::{application, entry, line};
use crate::web::{PageResult, Visit};
use app::{
    pages::retention::one::{self as page, Model},
    ui::FormState,
};
use axum::{extract::Path, http::StatusCode};
use domain::ApplicationId;
use services::retention::{self, Hold};

/// `GET /t/{slug}/console/retention/{application}`
pub(super) async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> PageResult {
    visit.signed_in()?;
    shown(&visit, application(&id)?, StatusCode::OK, FormState::default()).await
}

/// The page, with what was typed.
pub(super) async fn shown(
    visit: &Visit,
    id: ApplicationId,
    status: StatusCode,
    form: FormState,
) -> PageResult {
    let found = retention::one(&visit.app.services, &visit.actor, id).await?;
    let model = Model {
        kind: format!("applications-kind-{}-{}", found.line.kept.country, found.line.kept.kind)
            .to_lowercase()
            .replace('_', "-"),
        line: line(found.line),
        holds: found.holds.into_iter().map(hold).collect(),
        entries: found.erasures.into_iter().map(entry).collect(),
        is_aboard: found.is_aboard,
        may_erase: found.may_erase,
        today: found.today,
        form,
    };
    Ok(visit.page_with(status, page::page(&visit.frame, &model)))
}

fn hold(hold: Hold) -> page::Hold {
    page::Hold {
        id: hold.id.to_string(),
        reason: hold.reason,
        by: hold.placed_by,
        at: hold.placed_at,
        lifted: hold.lifted_by.zip(hold.lifted_at),
    }
}
