//! Each published row, by hand: what one payment of 10 000 minor units costs, or which figures nobody published.

use super::{FeeBook, Published, load_all};
use crate::fees::{
    Count, Exchange, Minor, Outcome, Rate, Segment, Shelf,
    channel::{Question, bill},
    price,
};
use std::collections::BTreeSet;
use time::macros::date;

/// By id, a payment at home. `Err` names what is missing, in the claim's order.
const ROWS: &[(&str, Result<i128, &str>)] = &[
    ("stripe-us-card", Ok(290 + 30)),
    ("stripe-us-keyed", Ok(340 + 30)),
    ("stripe-us-terminal", Ok(270 + 5)),
    ("stripe-us-klarna", Ok(599 + 30)),
    ("stripe-us-ach", Ok(80)),
    ("stripe-eea-standard", Ok(150 + 25)),
    ("stripe-eea-premium", Ok(190 + 25)),
    ("stripe-eea-uk", Ok(250 + 25)),
    ("stripe-eea-international", Ok(325 + 25)),
    ("stripe-uk-card", Ok(150 + 20)),
    ("stripe-hk-usd", Ok(340 + 50)),
    ("stripe-sg-usd", Ok(340 + 50)),
    ("stripe-hk-card", Ok(340 + 235)),
    ("adyen-us-card", Err("percent fixed monthly_minimum")),
    ("mollie-eea-consumer", Ok(180 + 25)),
    ("mollie-international", Ok(280 + 25)),
    ("mollie-commercial", Ok(280 + 25)),
    ("mollie-amex", Ok(280 + 25)),
    ("airwallex-hk-card", Err("percent")),
    ("airwallex-hk-local", Err("percent")),
    ("braintree-us-card", Ok(289 + 29)),
    ("paypal-us-checkout", Ok(349 + 49)),
    ("paypal-us-goods", Ok(299)),
    ("paypal-us-qr", Err("fixed")),
    ("paypal-us-advanced-card", Err("fixed")),
    ("paypal-us-advanced-card-interchange", Err("percent fixed")),
    ("paypal-us-pay-later", Err("fixed")),
    ("paypal-us-micropayments", Err("fixed")),
    ("paypal-us-ach", Ok(80)),
    ("paypal-cn-receipt-before-2023-04", Ok(440 + 220)),
    ("paypal-cn-receipt-promo-2023", Ok(395 + 220)),
    ("paypal-cn-receipt", Ok(440 + 220)),
    // 6 % of VAT on the fee.
    ("paypal-cn-rmb-promo-2024", Ok(50 + 3)),
    ("paypal-cn-rmb", Ok(100 + 6)),
    ("paypal-tw-aud", Ok(440 + 30)),
    ("paypal-tw-cad", Ok(440 + 30)),
    ("paypal-tw-eur", Ok(440 + 35)),
    ("paypal-tw-hkd", Ok(440 + 235)),
    ("paypal-tw-jpy", Ok(440 + 40)),
    ("paypal-tw-myr", Ok(440 + 200)),
    ("paypal-tw-twd", Ok(440 + 1000)),
    ("paypal-tw-nzd", Ok(440 + 45)),
    ("paypal-tw-czk", Ok(440 + 1000)),
    ("paypal-tw-dkk", Ok(440 + 260)),
    ("paypal-tw-huf", Ok(440 + 9000)),
    ("paypal-tw-ils", Ok(440 + 120)),
    ("paypal-tw-mxn", Ok(440 + 400)),
    ("paypal-tw-nok", Ok(440 + 280)),
    ("paypal-tw-brl", Ok(440 + 60)),
    ("paypal-lu", Err("fixed")),
    ("alipay-cn-wap", Ok(60)),
    ("alipay-cn-wap-virtual", Ok(100)),
    // 0.38 % or 0.6 %: the higher.
    ("alipay-cn-qr", Ok(60)),
    ("wechat-cn-716", Ok(60)),
    ("wechat-cn-719", Ok(60)),
    ("wechat-cn-703", Ok(60)),
    ("wechat-cn-715", Ok(60)),
    ("wechat-cn-714", Ok(60)),
    ("wechat-cn-713", Ok(60)),
    ("wechat-cn-711", Ok(100)),
    ("wechat-cn-711-newer", Ok(100)),
    ("wechat-cn-717", Ok(30)),
    ("wechat-cn-721", Ok(30)),
    ("wechat-cn-730", Ok(20)),
    ("wechat-cn-790", Ok(20)),
    ("wechat-cn-722", Ok(20)),
    ("wechat-cn-718", Ok(20)),
    ("wechat-cn-739", Ok(0)),
    ("wechat-cn-726", Ok(0)),
    ("wechat-cn-724", Ok(0)),
    ("wechat-cn-723", Ok(10)),
    ("wechat-cn-747", Ok(60)),
    ("wechat-cn-747-logistics", Ok(30)),
    ("wechat-cn-promo-716", Ok(20)),
    ("wechat-cn-promo-719", Ok(20)),
    ("wechat-cn-promo-703", Ok(20)),
    ("wechat-cross-border-2015", Ok(300)),
    // 1.0 to 1.5 % and 0.6 to 1.0 %: the higher.
    ("wechat-cross-border", Ok(150)),
    ("wechat-domestic", Ok(100)),
    ("globepay-uk-wechat", Ok(220)),
    ("globepay-uk-alipay", Ok(300)),
];

