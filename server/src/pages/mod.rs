//! Handlers by area: load what the page shows, or take a form; the same file does both.

pub mod accounts;
pub mod applications;
pub mod audit;
pub mod channels;
pub mod credentials;
pub mod documents;
pub mod fees;
pub mod installation;
pub mod mailbox;
pub mod operator;
pub mod overview;
mod query;
pub mod retention;
pub mod review;
pub mod screening;
pub mod tenants;
pub mod transfers;

use crate::web::AppState;
use axum::Router;

/// Everything that answers quickly.
pub fn routes(app: &AppState) -> Router<AppState> {
    let mut router = Router::new()
        .merge(accounts::routes())
        .merge(applications::routes())
        .merge(audit::routes())
        .merge(channels::routes())
        .merge(credentials::routes())
        .merge(fees::routes())
        .merge(installation::routes(app.web.development))
        .merge(operator::routes())
        .merge(overview::routes())
        .merge(retention::routes())
        .merge(review::routes())
        .merge(screening::routes())
        .merge(tenants::routes())
        .merge(transfers::routes());
    if app.mailbox.is_some() {
        router = router.merge(mailbox::routes());
    }
    if app.bank.is_some() {
        router = router.merge(transfers::bank_routes());
    }
    router
}

/// Uploads and downloads of papers, and of past payments: limits of their own.
pub fn slow_routes() -> Router<AppState> {
    documents::routes()
        .merge(channels::slow_routes())
        .merge(fees::slow_routes())
        .merge(screening::slow_routes())
        .merge(transfers::slow_routes())
}
