//! From which ticket on another claim is the cheaper one.
//!
//! The charge of one payment as it grows, unrounded, is a line that is level below its least and above its most; where
//! two such lines cross is worked out, not searched.

use super::{Claim, Minor, Rate, Rounding, claim::TierKind, usage::Missing};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// What is compared: payments of one kind, at a month's volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Whether the payers' cards or wallets are from another country.
    pub cross_border: bool,
    /// Whether the payments are in a foreign currency.
    pub foreign_currency: bool,
    /// The month's volume, by which whole tiers are read.
    pub volume: i128,
}

/// Where two claims change places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakEven {
    /// Each smallest ticket at which the first claim begins to cost more, less or as much as the second.
    pub changes: Vec<i128>,
    /// From and to which ticket, both inclusive, the two cost the same.
    pub equal: Vec<(i128, i128)>,
}

/// Why there is no break-even.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoBreakEven {
    /// Amounts of different currencies.
    Currencies,
    /// Graduated tiers: what a payment costs depends on those before it. The claim's id.
    Graduated(String),
    /// Figures that were not published: the claim's id, their paths.
    Missing(String, Vec<String>),
}

/// Where the charges of two claims cross, over tickets from one minor unit to [`Minor::MAX`].
///
/// # Errors
/// [`NoBreakEven`] where the two can't be compared by the ticket alone.
pub fn break_even(a: &Claim, b: &Claim, kind: Kind) -> Result<BreakEven, NoBreakEven> {
    if a.currency != b.currency {
        return Err(NoBreakEven::Currencies);
    }
    let lines = [Line::of(a, kind)?, Line::of(b, kind)?];
    Ok(crossings(lines))
}

/// What one payment costs by a claim as it grows, unrounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve(Line);

impl Curve {
    /// A claim's.
    ///
    /// # Errors
    /// [`NoBreakEven`] where the ticket alone doesn't say what a payment costs.
    pub fn of(claim: &Claim, kind: Kind) -> Result<Self, NoBreakEven> {
        Line::of(claim, kind).map(Self)
    }

    /// What share of a payment of so many minor units it costs, in 1/10 000 of a percent, half-up; of nothing, nothing.
    pub fn rate_at(self, ticket: i128) -> i128 {
        if ticket > 0 { Rounding::HalfUp.divide(self.0.at(ticket), ticket) } else { 0 }
    }

    /// Whether a payment costs less, as much or more than by another.
    pub fn against(self, other: Self, ticket: i128) -> Ordering {
        self.0.at(ticket).cmp(&other.0.at(ticket))
    }
}

/// The charge of one payment in millionths of a minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    rate: i128,
    fixed: i128,
    min: Option<i128>,
    max: Option<i128>,
}

const MOST: i128 = Minor::MAX as i128;

impl Line {
    fn of(claim: &Claim, kind: Kind) -> Result<Self, NoBreakEven> {
        let mut missing = Missing::default();
        let percent = match &claim.tiers {
            None => missing.take(claim.percent, true, "percent"),
            Some(tiers) if tiers.kind == TierKind::Graduated => {
                return Err(NoBreakEven::Graduated(claim.id.clone()));
            }
            Some(tiers) => {
                let holds = |up_to: Option<Minor>| up_to.is_none_or(|up_to| kind.volume <= up_to.get());
                let index = tiers.steps.iter().position(|step| holds(step.up_to)).unwrap_or_default();
                let percent = tiers.steps.get(index).and_then(|step| step.percent);
                missing.take(percent, true, &format!("tiers.steps[{index}].percent"))
            }
        };
        let fixed = missing.minor(claim.fixed, true, "fixed");
        let abroad = missing.take(claim.cross_border, kind.cross_border, "cross_border");
        let exchange = missing.take(claim.fx, kind.foreign_currency, "fx");
        if !missing.0.is_empty() {
            return Err(NoBreakEven::Missing(claim.id.clone(), missing.0));
        }
        let added = [(abroad, kind.cross_border), (exchange, kind.foreign_currency)];
        let added: i128 = added.iter().filter(|(_, counts)| *counts).map(|(rate, _)| rate.get()).sum();
        let limit = |limit: Option<Minor>| limit.map(|limit| limit.get() * Rate::WHOLE);
        Ok(Self {
            rate: percent.get() + added,
            fixed: fixed * Rate::WHOLE,
            min: limit(claim.min),
            max: limit(claim.max),
        })
    }

