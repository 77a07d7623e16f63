//! Inviting to a merchant, and withdrawing an invitation.

use super::{authorise, authorise_change, lock};
use crate::{
    Result, Services,
    accounts::count_invitation,
    error::Refusal,
    mail::INVITATION_LIFETIME,
    tenants::{
        invitations::{address, send},
        staff::{Invite, all_wrong},
    },
};
use domain::{
    Actor, InvitationId, MerchantId,
    audit::{Audience, Event},
    permissions::Role,
    tenants::members::{MOST, given},
};
use store::{
    TenantTx,
    tenants::{
        invitations::{self, Invitation, NewInvitation},
        members,
    },
};

/// Invites someone to the merchant by mail. Whether the address has a login, and what else it is here, isn't told.
///
/// # Errors
/// [`crate::ServiceError::Refused`] where the address or the roles can't be taken, or they belong to the merchant as
/// that already.
pub async fn invite(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    invite: &Invite,
) -> Result<InvitationId> {
    let by = authorise_change(actor, merchant)?;
    let ((email, email_key), roles) = match (address(&invite.email, "email"), roles(&invite.roles)) {
        (Ok(address), Ok(roles)) => (address, roles),
        (address, roles) => return Err(all_wrong(&[address.err(), roles.err()])),
    };
    let within = count_invitation(services, by, &email_key).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let people = lock(&mut tx, merchant, by).await?;
    let (now, pending) = (tx.now(), invitations::pending(&mut tx, Some(merchant)).await?);
    let open: Vec<&Invitation> = pending.iter().filter(|invitation| invitation.is_open(now)).collect();
    if open.iter().any(|invitation| invitation.email_key == email_key) {
        return Err(Refusal::at("email", "members-error-already-invited").into());
    }
    if !members::standing(&mut tx, merchant, &email_key).await?.is_empty() {
        return Err(Refusal::at("email", "members-error-already-here").into());
    }
    if people.len() + open.len() >= MOST {
        return Err(Refusal::whole("members-error-full").into());
    }
    if !within {
        return Err(Refusal::at("email", "members-error-too-often").into());
    }
    let expires_at = now + INVITATION_LIFETIME;
    let new =
        NewInvitation { email, email_key, roles, merchant: Some(merchant), lang: invite.lang, expires_at };
    let id = send(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(id)
}

/// At least one role, and none but those an owner gives.
pub(super) fn roles(roles: &[Role]) -> Result<Vec<Role>> {
    given(roles).ok_or_else(|| Refusal::at("roles", "members-error-roles").into())
}

/// Withdraws an invitation to the merchant: its link is no longer good.
///
/// # Errors
/// [`crate::ServiceError::Conflict`] where it was accepted or withdrawn already.
pub async fn withdraw(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    id: InvitationId,
) -> Result<()> {
    let by = authorise(actor, merchant)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, merchant, by).await?;
    invitations::find(&mut tx, id, Some(merchant)).await?;
    invitations::withdraw(&mut tx, id).await?;
    tx.record(
        Event::new("invitation.withdrawn", "invitation", id)
            .for_audience(Audience::Merchant)
            .with("merchant", merchant),
    );
    Ok(tx.commit().await?)
}
