//! What merchants pay: lines of a tenant's price list and of a merchant's own offer, each with the claim of cost
//! beneath it; and what of them a merchant may see.

#[cfg(feature = "data")]
pub mod board;
pub mod life;
pub mod margin;
#[cfg(feature = "data")]
pub mod rehearsal;

pub use life::{Event, Standing, StandingKind, Why};
pub use margin::{Grounds, Judgement, OnMix};

use super::{Claim, channel::Candidate};
use serde::{Deserialize, Serialize};
use time::Date;

/// A line as the tenant keeps it: what is paid by channel, product and line of business, and the claim beneath.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// What is paid; its dimensions are the line's, its id is the line's.
    pub claim: Claim,
    /// The claim of what it costs the tenant. No merchant sees it.
    pub beneath: String,
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds; none: until another takes its place.
    pub to: Option<Date>,
}

/// A line as merchants and visitors see it. There is no room in it for a cost or for the claim beneath.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// The channel, by its code.
    pub channel: String,
    /// Where the payer pays; none: everywhere.
    pub product: Option<String>,
    /// The line of business; none: every one.
    pub industry: Option<String>,
    /// What is paid.
    pub claim: Claim,
    /// The first day on which it holds.
    pub from: Date,
    /// The last day on which it holds; none: until another takes its place.
    pub to: Option<Date>,
    /// Whether it is of the merchant's own accepted offer rather than of the price list.
    pub agreed: bool,
}

/// What two lines must not have in common on one day.
type Dimensions<'a> = (Option<&'a str>, Option<&'a str>, &'a [String], &'a str);

impl Line {
    /// As merchants see it.
    pub fn price(&self, agreed: bool) -> Price {
        Price {
            channel: self.claim.channel.clone().unwrap_or_default(),
            product: self.claim.product.clone(),
            industry: self.claim.industry.first().cloned(),
            claim: self.claim.clone(),
            from: self.from,
            to: self.to,
            agreed,
        }
    }

    /// As it takes part in a bill.
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate { claim: &self.claim, from: Some(self.from), to: self.to, own: false }
    }

    /// The figures that it leaves open, by their fields: a price tells all of them.
    pub fn open(&self) -> Vec<&'static str> {
        let claim = &self.claim;
        let refund = claim.refund;
        let tiers = claim.tiers.as_ref();
        let steps = tiers.is_some_and(|tiers| tiers.steps.iter().any(|step| step.percent.is_none()));
        let disputes = claim.dispute.iter().flatten().any(|step| step.fee.is_none());
        let all = [
            ("percent", tiers.is_none() && claim.percent.is_none()),
            ("fixed", claim.fixed.is_none()),
            ("attempt_fee", claim.attempt_fee.is_none()),
            ("cross_border", claim.cross_border.is_none()),
            ("fx", claim.fx.is_none()),
            ("tiers", steps),
            ("dispute", disputes),
            ("refund_fee", refund.and_then(|refund| refund.fee).is_none()),
            ("returns_percent", refund.and_then(|refund| refund.returns_percent).is_none()),
            ("returns_fixed", refund.and_then(|refund| refund.returns_fixed).is_none()),
            ("monthly_fee", claim.monthly_fee.is_none()),
            ("monthly_minimum", claim.monthly_minimum.is_none()),
            ("tax", claim.tax.is_none()),
            ("delay_days", claim.delay_days.is_none()),
            ("rounding", claim.rounding.is_none()),
        ];
        all.into_iter().filter(|(_, open)| *open).map(|(name, _)| name).collect()
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    fn dimensions(&self) -> Dimensions<'_> {
        let claim = &self.claim;
        (claim.channel.as_deref(), claim.product.as_deref(), &claim.industry, &claim.currency)
    }

    /// Whether another line is about the very same payments on one of the same days.
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |a: &Self, b: &Self| a.to.is_some_and(|to| to < b.from);
        self.dimensions() == other.dimensions() && !before(self, other) && !before(other, self)
    }

    /// The same line, at an end on the day before another takes its place; nothing where no day is left.
    #[must_use]
    pub fn until(mut self, successor: Date) -> Option<Self> {
        let last = successor.previous_day()?;
        self.to = Some(self.to.map_or(last, |to| to.min(last)));
        self.to.is_some_and(|to| self.from <= to).then_some(self)
    }
}

impl Price {
    /// As it takes part in a bill: what was agreed comes before the list.
    pub fn candidate(&self) -> Candidate<'_> {
        Candidate { claim: &self.claim, from: Some(self.from), to: self.to, own: self.agreed }
    }

    /// Whether this price leaves nothing for another to be about: the same payments or more of them, in one currency.
    pub fn covers(&self, other: &Self) -> bool {
        let wider = |mine: &Option<String>, its: &Option<String>| mine.is_none() || mine == its;
        self.channel == other.channel
            && self.claim.currency == other.claim.currency
            && wider(&self.product, &other.product)
            && wider(&self.industry, &other.industry)
    }
}

#[cfg(test)]
mod tests;
