//! An offer comes to its merchant: proposed by one person, approved or declined by another.

use super::super::prices::{self, Answer, NewLine, checked, judged, refused};
use crate::{
    Refusal, Result, ServiceError, Services,
    error::FieldError,
    mail::{self, About, Template},
    tenants::authorise,
};
use domain::{
    Actor, MerchantId, OfferId,
    audit::{Audience, Event},
    fees::offer::{self, Grounds, Line},
    permissions::Act,
};
use store::{StoreError, TenantTx, applications::merchants, fees::offers};

/// The most lines of an offer.
const MOST_LINES: usize = 20;

/// Proposes an offer to a merchant: the next version of theirs. A field of a line is named `line.2.percent`.
///
/// # Errors
/// Refused at the fields that are wrong; [`ServiceError::Conflict`] where one is proposed already.
pub async fn propose(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    lines: &[NewLine],
) -> Result<OfferId> {
    authorise(actor, Act::ManageFees)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let exchange = prices::exchange(services, actor).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let material = prices::Material::load(services, &mut tx, exchange).await?;
    merchants::lock(&mut tx, merchant).await?;
    let lines = sound(lines, &material)?;
    let id = offers::propose(&mut tx, merchant, &lines, by).await.map_err(|error| match error {
        StoreError::Conflict => ServiceError::Refused(Refusal::whole("offers-why-standing")),
        other => other.into(),
    })?;
    tx.record(Event::new("offer.proposed", "offer", id).with("merchant", merchant));
    tx.commit().await?;
    Ok(id)
}

/// The lines, each of them sound and no two of them about the same payments on one day.
fn sound(new: &[NewLine], material: &prices::Material) -> Result<Vec<Line>> {
    if new.is_empty() || new.len() > MOST_LINES {
        return Err(ServiceError::Refused(Refusal::whole("offers-error-lines")));
    }
    let (mut lines, mut refusal): (Vec<Line>, Refusal) = Default::default();
    for (at, one) in new.iter().enumerate() {
        let named = |error: FieldError| {
            let field = format!("line.{}.{}", at + 1, error.field);
            FieldError { field, ..error }
        };
        match checked(one, &material.costs, material.today) {
            Ok(line) => {
                if lines.iter().any(|other| other.overlaps(&line)) {
                    refusal.fields.push(named(FieldError::new("from", "offers-error-overlap")));
                }
                lines.push(line);
            }
            Err(wrong) => refusal.fields.extend(wrong.fields.into_iter().map(named)),
        }
    }
    refusal.or_ok()?;
    Ok(lines)
}

/// Why approving an offer takes a senior: below cost in one line is below cost.
pub(super) fn grounds(lines: &[Line], material: &prices::Material) -> Option<Grounds> {
    lines.iter().filter_map(|line| judged(line, material).grounds()).min()
}

/// Answers an offer that another person proposed. Approved, the merchant's owners are told.
///
/// # Errors
/// [`ServiceError::Conflict`] where the same person proposed it, it was answered already, or it takes a senior; refused
/// at the reason where it takes one.
pub async fn decide(services: &Services, actor: &Actor, id: OfferId, answer: &Answer) -> Result<()> {
    authorise(actor, Act::ApproveFees)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let exchange = prices::exchange(services, actor).await?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let merchant = offers::find(&mut tx, id).await?.merchant;
    merchants::lock(&mut tx, merchant).await?;
    let offer = offers::find(&mut tx, id).await?;
    let event = |name| Event::new(name, "offer", id).with("merchant", merchant);
    match answer {
        Answer::Decline => {
            offer.standing.apply(offer::Event::Decline { by }).map_err(refused)?;
            offers::decline(&mut tx, id, by).await?;
            tx.record(event("offer.declined"));
        }
        Answer::Approve { reason } => {
            let material = prices::Material::load(services, &mut tx, exchange).await?;
            let grounds = grounds(&offer.lines, &material);
            let reason = prices::checked_reason(reason)?;
            let senior = actor.may(Act::ApproveBelowCost);
            let approve = offer::Event::Approve { by, senior, reason: reason.is_some(), grounds };
            offer.standing.apply(approve).map_err(refused)?;
            offers::approve(&mut tx, &offer, by, reason.filter(|_| grounds.is_some())).await?;
            // What the merchant may read says nothing of the grounds; those stand in an event of the staff's.
            tx.record(event("offer.approved").for_audience(Audience::Merchant));
            if let Some(grounds) = grounds {
                tx.record(event("offer.below_cost").with("grounds", grounds));
            }
            for owner in merchants::owners(&mut tx, merchant).await? {
                mail::to_person(&mut tx, owner, Template::OfferApproved, About::merchant(merchant)).await?;
            }
        }
    }
    Ok(tx.commit().await?)
}
