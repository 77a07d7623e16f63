//! How fast fees are reckoned: 200 claims on a mix of 20 segments, of every sort there is.
#![allow(clippy::expect_used, missing_docs, reason = "a bench ends by panicking")]

use criterion::{Criterion, criterion_group, criterion_main};
use domain::fees::{
    Claim, Count, DisputeStep, Minor, Rate, Refund, Segment, Tier, Tiers, claim::TierKind, price,
};
use std::hint::black_box;

const CLAIMS: u64 = 200;
const SEGMENTS: u64 = 20;

/// A plain one, one with whole tiers and one with graduated ones, in turn.
fn claim(number: u64) -> Claim {
    let steps =
        (1..10).map(|step| Tier { up_to: Minor::new(step * 2_000_000), percent: Rate::new(30_000 - step) });
    let last = Tier { up_to: None, percent: Rate::new(20_000) };
    let tiers = |kind| Some(Tiers { kind, steps: steps.clone().chain([last]).collect() });
    Claim {
        fixed: Minor::new(30),
        attempt_fee: Minor::new(5),
        min: Minor::new(10),
        max: Minor::new(5_000),
        cross_border: Rate::new(15_000),
        fx: Rate::new(10_000),
        refund: Some(Refund { fee: Minor::new(10), returns_percent: Some(true), returns_fixed: Some(false) }),
        dispute: Some(vec![DisputeStep { up_to: None, fee: Minor::new(1_500) }]),
        monthly_fee: Minor::new(1_000),
        monthly_minimum: Minor::new(5_000),
        tax: Rate::new(60_000),
        tiers: match number % 3 {
            0 => None,
            1 => tiers(TierKind::Whole),
            _ => tiers(TierKind::Graduated),
        },
        ..Claim::of(format!("claim-{number}"), "USD", Rate::new(29_000))
    }
}

fn segment(number: u64) -> Segment {
    let count = |value| Count::new(value).expect("a count");
    Segment {
        cross_border: number.is_multiple_of(3),
        foreign_currency: number.is_multiple_of(6),
        failed: count(number),
        refunds: count(number),
        disputes: count(1),
        ..Segment::of(count(100 + number), Minor::new(1_000 + 777 * number).expect("an amount"))
    }
}

fn compare(criterion: &mut Criterion) {
    let claims: Vec<Claim> = (0..CLAIMS).map(claim).collect();
    let mix: Vec<Segment> = (0..SEGMENTS).map(segment).collect();
    let rate = Rate::new(50_000).expect("a rate");
    criterion.bench_function("fees: 200 claims on 20 segments", |bench| {
        bench.iter(|| claims.iter().map(|claim| price(claim, black_box(&mix), rate)).collect::<Vec<_>>());
    });
}

criterion_group!(fees, compare);
criterion_main!(fees);
