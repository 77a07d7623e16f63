//! How each part of a cost comes about: the rate and what it is taken of, the fee and how often it is taken.

use super::{
    Claim, Minor, Parts, Rate, Segment, Tiers,
    claim::TierKind,
    usage::{Asked, Missing, dispute_fee, steps},
};
use serde::{Deserialize, Serialize};

crate::words::words! {
    /// A part of a cost.
    Part {
        /// The share of each payment.
        Percent = "percent",
        /// What is added to it for payers from another country.
        CrossBorder = "cross_border",
        /// What is added to it for foreign currencies.
        Fx = "fx",
        /// For each payment.
        Fixed = "fixed",
        /// What raises a payment's charge to the least or lowers it to the most.
        Clamp = "clamp",
        /// For each attempt.
        Attempts = "attempts",
        /// For each refund.
        RefundFees = "refund_fees",
        /// What is given back with refunds.
        RefundCredits = "refund_credits",
        /// For each dispute.
        Disputes = "disputes",
        /// For the month.
        Monthly = "monthly",
        /// What raises the month to the least.
        TopUp = "top_up",
        /// Tax on everything before.
        Tax = "tax",
    }
}

impl Part {
    /// What it comes to.
    pub const fn of(self, parts: &Parts) -> i128 {
        match self {
            Self::Percent => parts.percent,
            Self::CrossBorder => parts.cross_border,
            Self::Fx => parts.fx,
            Self::Fixed => parts.fixed,
            Self::Clamp => parts.clamp,
            Self::Attempts => parts.attempts,
            Self::RefundFees => parts.refund_fees,
            Self::RefundCredits => parts.refund_credits,
            Self::Disputes => parts.disputes,
            Self::Monthly => parts.monthly,
            Self::TopUp => parts.top_up,
            Self::Tax => parts.tax,
        }
    }
}

/// What a part is reckoned from. Amounts are minor units of the claim's currency, rates 1/10 000 of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// So many payments of an amount, of each of which this rate is taken.
    Payments {
        /// How many.
        count: i128,
        /// Of how much each is.
        amount: i128,
        /// The rate.
        rate: i128,
    },
    /// A part of the month's volume that falls into one step, at its rate.
    Step {
        /// How much.
        volume: i128,
        /// The rate.
        rate: i128,
    },
    /// A fee that is taken so many times.
    Times {
        /// How often.
        count: i128,
        /// The fee.
        fee: i128,
    },
    /// The least and the most that a payment costs.
    Limits {
        /// The least, where there is one.
        min: Option<i128>,
        /// The most, where there is one.
        max: Option<i128>,
    },
    /// What is given back of so many charges.
    Returned {
        /// How many.
        count: i128,
        /// Whether the share is.
        percent: bool,
        /// Whether the fixed fee is.
        fixed: bool,
    },
    /// Once a month.
    Month {
        /// The fee.
        fee: i128,
    },
    /// What is short of the month's least.
    Short {
        /// The least.
        least: i128,
    },
    /// A rate of everything before.
    Sum {
        /// What everything before comes to.
        sum: i128,
        /// The rate.
        rate: i128,
    },
}

/// A part with what it is reckoned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which.
    pub part: Part,
    /// What it comes to.
    pub amount: i128,
    /// From what.
    pub from: Vec<Basis>,
}

/// So many runs of payments are told one by one; more are told as one volume, of which each payment is rounded all the
/// same.
const TOLD: usize = 12;

/// The parts of what a claim came to on a mix that aren't nothing, each with what it is reckoned from.
pub(super) fn lines(claim: &Claim, mix: &[Segment], parts: &Parts) -> Vec<Line> {
    let asked = Asked::by(mix);
    let some = Part::ALL.iter().map(|part| (*part, part.of(parts))).filter(|(_, amount)| *amount != 0);
    some.map(|(part, amount)| Line { part, amount, from: basis(part, (claim, mix, parts), &asked) }).collect()
}

