//! What has to be done now and then: forgetting what is long past, giving up uploads whose sender went away, bringing
//! rows and objects into agreement. Each of it may be done by any number of instances at once.

use domain::TenantId;
use services::{Services, accounts, documents};
use std::time::Duration;
use store::tenants::operate::{Which, overview};
use tokio::{sync::watch, time::sleep};

/// How often uploads are looked at.
const OFTEN: Duration = Duration::from_mins(5);
/// Every how many times the rest is done too.
const SELDOM: u32 = 12;
/// How long jobs that are done stay visible.
const DONE_JOBS: time::Duration = time::Duration::days(30);
/// Tenants looked up at once.
const PAGE: i64 = 100;

/// Does it until told to stop.
pub async fn keep_house(services: Services, mut stop: watch::Receiver<bool>) {
    let mut round = 0_u32;
    while !*stop.borrow() {
        tokio::select! {
            () = sleep(OFTEN) => {}
            _ = stop.changed() => return,
        }
        round = round.wrapping_add(1);
        if let Err(error) = once(&services, round.is_multiple_of(SELDOM)).await {
            tracing::warn!(error = &*error as &dyn std::error::Error, "housekeeping is left for later");
        }
    }
}

/// One round; the thorough one walks over every object too.
///
/// # Errors
/// When a dependency fails; what was done stays done.
pub async fn once(
    services: &Services,
    thorough: bool,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    if thorough {
        accounts::tidy(services).await?;
        store::jobs::sweep(&services.db, services.now() - DONE_JOBS).await?;
    }
    for tenant in tenants(services).await? {
        documents::give_up_stale(services, tenant).await?;
        if thorough {
            let found = documents::reconcile(services, tenant).await?;
            if found.given_up + found.dropped + found.missing.len() > 0 {
                tracing::warn!(
                    %tenant,
                    given_up = found.given_up,
                    dropped = found.dropped,
                    missing = found.missing.len(),
                    "rows and objects did not agree"
                );
            }
        }
    }
    Ok(())
}

async fn tenants(services: &Services) -> store::Result<Vec<TenantId>> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = overview(&services.db, Which::After(&after), PAGE).await?;
        let Some(last) = page.last() else { return Ok(all) };
        after.clone_from(&last.tenant.slug);
        all.extend(page.iter().map(|one| one.tenant.id));
    }
}