    fn at(self, ticket: i128) -> i128 {
        let sum = ticket * self.rate + self.fixed;
        let raised = self.min.map_or(sum, |min| sum.max(min));
        self.max.map_or(raised, |max| raised.min(max))
    }

    /// The first tickets on which the line takes another direction.
    fn bends(self) -> impl Iterator<Item = i128> {
        let reaches = move |limit: i128| {
            let short = limit - self.fixed;
            (self.rate > 0 && short > 0).then(|| (short + self.rate - 1) / self.rate)
        };
        [self.min, self.max].into_iter().flatten().filter_map(reaches)
    }
}

fn crossings(lines: [Line; 2]) -> BreakEven {
    let mut starts: Vec<i128> = lines.into_iter().flat_map(Line::bends).filter(|at| *at <= MOST).collect();
    starts.push(1);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([MOST]);
    let mut runs: Vec<(i128, i128)> = Vec::new();
    for (from, to) in starts.iter().zip(ends) {
        for (at, sign) in signs(lines, *from, to) {
            if runs.last().is_none_or(|(_, last)| *last != sign) {
                runs.push((at, sign));
            }
        }
    }
    let changes = runs.iter().skip(1).map(|(at, _)| *at).collect();
    let ends = runs.iter().skip(1).map(|(next, _)| next - 1).chain([MOST]);
    let equal = runs.iter().zip(ends).filter(|((_, sign), _)| *sign == 0).map(|((from, _), to)| (*from, to));
    BreakEven { changes, equal: equal.collect() }
}