fn book() -> FeeBook {
    load_all().unwrap()
}

fn payments(count: u64, amount: u64) -> Segment {
    Segment::of(Count::new(count).unwrap(), Minor::new(amount).unwrap())
}

/// The total of a mix by a published claim, or what is missing.
fn cost(book: &FeeBook, id: &str, mix: &[Segment]) -> Result<i128, String> {
    match price(&book.get(id).unwrap().claim, mix, Rate::ZERO) {
        Outcome::Priced(priced) => Ok(priced.total),
        Outcome::NotComparable { not_comparable, .. } => Err(not_comparable.join(" ")),
    }
}

#[test]
fn every_row_by_hand() {
    let book = book();
    for (id, expected) in ROWS {
        assert_eq!(cost(&book, id, &[payments(1, 10_000)]), expected.map_err(str::to_owned), "{id}");
    }
    let worked: BTreeSet<&str> = ROWS.iter().map(|(id, _)| *id).collect();
    let published: BTreeSet<&str> = book.all().iter().map(|one| one.claim.id.as_str()).collect();
    assert_eq!(worked, published, "every published row has its hand-worked sum");
}

#[test]
fn what_rows_add_for_abroad_and_foreign_currency() {
    let book = book();
    let abroad = Segment { cross_border: true, ..payments(1, 10_000) };
    let foreign = Segment { foreign_currency: true, ..abroad.clone() };
    let cost = |id, segment: &Segment| cost(&book, id, std::slice::from_ref(segment));
    assert_eq!(cost("stripe-us-card", &abroad), Ok(290 + 150 + 30));
    assert_eq!(cost("stripe-us-card", &foreign), Ok(290 + 150 + 100 + 30));
    assert_eq!(cost("stripe-us-keyed", &foreign), Ok(340 + 150 + 100 + 30));
    assert_eq!(cost("stripe-us-terminal", &abroad), Ok(270 + 150 + 5));
    assert_eq!(cost("stripe-us-terminal", &foreign), Err("fx".into()));
    assert_eq!(cost("stripe-eea-international", &abroad), Ok(325 + 25), "included");
    assert_eq!(cost("stripe-hk-usd", &foreign), Ok(340 + 200 + 50), "the 1 % was removed");
    // 3 to 4 % for exchange: the higher.
    assert_eq!(cost("paypal-us-checkout", &foreign), Ok(349 + 150 + 400 + 49));
    assert_eq!(cost("paypal-us-goods", &abroad), Ok(299 + 150));
    assert_eq!(cost("paypal-cn-receipt", &abroad), Ok(440 + 220), "included");
    assert_eq!(cost("braintree-us-card", &foreign), Err("cross_border fx".into()));
    assert_eq!(cost("wechat-cn-716", &abroad), Err("cross_border".into()));
    // 3 %, and up to 1.5 %, are of payments from abroad: nothing comes on top of them.
    assert_eq!(cost("wechat-cross-border-2015", &abroad), Ok(300));
    assert_eq!(cost("wechat-cross-border", &abroad), Ok(150));
    assert_eq!(cost("wechat-cross-border-2015", &foreign), Err("fx".into()));
    assert_eq!(cost("wechat-cross-border", &foreign), Err("fx".into()));
    assert_eq!(cost("stripe-uk-card", &abroad), Err("cross_border".into()));
}

