//! The tenant's own settings.

use crate::web::{PageResult, Visit, forms};
use app::{
    pages::tenants::settings::{self as page, Model},
    ui::FormState,
};
use axum::Form;
use services::{
    ServiceError,
    tenants::settings::{self, Input},
};
use store::tenants::Tenant;

fn as_saved(tenant: &Tenant) -> FormState {
    let policy = &tenant.policy;
    FormState::default()
        .with("draft_days", policy.draft_days.to_string())
        .with("changes_days", policy.changes_days.to_string())
        .with("sla_hours", tenant.sla_hours.to_string())
        .with("test_credentials", if policy.test_credentials { "yes" } else { "" })
        .with("version", tenant.version.to_string())
}

/// `GET /t/{slug}/console/settings`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let tenant = settings::show(&visit.app.services, &visit.actor).await?;
    Ok(visit.page(page::page(&visit.frame, &Model { form: as_saved(&tenant) })))
}

/// `POST /t/{slug}/console/settings`
pub(super) async fn take(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let tenant = settings::show(&visit.app.services, &visit.actor).await?;
    let input = Input {
        draft_days: sent.value("draft_days").to_owned(),
        changes_days: sent.value("changes_days").to_owned(),
        sla_hours: sent.value("sla_hours").to_owned(),
        test_credentials: sent.value("test_credentials") == "yes",
        version: sent.value("version").parse().map_err(|_| ServiceError::Conflict("error-stale"))?,
    };
    let done = settings::save(&visit.app.services, &visit.actor, &input).await;
    match forms::again_over(done, sent, &tenant.version.to_string())? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/console/settings"), "saved")),
        Err((status, form)) => Ok(visit.page_with(status, page::page(&visit.frame, &Model { form }))),
    }
}
