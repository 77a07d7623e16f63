use super::{Event, Grounds, Line, Price, Standing, Why, margin};
use crate::{
    fees::{
        Claim, Count, Exchange, Minor, Rate, Segment,
        channel::{Candidate, Question},
    },
    ids::PersonId,
};
use time::{Date, macros::date};
use uuid::Uuid;

const DAY: Date = date!(2026 - 11 - 27);

fn claim(id: &str, percent: u64) -> Claim {
    let claim = Claim::of(id, "CNY", Rate::new(percent));
    Claim { channel: Some("alipay".into()), ..claim }
}

fn line(percent: u64) -> Line {
    Line { claim: claim("line", percent), beneath: "cost".into(), from: DAY, to: None }
}

const fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn grounds(line: &Line, cost: &Claim) -> Option<Grounds> {
    let beneath = Candidate { claim: cost, from: None, to: None, own: false };
    margin::judge(line, Some(beneath), DAY, &Exchange::default()).grounds()
}

#[test]
fn a_line_is_judged_on_every_preset_mix_that_fits_it() {
    let cost = claim("cost", 5_000);
    let judged = margin::judge(
        &line(6_000),
        Some(Candidate { claim: &cost, from: None, to: None, own: true }),
        DAY,
        &Exchange::default(),
    );
    let presets: Vec<_> = judged.mixes.iter().map(|mix| mix.preset).collect();
    assert_eq!(presets, ["coffee", "fashion", "invoices", "digital", "souvenir"]);
    // 6,000 payments of 35.00: 0.6 % brings in 1,260.00, 0.5 % costs 1,080.00 (0.175 is rounded up to 0.18 each time).
    let coffee = &judged.mixes[0];
    assert_eq!((coffee.volume, coffee.price, coffee.cost.clone()), (21_000_000, 126_000, Ok(108_000)));
    assert_eq!((coffee.margin(), coffee.share(18_000)), (Some(18_000), 857));
    assert_eq!(judged.grounds(), None);
    let qr = Line { claim: Claim { product: Some("qr".into()), ..claim("line", 6_000) }, ..line(1) };
    let judged = margin::judge(&qr, None, DAY, &Exchange::default());
    assert_eq!(judged.mixes.iter().map(|mix| mix.preset).collect::<Vec<_>>(), ["coffee", "souvenir"]);
    let hotel = Line { claim: Claim { industry: vec!["7011".into()], ..claim("line", 1) }, ..line(1) };
    assert_eq!(margin::judge(&hotel, None, DAY, &Exchange::default()).mixes.len(), 5, "turned to its own");
}

#[test]
fn below_cost_on_one_mix_is_below_cost_and_what_cannot_be_told_counts_as_well() {
    assert_eq!(grounds(&line(6_000), &claim("cost", 6_000)), None, "nothing is left, and nothing is lost");
    assert_eq!(grounds(&line(6_000), &claim("cost", 6_001)), Some(Grounds::BelowCost));
    // Cheaper by its share, dearer where payers are from abroad: on the mixes with some of them it is below cost.
    let abroad = Claim { cross_border: Rate::new(20_000), ..claim("cost", 4_000) };
    assert_eq!(grounds(&line(6_000), &abroad), Some(Grounds::BelowCost));
    let unpublished = Claim { fixed: None, ..claim("cost", 1) };
    assert_eq!(grounds(&line(6_000), &unpublished), Some(Grounds::Untold));
    let elsewhere = Claim { product: Some("web".into()), ..claim("cost", 1) };
    assert_eq!(grounds(&line(6_000), &elsewhere), Some(Grounds::Untold), "its cost is of the web alone");
    assert_eq!(margin::judge(&line(1), None, DAY, &Exchange::default()).grounds(), Some(Grounds::Untold));
    let ended =
        Candidate { claim: &claim("cost", 1), from: None, to: Some(date!(2026 - 11 - 26)), own: true };
    let judged = margin::judge(&line(6_000), Some(ended), DAY, &Exchange::default());
    assert_eq!(judged.grounds(), Some(Grounds::Untold), "it no longer holds");
    let dollars = Claim { currency: "USD".into(), ..claim("cost", 1) };
    assert_eq!(grounds(&line(6_000), &dollars), Some(Grounds::Untold), "no rate between the two");
}

