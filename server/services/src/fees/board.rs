//! What every channel costs on one mix, for whoever compares for the tenant.

use super::rates;
use crate::{Result, ServiceError, Services, applications::today, tenants::authorise};
use domain::{
    Actor,
    fees::{
        Rate, Segment, Shelf, board, channel,
        compared::{Compared, compared},
        ranking::Weights,
    },
    permissions::Act,
};
use std::sync::Arc;
use store::{TenantTx, fees::claims};
use time::Date;

/// What is asked of every channel alike.
#[derive(Clone, Debug)]
pub struct Question {
    /// The month's payments.
    pub mix: Vec<Segment>,
    /// The currency of the answer.
    pub currency: String,
    /// What a year of waiting for money costs.
    pub annual_rate: Rate,
    /// How much each criterion of the ranking weighs.
    pub weights: Weights,
    /// The day on which claims and currencies count; none: today.
    pub on: Option<Date>,
    /// Whether prices that nobody has attested take part.
    pub with_unverified: bool,
}

/// Whether this actor may compare what channels cost the tenant.
pub fn may_compare(actor: &Actor) -> Result<()> {
    authorise(actor, Act::CompareFees)
}

/// Every claim that may price something for the tenant: its own, and the published ones.
pub async fn shelf(services: &Services, actor: &Actor) -> Result<Shelf> {
    may_compare(actor)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(Shelf::new(Arc::clone(&services.fees), claims::approved(&mut tx).await?))
}

/// Every channel with a price on this mix, compared, and the claims it was found among.
pub async fn board(services: &Services, actor: &Actor, question: Question) -> Result<(Compared, Arc<Shelf>)> {
    let shelf = Arc::new(shelf(services, actor).await?);
    let (among, on) = (Arc::clone(&shelf), question.on.unwrap_or_else(|| today("CN", services.now())));
    let exchange = rates::exchange(services, actor, on).await?;
    let asked = tokio::task::spawn_blocking(move || {
        let asked = channel::Question {
            mix: &question.mix,
            currency: &question.currency,
            annual_rate: question.annual_rate,
            on,
            exchange: &exchange,
        };
        compared(asked, question.weights, |asked| board::board(&among, asked, question.with_unverified))
    });
    let compared = asked.await.map_err(|error| ServiceError::Internal(Box::new(error)))?;
    Ok((compared, shelf))
}
