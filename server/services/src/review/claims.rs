//! Claiming a case and letting go of it.

use super::{Denied, access};
use crate::Services;
use domain::{Actor, ApplicationId, applications::Why, audit::Event, permissions::Act};
use store::{StoreError, TenantTx, review};

/// Takes a waiting case.
///
/// # Errors
/// [`Denied::NotOpen`] where somebody was faster, or the case isn't waiting.
pub async fn claim(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    match review::claim(&mut tx, id, by).await {
        Err(StoreError::Conflict) if application.claimed_by == Some(by) => return Ok(()),
        Err(StoreError::Conflict) if application.claimed_by.is_some() => {
            return Err(Why::ClaimedByOther.into());
        }
        Err(StoreError::Conflict) => return Err(Why::NotNow.into()),
        done => done?,
    }
    tx.record(Event::new("case.claimed", "application", id).on(id));
    Ok(tx.commit().await?)
}

/// Puts a case back into the queue.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs (any more).
pub async fn release(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    access::held(&mut tx, id, by).await?;
    match review::release(&mut tx, id, by).await {
        Err(StoreError::Conflict) => return Err(Why::NotClaimed.into()),
        done => done?,
    }
    tx.record(Event::new("case.released", "application", id).on(id));
    Ok(tx.commit().await?)
}
