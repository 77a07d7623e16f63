//! Claiming a case and letting go of it.

use super::{Denied, access};
use crate::Services;
use domain::{
    Actor, ApplicationId, PersonId, applications::Why, audit::Event, permissions::Act, review::Case,
};
use store::{TenantTx, applications::Application, review};

/// An application as a case.
pub(super) const fn case_of(application: &Application) -> Case<'_> {
    Case { state: &application.state, desk: application.case_state, holder: application.claimed_by }
}

/// Why this actor, who works on cases, can't take this one, if they can't.
pub(super) fn why_not_claim(actor: &Actor, by: PersonId, case: Case<'_>) -> Option<Why> {
    case.why_not_claim(by, actor.may(Act::Decide))
}

/// Whether this actor may take a case of their queue.
pub fn claimable(actor: &Actor, case: &review::Case) -> bool {
    let case = Case { state: &case.state, desk: case.case_state, holder: case.claimed_by };
    actor.may(Act::WorkCases)
        && actor.person().is_some_and(|person| why_not_claim(actor, person.id, case).is_none())
}

/// Takes a waiting case.
///
/// # Errors
/// [`Denied::NotOpen`] where somebody was faster, the case isn't waiting, or it waits for a decision that isn't theirs
/// to make.
pub async fn claim(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    // Sent twice, it is theirs all the same.
    if application.claimed_by == Some(by) {
        return Ok(());
    }
    if let Some(why) = why_not_claim(actor, by, case_of(&application)) {
        return Err(why.into());
    }
    review::claim(&mut tx, id, by).await?;
    tx.record(Event::new("case.claimed", "application", id).on(id));
    Ok(tx.commit().await?)
}

/// Puts a case back into the queue.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs (any more).
pub async fn release(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let application = access::held(&mut tx, id, by).await?;
    if let Some(why) = case_of(&application).why_not_release(by) {
        return Err(why.into());
    }
    review::release(&mut tx, id, by).await?;
    tx.record(Event::new("case.released", "application", id).on(id));
    Ok(tx.commit().await?)
}
