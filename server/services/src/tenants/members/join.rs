//! Taking a role at a merchant, by invitation: nobody ends up on both sides of one decision.

use crate::{
    Result, ServiceError,
    mail::{self, About, Template},
    review::take_back,
    tenants::staff::words,
};
use domain::{
    MerchantId, PersonId,
    audit::{Audience, Event},
    permissions::Role,
};
use store::{
    TenantTx,
    applications::merchants,
    tenants::{
        invitations::{self, Invitation},
        members,
    },
};

/// Whether the person weighed on the merchant from the desk: then they never take a role there.
pub(in crate::tenants) async fn is_judge_of(
    tx: &mut TenantTx,
    merchant: MerchantId,
    person: PersonId,
) -> Result<bool> {
    Ok(members::judged(tx, merchant, person).await?)
}

/// Takes the person on at the merchant, whose row the caller holds. Roles they have already stay. Cases of the
/// merchant that lie in their hands go back to the queue: from now on they can't judge them.
///
/// # Errors
/// [`ServiceError::Conflict`] where they weighed on the merchant from the desk.
pub(in crate::tenants) async fn join(
    tx: &mut TenantTx,
    invitation: &Invitation,
    merchant: MerchantId,
    person: PersonId,
) -> Result<()> {
    if is_judge_of(tx, merchant, person).await? {
        return Err(ServiceError::Conflict("invitation-judged"));
    }
    take_back(tx, person, Some(merchant)).await?;
    invitations::accept(tx, invitation.id, person).await?;
    let tell = merchants::owners(tx, merchant).await?;
    for role in &invitation.roles {
        merchants::add_member(tx, merchant, person, *role).await?;
    }
    tx.record(event("member.joined", merchant, person, &invitation.roles));
    for owner in tell.into_iter().filter(|owner| *owner != person) {
        mail::to_person(tx, owner, Template::MemberJoined, About::merchant(merchant)).await?;
    }
    Ok(())
}

/// What happened to one of the merchant's people: the roles they hold from now on.
pub(super) fn event(name: &'static str, merchant: MerchantId, person: PersonId, roles: &[Role]) -> Event {
    Event::new(name, "merchant", merchant)
        .for_audience(Audience::Merchant)
        .with("person", person)
        .with("roles", words(roles))
}