fn basis(part: Part, (claim, mix, parts): (&Claim, &[Segment], &Parts), asked: &Asked) -> Vec<Basis> {
    let minor = |figure: Option<Minor>| figure.unwrap_or_default().get();
    let rate = |figure: Option<Rate>| figure.unwrap_or_default().get();
    let times = |count, fee| vec![Basis::Times { count, fee }];
    match part {
        Part::Percent => shares(claim, mix, asked),
        Part::CrossBorder => payments(mix, rate(claim.cross_border), |one| one.cross_border),
        Part::Fx => payments(mix, rate(claim.fx), |one| one.foreign_currency),
        Part::Fixed => times(asked.payments, minor(claim.fixed)),
        Part::Clamp => {
            vec![Basis::Limits { min: claim.min.map(Minor::get), max: claim.max.map(Minor::get) }]
        }
        Part::Attempts => times(asked.attempts, minor(claim.attempt_fee)),
        Part::RefundFees => times(asked.refunds, minor(claim.refund.and_then(|refund| refund.fee))),
        Part::RefundCredits => {
            let returns = |which: Option<bool>| which.unwrap_or_default();
            vec![Basis::Returned {
                count: asked.refunds,
                percent: claim.refund.is_some_and(|refund| returns(refund.returns_percent)),
                fixed: claim.refund.is_some_and(|refund| returns(refund.returns_fixed)),
            }]
        }
        Part::Disputes => times(asked.disputes, dispute_fee(claim, asked, &mut Missing::default())),
        Part::Monthly => vec![Basis::Month { fee: minor(claim.monthly_fee) }],
        Part::TopUp => vec![Basis::Short { least: minor(claim.monthly_minimum) }],
        Part::Tax => {
            vec![Basis::Sum { sum: parts.total() - parts.tax, rate: rate(claim.tax) }]
        }
    }
}

fn payments(mix: &[Segment], rate: i128, which: impl Fn(&Segment) -> bool) -> Vec<Basis> {
    let some: Vec<_> = mix.iter().filter(|one| which(one) && one.count.get() > 0).collect();
    if some.len() > TOLD {
        return vec![Basis::Step { volume: some.iter().map(|one| one.volume()).sum(), rate }];
    }
    some.into_iter()
        .map(|one| Basis::Payments { count: one.count.get(), amount: one.amount.get(), rate })
        .collect()
}

fn shares(claim: &Claim, mix: &[Segment], asked: &Asked) -> Vec<Basis> {
    let Some(tiers) = &claim.tiers else {
        return payments(mix, claim.percent.unwrap_or_default().get(), |_| true);
    };
    match tiers.kind {
        TierKind::Whole => {
            let step = steps(tiers, asked.volume, &mut Missing::default());
            payments(mix, step.first().map_or(0, |step| step.percent), |_| true)
        }
        TierKind::Graduated => graduated(tiers, asked.volume),
    }
}

