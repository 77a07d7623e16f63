//! An own claim is proposed.

use super::{day, event, person, refusal, told};
use crate::{Refusal, Result, Services, tenants::authorise};
use domain::{
    Actor, FeeClaimId,
    fees::own::{Terms, Wrong},
    permissions::Act,
};
use store::{
    TenantTx,
    fees::claims::{self, Which},
};
use uuid::Uuid;

/// Whether this actor may propose claims.
pub fn may_propose(actor: &Actor) -> Result<()> {
    authorise(actor, Act::ManageFees)
}

/// Proposes a claim; with `supersedes` one that takes another's place once it is approved.
///
/// # Errors
/// A refusal at the field that can't be used, or that meets another claim of the series on one day.
pub async fn propose(
    services: &Services,
    actor: &Actor,
    terms: Terms,
    supersedes: Option<FeeClaimId>,
) -> Result<FeeClaimId> {
    may_propose(actor)?;
    let terms = terms.in_order();
    refusal(&terms.faults(day(services))).or_ok()?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    if let Some(wrong) = bar(&mut tx, &terms, supersedes).await? {
        return Err(Refusal::at(wrong.0, wrong.1).into());
    }
    let id = insert(&mut tx, &terms, (supersedes, None)).await?;
    tx.commit().await?;
    Ok(id)
}

/// What stands in the way of these terms, if anything: the field, and why.
pub(super) async fn bar(
    tx: &mut TenantTx,
    terms: &Terms,
    supersedes: Option<FeeClaimId>,
) -> Result<Option<Wrong>> {
    if let Some(id) = supersedes
        && let Err(wrong) = claims::find(tx, id).await?.own.yields(terms)
    {
        return Ok(Some(wrong));
    }
    let which = Which { channel: terms.claim.channel.as_deref(), ..Which::default() };
    let all = claims::select(tx, which, i64::MAX).await?;
    let barred = all.iter().any(|one| one.own.bars(terms, supersedes));
    Ok(barred.then_some(("from", "fees-own-error-overlap")))
}

/// Writes them down, as a proposal.
pub(super) async fn insert(
    tx: &mut TenantTx,
    terms: &Terms,
    from: (Option<FeeClaimId>, Option<Uuid>),
) -> Result<FeeClaimId> {
    let by = person(tx.actor())?;
    let id = claims::propose(tx, terms, from, by).await.map_err(told)?;
    let channel = terms.claim.channel.as_deref().unwrap_or_default();
    tx.record(event("fee_claim.proposed", id).with("channel", channel));
    Ok(id)
}
