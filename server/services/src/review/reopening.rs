//! A closed application is taken up again: a recorded act of a senior reviewer, with a reason.

use super::{Denied, access, claims::case_of, notes::checked, settle};
use crate::{
    Services,
    applications::{Terms, advance, why_key},
};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Event, Move, StateKind, Why},
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{Application, dossiers, merchants, other_open},
    review::notes::{self, Kind},
    tenants,
};

/// Why this person can't reopen the case, as a message key, if they can't.
pub(super) fn why_not(actor: &Actor, by: PersonId, application: &Application) -> Option<&'static str> {
    if !actor.may(Act::Decide) {
        return Some(why_key(Why::NotSenior));
    }
    let why = application.state.why_not(Move::Reopen, Some(by));
    why.or(case_of(application).why_not_in_hand(Move::Decide, by)).map(why_key)
}

/// Takes the application up again, and says where it stands then. What was decided goes back to the desk; what the
/// merchant let go goes back to the merchant and is no case until it is handed in again; what an approval gave is taken
/// back.
///
/// # Errors
/// [`Denied::NotOpen`] where it isn't closed, it isn't this person's, or the merchant has another one under way.
pub async fn reopen(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    reason: &str,
) -> Result<StateKind, Denied> {
    let by = access::person(actor, Act::Decide)?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = access::held(&mut tx, id, by).await?;
    if let Some(key) = why_not(actor, by, &application) {
        return Err(Denied::NotOpen(key));
    }
    let reason = checked(reason, "reason", "review-error-reopen-reason")?;
    // Whoever begins another application for the merchant waits, or is waited for.
    merchants::lock(&mut tx, application.merchant).await?;
    if other_open(&mut tx, application.merchant).await?.is_some() {
        return Err(Why::OtherOpen.into());
    }
    let key = dossiers::open(&mut tx, id).await?;
    notes::insert(&mut tx, &key, id, (Kind::Reopening, &reason), by).await?;
    settle::reopened(&mut tx, &application).await?;
    advance(&mut tx, &mut application, Event::Reopen { by }, &terms).await?;
    tx.commit().await?;
    Ok(application.state.kind())
}
