//! Terms that are over are noted, and those that soon will be are told of. Run by any number of instances at once:
//! each row is noted once.

use super::event;
use crate::{
    Result, Services,
    mail::{self, About, Template},
};
use domain::{
    Actor, CredentialId, TenantId,
    credentials::{Life, life},
};
use store::{StoreError, TenantTx, applications::merchants, credentials};
use time::Duration;

const JOB: &str = "credential.look_after";
/// How long before its end a merchant is reminded.
const AHEAD: Duration = Duration::WEEK;

/// Looks after the terms of a tenant's credentials.
///
/// # Errors
/// When the database fails; what was noted stays noted.
pub async fn look_after(services: &Services, tenant: TenantId) -> Result<()> {
    let actor = Actor::System { tenant, job: JOB };
    let (over, soon) = {
        let mut tx = TenantTx::read(&services.db, &actor).await?;
        let until = tx.now() + AHEAD;
        (credentials::over(&mut tx).await?, credentials::due_reminders(&mut tx, until).await?)
    };
    for id in over {
        done_once(expire(services, &actor, id).await)?;
    }
    for id in soon {
        done_once(remind(services, &actor, id).await)?;
    }
    Ok(())
}

/// Another instance was faster.
fn done_once(done: Result<(), StoreError>) -> Result<(), StoreError> {
    match done {
        Err(StoreError::Conflict) => Ok(()),
        done => done,
    }
}

async fn expire(services: &Services, actor: &Actor, id: CredentialId) -> Result<(), StoreError> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    let Life::Expired { at } = credential.life(tx.now()) else { return Ok(()) };
    credentials::expire(&mut tx, id, at).await?;
    tx.record(event("credential.expired", id, credential.merchant));
    tx.commit().await
}

async fn remind(services: &Services, actor: &Actor, id: CredentialId) -> Result<(), StoreError> {
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let credential = credentials::find(&mut tx, id).await?;
    if credential.state(tx.now()) != life::LifeKind::Active {
        return Ok(());
    }
    credentials::reminded(&mut tx, id).await?;
    for owner in merchants::owners(&mut tx, credential.merchant).await? {
        mail::to_person(&mut tx, owner, Template::CredentialExpiring, About::merchant(credential.merchant))
            .await
            .map_err(|_| StoreError::Corrupt("a mail's payload"))?;
    }
    tx.record(event("credential.expiry_told", id, credential.merchant));
    tx.commit().await
}
