//! What is done every so often beside the jobs, by every process that works them off. All of it may be done twice.

use crate::{Services, accounts, documents};
use std::time::Duration as Wait;
use store::{jobs, tenants};
use time::Duration;
use tokio::sync::watch;

/// How often uploads whose sender went away are given up.
const OFTEN: Wait = Wait::from_mins(2);
/// Of those turns, how many make an hour, and how many a day.
const HOUR: u32 = 30;
const DAY: u32 = 24 * HOUR;
/// How long a job that is done is remembered.
const REMEMBERED: Duration = Duration::days(14);

/// Runs until told to stop.
pub(super) async fn run(services: Services, mut stop: watch::Receiver<bool>) {
    let mut turn: u32 = 0;
    loop {
        tokio::select! {
            () = tokio::time::sleep(OFTEN) => {}
            _ = stop.changed() => return,
        }
        turn = turn.wrapping_add(1);
        if turn.is_multiple_of(HOUR) {
            note("forgetting old counters and sessions", accounts::tidy(&services).await);
            let before = services.now() - REMEMBERED;
            note("forgetting old jobs", jobs::sweep(&services.db, before).await.map(drop));
        }
        each_tenant(&services, turn.is_multiple_of(DAY)).await;
    }
}

/// Gives up stale uploads of every tenant; where it is time, compares all rows with all objects.
async fn each_tenant(services: &Services, all: bool) {
    let tenants = match tenants::ids(&services.db).await {
        Ok(tenants) => tenants,
        Err(error) => {
            note("listing tenants", Err(error));
            return;
        }
    };
    for tenant in tenants {
        if all {
            note("comparing rows and objects", documents::reconcile(services, tenant).await.map(drop));
        } else {
            note("giving up stale uploads", documents::give_up_stale(services, tenant).await.map(drop));
        }
    }
}

fn note<E: std::error::Error + 'static>(what: &'static str, done: Result<(), E>) {
    if let Err(error) = done {
        tracing::warn!(what, error = &error as &dyn std::error::Error, "upkeep failed; it comes round again");
    }
}
