//! Sums worked by hand.

use super::*;
use crate::fees::{Count, DisputeStep, Minor, Refund, Tier, Tiers, claim::TierKind};
mod laws;
mod unpublished;

fn payments(count: u64, amount: u64) -> Segment {
    Segment::of(Count::new(count).unwrap(), Minor::new(amount).unwrap())
}

fn count(value: u64) -> Count {
    Count::new(value).unwrap()
}

fn claim(percent: u64) -> Claim {
    Claim::of("a", "USD", Rate::new(percent))
}

fn priced(claim: &Claim, mix: &[Segment]) -> Priced {
    match price(claim, mix, Rate::ZERO) {
        Outcome::Priced(priced) => priced,
        Outcome::NotComparable { not_comparable, .. } => panic!("{not_comparable:?}"),
    }
}

fn parts(claim: &Claim, mix: &[Segment]) -> Parts {
    let priced = priced(claim, mix);
    assert_eq!(priced.total, priced.parts.total());
    priced.parts
}

#[test]
fn the_whole_example() {
    let claim = Claim {
        fixed: Minor::new(49),
        cross_border: Rate::new(15_000),
        fx: Rate::new(30_000),
        dispute: Some(vec![DisputeStep { up_to: None, fee: Minor::new(1500) }]),
        tiers: Some(Tiers {
            kind: TierKind::Whole,
            steps: vec![
                Tier { up_to: Minor::new(5_000_000), percent: Rate::new(34_900) },
                Tier { up_to: None, percent: Rate::new(29_900) },
            ],
        }),
        delay_days: Days::new(2),
        ..claim(34_900)
    };
    let mix =
        [Segment { failed: count(30), refunds: count(20), disputes: count(1), ..payments(900, 12_900) }];
    let Outcome::Priced(priced) = price(&claim, &mix, Rate::new(50_000).unwrap()) else { panic!() };
    let expected = Parts { percent: 347_400, fixed: 44_100, disputes: 1500, ..Parts::default() };
    assert_eq!(priced.parts, expected);
    assert_eq!((priced.volume, priced.total), (11_610_000, 393_000));
    assert_eq!((priced.waiting, priced.effective_rate), (3181, 33_850));
}

#[test]
fn each_payment_is_rounded_by_itself() {
    // 2.5 % of 1.00 is 2.5 cents.
    let by =
        |rounding| parts(&Claim { rounding: Some(rounding), ..claim(25_000) }, &[payments(10, 100)]).percent;
    assert_eq!(Rounding::ALL.iter().map(|rule| by(*rule)).collect::<Vec<_>>(), [30, 20, 30, 20]);
}

#[test]
fn what_was_added_for_abroad_and_exchange_is_told_apart() {
    let claim = Claim { cross_border: Rate::new(15_000), fx: Rate::new(30_000), ..claim(29_000) };
    let abroad = Segment { cross_border: true, foreign_currency: true, ..payments(1, 1000) };
    // 7.4 % of 10.00 is 0.74: ⌊74·15/74⌋ = 15 abroad, ⌊74·30/74⌋ = 30 exchange, 29 the rest.
    let found = parts(&claim, &[abroad]);
    assert_eq!((found.percent, found.cross_border, found.fx), (29, 15, 30));
    // 5.9 % of 1.00 is 0.06: ⌊6·30/59⌋ = 3 exchange, 3 the rest.
    let exchanged = Segment { foreign_currency: true, ..payments(1, 100) };
    let found = parts(&claim, &[exchanged]);
    assert_eq!((found.percent, found.cross_border, found.fx), (3, 0, 3));
    let home = parts(&claim, &[payments(1, 1000)]);
    assert_eq!((home.percent, home.cross_border, home.fx), (29, 0, 0));
}

#[test]
fn the_least_and_the_most_of_a_payment() {
    let claim = Claim { fixed: Minor::new(10), min: Minor::new(50), max: Minor::new(500), ..claim(10_000) };
    // 1 % of 10.00 + 0.10 = 0.20, raised by 0.30; 1 % of 1000.00 + 0.10 = 10.10, lowered by 5.10.
    assert_eq!(parts(&claim, &[payments(2, 1000)]).clamp, 60);
    assert_eq!(parts(&claim, &[payments(3, 100_000)]).clamp, -1530);
    assert_eq!(parts(&claim, &[payments(1, 10_000)]).clamp, 0);
}

