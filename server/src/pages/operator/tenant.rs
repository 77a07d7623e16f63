//! One tenant: limits, an administrator's invitation, suspension, jobs that were given up.

use super::{letters, tenant_of};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::operator::tenant::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use domain::Lang;
use services::{
    Result, ServiceError,
    tenants::operate::{self, GIB, LimitsInput},
};

/// The page as it stands; whoever shows a form again puts what was typed in its place.
async fn model(visit: &Visit, slug: &str) -> Result<Model> {
    let (overview, dead) = operate::show(&visit.app.services, &visit.actor, slug).await?;
    let tenant = &overview.tenant;
    let limits = FormState::default()
        .with("staff_limit", tenant.staff_limit.to_string())
        .with("storage_gib", (tenant.storage_limit / GIB).to_string())
        .with("version", tenant.version.to_string());
    let lang = tenant.languages.first().copied().unwrap_or_default();
    let invite = FormState::default().with("lang", lang.tag());
    let dead = dead.into_iter().map(letters).collect();
    Ok(Model { tenant: tenant_of(overview), dead, limits, invite, now: visit.app.services.now() })
}

fn again(visit: &Visit, status: StatusCode, model: &Model) -> axum::response::Response {
    visit.page_with(status, page::page(&visit.frame, model))
}

fn back(visit: &Visit, slug: &str, said: &str) -> axum::response::Response {
    visit.see_other_saying(&format!("/operator/tenants/{slug}"), said)
}

/// `GET /operator/tenants/{tenant}`
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, &slug).await?;
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `POST /operator/tenants/{tenant}/limits`
pub(super) async fn set_limits(
    visit: Visit,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let input = LimitsInput {
        staff_limit: sent.value("staff_limit").to_owned(),
        storage_gib: sent.value("storage_gib").to_owned(),
        version: sent.value("version").parse().map_err(|_| ServiceError::Conflict("error-stale"))?,
    };
    let done = operate::set_limits(&visit.app.services, &visit.actor, &slug, &input).await;
    let stands = model(&visit, &slug).await?;
    match forms::again_over(done, sent, stands.limits.value("version"))? {
        Ok(()) => Ok(back(&visit, &slug, "saved")),
        Err((status, limits)) => Ok(again(&visit, status, &Model { limits, ..stands })),
    }
}

/// `POST /operator/tenants/{tenant}/invite`
pub(super) async fn invite_admin(
    visit: Visit,
    Path(slug): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> PageResult {
    visit.signed_in()?;
    let sent = FormState::sent(pairs);
    let lang = Lang::from_tag(sent.value("lang")).unwrap_or_default();
    let services = &visit.app.services;
    let done = operate::invite_admin(services, &visit.actor, &slug, sent.value("email"), lang).await;
    match forms::again(done, sent)? {
        Ok(()) => Ok(back(&visit, &slug, "operator-invited")),
        Err(invite) => {
            let model = Model { invite, ..model(&visit, &slug).await? };
            Ok(again(&visit, StatusCode::UNPROCESSABLE_ENTITY, &model))
        }
    }
}

/// `POST /operator/tenants/{tenant}/suspend`
pub(super) async fn suspend(visit: Visit, Path(slug): Path<String>) -> PageResult {
    visit.signed_in()?;
    operate::suspend(&visit.app.services, &visit.actor, &slug).await?;
    Ok(back(&visit, &slug, "operator-suspended"))
}

/// `POST /operator/tenants/{tenant}/resume`
pub(super) async fn resume(visit: Visit, Path(slug): Path<String>) -> PageResult {
    visit.signed_in()?;
    operate::resume(&visit.app.services, &visit.actor, &slug).await?;
    Ok(back(&visit, &slug, "operator-resumed"))
}

/// `POST /operator/tenants/{tenant}/retry`
pub(super) async fn retry(visit: Visit, Path(slug): Path<String>) -> PageResult {
    visit.signed_in()?;
    operate::retry_dead(&visit.app.services, &visit.actor, Some(&slug)).await?;
    Ok(back(&visit, &slug, "operator-retried"))
}
