//! The walk along a tenant's chain, and what the last one found.

use crate::{Result, Services, tenants::authorise};
use domain::{Actor, audit::Event, permissions::Act};
use store::{
    TenantTx,
    audit::{self, Check, Verified},
};

/// Walks the chain of the actor's tenant and keeps what it found, for everyone who reads the log.
pub async fn verify(services: &Services, actor: &Actor) -> Result<Verified> {
    authorise(actor, Act::ReadAudit)?;
    let found = audit::verify(&services.db, actor.tenant()).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    audit::keep_check(&mut tx, found).await?;
    let (name, place) = match found {
        Verified::Whole(to) => ("audit.verified", to),
        Verified::Broken(at) => ("audit.found_broken", at),
    };
    tx.record(Event::new(name, "tenant", actor.tenant()).with("place", place));
    tx.commit().await?;
    Ok(found)
}

/// What the last walk found, if there ever was one.
pub async fn latest(services: &Services, actor: &Actor) -> Result<Option<Check>> {
    authorise(actor, Act::ReadAudit)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(audit::latest_check(&mut tx).await?)
}
