//! The comparison from a merchant's side: what it would pay by every channel, by its own prices alone. What anything
//! costs the tenant is not looked up here.

use super::{
    Question,
    prices::{NoPrice, for_merchant, today},
    rates,
};
use crate::{Result, ServiceError, Services, applications};
use domain::{
    Actor, ApplicationId, MerchantId,
    fees::{
        board::Row,
        channel::{self, NoBill},
        compared::{Compared, compared},
        offer::board,
    },
    permissions::Act,
};
use store::{
    TenantTx,
    applications::{self as rows, merchants},
};

/// Whose comparison it is, and what its application says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The reader's merchants: id and name.
    pub merchants: Vec<(MerchantId, String)>,
    /// The one that is compared for.
    pub merchant: MerchantId,
    /// The country of its newest application.
    pub country: Option<String>,
    /// The kind of merchant, by the word of claims.
    pub subject: Option<&'static str>,
    /// Its line of business, where the reader may see it and it is filled in.
    pub industry: Option<String>,
}

/// Begins a comparison for a merchant of the reader's; for the first where none is named.
///
/// # Errors
/// Not found where the reader has no merchant whose prices they may see, or this one isn't among them.
pub async fn begin(services: &Services, actor: &Actor, wanted: Option<MerchantId>) -> Result<Begun> {
    let (ids, merchant) = (all(actor), one(actor, wanted)?);
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let known = merchants::list(&mut tx, &ids).await?;
    let newest = rows::list_of_merchants(&mut tx, &[merchant], None).await?.into_iter().next();
    let application = match newest {
        Some(newest) => Some(rows::load(&mut tx, newest.id).await?),
        None => None,
    };
    drop(tx);
    let industry = match &application {
        Some(application) => industry(services, actor, application.id).await,
        None => None,
    };
    Ok(Begun {
        merchants: known.into_iter().map(|one| (one.id, one.name)).collect(),
        merchant,
        subject: application.as_ref().and_then(|one| subject(&one.kind)),
        country: application.map(|one| one.country),
        industry,
    })
}

/// The reader's merchants whose prices they may see.
fn all(actor: &Actor) -> Vec<MerchantId> {
    let members = actor.person().map(|person| person.members.as_slice()).unwrap_or_default();
    let mut ids: Vec<MerchantId> = members.iter().map(|(merchant, _)| *merchant).collect();
    ids.retain(|merchant| actor.may_at(*merchant, Act::ViewOwnPrices));
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The one that is wanted, or the first of them.
///
/// # Errors
/// Not found where the reader may not see this one's prices, or has none.
pub fn one(actor: &Actor, wanted: Option<MerchantId>) -> Result<MerchantId> {
    let ids = all(actor);
    let merchant = wanted.or_else(|| ids.first().copied()).filter(|wanted| ids.contains(wanted));
    merchant.ok_or(ServiceError::NotFound)
}

/// A kind of merchant as claims call it.
fn subject(kind: &str) -> Option<&'static str> {
    match kind {
        "enterprise" | "llc" | "corporation" | "company" | "gmbh" | "limited" => Some("enterprise"),
        "individual" => Some("individual"),
        "institution" => Some("public"),
        "micro" => Some("micro"),
        _ => None,
    }
}

/// The line of business as it was filled in; whoever may not see that section fills it in here themselves.
async fn industry(services: &Services, actor: &Actor, id: ApplicationId) -> Option<String> {
    let section = applications::section(services, actor, id, "scenes").await.ok()?;
    section.values.get("mcc").filter(|mcc| !mcc.is_empty()).cloned()
}

/// What every channel would charge a merchant on this mix, and the ids of the prices that it agreed to.
///
/// # Errors
/// Not found for whoever may not see this merchant's prices.
pub async fn board(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    question: Question,
) -> Result<(Compared, Vec<String>)> {
    let on = question.on.unwrap_or_else(|| today(services));
    let prices = for_merchant(services, actor, merchant, Some(on)).await?;
    let agreed = prices.iter().filter(|price| price.agreed).map(|price| price.claim.id.clone()).collect();
    let exchange = rates::exchange(services, actor, on).await?;
    let asked = tokio::task::spawn_blocking(move || {
        let asked = channel::Question {
            mix: &question.mix,
            currency: &question.currency,
            annual_rate: question.annual_rate,
            on,
            exchange: &exchange,
        };
        compared(asked, question.weights, |asked| board::board(&prices, asked).into_iter().map(row).collect())
    });
    let compared = asked.await.map_err(|error| ServiceError::Internal(Box::new(error)))?;
    Ok((compared, agreed))
}

/// A row of prices as the comparison shows it: what is told on request is priced by nothing.
fn row(row: board::Row) -> Row {
    let bill = row.bill.map_err(|why| match why {
        NoPrice::OnRequest => NoBill::NoClaim(0),
        NoPrice::Exchange(from, to) => NoBill::Exchange(from, to),
    });
    Row { channel: row.channel, through: row.through, bill }
}