#[test]
fn attempts_count_what_failed_too() {
    let claim = Claim { attempt_fee: Minor::new(13), ..claim(0) };
    assert_eq!(parts(&claim, &[Segment { failed: count(3), ..payments(7, 100) }]).attempts, 130);
    let none = [payments(1, 1), Segment { failed: count(5), ..payments(0, 100) }];
    assert_eq!(parts(&claim, &none).attempts, 78);
}

#[test]
fn refunds_cost_and_give_back() {
    let mix = [Segment { refunds: count(4), ..payments(10, 1000) }];
    let found = |percent, fixed| {
        let refund =
            Refund { fee: Minor::new(7), returns_percent: Some(percent), returns_fixed: Some(fixed) };
        let parts = parts(&Claim { refund: Some(refund), fixed: Minor::new(30), ..claim(29_000) }, &mix);
        (parts.refund_fees, parts.refund_credits)
    };
    // Each payment costs 0.29 + 0.30.
    assert_eq!(found(false, false), (28, 0));
    assert_eq!(found(true, true), (28, -236));
    assert_eq!(found(true, false), (28, -116));
    assert_eq!(found(false, true), (28, -120));
}

#[test]
fn a_lowered_charge_gives_back_no_more_than_it_was() {
    let mix = [Segment { refunds: count(1), ..payments(1, 1000) }];
    let credit = |percent, fixed, max| {
        let refund = Refund { returns_percent: Some(percent), returns_fixed: Some(fixed), ..Refund::NONE };
        parts(
            &Claim { refund: Some(refund), fixed: Minor::new(30), max: Minor::new(max), ..claim(29_000) },
            &mix,
        )
        .refund_credits
    };
    assert_eq!(credit(true, false, 40), -10);
    assert_eq!(credit(true, false, 20), 0);
    assert_eq!(credit(false, true, 20), -20);
    assert_eq!(credit(true, true, 20), -20);
}

#[test]
fn refunds_fall_on_the_first_payments_of_their_segment() {
    // 0.10 of each payment in the first 10.00 of the month, 0.01 above.
    let tiers = Tiers {
        kind: TierKind::Graduated,
        steps: vec![
            Tier { up_to: Minor::new(1000), percent: Rate::new(100_000) },
            Tier { up_to: None, percent: Rate::new(10_000) },
        ],
    };
    let refund = Refund { returns_percent: Some(true), returns_fixed: Some(true), ..Refund::NONE };
    let claim = Claim { tiers: Some(tiers), refund: Some(refund), ..claim(0) };
    // Ten payments of 1.00 fill the first step; 15 cost 10·10 + 5·1.
    let found = parts(&claim, &[Segment { refunds: count(12), ..payments(15, 100) }]);
    assert_eq!((found.percent, found.refund_credits), (105, -102));
    let second = parts(&claim, &[payments(10, 100), Segment { refunds: count(2), ..payments(5, 100) }]);
    assert_eq!((second.percent, second.refund_credits), (105, -2));
}

#[test]
fn a_payment_across_a_step_has_two_parts() {
    let tiers = |kind| {
        Some(Tiers {
            kind,
            steps: vec![
                Tier { up_to: Minor::new(150), percent: Rate::new(20_000) },
                Tier { up_to: Minor::new(250), percent: Rate::new(10_000) },
                Tier { up_to: None, percent: Rate::new(5_000) },
            ],
        })
    };
    let graduated = Claim { tiers: tiers(TierKind::Graduated), ..claim(900_000) };
    // 100·2 % = 2; 50·2 % + 50·1 % = 1 + 0.5 → 2; 50·1 % + 50·0.5 % = 0.5 → 1 + 0.25 → 0; 100·0.5 % = 0.5 → 1.
    assert_eq!(parts(&graduated, &[payments(4, 100)]).percent, 2 + 2 + 1 + 1);
    // One payment through all three: 3 + 1 + ⌈0.25⌉.
    let up = Claim { rounding: Some(Rounding::Up), ..graduated };
    assert_eq!(parts(&up, &[payments(1, 300)]).percent, 5);
    let whole = Claim { tiers: tiers(TierKind::Whole), ..claim(900_000) };
    assert_eq!(parts(&whole, &[payments(1, 150)]).percent, 3);
    assert_eq!(parts(&whole, &[payments(1, 151)]).percent, 2);
    assert_eq!(parts(&whole, &[payments(4, 100)]).percent, 4);
}