/// The signs of the difference between two tickets where it is a straight line, each with the ticket it begins at.
fn signs([a, b]: [Line; 2], from: i128, to: i128) -> Vec<(i128, i128)> {
    let difference = |ticket| a.at(ticket) - b.at(ticket);
    let first = difference(from);
    let slope = if to > from { difference(from + 1) - first } else { 0 };
    let mut found = vec![(from, first.signum())];
    if slope == 0 {
        return found;
    }
    // The first ticket that isn't on the side of `from` any more, and the first one that is on the other.
    let (distance, pace) = (first * -slope.signum(), slope.abs());
    let reaches = from + (distance + pace - 1).div_euclid(pace);
    let passes = from + distance.div_euclid(pace) + 1;
    for at in [reaches, passes] {
        if at > from && at <= to {
            found.push((at, difference(at).signum()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{Tier, Tiers};
    use proptest::prelude::*;

    const HOME: Kind = Kind { cross_border: false, foreign_currency: false, volume: 0 };

    fn claim(percent: u64, fixed: u64) -> Claim {
        Claim { fixed: Minor::new(fixed), ..Claim::of("a", "USD", Rate::new(percent)) }
    }

    fn between(a: &Claim, b: &Claim) -> BreakEven {
        break_even(a, b, HOME).unwrap()
    }

    #[test]
    fn a_lower_share_overtakes_a_lower_fixed_fee() {
        // 2.9 % + 0.30 against 3.49 % + 0.49: the first is always cheaper.
        assert_eq!(between(&claim(29_000, 30), &claim(34_900, 49)), BreakEven::default());
        // 3 % + 0.10 against 2 % + 0.30 meet at 20.00 exactly.
        let found = between(&claim(30_000, 10), &claim(20_000, 30));
        assert_eq!(found, BreakEven { changes: vec![2000, 2001], equal: vec![(2000, 2000)] });
        // 3 % + 0.10 against 2.3 % + 0.30 pass at 28.571…, between two tickets.
        let found = between(&claim(30_000, 10), &claim(23_000, 30));
        assert_eq!(found, BreakEven { changes: vec![2858], equal: vec![] });
    }

    #[test]
    fn a_cap_lets_them_change_places_twice() {
        // 1 % up to 5.00 against 0.8 % + 0.50: passed at 250.01, and again where 0.8 % is above 4.50 at 562.50.
        let capped = Claim { max: Minor::new(500), ..claim(10_000, 0) };
        let found = between(&capped, &claim(8_000, 50));
        let expected = BreakEven {
            changes: vec![25_000, 25_001, 56_250, 56_251],
            equal: vec![(25_000, 25_000), (56_250, 56_250)],
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn levels_are_equal_over_a_stretch() {
        let least = |percent| Claim { min: Minor::new(50), ..claim(percent, 0) };
        // Both cost 0.50 until 1 % passes it.
        let found = between(&least(10_000), &least(5_000));
        assert_eq!(found, BreakEven { changes: vec![5001], equal: vec![(1, 5000)] });
        let same = between(&claim(1, 1), &claim(1, 1));
        assert_eq!(same, BreakEven { changes: vec![], equal: vec![(1, MOST)] });
    }

    #[test]
    fn the_kind_of_payment_and_the_months_volume_count() {
        let abroad = Claim { cross_border: Rate::new(10_000), ..claim(20_000, 0) };
        let kind = Kind { cross_border: true, ..HOME };
        let found = break_even(&abroad, &claim(25_000, 10), kind).unwrap();
        assert_eq!(found.changes, [2000, 2001]);
        let steps = vec![
            Tier { up_to: Minor::new(100), percent: Rate::new(30_000) },
            Tier { up_to: None, percent: Rate::new(10_000) },
        ];
        let tiered = |kind| Claim { tiers: Some(Tiers { kind, steps: steps.clone() }), ..claim(0, 0) };
        let at = |volume| {
            break_even(&tiered(TierKind::Whole), &claim(20_000, 10), Kind { volume, ..HOME }).unwrap()
        };
        assert_eq!((at(100).changes, at(101).changes), (vec![1000, 1001], vec![]));
        let graduated = break_even(&tiered(TierKind::Graduated), &claim(0, 0), HOME);
        assert_eq!(graduated, Err(NoBreakEven::Graduated("a".into())));
    }

    #[test]
    fn what_was_not_published_and_other_currencies_are_refused() {
        let unpublished = Claim { fixed: None, fx: None, ..claim(1, 0) };
        let missing = |kind| break_even(&unpublished, &claim(1, 0), kind).unwrap_err();
        assert_eq!(missing(HOME), NoBreakEven::Missing("a".into(), vec!["fixed".into()]));
        let foreign = Kind { foreign_currency: true, ..HOME };
        assert_eq!(missing(foreign), NoBreakEven::Missing("a".into(), vec!["fixed".into(), "fx".into()]));
        let euros = Claim { currency: "EUR".into(), ..claim(1, 0) };
        assert_eq!(break_even(&euros, &claim(1, 0), HOME), Err(NoBreakEven::Currencies));
    }

    proptest! {
        #[test]
        fn every_ticket_agrees(
            a in (0_u64..50_000, 0_u64..60, prop::option::of((0_u64..80, 0_u64..80))),
            b in (0_u64..50_000, 0_u64..60, prop::option::of((0_u64..80, 0_u64..80))),
        ) {
            let whole = |(percent, fixed, limits): (u64, u64, Option<(u64, u64)>)| Claim {
                min: limits.and_then(|(min, _)| Minor::new(min)),
                max: limits.and_then(|(min, more)| Minor::new(min + more)),
                ..claim(percent, fixed)
            };
            let (a, b) = (whole(a), whole(b));
            let found = between(&a, &b);
            let lines = [Line::of(&a, HOME).unwrap(), Line::of(&b, HOME).unwrap()];
            let sign = |ticket| (lines[0].at(ticket) - lines[1].at(ticket)).signum();
            for ticket in 1..5000 {
                let changes = ticket > 1 && sign(ticket) != sign(ticket - 1);
                prop_assert_eq!(found.changes.contains(&ticket), changes, "{}", ticket);
                let equal = found.equal.iter().any(|(from, to)| (*from..=*to).contains(&ticket));
                prop_assert_eq!(equal, sign(ticket) == 0, "{}", ticket);
            }
            prop_assert!(found.changes.iter().all(|at| sign(*at) != sign(at - 1)));
        }
    }
}
