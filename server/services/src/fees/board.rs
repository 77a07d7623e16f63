//! What every channel costs on one mix, for whoever compares for the tenant.

use super::rates;
use crate::{Result, ServiceError, Services, applications::today, tenants::authorise};
use domain::{
    Actor,
    fees::{
        Rate, Segment,
        board::{self, Row},
        channel,
    },
    permissions::Act,
};
use std::sync::Arc;
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
    /// The day on which claims and currencies count; none: today.
    pub on: Option<Date>,
    /// Whether prices that nobody has attested take part.
    pub with_unverified: bool,
}

/// Whether this actor may compare what channels cost the tenant.
pub fn may_compare(actor: &Actor) -> Result<()> {
    authorise(actor, Act::CompareFees)
}

/// Every channel with a published price on this mix.
pub async fn board(services: &Services, actor: &Actor, question: Question) -> Result<Vec<Row>> {
    may_compare(actor)?;
    let (book, on) = (Arc::clone(&services.fees), question.on.unwrap_or_else(|| today("CN", services.now())));
    let exchange = rates::exchange(services, actor, on).await?;
    let asked = tokio::task::spawn_blocking(move || {
        let asked = channel::Question {
            mix: &question.mix,
            currency: &question.currency,
            annual_rate: question.annual_rate,
            on,
            exchange: &exchange,
        };
        board::board(&book, asked, question.with_unverified)
    });
    asked.await.map_err(|error| ServiceError::Internal(Box::new(error)))
}