#[test]
fn disputes_cost_by_their_share() {
    let steps = vec![
        DisputeStep { up_to: Rate::new(9_999), fee: Minor::new(140) },
        DisputeStep { up_to: Rate::new(15_000), fee: Minor::new(245) },
        DisputeStep { up_to: None, fee: Minor::new(350) },
    ];
    let claim = Claim { dispute: Some(steps), ..claim(0) };
    let cost =
        |disputes| parts(&claim, &[Segment { disputes: count(disputes), ..payments(1000, 100) }]).disputes;
    assert_eq!([cost(0), cost(9), cost(10), cost(15), cost(16)], [0, 1260, 2450, 3675, 5600]);
}

#[test]
fn the_month_its_least_and_tax() {
    let claim = Claim {
        monthly_fee: Minor::new(500),
        monthly_minimum: Minor::new(2000),
        tax: Rate::new(60_000),
        ..claim(10_000)
    };
    // 1 % of 1000.00 is 10.00; with the month's 5.00 it is 5.00 short of 20.00; 6 % of 20.00 is 1.20.
    let found = parts(&claim, &[payments(10, 10_000)]);
    assert_eq!((found.percent, found.monthly, found.top_up, found.tax), (1000, 500, 500, 120));
    let above = parts(&claim, &[payments(100, 10_000)]);
    assert_eq!((above.top_up, above.tax), (0, 630));
}

#[test]
fn a_payment_of_nothing_still_costs_what_is_fixed() {
    let claim = Claim { fixed: Minor::new(30), ..claim(29_000) };
    let found = priced(&claim, &[payments(10, 0)]);
    assert_eq!((found.volume, found.total, found.effective_rate), (0, 300, 0));
}

#[test]
fn the_largest_there_is_neither_wraps_nor_takes_long() {
    let most = Claim {
        fixed: Minor::new(Minor::MAX),
        attempt_fee: Minor::new(Minor::MAX),
        cross_border: Rate::new(Rate::MAX),
        fx: Rate::new(Rate::MAX),
        refund: Some(Refund { fee: Minor::new(Minor::MAX), ..Refund::NONE }),
        dispute: Some(vec![DisputeStep { up_to: None, fee: Minor::new(Minor::MAX) }]),
        monthly_fee: Minor::new(Minor::MAX),
        monthly_minimum: Minor::new(Minor::MAX),
        tax: Rate::new(Rate::MAX),
        delay_days: Days::new(Days::MAX),
        tiers: Some(Tiers {
            kind: TierKind::Graduated,
            steps: (1..100)
                .map(|step| Tier { up_to: Minor::new(step * 10_000_000_000), percent: Rate::new(Rate::MAX) })
                .chain([Tier { up_to: None, percent: Rate::new(Rate::MAX) }])
                .collect(),
        }),
        ..claim(Rate::MAX)
    };
    let all = Count::new(Count::MAX).unwrap();
    let segment = Segment {
        cross_border: true,
        foreign_currency: true,
        failed: all,
        refunds: all,
        disputes: all,
        ..payments(Count::MAX, Minor::MAX)
    };
    let mix = vec![segment; 1000];
    let Outcome::Priced(priced) = price(&most, &mix, Rate::new(Rate::MAX).unwrap()) else { panic!() };
    let payments = 10_i128.pow(12);
    let volume = payments * 10_i128.pow(12);
    let charged = volume * 3 + volume + 2 * volume + volume + volume + 10_i128.pow(12);
    assert_eq!((priced.volume, priced.total), (volume, 2 * charged));
    assert_eq!(priced.effective_rate, (2 * charged * 1_000_000 * 2 + volume) / (2 * volume));
}