#[test]
fn the_country_and_the_means_are_those_of_the_claim_beneath() {
    let cost = Claim {
        country: Some("EEA".into()),
        subject: Some("enterprise".into()),
        card_class: Some("standard".into()),
        ..claim("cost", 5_000)
    };
    assert_eq!(grounds(&line(6_000), &cost), None);
}

#[test]
fn lines_of_one_channel_bring_in_one_bill_and_a_month_counts_once() {
    let of = |id: &str, product: &str| Claim {
        product: Some(product.into()),
        monthly_fee: Minor::new(1_000),
        ..claim(id, 10_000)
    };
    let lines =
        [of("qr", "qr"), of("web", "web")].map(|claim| Line { claim, beneath: "cost".into(), ..line(1) });
    let cost = Claim { monthly_fee: Minor::new(300), ..claim("cost", 4_000) };
    let beneath = [("cost".to_owned(), Candidate { claim: &cost, from: None, to: None, own: true })].into();
    let segment = |product: &str| {
        let plain = Segment::of(Count::new(10).unwrap(), Minor::new(10_000).unwrap());
        Segment { product: Some(product.into()), ..plain }
    };
    let mix = [segment("qr"), segment("web")];
    let exchange = Exchange::default();
    let question =
        Question { mix: &mix, currency: "CNY", annual_rate: Rate::ZERO, on: DAY, exchange: &exchange };
    let taken = margin::on_mix(&lines, &beneath, question).unwrap();
    assert_eq!((taken.price.total, taken.cost.clone().unwrap().total), (2_000 + 1_000, 800 + 300));
    assert_eq!(taken.margin(), Some(1_900));
}

#[test]
fn another_person_approves_and_below_cost_takes_a_senior_and_a_reason() {
    let proposed = Standing::Proposed { by: person(1) };
    let approve = |by, senior, reason, grounds| {
        proposed.apply(Event::Approve { by: person(by), senior, reason, grounds })
    };
    assert_eq!(approve(1, true, true, None), Err(Why::Proposer));
    assert_eq!(approve(2, false, false, None), Ok(Standing::Approved { by: person(2) }));
    for grounds in [Some(Grounds::BelowCost), Some(Grounds::Untold)] {
        assert_eq!(approve(2, false, true, grounds), Err(Why::Senior));
        assert_eq!(approve(2, true, false, grounds), Err(Why::Reason));
        assert_eq!(approve(2, true, true, grounds), Ok(Standing::Approved { by: person(2) }));
    }
    assert_eq!(proposed.apply(Event::Decline { by: person(1) }), Err(Why::Proposer));
    let declined = proposed.apply(Event::Decline { by: person(2) }).unwrap();
    let again = Event::Approve { by: person(3), senior: true, reason: true, grounds: None };
    assert_eq!(declined.apply(again), Err(Why::NotNow));
}

#[test]
fn a_merchant_accepts_what_was_approved_and_another_takes_its_place() {
    let approved = Standing::Approved { by: person(2) };
    let accepted = approved.apply(Event::Accept { by: person(3) }).unwrap();
    assert_eq!(accepted, Standing::Accepted { by: person(3) });
    assert_eq!(accepted.apply(Event::Accept { by: person(3) }), Err(Why::NotNow));
    assert_eq!(accepted.apply(Event::Supersede), Ok(Standing::Superseded));
    assert_eq!(approved.apply(Event::Supersede), Ok(Standing::Superseded));
    let proposed = Standing::Proposed { by: person(1) };
    assert_eq!(proposed.apply(Event::Accept { by: person(3) }), Err(Why::NotNow));
    assert_eq!(Standing::Superseded.apply(Event::Accept { by: person(3) }), Err(Why::NotNow));
}

