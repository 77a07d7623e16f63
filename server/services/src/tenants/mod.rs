//! Use cases of tenants: what the operator does to them, and what an admin does in one.

pub mod branding;
pub mod invitations;
mod names;
pub mod operate;
pub mod operators;
pub mod staff;
mod zone;

use crate::{Result, ServiceError};
use domain::{Actor, permissions::Act};

/// Whether a role at the tenant allows the act. To whoever isn't staff the console doesn't exist.
pub fn authorise(actor: &Actor, act: Act) -> Result<()> {
    if actor.may(act) {
        return Ok(());
    }
    let staff = actor.person().is_some_and(|person| !person.staff.is_empty());
    Err(if staff { ServiceError::Forbidden } else { ServiceError::NotFound })
}
