//! Use cases of tenants: what the operator does to them, and what an admin does in one.

pub mod branding;
pub mod invitations;
pub mod members;
mod names;
pub mod operate;
pub mod operators;
pub mod settings;
pub mod staff;
mod zone;

use crate::{Result, ServiceError, accounts::demand_proof};
use domain::{Actor, permissions::Act};
use store::{TenantTx, tenants::staff as rows};

/// Whether a role at the tenant allows the act. To whoever isn't staff the console doesn't exist.
pub fn authorise(actor: &Actor, act: Act) -> Result<()> {
    if actor.may(act) {
        return Ok(());
    }
    let staff = actor.person().is_some_and(|person| !person.staff.is_empty());
    Err(if staff { ServiceError::Forbidden } else { ServiceError::NotFound })
}

/// The same for changing something: a fresh proof is demanded where the act demands one.
fn authorise_change(actor: &Actor, act: Act) -> Result<()> {
    authorise(actor, act)?;
    demand_proof(actor, act)
}

/// Takes the lock of the tenant's staff and settings, and looks again whether the acting person may: the roles that came
/// with the request may have been taken away since. Gives the staff limit.
async fn lock(tx: &mut TenantTx, act: Act) -> Result<i32> {
    let limit = rows::lock(tx).await?;
    if let Some(person) = tx.actor().person().map(|person| person.id) {
        let standing = rows::find(tx, person).await?.filter(|member| member.active);
        if !standing.is_some_and(|member| member.roles.iter().any(|role| role.may(act))) {
            return Err(ServiceError::Forbidden);
        }
    }
    Ok(limit)
}
