//! The second person's word.

use super::{event, person, told};
use crate::{Refusal, Result, ServiceError, Services, tenants::authorise};
use domain::{
    Actor, FeeClaimId,
    fees::own::{self, Answer, LONGEST_LINE, Why},
    permissions::Act,
};
use store::{
    TenantTx,
    fees::claims::{self, Kept},
};

/// What the second person says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Second {
    /// It counts.
    Approve,
    /// It doesn't, for this reason.
    Decline(String),
}

const fn key(why: Why) -> &'static str {
    match why {
        Why::Proposer => "fees-own-why-proposer",
        Why::Answered => "fees-own-why-answered",
    }
}

/// Whether the reader may answer; a message key where not.
pub(super) fn open_to(actor: &Actor, kept: &Kept) -> std::result::Result<(), &'static str> {
    let Some(person) = actor.person().filter(|_| actor.may(Act::ApproveFees)) else {
        return Err("fees-own-why-not-approver");
    };
    own::may_answer(kept.own.answer, &kept.proposed_by, &person.id).map_err(key)
}

/// Approves or declines a claim, as another person than whoever proposed it.
///
/// # Errors
/// [`ServiceError::Conflict`] where the same person proposed it or it was answered; a refusal where another claim of the
/// series stands in its way by now, or where no reason is given.
pub async fn answer(services: &Services, actor: &Actor, id: FeeClaimId, second: &Second) -> Result<()> {
    authorise(actor, Act::ApproveFees)?;
    let reason = reason(second)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    say(&mut tx, id, second, reason).await?;
    Ok(tx.commit().await?)
}

pub(super) fn reason(second: &Second) -> Result<Option<&str>> {
    let Second::Decline(reason) = second else { return Ok(None) };
    match reason.trim() {
        "" => Err(Refusal::at("reason", "fees-own-error-reason").into()),
        long if long.chars().count() > LONGEST_LINE => {
            Err(Refusal::at("reason", "fees-own-error-reason-long").into())
        }
        reason => Ok(Some(reason)),
    }
}

pub(super) async fn say(
    tx: &mut TenantTx,
    id: FeeClaimId,
    second: &Second,
    reason: Option<&str>,
) -> Result<()> {
    let by = person(tx.actor())?;
    let kept = claims::lock(tx, id).await?;
    own::may_answer(kept.own.answer, &kept.proposed_by, &by)
        .map_err(|why| ServiceError::Conflict(key(why)))?;
    let (said, name) = match second {
        Second::Approve => (Answer::Approved, "fee_claim.approved"),
        Second::Decline(_) => (Answer::Declined, "fee_claim.declined"),
    };
    claims::answer(tx, id, (said, reason), by).await.map_err(told)?;
    let channel = kept.own.terms.claim.channel.as_deref().unwrap_or_default();
    let mut event = event(name, id).with("channel", channel);
    if let (Second::Approve, Some(old)) = (second, kept.own.supersedes) {
        event = event.with("supersedes", old);
    }
    tx.record(event);
    Ok(())
}
