//! Handlers of the operator's console. The tenant of an address is named `{tenant}` here: whoever operates acts on
//! the platform, not in the tenant.

mod create;
mod list;
mod tenant;

use crate::web::{AppState, PageResult, Visit};
use app::pages::operator::{DeadLetters, Queue, Tenant, health};
use axum::{
    Router,
    routing::{get, post},
};
use services::tenants::operate;
use store::{
    jobs::{self, Health},
    tenants::operate::Overview,
};

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/operator", get(list::show))
        .route("/operator.csv", get(list::csv))
        .route("/operator/new", get(create::show).post(create::take))
        .route("/operator/health", get(show_health))
        .route("/operator/health/retry", post(retry))
        .route("/operator/tenants/{tenant}", get(tenant::show))
        .route("/operator/tenants/{tenant}/limits", post(tenant::set_limits))
        .route("/operator/tenants/{tenant}/invite", post(tenant::invite_admin))
        .route("/operator/tenants/{tenant}/suspend", post(tenant::suspend))
        .route("/operator/tenants/{tenant}/resume", post(tenant::resume))
        .route("/operator/tenants/{tenant}/retry", post(tenant::retry))
}

/// `GET /operator/health`
async fn show_health(visit: Visit) -> PageResult {
    visit.signed_in()?;
    let (health, dead) = operate::health(&visit.app.services, &visit.actor).await?;
    let model = health::Model {
        queue: queue(health),
        dead: dead.into_iter().map(letters).collect(),
        now: visit.app.services.now(),
    };
    Ok(visit.page(health::page(&visit.frame, &model)))
}

/// `POST /operator/health/retry`
async fn retry(visit: Visit) -> PageResult {
    visit.signed_in()?;
    operate::retry_dead(&visit.app.services, &visit.actor, None).await?;
    Ok(visit.see_other_saying("/operator/health", "operator-retried"))
}

fn count(number: impl TryInto<u64>) -> u64 {
    number.try_into().unwrap_or_default()
}

fn queue(health: Health) -> Queue {
    Queue { open: count(health.open), oldest_due: health.oldest_due, dead: count(health.dead) }
}

fn letters(dead: jobs::DeadLetters) -> DeadLetters {
    DeadLetters { kind: dead.kind, reason: dead.reason, count: count(dead.count), last: dead.last }
}

fn tenant_of(overview: Overview) -> Tenant {
    let tenant = overview.tenant;
    Tenant {
        slug: tenant.slug,
        name_en: tenant.name_en,
        name_zh: tenant.name_zh,
        languages: tenant.languages.iter().map(|lang| lang.own_name()).collect(),
        time_zone: tenant.time_zone,
        currency: tenant.currency,
        calendar: tenant.calendar,
        sla_hours: count(tenant.sla_hours),
        suspended: tenant.suspended,
        has_admin: overview.has_admin,
        staff: (count(overview.staff_used), count(tenant.staff_limit)),
        storage: (count(overview.storage_used), count(tenant.storage_limit)),
        queue: queue(overview.health),
        created_at: overview.created_at,
    }
}
