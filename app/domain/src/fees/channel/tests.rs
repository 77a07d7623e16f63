//! Which claim prices what, and what a bill of several comes to.

use super::*;
use crate::fees::{Count, exchange::Quote};
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 27);

fn claim(id: &str, percent: u64) -> Claim {
    Claim::of(id, "USD", Rate::new(percent))
}

fn held(claim: &Claim) -> Candidate<'_> {
    Candidate { claim, from: None, to: None, own: false }
}

fn payments(count: u64, amount: u64) -> Segment {
    Segment::of(Count::new(count).unwrap(), Minor::new(amount).unwrap())
}

#[expect(clippy::unnecessary_wraps, reason = "as segments and claims have it")]
fn word(word: &str) -> Option<String> {
    Some(word.to_owned())
}

fn table() -> Exchange {
    let line = |code: &str, places, worth| (code.to_owned(), Quote::new(places, worth).unwrap());
    Exchange::new([line("CNY", 2, 1_000_000), line("USD", 2, 7_000_000), line("JPY", 0, 50_000)])
}

fn asked(candidates: &[Candidate<'_>], mix: &[Segment], currency: &str) -> Result<Bill, NoBill> {
    let exchange = table();
    bill(candidates, Question { mix, currency, annual_rate: Rate::ZERO, on: TODAY, exchange: &exchange })
}

/// The claim that prices one segment.
fn chosen(candidates: &[Candidate<'_>], segment: &Segment) -> Option<String> {
    choose(candidates, segment, TODAY).map(|claim| claim.id.clone())
}

fn particular() -> Segment {
    Segment {
        card_class: word("premium"),
        product: word("web"),
        country: word("DE"),
        subject: word("enterprise"),
        industry: word("5812"),
        ..payments(1, 100)
    }
}

#[test]
fn a_claim_prices_only_what_it_is_about() {
    let segment = particular();
    for (states, fits) in [
        (Claim { product: word("web"), ..claim("a", 1) }, true),
        (Claim { product: word("qr"), ..claim("a", 1) }, false),
        (Claim { card_class: word("premium"), ..claim("a", 1) }, true),
        (Claim { card_class: word("standard"), ..claim("a", 1) }, false),
        (Claim { country: word("EEA"), ..claim("a", 1) }, true),
        (Claim { country: word("DE"), ..claim("a", 1) }, true),
        (Claim { country: word("US"), ..claim("a", 1) }, false),
        (Claim { subject: word("micro"), ..claim("a", 1) }, false),
        (Claim { industry: vec!["5411".into(), "5812".into()], ..claim("a", 1) }, true),
        (Claim { industry: vec!["5411".into()], ..claim("a", 1) }, false),
    ] {
        assert_eq!(chosen(&[held(&states)], &segment).is_some(), fits, "{states:?}");
        let says_something = chosen(&[held(&states)], &payments(1, 100));
        assert_eq!(says_something, None, "what a segment doesn't say isn't what a claim states");
    }
    assert_eq!(chosen(&[held(&claim("a", 1))], &segment).as_deref(), Some("a"));
}

#[test]
fn a_claim_prices_only_while_it_holds() {
    let one = claim("a", 1);
    let on = |from, to| chosen(&[Candidate { from, to, ..held(&one) }], &payments(1, 1)).is_some();
    let (before, after) = (TODAY.previous_day(), TODAY.next_day());
    assert!(on(Some(TODAY), Some(TODAY)) && on(before, after) && on(None, None));
    assert!(!on(after, None) && !on(None, before));
}

#[test]
fn own_claims_come_first_then_the_most_particular() {
    let plain = claim("plain", 1);
    let two = Claim { product: word("web"), country: word("DE"), ..claim("two", 1) };
    let own = Candidate { own: true, ..held(&plain) };
    assert_eq!(chosen(&[held(&plain), held(&two)], &particular()).as_deref(), Some("two"));
    assert_eq!(chosen(&[own, held(&two)], &particular()).as_deref(), Some("plain"));
}

#[test]
fn ties_go_by_dimension_then_by_the_newest_then_by_id() {
    let each = [
        Claim { card_class: word("premium"), ..claim("z", 1) },
        Claim { product: word("web"), ..claim("y", 1) },
        Claim { country: word("DE"), ..claim("x", 1) },
        Claim { subject: word("enterprise"), ..claim("w", 1) },
        Claim { industry: vec!["5812".into()], ..claim("v", 1) },
    ];
    for (index, first) in each.iter().enumerate() {
        let rest: Vec<_> = each[index..].iter().rev().map(held).collect();
        assert_eq!(chosen(&rest, &particular()), Some(first.id.clone()));
    }
    let (a, b) = (claim("a", 1), claim("b", 1));
    let since = |claim, from| Candidate { from, ..held(claim) };
    let earlier = Some(date!(2020 - 01 - 01));
    assert_eq!(chosen(&[since(&a, earlier), since(&b, Some(TODAY))], &payments(1, 1)).as_deref(), Some("b"));
    assert_eq!(chosen(&[since(&a, None), since(&b, earlier)], &payments(1, 1)).as_deref(), Some("b"));
    assert_eq!(chosen(&[since(&b, None), since(&a, None)], &payments(1, 1)).as_deref(), Some("a"));
}

#[test]
fn a_segment_without_a_claim_is_named() {
    let web = Claim { product: word("web"), ..claim("web", 1) };
    let mix = [Segment { product: word("web"), ..payments(1, 1) }, payments(1, 1)];
    assert_eq!(asked(&[held(&web)], &mix, "USD"), Err(NoBill::NoClaim(1)));
}

#[test]
fn each_claim_prices_its_own_segments_and_the_month_counts_once() {
    let card = Claim {
        product: word("web"),
        fixed: Minor::new(10),
        monthly_fee: Minor::new(500),
        tax: Rate::new(100_000),
        ..claim("web", 20_000)
    };
    let other = Claim {
        monthly_fee: Minor::new(300),
        monthly_minimum: Minor::new(5000),
        tax: Rate::new(200_000),
        ..claim("other", 10_000)
    };
    let mix = [
        payments(10, 1000),
        Segment { product: word("web"), ..payments(5, 10_000) },
        Segment { product: word("web"), ..payments(5, 2000) },
    ];
    let bill = asked(&[held(&card), held(&other)], &mix, "USD").unwrap();
    // other: 10 × 0.10 = 1.00. web: 5 × (2.00 + 0.10) + 5 × (0.40 + 0.10) = 13.00, with the month's 5.00 18.00.
    // Together 19.00, so 31.00 short of 50.00: on `other`, which asks for the least. Tax 1.80 and 20 % of 32.00.
    assert_eq!(bill.volume, 70_000);
    let expected = Parts {
        percent: 100 + 1000 + 200,
        fixed: 100,
        monthly: 500,
        top_up: 3100,
        tax: 180 + 640,
        ..Parts::default()
    };
    assert_eq!((bill.parts, bill.total), (expected, 5820));
    let used: Vec<_> = bill.used.iter().map(|used| (used.claim.as_str(), used.segments.clone())).collect();
    assert_eq!(used, [("other", vec![0]), ("web", vec![1, 2])]);
    assert_eq!(bill.effective_rate, 5820 * 1_000_000 / 70_000 + 1, "83142.86 rounds up");
}

#[test]
fn one_claim_on_everything_costs_what_it_costs_alone() {
    let one = Claim {
        fixed: Minor::new(7),
        monthly_fee: Minor::new(111),
        monthly_minimum: Minor::new(999),
        tax: Rate::new(60_000),
        ..claim("one", 29_000)
    };
    let mix = [payments(3, 333), payments(2, 777)];
    let bill = asked(&[held(&one)], &mix, "USD").unwrap();
    let price::Outcome::Priced(alone) = price(&one, &mix, Rate::ZERO) else { panic!() };
    assert_eq!((bill.volume, bill.total, bill.parts), (alone.volume, alone.total, alone.parts));
    assert_eq!(bill.effective_rate, alone.effective_rate);
}

#[test]
fn amounts_are_converted_one_by_one_and_results_once() {
    let dollars = Claim { fixed: Minor::new(30), ..claim("dollars", 10_000) };
    // 10.00 yuan are 1.43 dollars; 1 % of that is 0.01, with 0.30 it is 0.31; three are 0.93 dollars, 6.51 yuan.
    let bill = asked(&[held(&dollars)], &[payments(3, 1000)], "CNY").unwrap();
    assert_eq!((bill.used[0].volume, bill.used[0].parts.total()), (429, 93));
    assert_eq!((bill.parts.percent, bill.parts.fixed, bill.total), (21, 630, 651));
    assert_eq!(bill.volume, 3003);
    let yen = Segment { currency: word("JPY"), ..payments(1, 1000) };
    // 1,000 yen are 7.14 dollars.
    assert_eq!(asked(&[held(&dollars)], &[yen], "USD").unwrap().volume, 714);
    let euros = Segment { currency: word("EUR"), ..payments(1, 1000) };
    assert_eq!(asked(&[held(&dollars)], &[euros], "USD"), Err(NoBill::Exchange("EUR".into(), "USD".into())));
}

#[test]
fn claims_of_two_currencies_come_together_in_the_one_asked_for() {
    let dollars = Claim { monthly_fee: Minor::new(100), ..claim("dollars", 10_000) };
    let yuan = Claim {
        product: word("qr"),
        currency: "CNY".into(),
        monthly_fee: Minor::new(650),
        monthly_minimum: Minor::new(3000),
        ..claim("yuan", 10_000)
    };
    let mix = [payments(1, 7000), Segment { product: word("qr"), ..payments(1, 7000) }];
    let bill = asked(&[held(&dollars), held(&yuan)], &mix, "CNY").unwrap();
    // 1 % of 10.00 dollars and 1.00 dollar for the month, which is more than 6.50 yuan; 1 % of 70.00 yuan, and 15.30
    // yuan up to 30.00: 0.10 + 1.00 dollars are 7.70 yuan.
    let expected = Parts { percent: 70 + 70, monthly: 700, top_up: 2160, ..Parts::default() };
    assert_eq!((bill.parts, bill.total), (expected, 3000));
}

#[test]
fn a_figure_that_was_not_published_is_named_with_its_claim() {
    let unpublished = Claim { fixed: None, monthly_fee: None, ..claim("a", 1) };
    let missing = vec!["fixed".to_owned(), "monthly_fee".to_owned()];
    assert_eq!(
        asked(&[held(&unpublished)], &[payments(1, 1)], "USD"),
        Err(NoBill::Missing("a".into(), missing))
    );
}
