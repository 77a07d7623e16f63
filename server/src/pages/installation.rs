//! `/`, and what development builds serve beside it.

use crate::web::{AppState, Fault, PageResult, Visit};
use app::pages::{development, installation};
use axum::{Router, routing::get};
use store::tenants::operate::{Which, overview};

/// Brands listed where an embedded run lists them.
const MOST_BRANDS: i64 = 20;

/// The routes; the page of the kit's states only where wanted.
pub fn routes(development: bool) -> Router<AppState> {
    let router = Router::new().route("/", get(front));
    if development { router.route("/development/kit", get(kit)) } else { router }
}

async fn front(visit: Visit) -> PageResult {
    let embedded = match visit.app.mailbox {
        Some(_) => Some(brands(&visit).await?),
        None => None,
    };
    Ok(visit.page(installation::page(&visit.frame, &installation::Model { embedded })))
}

/// Names and front pages of the first brands that are open.
async fn brands(visit: &Visit) -> Result<Vec<(String, String)>, Fault> {
    let all = overview(&visit.app.services.db, Which::After(""), MOST_BRANDS).await?;
    let open = all.into_iter().map(|one| one.tenant).filter(|tenant| !tenant.suspended);
    Ok(open.map(|tenant| (tenant.name(visit.frame.lang).to_owned(), format!("/t/{}", tenant.slug))).collect())
}

async fn kit(visit: Visit) -> PageResult {
    Ok(visit.page(development::kit(&visit.frame)))
}
