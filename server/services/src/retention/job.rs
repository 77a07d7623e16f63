//! What nothing keeps any more goes by itself.
//!
//! One job a tenant walks over what may be due, a batch at a time. Each application is one transaction, judged again
//! under its lock: whatever stops in between, what is gone is gone once and the rest is found by the next walk.

use super::{purge, view::term};
use crate::{
    Result, Services,
    applications::today,
    jobs::{JobError, walk},
};
use domain::{
    Actor, ApplicationId, TenantId,
    retention::{ABANDONED_DAYS, laws},
};
use store::{
    TenantTx,
    applications::lock,
    retention::{self, Cutoff},
    tenants,
};
use time::{Date, Duration};

/// The job's kind.
pub const KIND: &str = "retention.purge";

/// Sets the tenant's walk going where there is anything to look at. Where a tenant is shut its jobs wait.
pub async fn look_at_terms(services: &Services, tenant: TenantId) -> Result<()> {
    if tenants::by_id(&services.db, tenant).await?.suspended {
        return Ok(());
    }
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: KIND }).await?;
    if found(services, &mut tx, None, 1).await?.is_empty() {
        return Ok(());
    }
    walk::go_on(&mut tx, KIND, None).await?;
    Ok(tx.commit().await?)
}

/// What may be due by the latest day that it is anywhere; the rules say what is.
async fn found(
    services: &Services,
    tx: &mut TenantTx,
    after: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<ApplicationId>> {
    let latest = services.now().date().next_day().unwrap_or(Date::MAX);
    let cutoffs: Vec<Cutoff> = laws::all()
        .iter()
        .map(|law| Cutoff { country: law.country.clone(), day: years_before(latest, law.years) })
        .collect();
    let abandoned = latest - Duration::days(ABANDONED_DAYS);
    retention::see_all(tx).await?;
    Ok(retention::due(tx, &cutoffs, abandoned, after, limit).await?)
}

fn years_before(day: Date, years: u8) -> Date {
    let year = day.year() - i32::from(years);
    Date::from_calendar_date(year, day.month(), day.day().min(day.month().length(year))).unwrap_or(Date::MIN)
}

/// Runs a `retention.purge` job: one batch, and the next one's job where there is more.
///
/// What fails at one application is told when the others are done.
pub(crate) async fn run(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let after = walk::after(payload)?;
    let actor = Actor::System { tenant, job: KIND };
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let found = found(services, &mut tx, after, walk::BATCH).await?;
    walk::go_on_after(&mut tx, KIND, found.iter().copied()).await?;
    tx.commit().await?;
    let mut failed = None;
    for id in found {
        failed = one(services, &actor, id).await.err().or(failed);
    }
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// Purges one application where it is due.
async fn one(services: &Services, actor: &Actor, id: ApplicationId) -> Result<()> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    retention::see_all(&mut tx).await?;
    let application = lock(&mut tx, id).await?;
    let kept = retention::find(&mut tx, id).await?;
    if kept.purged_at.is_some() || !term(&kept)?.is_due(today(&kept.country, tx.now())) {
        return Ok(());
    }
    purge::purge(&mut tx, &application, None).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::years_before;
    use domain::retention::laws;
    use time::{Date, Duration, macros::date};

    /// Nothing that is due on a day lies beyond the day up to which it is looked for.
    #[test]
    fn whatever_is_due_is_found() {
        for law in laws::all() {
            let mut ended = date!(2023 - 12 - 20);
            while ended < date!(2028 - 03 - 05) {
                let due: Date = law.keeps_until(ended) + Duration::DAY;
                assert!(ended <= years_before(due, law.years), "{} {ended}", law.country);
                ended += Duration::DAY;
            }
        }
    }
}
