//! What comes back to the queue by itself: cases put off whose time has come, and cases that nobody has touched.

use super::{Denied, WorkTime, claims};
use crate::{Result, Services};
use domain::{
    Actor, ApplicationId, TenantId,
    review::{Handling, case::UNTOUCHED},
};
use store::{TenantTx, applications::lock, review, tenants};
use time::OffsetDateTime;

/// Cases looked at in one go.
const AT_ONCE: i64 = 200;

/// Brings back what is to come back in a tenant, and says how many cases that were. Any number of instances may do so
/// at once: each case is looked at again once it is held, and is brought back once.
///
/// What fails at one case is told when the others are done.
pub async fn tend(services: &Services, tenant: TenantId) -> Result<usize> {
    let actor = Actor::System { tenant, job: "case.tend" };
    let work = WorkTime::of(services, &tenants::by_id(&services.db, tenant).await?)?;
    let limit = work.before(services.now(), UNTOUCHED);
    let mut tx = TenantTx::read(&services.db, &actor).await?;
    let ids = review::to_come_back(&mut tx, limit, AT_ONCE).await?;
    drop(tx);
    let (mut back, mut failed) = (0, None);
    for id in ids {
        match bring_back(services, &actor, id, limit).await {
            Ok(()) => back += 1,
            // It was touched, taken up or closed in the meantime.
            Err(Denied::NotOpen(_) | Denied::Moved(_)) => {}
            Err(Denied::Service(error)) => failed = Some(error),
        }
    }
    failed.map_or(Ok(back), Err)
}

async fn bring_back(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    limit: OffsetDateTime,
) -> Result<(), Denied> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = lock(&mut tx, id).await?;
    let act = if application.desk.until().is_some() {
        Handling::Wake { now: tx.now() }
    } else {
        let touched = application.touched_at.or(application.claimed_at).unwrap_or(limit);
        Handling::LeftUntouched { touched, limit }
    };
    claims::carry_out(&mut tx, &mut application, &act).await?;
    Ok(tx.commit().await?)
}
