//! A line of the price list comes to hold: proposed by one person, approved or declined by another.

use super::{NewLine, checked, exchange, judged, key, list::Material};
use crate::{Refusal, Result, ServiceError, Services, error::FieldError, tenants::authorise};
use domain::{
    Actor, PriceId,
    audit::Event,
    fees::offer::{self, Line, Why},
    permissions::Act,
};
use store::{
    TenantTx,
    fees::prices::{self, PriceLine},
};

/// The longest reason.
const LONGEST_REASON: usize = 1000;

/// What the second person says, with their reason where it is below cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It holds from its first day on.
    Approve {
        /// Why, although it leaves less than nothing or nobody can tell; empty where there is no need.
        reason: String,
    },
    /// It doesn't.
    Decline,
}

/// Proposes a line.
///
/// # Errors
/// Refused at the fields that are wrong; an overlap at the first day.
pub async fn propose(services: &Services, actor: &Actor, new: &NewLine) -> Result<PriceId> {
    authorise(actor, Act::ManageFees)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let material = Material::load(services, &mut tx, exchange).await?;
    let line = checked(new, &material.costs, material.today)?;
    let all = prices::all(&mut tx).await?;
    if let Some(id) = new.replaces {
        let replaced = all.iter().find(|one| one.id == id).ok_or(ServiceError::NotFound)?;
        replaceable(replaced, &line)?;
    }
    overlap(&all, &line, new.replaces)?;
    let id = prices::propose(&mut tx, &line, new.replaces, by).await?;
    tx.record(Event::new("price.proposed", "price", id));
    tx.commit().await?;
    Ok(id)
}

/// Only an approved line in whose place nothing comes yet, about the same payments.
fn replaceable(replaced: &PriceLine, line: &Line) -> Result<()> {
    let holds = replaced.standing.kind() == offer::StandingKind::Approved && replaced.successor.is_none();
    let same = Line { from: line.from, to: line.to, ..replaced.line.clone() }.overlaps(line);
    if !holds {
        return Err(ServiceError::Refused(Refusal::whole("prices-error-replaced")));
    }
    if !same {
        return Err(ServiceError::Refused(Refusal::at("channel", "prices-error-replaces-other")));
    }
    Ok(())
}

/// What already holds for the same payments on one of the days.
fn overlapping<'a>(all: &'a [PriceLine], line: &Line, replaces: Option<PriceId>) -> Option<&'a PriceLine> {
    all.iter().find(|one| {
        let holds = one.standing.kind() == offer::StandingKind::Approved && Some(one.id) != replaces;
        holds && one.effective().is_some_and(|held| held.overlaps(line))
    })
}

fn overlap(all: &[PriceLine], line: &Line, replaces: Option<PriceId>) -> Result<()> {
    let Some(held) = overlapping(all, line, replaces) else { return Ok(()) };
    let mut error = FieldError::new("from", "prices-error-overlap");
    error.args.push(("since", held.line.from.to_string()));
    Err(ServiceError::Refused(Refusal { whole: None, fields: vec![error] }))
}

/// Answers a line that another person proposed.
///
/// # Errors
/// [`ServiceError::Conflict`] where the same person proposed it, it was answered already, it overlaps what came to hold
/// meanwhile, or it takes a senior; refused at the reason where it takes one.
pub async fn decide(services: &Services, actor: &Actor, id: PriceId, answer: &Answer) -> Result<()> {
    authorise(actor, Act::ApproveFees)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    prices::lock(&mut tx).await?;
    let row = prices::find(&mut tx, id).await?;
    match answer {
        Answer::Decline => {
            row.standing.apply(offer::Event::Decline { by }).map_err(refused)?;
            prices::decline(&mut tx, id, by).await?;
            tx.record(Event::new("price.declined", "price", id));
        }
        Answer::Approve { reason } => {
            let material = Material::load(services, &mut tx, exchange).await?;
            let grounds = judged(&row.line, &material).grounds();
            let reason = checked_reason(reason)?;
            let senior = actor.may(Act::ApproveBelowCost);
            let approve = offer::Event::Approve { by, senior, reason: reason.is_some(), grounds };
            row.standing.apply(approve).map_err(refused)?;
            let all = prices::all(&mut tx).await?;
            if overlapping(&all, &row.line, row.replaces).is_some() {
                return Err(ServiceError::Conflict("prices-why-overlap"));
            }
            prices::approve(&mut tx, id, by, reason.filter(|_| grounds.is_some())).await?;
            tx.record(grounded(Event::new("price.approved", "price", id), grounds));
        }
    }
    Ok(tx.commit().await?)
}

/// Says in the event why it took a senior.
fn grounded(event: Event, grounds: Option<offer::Grounds>) -> Event {
    match grounds {
        Some(grounds) => event.with("grounds", grounds),
        None => event,
    }
}

/// A reason that is short enough; nothing where there is none.
pub(in crate::fees) fn checked_reason(typed: &str) -> Result<Option<&str>> {
    let reason = typed.trim();
    if reason.chars().count() > LONGEST_REASON {
        return Err(ServiceError::Refused(Refusal::at("reason", "prices-error-reason-long")));
    }
    Ok(Some(reason).filter(|reason| !reason.is_empty()))
}

/// A missing reason stands at its field; everything else is about the whole.
pub(in crate::fees) fn refused(why: Why) -> ServiceError {
    match why {
        Why::Reason => ServiceError::Refused(Refusal::at("reason", key(why))),
        other => ServiceError::Conflict(key(other)),
    }
}