#[test]
fn two_lines_about_the_same_payments_share_no_day() {
    let days = |from, to| Line { from, to, ..line(1) };
    let may = days(date!(2026 - 05 - 01), Some(date!(2026 - 05 - 31)));
    assert!(may.overlaps(&days(date!(2026 - 05 - 31), None)));
    assert!(!may.overlaps(&days(date!(2026 - 06 - 01), None)));
    assert!(days(date!(2026 - 01 - 01), None).overlaps(&may));
    let other = |claim| Line { claim, ..may.clone() };
    assert!(!may.overlaps(&other(Claim { product: Some("qr".into()), ..claim("other", 1) })));
    assert!(!may.overlaps(&other(Claim { currency: "USD".into(), ..claim("other", 1) })));
    assert!(!may.overlaps(&other(Claim { industry: vec!["5814".into()], ..claim("other", 1) })));
    assert!(may.overlaps(&other(claim("other", 9))));
    let cut = days(date!(2026 - 05 - 01), None).until(date!(2026 - 06 - 01)).unwrap();
    assert_eq!(cut.to, Some(date!(2026 - 05 - 31)));
    assert_eq!(may.clone().until(date!(2026 - 07 - 01)), Some(may.clone()), "it ended before");
    assert_eq!(may.until(date!(2026 - 05 - 01)), None);
}

#[test]
fn a_price_says_nothing_of_cost() {
    let line = Line { beneath: "the-cost".into(), ..line(6_000) };
    let price: Price = line.price(true);
    let told = serde_json::to_string(&price).unwrap();
    assert!(!told.contains("the-cost") && told.contains("\"agreed\":true"), "{told}");
}

#[test]
fn what_was_agreed_leaves_nothing_of_the_list_it_covers() {
    let price = |product: Option<&str>, industry: Option<&str>| {
        let claim = Claim {
            product: product.map(str::to_owned),
            industry: industry.map(str::to_owned).into_iter().collect(),
            ..claim("line", 1)
        };
        Line { claim, ..line(1) }.price(false)
    };
    assert!(price(None, None).covers(&price(Some("qr"), Some("5814"))));
    assert!(price(Some("qr"), None).covers(&price(Some("qr"), Some("5814"))));
    assert!(!price(Some("qr"), None).covers(&price(None, None)));
    assert!(!price(None, Some("5814")).covers(&price(None, Some("5691"))));
}

#[test]
fn a_price_leaves_no_figure_open() {
    assert_eq!(line(1).open(), [""; 0]);
    let open = Claim { fixed: None, delay_days: None, refund: None, percent: None, ..claim("line", 1) };
    let open = Line { claim: open, ..line(1) }.open();
    assert_eq!(open, ["percent", "fixed", "refund_fee", "returns_percent", "returns_fixed", "delay_days"]);
}

#[cfg(feature = "data")]
mod boards {
    use super::*;
    use crate::fees::offer::{
        board::{NoPrice, Row, board},
        rehearsal,
    };

    #[test]
    fn a_rehearsal_tells_where_somebody_would_pay_something_else_and_how_much() {
        let exchange = Exchange::default();
        let line = Line { claim: Claim { product: Some("qr".into()), ..claim("new", 7_000) }, ..line(1) };
        let told = |before: &[Price], after: &[Price]| {
            let all = rehearsal::changes(&line, (before, after), None, DAY, &exchange);
            all.into_iter().map(|one| (one.preset, one.before, one.after)).collect::<Vec<_>>()
        };
        let (list, new) = (price("alipay", 6_000, false), line.price(false));
        let (coffee, souvenir) = (("coffee", Some(126_000), Some(150_000)), "souvenir");
        let changed = told(std::slice::from_ref(&list), &[list.clone(), new.clone()]);
        assert_eq!((changed[0], changed[1].0, changed.len()), (coffee, souvenir, 2));
        // Whoever agreed on something is left alone; whoever had no price gets one.
        let agreed = price("alipay", 5_000, true);
        assert_eq!(told(&[list.clone(), agreed.clone()], &[list, agreed, new.clone()]), []);
        assert_eq!(told(&[], &[new])[0], ("coffee", None, Some(150_000)));
    }

