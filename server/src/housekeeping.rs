//! What has to be done now and then: forgetting what is long past, giving up uploads whose sender went away, bringing
//! rows and objects into agreement, telling of what runs out. Each of it may be done by any number of instances at once. What fails is logged and
//! left for the next round; the rest goes on.

use domain::TenantId;
use services::{Services, accounts, applications, credentials, documents, retention, review};
use std::{error::Error, time::Duration};
use store::{jobs, tenants};
use tokio::{sync::watch, time::sleep};

/// How often the desk's cases are looked at: what was put off until nine is back at nine.
const DESK: Duration = Duration::from_mins(1);
/// Every how many times uploads are looked at too.
const OFTEN: u32 = 5;
/// Every how many times the rest is done as well.
const SELDOM: u32 = 60;
/// How long jobs that are done stay visible.
const DONE_JOBS: time::Duration = time::Duration::days(30);

/// Does it until told to stop.
pub async fn keep_house(services: Services, mut stop: watch::Receiver<bool>) {
    let mut round = 0_u32;
    while !*stop.borrow() {
        tokio::select! {
            () = sleep(DESK) => {}
            _ = stop.changed() => return,
        }
        round = round.wrapping_add(1);
        tend_desks(&services).await;
        if round.is_multiple_of(OFTEN) {
            once(&services, round.is_multiple_of(SELDOM)).await;
        }
    }
}

/// What comes back to each desk's queue by itself.
pub async fn tend_desks(services: &Services) {
    match tenants::ids(&services.db).await {
        Ok(tenants) => {
            for tenant in tenants {
                note("bringing a tenant's cases back", review::tend(services, tenant).await.map(drop));
            }
        }
        Err(error) => note("listing tenants", Err(error)),
    }
}

/// One round; the thorough one walks over every object too.
pub async fn once(services: &Services, thorough: bool) {
    if thorough {
        note("forgetting old counters and sessions", accounts::tidy(services).await);
        let before = services.now() - DONE_JOBS;
        note("forgetting old jobs", jobs::sweep(&services.db, before).await.map(drop));
    }
    match tenants::ids(&services.db).await {
        Ok(tenants) => {
            for tenant in tenants {
                note("looking after a tenant's papers", papers(services, tenant, thorough).await);
                if thorough {
                    note("looking at what runs out", applications::look_at_ends(services, tenant).await);
                    note(
                        "looking at what nothing keeps any more",
                        retention::look_at_terms(services, tenant).await,
                    );
                    note(
                        "looking at papers that run out",
                        applications::look_at_papers(services, tenant).await,
                    );
                }
                note("looking after a tenant's credentials", credentials::look_after(services, tenant).await);
            }
        }
        Err(error) => note("listing tenants", Err(error)),
    }
}

async fn papers(services: &Services, tenant: TenantId, thorough: bool) -> services::Result<()> {
    if !thorough {
        documents::give_up_stale(services, tenant).await?;
        return Ok(());
    }
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
    Ok(())
}

fn note<E: Error + 'static>(what: &'static str, done: Result<(), E>) {
    if let Err(error) = done {
        tracing::warn!(what, error = &error as &dyn Error, "housekeeping is left for later");
    }
}
