//! Every tenant.

use super::tenant_of;
use crate::web::{
    PageResult, Visit,
    csv::{self, Holds},
};
use app::pages::{
    operator::list::{self as page, Model},
    sheets::TENANTS,
};
use axum::extract::Query;
use serde::Deserialize;
use services::tenants::operate;

/// Where the page begins.
#[derive(Deserialize)]
pub(super) struct At {
    #[serde(default)]
    after: String,
}

/// `GET /operator`
pub(super) async fn show(visit: Visit, Query(at): Query<At>) -> PageResult {
    visit.signed_in()?;
    let (tenants, next) = operate::list(&visit.app.services, &visit.actor, &at.after).await?;
    let model = Model {
        tenants: tenants.into_iter().map(tenant_of).collect(),
        next: next.map(|slug| format!("/operator?after={slug}")),
        now: visit.app.services.now(),
    };
    Ok(visit.page(page::page(&visit.frame, &model)))
}

/// `GET /operator.csv`: every tenant as a file.
pub(super) async fn csv(visit: Visit) -> PageResult {
    visit.signed_in()?;
    csv::file(visit, &TENANTS, Holds::Figures, |visit, after: Option<String>| async move {
        let after = after.unwrap_or_default();
        let (tenants, next) = operate::list(&visit.app.services, &visit.actor, &after).await?;
        Ok((tenants.into_iter().map(tenant_of).collect(), next))
    })
    .await
}