/// Each step with what of the volume falls into it.
fn graduated(tiers: &Tiers, volume: i128) -> Vec<Basis> {
    let mut below = 0;
    let mut found = Vec::new();
    for step in steps(tiers, volume, &mut Missing::default()) {
        let up_to = step.up_to.unwrap_or(volume).min(volume);
        found.push(Basis::Step { volume: up_to - below, rate: step.percent });
        below = up_to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{
        Count, Exchange, Refund, Tier,
        channel::{Candidate, Question, Used, bill},
    };
    use time::macros::date;

    fn used(claim: &Claim, mix: &[Segment]) -> Used {
        let exchange = Exchange::default();
        let question = Question {
            mix,
            currency: "USD",
            annual_rate: Rate::ZERO,
            on: date!(2026 - 11 - 27),
            exchange: &exchange,
        };
        let candidate = Candidate { claim, from: None, to: None, own: false };
        bill(&[candidate], question).unwrap().used.remove(0)
    }

    fn rate(rate: u64) -> Option<Rate> {
        Rate::new(rate)
    }

    fn segment(count: u64, amount: u64) -> Segment {
        Segment::of(Count::new(count).unwrap(), Minor::new(amount).unwrap())
    }

    #[test]
    fn every_part_is_told_with_what_it_is_taken_of() {
        let claim = Claim {
            cross_border: rate(15_000),
            fixed: Minor::new(30),
            attempt_fee: Minor::new(2),
            max: Minor::new(400),
            refund: Some(Refund {
                fee: Minor::new(10),
                returns_percent: Some(true),
                returns_fixed: Some(false),
            }),
            dispute: Some(vec![crate::fees::DisputeStep { up_to: None, fee: Minor::new(1500) }]),
            monthly_fee: Minor::new(900),
            monthly_minimum: Minor::new(500_000),
            tax: rate(60_000),
            ..Claim::of("a", "USD", rate(29_000))
        };
        let count = |count| Count::new(count).unwrap();
        let abroad = Segment { cross_border: true, ..segment(10, 10_000) };
        let home = Segment { failed: count(5), refunds: count(3), disputes: count(1), ..segment(90, 20_000) };
        let used = used(&claim, &[home, abroad]);
        let lines = used.lines.clone();
        let of = |part| lines.iter().find(|line| line.part == part).unwrap();
        assert_eq!(
            of(Part::Percent).from,
            [
                Basis::Payments { count: 90, amount: 20_000, rate: 29_000 },
                Basis::Payments { count: 10, amount: 10_000, rate: 29_000 }
            ]
        );
        // 90 × 5.80 and 10 × 2.90; abroad 10 × 1.50.
        assert_eq!((of(Part::Percent).amount, of(Part::CrossBorder).amount), (55_100, 1_500));
        assert_eq!(of(Part::CrossBorder).from, [Basis::Payments { count: 10, amount: 10_000, rate: 15_000 }]);
        assert_eq!(of(Part::Fixed).from, [Basis::Times { count: 100, fee: 30 }]);
        assert_eq!(of(Part::Clamp).from, [Basis::Limits { min: None, max: Some(400) }]);
        assert_eq!(of(Part::Attempts).from, [Basis::Times { count: 105, fee: 2 }]);
        assert_eq!(of(Part::RefundFees).from, [Basis::Times { count: 3, fee: 10 }]);
        assert_eq!(of(Part::RefundCredits).from, [Basis::Returned { count: 3, percent: true, fixed: false }]);
        assert_eq!(of(Part::Disputes).from, [Basis::Times { count: 1, fee: 1500 }]);
        assert_eq!(of(Part::Monthly).from, [Basis::Month { fee: 900 }]);
        assert_eq!(of(Part::TopUp).from, [Basis::Short { least: 500_000 }]);
        assert_eq!(of(Part::Tax).from, [Basis::Sum { sum: 500_000, rate: 60_000 }]);
        assert_eq!(lines.iter().map(|line| line.amount).sum::<i128>(), used.parts.total());
    }

    #[test]
    fn many_runs_of_payments_are_told_as_one_volume() {
        let mix: Vec<_> = (1..=20).map(|amount| segment(2, amount * 100)).collect();
        let from = used(&Claim::of("a", "USD", rate(10_000)), &mix).lines.remove(0).from;
        assert_eq!(from, [Basis::Step { volume: 42_000, rate: 10_000 }]);
    }

    #[test]
    fn tiers_name_their_step_or_each_step_with_its_volume() {
        let steps = vec![
            Tier { up_to: Minor::new(100_000), percent: rate(30_000) },
            Tier { up_to: None, percent: rate(20_000) },
        ];
        let tiered = |kind| Claim {
            tiers: Some(Tiers { kind, steps: steps.clone() }),
            ..Claim::of("a", "USD", rate(30_000))
        };
        let mix = [segment(15, 10_000)];
        let from = |kind| used(&tiered(kind), &mix).lines.remove(0).from;
        assert_eq!(from(TierKind::Whole), [Basis::Payments { count: 15, amount: 10_000, rate: 20_000 }]);
        assert_eq!(
            from(TierKind::Graduated),
            [Basis::Step { volume: 100_000, rate: 30_000 }, Basis::Step { volume: 50_000, rate: 20_000 }]
        );
    }
}
