//! Who of the desk may come to a case at all.

use crate::{Result, ServiceError, accounts::demand_proof};
use domain::{Actor, ApplicationId, PersonId, permissions::Act};
use store::{
    TenantTx,
    applications::{Application, load, lock},
    review,
};

/// The person, where this act is theirs, and they have proved who they are where it demands that.
pub(crate) fn person(actor: &Actor, act: Act) -> Result<PersonId> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    if !actor.may(act) {
        return Err(ServiceError::Forbidden);
    }
    demand_proof(actor, act)?;
    Ok(person.id)
}

/// The application as a case, for looking.
///
/// One that was never handed in, or is a draft again, is no case, and whoever ever stood on its side has no such case:
/// either way it isn't there.
pub(crate) async fn seen(tx: &mut TenantTx, id: ApplicationId, by: PersonId) -> Result<Application> {
    let side = review::side(tx, id, Some(by)).await?;
    let application = load(tx, id).await?;
    if side.own || !application.state.is_case() {
        return Err(ServiceError::NotFound);
    }
    Ok(application)
}

/// The application as a case, for changing.
pub(crate) async fn held(tx: &mut TenantTx, id: ApplicationId, by: PersonId) -> Result<Application> {
    // Looked at before it is locked: a stranger's attempts make nobody wait.
    seen(tx, id, by).await?;
    Ok(lock(tx, id).await?)
}
