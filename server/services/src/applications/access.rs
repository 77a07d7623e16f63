//! Who of the merchant's side may see and do what.

use crate::{Result, ServiceError};
use domain::{Actor, ApplicationId, permissions::Act};
use store::{
    StoreError, TenantTx,
    applications::{Application, load, lock},
};

/// The application, for looking, where this actor may do `act` with it.
///
/// Whoever may not see it is told that it isn't there; whoever may see it but not do this is told so.
pub(crate) async fn seen(tx: &mut TenantTx, id: ApplicationId, act: Act) -> Result<Application> {
    let application = load(tx, id).await?;
    allowed(tx.actor(), &application, act)?;
    Ok(application)
}

/// The application, for changing; see [`seen`].
pub(crate) async fn held(tx: &mut TenantTx, id: ApplicationId, act: Act) -> Result<Application> {
    // Looked at before it is locked: a stranger's attempts make nobody wait.
    seen(tx, id, act).await?;
    Ok(lock(tx, id).await?)
}

fn allowed(actor: &Actor, application: &Application, act: Act) -> Result<()> {
    if !actor.may_at(application.merchant, Act::ViewOwnApplication) {
        return Err(StoreError::NotFound.into());
    }
    if actor.may_at(application.merchant, act) { Ok(()) } else { Err(ServiceError::Forbidden) }
}
