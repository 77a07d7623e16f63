//! A merchant's people: who is there and who is invited, what each does, leaving.

mod change;
mod invite;
mod join;

pub use change::{change_roles, leave, remove};
pub use invite::{invite, withdraw};
pub(super) use join::{is_judge_of, join};

use crate::{Result, ServiceError, Services, accounts::demand_proof};
use domain::{
    Actor, MerchantId, PersonId,
    permissions::{Act, Role},
};
use store::{
    TenantTx,
    applications::merchants::{self, Merchant},
    tenants::{
        invitations::{self, Invitation},
        members::{self, Member},
    },
};

/// A merchant with its people, as one of them sees it.
#[derive(Clone, Debug)]
pub struct Team {
    /// Which.
    pub merchant: Merchant,
    /// Everybody for its owners; for the others its owners and themselves.
    pub members: Vec<Member>,
    /// Invitations that nobody has accepted or withdrawn, for its owners alone.
    pub invitations: Vec<Invitation>,
    /// Whether the reader invites and gives roles.
    pub manage: bool,
}

/// The reader's merchants, and what they do at each.
pub async fn places(services: &Services, actor: &Actor) -> Result<Vec<(Merchant, Vec<Role>)>> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    let mut ids: Vec<MerchantId> = person.members.iter().map(|(merchant, _)| *merchant).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let merchants = merchants::list(&mut tx, &ids).await?;
    let roles = |id| {
        let mut roles: Vec<Role> =
            person.members.iter().filter(|(at, _)| *at == id).map(|(_, role)| *role).collect();
        roles.sort_unstable();
        roles
    };
    Ok(merchants.into_iter().map(|merchant| (merchant.clone(), roles(merchant.id))).collect())
}

/// The merchant's people, for one of them.
pub async fn team(services: &Services, actor: &Actor, id: MerchantId) -> Result<Team> {
    let me = belongs(actor, id)?;
    let manage = actor.may_at(id, Act::ManageMembers);
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut members = members::list(&mut tx, id).await?;
    if !manage {
        members.retain(|member| member.person == me || member.roles.contains(&Role::Owner));
    }
    let invitations = if manage { invitations::pending(&mut tx, Some(id)).await? } else { Vec::new() };
    Ok(Team { merchant: merchants::load(&mut tx, id).await?, members, invitations, manage })
}

/// One of the merchant's people, for its owners.
pub async fn member(services: &Services, actor: &Actor, id: MerchantId, person: PersonId) -> Result<Member> {
    authorise(actor, id)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    find(&mut tx, id, person).await
}

async fn find(tx: &mut TenantTx, id: MerchantId, person: PersonId) -> Result<Member> {
    let all = members::list(tx, id).await?;
    all.into_iter().find(|member| member.person == person).ok_or(ServiceError::NotFound)
}

/// Whoever doesn't belong to a merchant isn't told that there is one.
fn belongs(actor: &Actor, id: MerchantId) -> Result<PersonId> {
    let person = actor.person().ok_or(ServiceError::SignedOut)?;
    let belongs = person.members.iter().any(|(at, _)| *at == id);
    if belongs { Ok(person.id) } else { Err(ServiceError::NotFound) }
}

/// Whether the reader manages the merchant's people.
pub fn authorise(actor: &Actor, id: MerchantId) -> Result<PersonId> {
    let me = belongs(actor, id)?;
    if actor.may_at(id, Act::ManageMembers) { Ok(me) } else { Err(ServiceError::Forbidden) }
}

/// The same for changing what its people may do: that demands a fresh proof.
fn authorise_change(actor: &Actor, id: MerchantId) -> Result<PersonId> {
    let me = authorise(actor, id)?;
    demand_proof(actor, Act::ManageMembers)?;
    Ok(me)
}

/// Takes the merchant, so that changes of its people happen one after another, and looks again whether the acting
/// person owns it: what came with the request may have been taken away since. Gives its people.
async fn lock(tx: &mut TenantTx, id: MerchantId, by: PersonId) -> Result<Vec<Member>> {
    merchants::lock(tx, id).await?;
    let all = members::list(tx, id).await?;
    let owns = |member: &Member| member.roles.iter().any(|role| role.may(Act::ManageMembers));
    if all.iter().any(|member| member.person == by && owns(member)) {
        Ok(all)
    } else {
        Err(ServiceError::Forbidden)
    }
}
