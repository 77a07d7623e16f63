//! A second way to the same sums, and what holds for all of them.

use super::*;
use proptest::prelude::*;

/// The same, payment by payment, as the rules are told.
fn one_by_one(claim: &Claim, mix: &[Segment]) -> Parts {
    let volume: i128 = mix.iter().map(|s| s.count.get() * s.amount.get()).sum();
    let mut parts = Parts::default();
    let mut filled = 0;
    for segment in mix {
        for payment in 0..segment.count.get() {
            let charge = one(claim, segment, volume, &mut filled, &mut parts);
            if payment < segment.refunds.get() {
                let refund = claim.refund.unwrap();
                let fixed = claim.fixed.unwrap().get();
                parts.refund_fees += refund.fee.unwrap().get();
                parts.refund_credits -= match (refund.returns_percent.unwrap(), refund.returns_fixed.unwrap())
                {
                    (true, true) => charge,
                    (true, false) => (charge - fixed).max(0),
                    (false, true) => fixed.min(charge),
                    (false, false) => 0,
                };
            }
        }
        parts.attempts += claim.attempt_fee.unwrap().get() * (segment.count.get() + segment.failed.get());
    }
    parts.monthly = claim.monthly_fee.unwrap().get();
    let so_far = parts.total();
    if so_far < claim.monthly_minimum.unwrap().get() {
        parts.top_up = claim.monthly_minimum.unwrap().get() - so_far;
    }
    parts.tax = claim.rounding.unwrap().divide(parts.total() * claim.tax.unwrap().get(), 1_000_000);
    parts
}

fn one(claim: &Claim, segment: &Segment, volume: i128, filled: &mut i128, parts: &mut Parts) -> i128 {
    let mut pieces: Vec<(i128, i128)> = vec![];
    match &claim.tiers {
        None => pieces.push((segment.amount.get(), claim.percent.unwrap().get())),
        Some(Tiers { kind: TierKind::Whole, steps }) => {
            let step =
                steps.iter().find(|step| step.up_to.is_none_or(|up_to| volume <= up_to.get())).unwrap();
            pieces.push((segment.amount.get(), step.percent.unwrap().get()));
        }
        Some(Tiers { kind: TierKind::Graduated, steps }) => {
            let (from, to) = (*filled, *filled + segment.amount.get());
            let mut below = 0;
            for step in steps {
                let up_to = step.up_to.map_or(i128::MAX, Minor::get);
                let inside = to.min(up_to) - from.max(below);
                if inside > 0 {
                    pieces.push((inside, step.percent.unwrap().get()));
                }
                below = up_to;
            }
            *filled = to;
        }
    }
    let abroad = if segment.cross_border { claim.cross_border.unwrap().get() } else { 0 };
    let exchange = if segment.foreign_currency { claim.fx.unwrap().get() } else { 0 };
    let mut sum = claim.fixed.unwrap().get();
    parts.fixed += sum;
    for (amount, percent) in pieces {
        let rate = percent + abroad + exchange;
        let fee = claim.rounding.unwrap().divide(amount * rate, 1_000_000);
        if rate > 0 {
            parts.cross_border += fee * abroad / rate;
            parts.fx += fee * exchange / rate;
            parts.percent += fee - fee * abroad / rate - fee * exchange / rate;
        }
        sum += fee;
    }
    let mut charge = sum;
    if let Some(min) = claim.min {
        charge = charge.max(min.get());
    }
    if let Some(max) = claim.max {
        charge = charge.min(max.get());
    }
    parts.clamp += charge - sum;
    charge
}

prop_compose! {
    fn any_tiers()(
        graduated: bool,
        widths in prop::collection::vec(1_u64..3000, 0..5),
        percents in prop::collection::vec(0_u64..200_000, 5),
    ) -> Tiers {
        let mut limit = 0;
        let mut steps: Vec<Tier> = widths.iter().zip(&percents).map(|(width, percent)| {
            limit += width;
            Tier { up_to: Minor::new(limit), percent: Rate::new(*percent) }
        }).collect();
        steps.push(Tier { up_to: None, percent: Rate::new(percents[4]) });
        Tiers { kind: if graduated { TierKind::Graduated } else { TierKind::Whole }, steps }
    }
}