#[test]
fn what_rows_say_of_refunds_disputes_caps_and_volume() {
    let book = book();
    let disputed = Segment { disputes: Count::new(1).unwrap(), ..payments(1, 10_000) };
    let refunded = Segment { refunds: Count::new(1).unwrap(), ..payments(1, 10_000) };
    let cost = |id, segment: Segment| cost(&book, id, &[segment]);
    assert_eq!(cost("stripe-us-card", disputed.clone()), Ok(320 + 1500));
    assert_eq!(cost("stripe-us-keyed", disputed.clone()), Ok(370 + 1500));
    assert_eq!(cost("stripe-eea-premium", disputed.clone()), Ok(215 + 2000));
    assert_eq!(cost("paypal-us-checkout", disputed.clone()), Ok(398 + 1500));
    assert_eq!(cost("mollie-amex", disputed), Err("dispute[0].fee".into()));
    assert_eq!(
        cost("stripe-uk-card", refunded.clone()),
        Err("refund.fee".into()),
        "kept, and what else it costs?"
    );
    assert_eq!(cost("stripe-us-card", refunded), Err("refund".into()));
    // 0.8 % of 1,000.00 is 8.00; never more than 5.00.
    assert_eq!(cost("stripe-us-ach", payments(1, 100_000)), Ok(500));
    assert_eq!(cost("paypal-us-ach", payments(1, 100_000)), Ok(500));
    // By the month's volume in pounds: below 10,000, from there, from 100,000, and above 250,000.
    let globepay = |volume| cost("globepay-uk-wechat", payments(1, volume));
    assert_eq!(globepay(999_999), Ok(22_000));
    assert_eq!(globepay(1_000_000), Ok(20_000));
    assert_eq!(globepay(10_000_000), Ok(140_000));
    assert_eq!(globepay(25_000_000), Ok(350_000));
    assert_eq!(globepay(25_000_001), Err("tiers.steps[5].percent".into()));
}

#[test]
fn what_rows_charge_for_attempts_and_by_the_share_of_disputes() {
    let book = book();
    // The share of the method isn't published; at none, the rest is what is left.
    let free = |published: &Published| {
        let claim = crate::fees::Claim { percent: Rate::new(0), ..published.claim.clone() };
        move |segment: Segment| match price(&claim, &[segment], Rate::ZERO) {
            Outcome::Priced(priced) => priced.total,
            Outcome::NotComparable { not_comparable, .. } => panic!("{not_comparable:?}"),
        }
    };
    let cards = free(book.get("airwallex-hk-card").unwrap());
    assert_eq!(cards(Segment { failed: Count::new(3).unwrap(), ..payments(7, 10_000) }), 10 * 235);
    let disputed = |disputes| cards(Segment { disputes: Count::new(disputes).unwrap(), ..payments(1000, 1) });
    assert_eq!(disputed(9) - 235_000, 9 * 14_000, "below 1 %");
    assert_eq!(disputed(10) - 235_000, 10 * 24_500, "1 to 1.5 %");
    assert_eq!(disputed(15) - 235_000, 15 * 24_500);
    assert_eq!(disputed(16) - 235_000, 16 * 35_000, "above 1.5 %");
    let local = free(book.get("airwallex-hk-local").unwrap());
    assert_eq!(local(Segment { failed: Count::new(3).unwrap(), ..payments(7, 10_000) }), 10 * 200);
}

