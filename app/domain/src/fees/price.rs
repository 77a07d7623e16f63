//! The price of a mix by one claim.

use super::{
    Claim, Days, Rate, Rounding, Segment,
    usage::{Asked, Figures, Missing},
};
use serde::{Deserialize, Serialize};

const DAYS_OF_YEAR: i128 = 365;

/// What a cost is made of, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Parts {
    /// The share of each payment.
    pub percent: i128,
    /// What was added to it for payers from another country.
    pub cross_border: i128,
    /// What was added to it for foreign currencies.
    pub fx: i128,
    /// For each payment.
    pub fixed: i128,
    /// What raised a payment's charge to the least or lowered it to the most; may be negative.
    pub clamp: i128,
    /// For each attempt.
    pub attempts: i128,
    /// For each refund.
    pub refund_fees: i128,
    /// What was given back with refunds; never positive.
    pub refund_credits: i128,
    /// For each dispute.
    pub disputes: i128,
    /// For the month.
    pub monthly: i128,
    /// What raised the month to the least.
    pub top_up: i128,
    /// Tax on everything before.
    pub tax: i128,
}

impl Parts {
    /// Their sum.
    pub const fn total(&self) -> i128 {
        self.percent
            + self.cross_border
            + self.fx
            + self.fixed
            + self.clamp
            + self.attempts
            + self.refund_fees
            + self.refund_credits
            + self.disputes
            + self.monthly
            + self.top_up
            + self.tax
    }

    /// Part by part.
    pub(super) fn each<E>(&self, mut with: impl FnMut(i128) -> Result<i128, E>) -> Result<Self, E> {
        Ok(Self {
            percent: with(self.percent)?,
            cross_border: with(self.cross_border)?,
            fx: with(self.fx)?,
            fixed: with(self.fixed)?,
            clamp: with(self.clamp)?,
            attempts: with(self.attempts)?,
            refund_fees: with(self.refund_fees)?,
            refund_credits: with(self.refund_credits)?,
            disputes: with(self.disputes)?,
            monthly: with(self.monthly)?,
            top_up: with(self.top_up)?,
            tax: with(self.tax)?,
        })
    }

    /// The sum of two, part by part.
    pub(super) const fn plus(&self, other: &Self) -> Self {
        Self {
            percent: self.percent + other.percent,
            cross_border: self.cross_border + other.cross_border,
            fx: self.fx + other.fx,
            fixed: self.fixed + other.fixed,
            clamp: self.clamp + other.clamp,
            attempts: self.attempts + other.attempts,
            refund_fees: self.refund_fees + other.refund_fees,
            refund_credits: self.refund_credits + other.refund_credits,
            disputes: self.disputes + other.disputes,
            monthly: self.monthly + other.monthly,
            top_up: self.top_up + other.top_up,
            tax: self.tax + other.tax,
        }
    }
}

/// What a mix costs in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Priced {
    /// The claim's id.
    pub claim: String,
    /// What the payments come to.
    pub volume: i128,
    /// What it costs: the sum of the parts, exactly.
    pub total: i128,
    /// What waiting for the money costs at the yearly rate asked for; not in the total.
    pub waiting: i128,
    /// The total as a share of the volume, in 1/10 000 of a percent; 0 without volume.
    pub effective_rate: i128,
    /// What the total is made of.
    pub parts: Parts,
}

/// What came of a claim and a mix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "nearly all are of the large one")]
pub enum Outcome {
    /// A price.
    Priced(Priced),
    /// Figures that the mix needs were not published.
    NotComparable {
        /// The claim's id.
        claim: String,
        /// The figures, by their paths in the claim.
        not_comparable: Vec<String>,
    },
}

/// Prices a mix by a claim; `annual_rate` is what a year of waiting for money costs.
///
/// The claim and the mix are without faults: see [`Claim::faults`] and [`super::mix::faults`].
pub fn price(claim: &Claim, mix: &[Segment], annual_rate: Rate) -> Outcome {
    let asked = Asked::by(mix);
    let mut missing = Missing::default();
    let figures = Figures::of(claim, &asked, &mut missing);
    let rest = Rest::of(claim, &asked, annual_rate, &mut missing);
    if !missing.0.is_empty() {
        return Outcome::NotComparable { claim: claim.id.clone(), not_comparable: missing.0 };
    }
    let mut parts = figures.usage(&asked, mix);
    parts.monthly = rest.monthly;
    parts.top_up = (rest.minimum - parts.total()).max(0);
    parts.tax = rest.rounding.divide(parts.total() * rest.tax.get(), Rate::WHOLE);
    let total = parts.total();
    Outcome::Priced(Priced {
        claim: claim.id.clone(),
        volume: asked.volume,
        total,
        waiting: rest.waiting(asked.volume, annual_rate),
        effective_rate: effective_rate(total, asked.volume),
        parts,
    })
}

/// What comes after the payments: the month, tax, waiting.
pub(super) struct Rest {
    pub(super) monthly: i128,
    pub(super) minimum: i128,
    pub(super) tax: Rate,
    pub(super) rounding: Rounding,
    delay: Days,
}

impl Rest {
    pub(super) fn of(claim: &Claim, asked: &Asked, annual_rate: Rate, missing: &mut Missing) -> Self {
        let waits = asked.volume > 0 && annual_rate > Rate::ZERO;
        Self {
            monthly: missing.minor(claim.monthly_fee, true, "monthly_fee"),
            minimum: missing.minor(claim.monthly_minimum, true, "monthly_minimum"),
            tax: missing.take(claim.tax, true, "tax"),
            delay: missing.take(claim.delay_days, waits, "delay_days"),
            rounding: claim.rounding.unwrap_or(Rounding::HalfUp),
        }
    }

    pub(super) fn waiting(&self, volume: i128, annual_rate: Rate) -> i128 {
        let over = volume * self.delay.get() * annual_rate.get();
        self.rounding.divide(over, DAYS_OF_YEAR * Rate::WHOLE)
    }
}

/// A total as a share of a volume, rounded half-up; 0 without volume.
pub(super) fn effective_rate(total: i128, volume: i128) -> i128 {
    if volume == 0 { 0 } else { Rounding::HalfUp.divide(total * Rate::WHOLE, volume) }
}

#[cfg(test)]
mod tests;
