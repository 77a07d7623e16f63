//! Other roles, no role any more, and leaving. A merchant always has an owner.

use super::{authorise_change, belongs, find, invite::roles, join::event, lock};
use crate::{
    Result, ServiceError, Services,
    error::Refusal,
    mail::{self, About, Template},
};
use domain::{Actor, MerchantId, PersonId, permissions::Role, tenants::members::leaves_nobody};
use store::{
    TenantTx,
    accounts::proofs,
    applications::merchants,
    tenants::members::{self, Member},
};

/// Gives one of the merchant's people exactly these roles.
///
/// # Errors
/// [`ServiceError::Refused`] where none is given, or nobody would own the merchant any more.
pub async fn change_roles(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    person: PersonId,
    given: &[Role],
) -> Result<()> {
    let by = authorise_change(actor, merchant)?;
    let given = roles(given)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, merchant, by).await?;
    let member = find(&mut tx, merchant, person).await?;
    if member.roles == given {
        return Ok(());
    }
    hold(&mut tx, merchant, &member, &given).await?;
    tx.record(
        event("member.roles_changed", merchant, person, &given)
            .with("from", crate::tenants::staff::words(&member.roles)),
    );
    mail::to_person(&mut tx, person, Template::MemberRolesChanged, About::merchant(merchant)).await?;
    Ok(tx.commit().await?)
}

/// Ends every role of one of the merchant's people, at once.
///
/// # Errors
/// [`ServiceError::Refused`] where they are the last owner.
pub async fn remove(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    person: PersonId,
) -> Result<()> {
    let by = authorise_change(actor, merchant)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, merchant, by).await?;
    let member = find(&mut tx, merchant, person).await?;
    hold(&mut tx, merchant, &member, &[]).await?;
    tx.record(event("member.removed", merchant, person, &member.roles));
    mail::to_person(&mut tx, person, Template::MemberRemoved, About::merchant(merchant)).await?;
    Ok(tx.commit().await?)
}

/// The reader gives up every role at the merchant; its owners are told.
///
/// # Errors
/// [`ServiceError::Refused`] where they are the last owner.
pub async fn leave(services: &Services, actor: &Actor, merchant: MerchantId) -> Result<()> {
    let me = belongs(actor, merchant)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    merchants::lock(&mut tx, merchant).await?;
    let member = find(&mut tx, merchant, me).await?;
    hold(&mut tx, merchant, &member, &[]).await?;
    tx.record(event("member.left", merchant, me, &member.roles));
    for owner in merchants::owners(&mut tx, merchant).await? {
        mail::to_person(&mut tx, owner, Template::MemberLeft, About::merchant(merchant)).await?;
    }
    Ok(tx.commit().await?)
}

/// Ends the roles that aren't among these and begins those that are new.
async fn hold(tx: &mut TenantTx, merchant: MerchantId, member: &Member, given: &[Role]) -> Result<()> {
    let owners = merchants::owners(tx, merchant).await?;
    if leaves_nobody(&owners, member.person, given) {
        return Err(Refusal::whole("members-error-last-owner").into());
    }
    for role in member.roles.iter().filter(|role| !given.contains(role)) {
        members::end(tx, merchant, member.person, *role).await?;
    }
    for role in given.iter().filter(|role| !member.roles.contains(role)) {
        merchants::add_member(tx, merchant, member.person, *role).await?;
    }
    proofs::due_for_renewal(tx, member.person).await?;
    Ok::<(), ServiceError>(())
}
