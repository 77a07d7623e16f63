//! Handing in, and taking back.

use super::{
    access::held, advance, changes::replies, consents::standing_of, parts, tasks::judge, terms::Terms,
};
use crate::{Refusal, Result, ServiceError, Services};
use domain::{
    Actor, ApplicationId, PersonId,
    applications::{Event, StateKind},
    audit,
    documents::{VersionKind, life},
    permissions::Act,
};
use serde::Deserialize;
use store::{TenantTx, documents, tenants};

/// What the form for handing in says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionInput {
    /// The application's version that was on the screen.
    pub version: i32,
}

/// Hands the application in, as it was on the screen.
///
/// # Errors
/// [`ServiceError::Refused`] where something is missing or wrong, [`ServiceError::Conflict`] where the application has
/// changed since it was on the screen or can't be handed in now.
pub async fn submit(
    services: &Services,
    actor: &Actor,
    id: ApplicationId,
    input: VersionInput,
) -> Result<()> {
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let by = person(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::SubmitApplication).await?;
    if application.version != input.version {
        return Err(ServiceError::Conflict("error-stale"));
    }
    let judged = judge(services, &mut tx, &application).await?;
    if !replies(&mut tx, &application, &judged.rules).await?.iter().all(|(_, reply, _)| reply.is_answer()) {
        return Err(ServiceError::Refused(Refusal::whole("applications-submit-unanswered")));
    }
    if !judged.tasks.is_ready() {
        return Err(ServiceError::Refused(Refusal::whole("applications-submit-not-ready")));
    }
    if !standing_of(services, &mut tx, &application).await?.1.is_empty() {
        return Err(ServiceError::Refused(Refusal::whole("applications-submit-consents")));
    }
    parts::forget_unasked(&mut tx, &application, &judged, by).await?;
    let event = match application.state.kind() {
        StateKind::ChangesRequested => Event::Resubmit { by },
        _ => Event::Submit { by },
    };
    hand_in_papers(&mut tx, id).await?;
    advance(&mut tx, &mut application, event, &terms).await?;
    tx.commit().await?;
    Ok(())
}

/// Every paper that our machines have looked at goes before the desk, and so does what was asked for again and is only
/// explained.
async fn hand_in_papers(tx: &mut TenantTx, id: ApplicationId) -> Result<()> {
    let versions = documents::of_application(tx, id).await?;
    for stored in documents::current(&versions) {
        if !matches!(stored.version.kind(), VersionKind::Scanned | VersionKind::RedoRequested) {
            continue;
        }
        let event = life::Event::HandIn;
        let (name, audience) = (event.audit_name(), event.audience());
        let version = stored
            .version
            .clone()
            .apply(event, tx.now())
            .map_err(|refused| ServiceError::Internal(Box::new(refused)))?;
        let mut stored = stored.clone();
        stored.version = version;
        documents::save(tx, &stored).await?;
        tx.record(
            audit::Event::new(name, "document", stored.document)
                .on(id)
                .for_audience(audience)
                .with("paper", &stored.paper)
                .with("version", stored.id),
        );
    }
    Ok(())
}

/// Takes the application back. What the desk did meanwhile doesn't stand in the way, and so isn't told by it either.
///
/// # Errors
/// [`ServiceError::Conflict`] where it is closed already.
pub async fn withdraw(services: &Services, actor: &Actor, id: ApplicationId) -> Result<()> {
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let by = person(actor)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut application = held(&mut tx, id, Act::SubmitApplication).await?;
    advance(&mut tx, &mut application, Event::Withdraw { by }, &terms).await?;
    tx.commit().await?;
    Ok(())
}

fn person(actor: &Actor) -> Result<PersonId> {
    actor.person().map(|person| person.id).ok_or(ServiceError::SignedOut)
}
