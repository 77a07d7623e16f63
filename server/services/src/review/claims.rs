//! In whose hands a case is: taken, put back, taken up again; and the one way all of it goes.

use super::{Denied, access};
use crate::Services;
use domain::{
    Actor, ApplicationId, MerchantId, PersonId,
    applications::Why,
    audit::Event,
    permissions::Act,
    review::{Case, Hand, Handling},
};
use store::{TenantTx, applications::Application, review};
use time::format_description::well_known::Rfc3339;

/// An application as a case.
pub(super) const fn case_of(application: &Application) -> Case<'_> {
    Case { state: &application.state, desk: application.desk }
}

/// This actor as somebody who may get cases into their hands.
pub(super) fn hand(actor: &Actor, by: PersonId) -> Hand {
    Hand { person: by, decides: actor.may(Act::Decide) }
}

/// Whether this actor may take a case of their queue.
pub fn claimable(actor: &Actor, case: &review::Case) -> bool {
    let by = actor.person().filter(|_| actor.may(Act::WorkCases));
    let case = Case { state: &case.state, desk: case.desk };
    by.is_some_and(|person| case.why_not_claim(hand(actor, person.id)).is_none())
}

/// Moves a case on that this transaction holds: applies the rule, writes where it is now and records it.
pub(super) async fn carry_out(
    tx: &mut TenantTx,
    application: &mut Application,
    act: &Handling,
) -> Result<(), Denied> {
    let before = application.desk.holder();
    let desk = case_of(application).apply(act).map_err(|declined| declined.why)?;
    application.put(desk, tx.now());
    review::keep(tx, application).await?;
    let mut event = Event::new(act.audit_name(), "application", application.id).on(application.id);
    match act {
        Handling::Assign { to } => event = event.with("holder", to.person),
        Handling::Snooze { until, .. } => {
            event = event.with("until", until.format(&Rfc3339).unwrap_or_default());
        }
        Handling::LeftUntouched { .. } | Handling::LoseHolder => {
            event = event.with("holder", before.map(|person| person.to_string()).unwrap_or_default());
        }
        _ => {}
    }
    tx.record(event);
    Ok(())
}

/// Takes a waiting case.
///
/// # Errors
/// [`Denied::NotOpen`] where somebody was faster, the case isn't waiting, or it waits for a decision or for a senior
/// and they aren't one.
pub async fn claim(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    // Sent twice, it is theirs all the same.
    if application.desk.holder() == Some(by) && application.desk.until().is_none() {
        return Ok(());
    }
    carry_out(&mut tx, &mut application, &Handling::Claim { by: hand(actor, by) }).await?;
    Ok(tx.commit().await?)
}

/// Puts a case back into the queue.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't theirs (any more).
pub async fn release(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    carry_out(&mut tx, &mut application, &Handling::Release { by }).await?;
    Ok(tx.commit().await?)
}

/// Takes up again what they put off.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't put off, or not by them.
pub async fn resume(services: &Services, actor: &Actor, id: ApplicationId) -> Result<(), Denied> {
    let by = access::person(actor, Act::WorkCases)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    carry_out(&mut tx, &mut application, &Handling::Resume { by }).await?;
    Ok(tx.commit().await?)
}

/// Gives back what a person holds who no longer works on cases, or on this merchant's. What they recommended stays: it
/// was theirs to recommend when they did, and another person still has to decide on it.
pub(crate) async fn take_back(
    tx: &mut TenantTx,
    person: PersonId,
    of: Option<MerchantId>,
) -> Result<(), crate::ServiceError> {
    for id in review::held_by(tx, person, of).await? {
        let mut application = store::applications::load(tx, id).await?;
        match carry_out(tx, &mut application, &Handling::LoseHolder).await {
            Ok(()) | Err(Denied::NotOpen(_) | Denied::Moved(_)) => {}
            Err(Denied::Service(error)) => return Err(error),
        }
    }
    Ok(())
}

/// Why somebody of the desk can't get a case of the tenant's into their hands at all, if they can't.
pub(super) async fn why_not_at_the_desk(
    tx: &mut TenantTx,
    id: ApplicationId,
    person: PersonId,
) -> Result<Result<Hand, Why>, Denied> {
    let member = store::tenants::staff::find(tx, person).await?;
    let Some(member) = member.filter(|member| member.active) else { return Ok(Err(Why::AssigneeGone)) };
    let may = |act: Act| member.roles.iter().any(|role| role.may(act));
    if !may(Act::WorkCases) {
        return Ok(Err(Why::AssigneeGone));
    }
    if review::side(tx, id, Some(person)).await?.own {
        return Ok(Err(Why::AssigneeOwnSide));
    }
    Ok(Ok(Hand { person, decides: may(Act::Decide) }))
}
