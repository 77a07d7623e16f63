//! The price list as the tenant's staff see it: each line with what it costs and what it leaves.

use super::{
    super::{
        beneath::{self, Costs},
        rates,
    },
    NewLine, checked, key, today,
};
use crate::{Result, Services, tenants::authorise};
use domain::{
    Actor, PriceId,
    fees::{
        Exchange,
        offer::{Event, Grounds, Judgement, Line, StandingKind, Why, margin},
    },
    permissions::Act,
};
use store::{
    TenantTx,
    fees::prices::{self, PriceLine},
};
use time::Date;

/// A line with what it leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The line.
    pub row: PriceLine,
    /// Where it stands today: one whose place another has taken is superseded from that one's first day on.
    pub kind: StandingKind,
    /// What it leaves on the mixes that it is judged by.
    pub judgement: Judgement,
    /// Whether the reader may answer it: a message key where they may not.
    pub answer: std::result::Result<(), &'static str>,
    /// Whether the reader may approve it, where they may answer it at all: below cost takes a senior.
    pub approve: std::result::Result<(), &'static str>,
}

/// What staff choose from and judge by.
#[derive(Clone, Debug)]
pub struct Material {
    /// Claims that a price may stand on.
    pub costs: Costs,
    /// What currencies are worth.
    pub exchange: Exchange,
    /// The day it is.
    pub today: Date,
}

/// Whether this actor may propose prices and offers.
pub fn may_keep(actor: &Actor) -> Result<()> {
    authorise(actor, Act::ManageFees)
}

/// What prices may stand on, for whoever sees costs.
pub async fn material(services: &Services, actor: &Actor) -> Result<Material> {
    authorise(actor, Act::CompareFees)?;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Material::load(services, &mut tx, exchange).await
}

/// What currencies are worth today. Looked up before a transaction begins: it takes one of its own.
pub(in crate::fees) async fn exchange(services: &Services, actor: &Actor) -> Result<Exchange> {
    rates::exchange(services, actor, today(services)).await
}

impl Material {
    pub(in crate::fees) async fn load(
        services: &Services,
        tx: &mut TenantTx,
        exchange: Exchange,
    ) -> Result<Self> {
        Ok(Self { costs: Costs::load(services, tx).await?, exchange, today: today(services) })
    }
}

/// What a line leaves, on its first day or today, whichever is later.
pub(in crate::fees) fn judged(line: &Line, material: &Material) -> Judgement {
    let cost = material.costs.get(&line.beneath).map(beneath::Cost::candidate);
    margin::judge(line, cost, line.from.max(material.today), &material.exchange)
}

/// Whether the reader may answer what stands so, and whether they may approve it.
pub(in crate::fees) fn open_to(
    actor: &Actor,
    standing: domain::fees::offer::Standing,
    grounds: Option<Grounds>,
) -> (std::result::Result<(), &'static str>, std::result::Result<(), &'static str>) {
    let Some(by) = actor.person().map(|person| person.id).filter(|_| actor.may(Act::ApproveFees)) else {
        return (Err("prices-why-not-approver"), Err("prices-why-not-approver"));
    };
    let senior = actor.may(Act::ApproveBelowCost);
    let decline = standing.apply(Event::Decline { by }).map(|_| ()).map_err(key);
    let approve = standing.apply(Event::Approve { by, senior, reason: true, grounds });
    (decline, approve.map(|_| ()).map_err(|why: Why| key(why)))
}

fn listed(actor: &Actor, row: PriceLine, material: &Material) -> Listed {
    let judgement = judged(&row.line, material);
    let (answer, approve) = open_to(actor, row.standing, judgement.grounds());
    let gone = row.successor.is_some_and(|(_, from)| from <= material.today);
    let kind = if gone { StandingKind::Superseded } else { row.standing.kind() };
    Listed { row, kind, judgement, answer, approve }
}

/// Every line there ever was, in the order of the list.
pub async fn all(services: &Services, actor: &Actor) -> Result<(Vec<Listed>, Material)> {
    authorise(actor, Act::CompareFees)?;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let material = Material::load(services, &mut tx, exchange).await?;
    let rows = prices::all(&mut tx).await?;
    Ok((rows.into_iter().map(|row| listed(actor, row, &material)).collect(), material))
}

/// One line.
pub async fn one(services: &Services, actor: &Actor, id: PriceId) -> Result<(Listed, Material)> {
    authorise(actor, Act::CompareFees)?;
    let exchange = exchange(services, actor).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let material = Material::load(services, &mut tx, exchange).await?;
    let row = prices::find(&mut tx, id).await?;
    Ok((listed(actor, row, &material), material))
}

/// The line that was typed, looked at before it is proposed together with others.
///
/// # Errors
/// Refused at the fields that are wrong.
pub fn check(new: &NewLine, material: &Material) -> Result<Line> {
    Ok(checked(new, &material.costs, material.today)?)
}
