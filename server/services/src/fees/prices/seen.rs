//! What merchants and visitors see of prices: what they pay, and nothing of what it costs the tenant.

use super::super::{Question, rates};
use crate::{Result, ServiceError, Services, applications};
use domain::{
    Actor, MerchantId, TenantId,
    fees::{
        channel,
        offer::{
            Price,
            board::{self, Row},
        },
    },
    permissions::Act,
};
use store::{
    TenantTx,
    fees::{offers, prices},
};
use time::Date;

/// The day on which prices have to hold.
pub(in crate::fees) fn today(services: &Services) -> Date {
    applications::today("CN", services.now())
}

/// The price list in force today, as everybody may see it.
pub async fn for_visitor(services: &Services, tenant: TenantId) -> Result<Vec<Price>> {
    let mut tx = TenantTx::read(&services.db, &Actor::Visitor { tenant }).await?;
    listed(&mut tx, today(services)).await
}

/// What a merchant pays on a day, which is today unless another is named: by the offer it accepted, and by the price list for what that isn't about. Of the list,
/// what the offer covers is left out.
///
/// # Errors
/// Not found for whoever may see neither this merchant's prices nor the tenant's.
pub async fn for_merchant(
    services: &Services,
    actor: &Actor,
    merchant: MerchantId,
    on: Option<Date>,
) -> Result<Vec<Price>> {
    if !actor.may_at(merchant, Act::ViewOwnPrices) && !actor.may(Act::CompareFees) {
        return Err(ServiceError::NotFound);
    }
    let mut tx = TenantTx::read(&services.db, actor).await?;
    paid(&mut tx, merchant, on.unwrap_or_else(|| today(services))).await
}

/// What a merchant pays on a day.
pub(in crate::fees) async fn paid(tx: &mut TenantTx, merchant: MerchantId, on: Date) -> Result<Vec<Price>> {
    let offer = offers::in_force(tx, merchant).await?;
    let lines = offer.map(|offer| offer.lines).unwrap_or_default();
    let agreed = lines.iter().filter(|line| line.holds_on(on)).map(|line| line.price(true)).collect();
    Ok(both(agreed, listed(tx, on).await?))
}

/// What was agreed, and of the list what that doesn't cover.
pub(super) fn both(agreed: Vec<Price>, list: Vec<Price>) -> Vec<Price> {
    let rest = list.into_iter().filter(|price| !agreed.iter().any(|own| own.covers(price)));
    let rest: Vec<_> = rest.collect();
    agreed.into_iter().chain(rest).collect()
}

async fn listed(tx: &mut TenantTx, on: Date) -> Result<Vec<Price>> {
    let lines = prices::approved(tx).await?;
    Ok(lines.iter().filter(|line| line.holds_on(on)).map(|line| line.price(false)).collect())
}

/// What every channel would charge on a mix by these prices.
pub async fn board(
    services: &Services,
    tenant: TenantId,
    prices: Vec<Price>,
    question: Question,
) -> Result<Vec<Row>> {
    let on = question.on.unwrap_or_else(|| today(services));
    let exchange = rates::exchange(services, &Actor::Visitor { tenant }, on).await?;
    let asked = tokio::task::spawn_blocking(move || {
        let asked = channel::Question {
            mix: &question.mix,
            currency: &question.currency,
            annual_rate: question.annual_rate,
            on,
            exchange: &exchange,
        };
        board::board(&prices, asked)
    });
    asked.await.map_err(|error| ServiceError::Internal(Box::new(error)))
}
