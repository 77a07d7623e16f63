//! The tenant's own settings.

use crate::web::{PageResult, Visit, forms};
use app::{
    pages::tenants::settings::{self as page, Model},
    ui::FormState,
};
use axum::{Form, http::StatusCode};
use services::{
    ServiceError,
    tenants::settings::{self, Input},
    transfers::{self, AccountInput},
};
use store::tenants::Tenant;

fn as_saved(tenant: &Tenant) -> FormState {
    let policy = &tenant.policy;
    FormState::default()
        .with("draft_days", policy.draft_days.to_string())
        .with("changes_days", policy.changes_days.to_string())
        .with("sla_hours", tenant.sla_hours.to_string())
        .with("test_credentials", ticked(policy.test_credentials))
        .with("account_verification", ticked(policy.account_verification))
        .with("signing", ticked(policy.signing))
        .with("version", tenant.version.to_string())
}

fn ticked(on: bool) -> &'static str {
    if on { "yes" } else { "" }
}

/// The tenant's own account, as it is kept.
async fn account_as_saved(visit: &Visit) -> Result<FormState, ServiceError> {
    let kept = transfers::own_account(&visit.app.services, &visit.actor).await?.unwrap_or_default();
    Ok(FormState::default().with("holder", kept.holder).with("bank", kept.bank).with("number", kept.number))
}

/// `GET /t/{slug}/console/settings`
pub(super) async fn show(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let tenant = settings::show(&visit.app.services, &visit.actor).await?;
    let model = Model { form: as_saved(&tenant), account: account_as_saved(&visit).await? };
    Ok(visit.page(page::page(&visit.frame, &model)))
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
        account_verification: sent.value("account_verification") == "yes",
        signing: sent.value("signing") == "yes",
        version: sent.value("version").parse().map_err(|_| ServiceError::Conflict("error-stale"))?,
    };
    let done = settings::save(&visit.app.services, &visit.actor, &input).await;
    match forms::again_over(done, sent, &tenant.version.to_string())? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/console/settings"), "saved")),
        Err((status, form)) => {
            let model = Model { form, account: account_as_saved(&visit).await? };
            Ok(visit.page_with(status, page::page(&visit.frame, &model)))
        }
    }
}

/// `POST /t/{slug}/console/settings/account`
pub(super) async fn take_account(visit: Visit, Form(pairs): Form<Vec<(String, String)>>) -> PageResult {
    visit.signed_in()?;
    let tenant = settings::show(&visit.app.services, &visit.actor).await?;
    let sent = FormState::sent(pairs);
    let value = |name: &str| sent.value(name).to_owned();
    let input = AccountInput { holder: value("holder"), bank: value("bank"), number: value("number") };
    let done = transfers::save_own_account(&visit.app.services, &visit.actor, &input).await;
    match forms::again(done, sent)? {
        Ok(()) => Ok(visit.see_other_saying(&visit.frame.at("/console/settings"), "saved")),
        Err(account) => {
            let model = Model { form: as_saved(&tenant), account };
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
        }
    }
}
