//! An offer at its merchant's: shown without anything of its cost, and accepted.

use super::super::prices::{self, Price, key};
use crate::{Result, ServiceError, Services};
use domain::{
    Actor, MerchantId, OfferId,
    audit::{Audience, Event},
    fees::offer,
    permissions::Act,
};
use std::net::IpAddr;
use store::{
    TenantTx,
    applications::merchants::{self, Merchant},
    fees::offers::{self, Filter, Offer},
};
use time::OffsetDateTime;

/// A merchant's prices, as its own people see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// The merchant.
    pub merchant: Merchant,
    /// What it pays today.
    pub prices: Vec<Price>,
    /// The offer in force: its version, and since when.
    pub accepted: Option<(i32, OffsetDateTime)>,
    /// An offer that waits for the merchant.
    pub waiting: Option<Waiting>,
}

/// An offer that waits for its merchant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: OfferId,
    /// The how-manieth it is.
    pub version: i32,
    /// What would be paid.
    pub prices: Vec<Price>,
    /// Whether the reader may accept it.
    pub accept: bool,
}

/// The prices of every merchant whose prices the actor may see.
///
/// # Errors
/// Not found for whoever may see none.
pub async fn mine(services: &Services, actor: &Actor) -> Result<Vec<Mine>> {
    let members = actor.person().map(|person| person.members.as_slice()).unwrap_or_default();
    let ids: Vec<MerchantId> =
        members.iter().filter(|(_, role)| role.may(Act::ViewOwnPrices)).map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let today = prices::today(services);
    let mut all = Vec::new();
    for merchant in merchants::list(&mut tx, &ids).await? {
        let prices = prices::paid(&mut tx, merchant.id, today).await?;
        let of = Filter { merchants: Some(vec![merchant.id]), ..Filter::default() };
        let standing = |kind| Filter { standing: Some(kind), ..of.clone() };
        let waiting = offers::list(&mut tx, &standing(offer::StandingKind::Approved), 1).await?.pop();
        let accepted = offers::list(&mut tx, &standing(offer::StandingKind::Accepted), 1).await?.pop();
        let accepted = accepted.and_then(|one| Some((one.version, one.accepted?.at)));
        let accept = actor.may_at(merchant.id, Act::AcceptOffer);
        let waiting = waiting.map(|one| waits(&one, accept));
        all.push(Mine { merchant, prices, accepted, waiting });
    }
    Ok(all)
}

fn waits(offer: &Offer, accept: bool) -> Waiting {
    let prices = offer.lines.iter().map(|line| line.price(true)).collect();
    Waiting { id: offer.id, version: offer.version, prices, accept }
}

/// Accepts an offer in the version that was shown, as an owner of its merchant; the time and the network address are
/// kept with it. What was in force until now no longer is.
///
/// # Errors
/// Not found for whoever isn't of the merchant; [`ServiceError::Conflict`] where another took its place meanwhile.
pub async fn accept(
    services: &Services,
    actor: &Actor,
    id: OfferId,
    version: i32,
    address: IpAddr,
) -> Result<()> {
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let merchant = offers::find(&mut tx, id).await?.merchant;
    if !actor.may_at(merchant, Act::AcceptOffer) {
        let sees = actor.may_at(merchant, Act::ViewOwnPrices);
        return Err(if sees { ServiceError::Forbidden } else { ServiceError::NotFound });
    }
    merchants::lock(&mut tx, merchant).await?;
    let offer = offers::find(&mut tx, id).await?;
    // What is only proposed isn't there for the merchant.
    if matches!(offer.standing.kind(), offer::StandingKind::Proposed | offer::StandingKind::Declined) {
        return Err(ServiceError::NotFound);
    }
    if offer.version != version {
        return Err(ServiceError::Conflict("offers-why-gone"));
    }
    offer.standing.apply(offer::Event::Accept { by }).map_err(|why| match why {
        offer::Why::NotNow => ServiceError::Conflict("offers-why-gone"),
        other => ServiceError::Conflict(key(other)),
    })?;
    offers::accept(&mut tx, &offer, by, &address.to_string()).await?;
    let event = Event::new("offer.accepted", "offer", id).with("merchant", merchant).with("version", version);
    tx.record(event.for_audience(Audience::Merchant));
    Ok(tx.commit().await?)
}
