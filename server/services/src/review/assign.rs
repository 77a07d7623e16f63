//! Giving cases to people of the desk, and taking them: one, or many at once.

use super::{Denied, access, claims};
use crate::{Result, Services};
use domain::{Actor, ApplicationId, PersonId, permissions::Act, review::Handling};
use store::{
    TenantTx,
    applications::load,
    tenants::staff::{self, Member},
};

/// So many cases are taken or given at once at most: a page of the queue.
pub const MOST_AT_ONCE: usize = super::PAGE;

/// What became of one case of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which.
    pub id: ApplicationId,
    /// What people call it; nothing where there is no such case for whoever asked.
    pub number: Option<String>,
    /// The message key of why it was neither taken nor given, if it wasn't.
    pub why_not: Option<&'static str>,
}

/// Who works on cases here now, by address.
pub async fn colleagues(services: &Services, actor: &Actor) -> Result<Vec<Member>> {
    access::person(actor, Act::ViewCases)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let mut members = staff::list(&mut tx).await?;
    members.retain(|member| member.active && member.roles.iter().any(|role| role.may(Act::WorkCases)));
    Ok(members)
}

/// A senior gives a case to somebody, whoever holds it.
///
/// # Errors
/// [`Denied::NotOpen`] where that person can't have it; the key says why.
pub async fn assign(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    to: PersonId,
) -> Result<(), Denied> {
    let by = access::person(actor, Act::AssignCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    let to = claims::why_not_at_the_desk(&mut tx, id, to).await??;
    claims::carry_out(&mut tx, &mut application, &Handling::Assign { to }).await?;
    Ok(tx.commit().await?)
}

/// Gives several cases to one person, each by itself: what can't be given keeps nobody else's from it.
///
/// # Errors
/// Where nothing could be tried at all; what became of each case is told beside it.
pub async fn assign_all(
    services: &Services,
    actor: &Actor,
    ids: &[ApplicationId],
    to: PersonId,
) -> Result<Vec<Given>> {
    access::person(actor, Act::AssignCases)?;
    each(services, actor, ids, Some(to)).await
}

/// Takes several waiting cases, each by itself: what somebody else was faster with keeps nobody from the others.
///
/// # Errors
/// Where nothing could be tried at all; what became of each case is told beside it.
pub async fn claim_all(services: &Services, actor: &Actor, ids: &[ApplicationId]) -> Result<Vec<Given>> {
    access::person(actor, Act::WorkCases)?;
    each(services, actor, ids, None).await
}

/// One transaction a case: given to a person, or taken.
async fn each(
    services: &Services,
    actor: &Actor,
    ids: &[ApplicationId],
    to: Option<PersonId>,
) -> Result<Vec<Given>> {
    let mut all: Vec<Given> = Vec::new();
    for id in ids.iter().take(MOST_AT_ONCE) {
        if all.iter().any(|given| given.id == *id) {
            continue;
        }
        let done = match to {
            Some(to) => assign(services, actor, *id, to).await,
            None => claims::claim(services, actor, *id).await,
        };
        let why_not = match done {
            Ok(()) => None,
            Err(Denied::NotOpen(key)) => Some(key),
            Err(Denied::Moved(_)) => Some("applications-why-stale"),
            Err(Denied::Service(crate::ServiceError::NotFound)) => Some("review-assign-unknown"),
            Err(Denied::Service(error)) => return Err(error),
        };
        let unknown = why_not == Some("review-assign-unknown");
        let number = if unknown { None } else { Some(number(services, actor, *id).await?) };
        all.push(Given { id: *id, number, why_not });
    }
    Ok(all)
}

async fn number(services: &Services, actor: &Actor, id: ApplicationId) -> Result<String> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(load(&mut tx, id).await?.case_number)
}
