//! A capability moves on, and whoever has to know of it is told.

use crate::{
    Result, ServiceError,
    mail::{self, About, Template},
};
use domain::{
    audit::{Audience, Event},
    channels::{CapabilityKind, capability},
    credentials::Environment,
};
use store::{
    TenantTx,
    applications::merchants,
    channels::{self, Held},
};

/// An answer that doesn't fit where the capability stands.
pub(super) const NOT_NOW: ServiceError = ServiceError::Conflict("channels-why-not-now");

/// Applies an event and writes what came of it.
pub(super) async fn apply(tx: &mut TenantTx, held: &mut Held, event: capability::Event) -> Result<()> {
    held.capability = held.capability.apply(event, tx.now()).map_err(|_| NOT_NOW)?;
    Ok(channels::save(tx, held).await?)
}

/// Records where the capability stands now, where that is another state than before, and writes to the merchant's
/// owners where it is about real payments.
pub(super) async fn tell(tx: &mut TenantTx, held: &Held, before: CapabilityKind) -> Result<()> {
    let now = held.capability.kind();
    if now == before {
        return Ok(());
    }
    tx.record(
        Event::new(name(now), "merchant", held.merchant)
            .on(held.application)
            .for_audience(Audience::Merchant)
            .with("channel", &held.channel)
            .with("environment", held.environment),
    );
    let template = match (now, held.environment) {
        (CapabilityKind::Effective, Environment::Live) => Template::ChannelYes,
        (CapabilityKind::Refused, Environment::Live) => Template::ChannelNo,
        (CapabilityKind::Suspended, Environment::Live) => Template::ChannelSuspended,
        _ => return Ok(()),
    };
    for owner in merchants::owners(tx, held.merchant).await? {
        mail::to_person(tx, owner, template, About::application(held.application)).await?;
    }
    Ok(())
}

const fn name(kind: CapabilityKind) -> &'static str {
    match kind {
        CapabilityKind::Requested => "capability.requested",
        CapabilityKind::Objected => "capability.objected",
        CapabilityKind::Verified => "capability.verified",
        CapabilityKind::Effective => "capability.effective",
        CapabilityKind::Suspended => "capability.suspended",
        CapabilityKind::Refused => "capability.refused",
        CapabilityKind::Withdrawn => "capability.withdrawn",
    }
}