    fn rows(prices: &[Price], currency: &str) -> Vec<Row> {
        let mix = [Segment::of(Count::new(100).unwrap(), Minor::new(10_000).unwrap())];
        let exchange = Exchange::default();
        let question =
            Question { mix: &mix, currency, annual_rate: Rate::ZERO, on: DAY, exchange: &exchange };
        board(prices, question)
    }

    fn price(channel: &str, percent: u64, agreed: bool) -> Price {
        let claim = Claim::of(format!("{channel}-{percent}"), "CNY", Rate::new(percent));
        let claim = Claim { channel: Some(channel.into()), ..claim };
        Line { claim, ..line(1) }.price(agreed)
    }

    fn found(rows: &[Row], channel: &str) -> Vec<(Option<&'static str>, Result<i128, NoPrice>)> {
        let of = rows.iter().filter(|row| row.channel == channel);
        of.map(|row| (row.through, row.bill.clone().map(|bill| bill.total))).collect()
    }

    #[test]
    fn channels_without_a_price_are_on_request_and_wallets_pay_their_acquirers() {
        let rows = rows(&[price("alipay", 6_000, false), price("stripe", 29_000, false)], "CNY");
        assert_eq!(rows[0].channel, "alipay", "the cheapest comes first");
        assert_eq!(found(&rows, "alipay"), [(None, Ok(6_000))]);
        assert_eq!(found(&rows, "apple_pay"), [(Some("stripe"), Ok(29_000))]);
        assert_eq!(found(&rows, "paypal"), [(None, Err(NoPrice::OnRequest))]);
        assert_eq!(found(&rows, "adyen"), [(None, Err(NoPrice::OnRequest))]);
    }

    #[test]
    fn a_wallet_with_a_price_of_its_own_pays_that() {
        let rows = rows(&[price("apple_pay", 20_000, false), price("stripe", 29_000, false)], "CNY");
        assert_eq!(found(&rows, "apple_pay"), [(None, Ok(20_000))]);
    }

    #[test]
    fn what_was_agreed_comes_before_the_list_however_particular() {
        let qr = |price: Price| {
            let claim = Claim { card_class: Some("standard".into()), ..price.claim.clone() };
            Price { claim, ..price }
        };
        let all = [qr(price("alipay", 6_000, false)), price("alipay", 9_000, true)];
        assert_eq!(found(&rows(&all, "CNY"), "alipay"), [(None, Ok(9_000))]);
        let later = Price { from: date!(2026 - 11 - 28), ..price("alipay", 1_000, true) };
        let all = [price("alipay", 6_000, false), later];
        assert_eq!(found(&rows(&all, "CNY"), "alipay"), [(None, Ok(6_000))], "not yet");
    }

    #[test]
    fn of_listed_prices_those_in_the_payments_currency_come_first_and_what_was_agreed_before_all() {
        let in_dollars = |permille, agreed| {
            let price = price("alipay", permille, agreed);
            Price { claim: Claim { currency: "USD".into(), ..price.claim.clone() }, ..price }
        };
        let dollars = in_dollars(1_000, false);
        let all = [price("alipay", 6_000, false), dollars];
        assert_eq!(found(&rows(&all, "USD"), "alipay"), [(None, Ok(1_000))]);
        let none = NoPrice::Exchange("EUR".into(), "CNY".into());
        assert_eq!(found(&rows(&all[..1], "EUR"), "alipay"), [(None, Err(none))]);
        let agreed = [price("alipay", 6_800, true), in_dollars(1_000, false)];
        let unknown = NoPrice::Exchange("USD".into(), "CNY".into());
        assert_eq!(found(&rows(&agreed, "USD"), "alipay"), [(None, Err(unknown))], "never the list instead");
        assert_eq!(
            found(&rows(&[agreed[1].clone(), in_dollars(6_800, true)], "USD"), "alipay"),
            [(None, Ok(6_800))]
        );
    }
}