prop_compose! {
    fn any_claim()(
        percent in 0_u64..200_000, fixed in 0_u64..100, attempt in 0_u64..50,
        cross in 0_u64..50_000, fx in 0_u64..50_000,
        clamp in prop::option::of((0_u64..60, 0_u64..300)),
        refund in (0_u64..50, any::<bool>(), any::<bool>()),
        monthly in 0_u64..500, least in 0_u64..5000, tax in 0_u64..200_000,
        tiers in prop::option::of(any_tiers()),
        rounding in prop::sample::select(Rounding::ALL),
    ) -> Claim {
        Claim {
            fixed: Minor::new(fixed), attempt_fee: Minor::new(attempt), cross_border: Rate::new(cross), fx: Rate::new(fx),
            min: clamp.and_then(|(min, _)| Minor::new(min)), max: clamp.and_then(|(min, more)| Minor::new(min + more)),
            refund: Some(Refund { fee: Minor::new(refund.0), returns_percent: Some(refund.1), returns_fixed: Some(refund.2) }),
            monthly_fee: Minor::new(monthly), monthly_minimum: Minor::new(least), tax: Rate::new(tax), tiers,
            rounding: Some(rounding),
            ..claim(percent)
        }
    }
}

prop_compose! {
    fn any_segment()(
        count in 0_u64..30, amount in 0_u64..2000, cross_border: bool, foreign_currency: bool,
        failed in 0_u64..10, refunds in 0_u64..30,
    ) -> Segment {
        Segment {
            cross_border, foreign_currency, failed: Count::new(failed).unwrap(),
            refunds: Count::new(refunds.min(count)).unwrap(), ..payments(count, amount)
        }
    }
}

proptest! {
    #[test]
    fn runs_of_equal_payments_come_to_what_single_payments_do(
        claim in any_claim(),
        mix in prop::collection::vec(any_segment(), 1..6),
    ) {
        prop_assert_eq!(parts(&claim, &mix), one_by_one(&claim, &mix));
    }

    #[test]
    fn cost_never_falls_with_volume(
        claim in any_claim(),
        mix in prop::collection::vec(any_segment(), 1..6),
        which in any::<prop::sample::Index>(),
        more in 1_u64..5,
    ) {
        let claim = Claim { tiers: None, ..claim };
        let mut larger = mix.clone();
        let grown = &mut larger[which.index(mix.len())];
        grown.count = Count::new(u64::try_from(grown.count.get()).unwrap() + more).unwrap();
        prop_assert!(priced(&claim, &larger).total >= priced(&claim, &mix).total);
        let mut dearer = mix.clone();
        let grown = &mut dearer[which.index(mix.len())];
        grown.amount = Minor::new(u64::try_from(grown.amount.get()).unwrap() + more).unwrap();
        let kept = Refund { returns_percent: Some(false), ..claim.refund.unwrap() };
        let claim = Claim { refund: Some(kept), ..claim };
        prop_assert!(priced(&claim, &dearer).total >= priced(&claim, &mix).total);
    }

    #[test]
    fn cost_never_falls_with_refunds_where_nothing_is_returned(
        claim in any_claim(),
        mix in prop::collection::vec(any_segment(), 1..6),
    ) {
        let kept = Refund { returns_percent: Some(false), returns_fixed: Some(false), ..claim.refund.unwrap() };
        let claim = Claim { refund: Some(kept), ..claim };
        let without: Vec<_> = mix.iter().map(|s| Segment { refunds: Count::ZERO, ..s.clone() }).collect();
        prop_assert!(priced(&claim, &mix).total >= priced(&claim, &without).total);
    }
}
