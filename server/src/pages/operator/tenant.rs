//! One tenant: limits, suspension, jobs that were given up.

use super::{letters, tenant_of};
use crate::web::{PageResult, Visit, forms};
use app::{
    pages::operator::tenant::{self as page, Model},
    ui::FormState,
};
use axum::{Form, extract::Path, http::StatusCode};
use services::{
    Result, ServiceError,
    tenants::operate::{self, GIB, LimitsInput},
};

async fn model(visit: &Visit, slug: &str, form: Option<FormState>) -> Result<Model> {
    let (overview, dead) = operate::show(&visit.app.services, &visit.actor, slug).await?;
    let form = form.unwrap_or_else(|| {
        FormState::default()
            .with("staff_limit", overview.tenant.staff_limit.to_string())
            .with("storage_gib", (overview.tenant.storage_limit / GIB).to_string())
            .with("version", overview.tenant.version.to_string())
    });
    let dead = dead.into_iter().map(letters).collect();
    Ok(Model { tenant: tenant_of(overview), dead, form, now: visit.app.services.now() })
}

fn back(visit: &Visit, slug: &str, said: &str) -> axum::response::Response {
    visit.see_other_saying(&format!("/operator/tenants/{slug}"), said)
}

/// `GET /operator/tenants/{tenant}`
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> PageResult {
    visit.signed_in()?;
    let model = model(&visit, &slug, None).await?;
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
    match forms::again(done, sent)? {
        Ok(()) => Ok(back(&visit, &slug, "saved")),
        Err(form) => {
            let model = model(&visit, &slug, Some(form)).await?;
            Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, page::page(&visit.frame, &model)))
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