#[test]
fn an_interchange_and_a_least_bill_make_adyen_comparable() {
    let book = book();
    let published = &book.get("adyen-us-card").unwrap().claim;
    let claim = |monthly_minimum| crate::fees::Claim {
        percent: Rate::new(6_000 + 18_000),
        fixed: Minor::new(13 + 10),
        monthly_minimum,
        ..published.clone()
    };
    let total = |claim| match price(&claim, &[payments(1, 10_000)], Rate::ZERO) {
        Outcome::Priced(priced) => Ok(priced.total),
        Outcome::NotComparable { not_comparable, .. } => Err(not_comparable.join(" ")),
    };
    // 0.6 % + 0.13 on an interchange of 1.8 % + 0.10: 2.40 + 0.23; a least bill of 120.00 fills the rest.
    assert_eq!(total(claim(None)), Err("monthly_minimum".into()));
    assert_eq!(total(claim(Some(Minor::ZERO))), Ok(263));
    assert_eq!(total(claim(Minor::new(12_000))), Ok(12_000));
}

#[test]
fn wechat_settles_after_calendar_days() {
    let book = book();
    let waiting = |id| {
        let claim = &book.get(id).unwrap().claim;
        // 36,500.00 at 10 % a year: 10.00 a day.
        match price(claim, &[payments(1, 3_650_000)], Rate::new(100_000).unwrap()) {
            Outcome::Priced(priced) => priced.waiting,
            Outcome::NotComparable { not_comparable, .. } => panic!("{not_comparable:?}"),
        }
    };
    assert_eq!(waiting("wechat-cn-716"), 1_000, "T+1");
    assert_eq!(waiting("wechat-cn-714"), 3_000, "T+3");
    assert_eq!(waiting("wechat-cn-713"), 7_000, "T+7");
    assert_eq!(waiting("wechat-cn-711"), 7_000, "T+7 of older");
    assert_eq!(waiting("wechat-cn-711-newer"), 1_000, "T+1 of newer");
    assert_eq!(waiting("wechat-cross-border-2015"), 1_000, "T+1");
    assert_eq!(waiting("mollie-amex"), 6_000, "4 business days");
}

#[test]
fn a_chinese_merchant_pays_its_rule_else_the_general_price_and_never_a_promotion_unasked() {
    let shelf = Shelf::published(book().into());
    let candidates = shelf.of("wechat_pay", true);
    let exchange = Exchange::default();
    let total = |subject: &str, industry: &str| {
        let segment = Segment {
            country: Some("CN".into()),
            product: Some("qr".into()),
            subject: Some(subject.into()),
            industry: Some(industry.into()),
            ..payments(1, 10_000)
        };
        let mix = [segment];
        let on = date!(2026 - 11 - 27);
        let question =
            Question { mix: &mix, currency: "CNY", annual_rate: Rate::ZERO, on, exchange: &exchange };
        bill(&candidates, question).map(|bill| (bill.used[0].claim.clone(), bill.total))
    };
    // 0.6 % by rules 716, 719 and 703, 0.2 % by rule 730.
    assert_eq!(total("enterprise", "5814"), Ok(("wechat-cn-716".into(), 60)));
    assert_eq!(total("individual", "5814"), Ok(("wechat-cn-719".into(), 60)));
    assert_eq!(total("micro", "5814"), Ok(("wechat-cn-703".into(), 60)));
    assert_eq!(total("enterprise", "4900"), Ok(("wechat-cn-730".into(), 20)));
    // No rule of its own: 0.6 to 1.0 %, the higher.
    assert_eq!(total("individual", "7372"), Ok(("wechat-domestic".into(), 100)));
    assert_eq!(total("public", "5814"), Ok(("wechat-domestic".into(), 100)));
}
