//! What of own claims is shown: lists, and one with its history and what stands beside it.

use super::{super::rates, Kept, Shown, answer::open_to, day};
use crate::{Result, Services, tenants::authorise};
use domain::{
    Actor, FeeClaimId,
    fees::{
        Shelf,
        own::{Answer, Place, Terms},
        published::Published,
        rehearsal::{self, Margins, Rehearsed},
    },
    permissions::Act,
};
use std::sync::Arc;
use store::{
    TenantTx,
    fees::{
        claims::{self, Which},
        prices,
    },
    tenants,
};
use time::Date;

/// Claims on one page.
pub const PAGE: usize = 50;

/// A claim in a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The claim.
    pub kept: Kept,
    /// Where it stands today.
    pub place: Place,
    /// Open to the reader's second word; a message key where not.
    pub answer: std::result::Result<(), &'static str>,
}

/// One claim, and what stands around it.
#[derive(Clone, Debug)]
pub struct View {
    /// The claim.
    pub claim: Listed,
    /// Every claim of its series, itself as well, those that were declined left out: by their first day, the newest
    /// first.
    pub series: Vec<Listed>,
    /// Claims of other series that are about the same and hold on one of its days.
    pub beside: Vec<Listed>,
    /// Published claims that are about the same and hold on one of its days.
    pub published: Vec<Published>,
    /// What it would change, while it waits: the channel's bill on the usual kinds of business.
    pub rehearsed: Vec<Rehearsed>,
    /// Which margins of price lines it would change, while it waits.
    pub margins: Vec<Margins>,
}

fn listed(actor: &Actor, kept: Kept, on: Date, days: u16) -> Listed {
    Listed { place: kept.own.place(on, days), answer: open_to(actor, &kept), kept }
}

/// Days for which a claim is current at this tenant.
async fn days(services: &Services, actor: &Actor) -> Result<u16> {
    Ok(tenants::by_id(&services.db, actor.tenant()).await?.policy.claim_days)
}

/// Claims that wait, stand or have gone, the newest first, and where the next page goes on.
pub async fn list(
    services: &Services,
    actor: &Actor,
    shown: fn(Date) -> Shown,
    before: Option<FeeClaimId>,
) -> Result<(Vec<Listed>, Option<FeeClaimId>)> {
    authorise(actor, Act::CompareFees)?;
    let (days, on) = (days(services, actor).await?, day(services));
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let which = Which { shown: Some(shown(on)), before, ..Which::default() };
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = claims::select(&mut tx, which, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| last.own.id);
    Ok((found.into_iter().map(|kept| listed(actor, kept, on, days)).collect(), next))
}

/// One claim.
pub async fn one(services: &Services, actor: &Actor, id: FeeClaimId) -> Result<View> {
    authorise(actor, Act::CompareFees)?;
    let (days, on) = (days(services, actor).await?, day(services));
    // Looked up before a transaction begins: it takes one of its own.
    let exchange = rates::exchange(services, actor, on).await?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let kept = claims::find(&mut tx, id).await?;
    let which = Which { channel: kept.own.terms.claim.channel.as_deref(), ..Which::default() };
    let all = claims::select(&mut tx, which, i64::MAX).await?;
    let published = beside_published(services, &kept);
    let (mut series, beside): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|one| one.own.id == id || one.own.answer != Some(Answer::Declined))
        .filter(|one| one.own.terms.has_dimensions_of(&kept.own.terms))
        .partition(|one| one.own.terms.is_of_series(&kept.own.terms));
    series.sort_by_key(|one| std::cmp::Reverse((one.own.terms.from, one.own.id)));
    let (from, until) = (kept.own.terms.from, kept.own.until());
    let line = |kept| listed(actor, kept, on, days);
    let (mut rehearsed, mut margins) = (Vec::new(), Vec::new());
    if kept.own.answer.is_none() {
        let shelf = Shelf::new(Arc::clone(&services.fees), claims::approved(&mut tx).await?);
        let lines = prices::approved(&mut tx).await?;
        rehearsed = rehearsal::rehearse(&shelf, &kept.own, on, &exchange);
        margins = rehearsal::margins(&lines, &shelf, &kept.own, on, &exchange);
    }
    Ok(View {
        series: series.into_iter().map(line).collect(),
        beside: beside.into_iter().filter(|one| one.own.meets(from, until)).map(line).collect(),
        published,
        claim: line(kept),
        rehearsed,
        margins,
    })
}

fn beside_published(services: &Services, kept: &Kept) -> Vec<Published> {
    let (from, until) = (kept.own.terms.from, kept.own.until());
    let of_channel = services.fees.of(kept.own.terms.claim.channel.as_deref().unwrap_or_default());
    let same = of_channel.filter(|one| {
        let terms = Terms { claim: one.claim.clone(), ..kept.own.terms.clone() }.in_order();
        let begins = one.from.is_none_or(|first| until.is_none_or(|until| first <= until));
        terms.has_dimensions_of(&kept.own.terms) && begins && one.to.is_none_or(|last| from <= last)
    });
    same.cloned().collect()
}

/// The claim whose place another one is to take.
pub async fn of_series(services: &Services, actor: &Actor, id: FeeClaimId) -> Result<Kept> {
    authorise(actor, Act::ManageFees)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(claims::find(&mut tx, id).await?)
}
