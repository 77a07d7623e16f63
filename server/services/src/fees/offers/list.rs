//! Offers as the tenant's staff see them: each line with what it leaves.

use super::{
    super::prices::{self, judged, open_to},
    keep,
};
use crate::{Result, ServiceError, Services, tenants::authorise};
use domain::{
    Actor, OfferId,
    fees::offer::{Grounds, Judgement, Price},
    permissions::Act,
};
use store::{
    TenantTx,
    applications::merchants::Merchant,
    fees::offers::{self, Filter, Offer},
};

/// Offers on one page.
const PAGE: usize = 50;

/// An offer with what its lines leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The offer.
    pub offer: Offer,
    /// What each line leaves on the mixes that it is judged by.
    pub judgements: Vec<Judgement>,
    /// Why it takes a senior, if it does.
    pub grounds: Option<Grounds>,
    /// Whether the reader may answer it: a message key where they may not.
    pub answer: std::result::Result<(), &'static str>,
    /// Whether the reader may approve it.
    pub approve: std::result::Result<(), &'static str>,
}

fn listed(actor: &Actor, offer: Offer, material: &prices::Material) -> Listed {
    let judgements = offer.lines.iter().map(|line| judged(line, material)).collect();
    let grounds = keep::grounds(&offer.lines, material);
    let (answer, approve) = open_to(actor, offer.standing, grounds);
    Listed { offer, judgements, grounds, answer, approve }
}

/// A page of offers, the newest first, and before which the next one goes on.
pub async fn all(
    services: &Services,
    actor: &Actor,
    filter: &Filter,
) -> Result<(Vec<Listed>, Option<OfferId>)> {
    authorise(actor, Act::CompareFees)?;
    let exchange = prices::exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let material = prices::Material::load(services, &mut tx, exchange).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = offers::list(&mut tx, filter, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| last.id);
    Ok((found.into_iter().map(|offer| listed(actor, offer, &material)).collect(), next))
}

/// One offer, with what its merchant pays today.
pub async fn one(
    services: &Services,
    actor: &Actor,
    id: OfferId,
) -> Result<(Listed, Vec<Price>, prices::Material)> {
    authorise(actor, Act::CompareFees)?;
    let exchange = prices::exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let material = prices::Material::load(services, &mut tx, exchange).await?;
    let offer = offers::find(&mut tx, id).await?;
    let paid = prices::paid(&mut tx, offer.merchant, material.today).await?;
    Ok((listed(actor, offer, &material), paid, material))
}

/// The merchant with this number, for whoever proposes an offer to them.
pub async fn by_number(services: &Services, actor: &Actor, number: &str) -> Result<Merchant> {
    authorise(actor, Act::ManageFees)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    offers::merchant(&mut tx, number.trim()).await?.ok_or(ServiceError::NotFound)
}
