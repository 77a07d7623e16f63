use super::*;
use crate::fees::{Count, Exchange, Minor, Rate, Shelf, board::board, channel::Question, published};
use time::macros::date;

fn segment(country: &str, product: &str, subject: &str) -> Segment {
    Segment {
        country: Some(country.into()),
        product: Some(product.into()),
        subject: Some(subject.into()),
        industry: Some("5814".into()),
        ..Segment::of(Count::new(100).unwrap(), Minor::new(10_000).unwrap())
    }
}

fn ranked(segment: Segment, currency: &str, weights: [u8; 6]) -> (Vec<Row>, Ranking) {
    let (mix, exchange) = ([segment], Exchange::default());
    let on = date!(2026 - 11 - 27);
    let question = Question { mix: &mix, currency, annual_rate: Rate::ZERO, on, exchange: &exchange };
    let rows = board(&Shelf::published(published::load_all().unwrap().into()), question, true);
    let ranking = rank(&rows, &Needs::of(&mix, currency), Weights::new(weights).unwrap());
    (rows, ranking)
}

fn named(rows: &[Row], ranking: &Ranking) -> Vec<(&'static str, Option<&'static str>)> {
    ranking.placed.iter().map(|placed| (rows[placed.row].channel, rows[placed.row].through)).collect()
}

fn scores(placed: &Placed) -> Vec<Option<u32>> {
    placed.marks.iter().map(|mark| mark.score).collect()
}

#[test]
fn fees_alone_rank_as_the_board_does() {
    let (rows, ranking) = ranked(segment("US", "web", "enterprise"), "USD", [10, 0, 0, 0, 0, 0]);
    assert!(ranking.placed.iter().map(|placed| placed.row).is_sorted());
    let paypal = ranking.placed.iter().find(|placed| rows[placed.row].channel == "paypal").unwrap();
    // 318.00 of 398.00.
    assert_eq!((ranking.placed[0].score, paypal.score), (WHOLE, 799));
}

#[test]
fn every_score_is_read_from_a_fact_by_its_rule() {
    let (rows, ranking) = ranked(segment("US", "web", "enterprise"), "USD", [5, 1, 1, 1, 1, 1]);
    let of = |channel, through| {
        let row =
            |placed: &&Placed| (rows[placed.row].channel, rows[placed.row].through) == (channel, through);
        ranking.placed.iter().find(row).unwrap()
    };
    let paypal = of("paypal", None);
    // 439 of 1,000 million users, a survey, the most markets, three certificates of four.
    assert_eq!(scores(paypal), [Some(799), None, Some(439), Some(500), Some(1000), Some(750)]);
    // (5 × 799 + 439 + 500 + 1000 + 750) / 10
    assert_eq!(paypal.score, 668);
    let apple = of("apple_pay", Some("stripe"));
    // Of data safety both count: tokens of its own, two certificates of the acquirer's.
    assert_eq!(scores(apple), [Some(994), None, Some(252), Some(1000), Some(445), Some(750)]);
    for placed in &ranking.placed {
        for mark in placed.marks.iter().filter(|mark| mark.criterion != Criterion::Fees) {
            assert_eq!(mark.score.is_some(), !mark.facts.is_empty(), "{mark:?}");
        }
    }
}

#[test]
fn whoever_is_ahead_is_told_why() {
    let weights = Weights::new([5, 1, 1, 1, 1, 1]).unwrap();
    let (rows, ranking) = ranked(segment("CN", "qr", "enterprise"), "CNY", [5, 1, 1, 1, 1, 1]);
    assert_eq!(named(&rows, &ranking), [("wechat_pay", None), ("alipay", None), ("paypal", None)]);
    let (ahead, behind) = ranking.placed[0].against(&ranking.placed[1], weights);
    assert_eq!(ahead, [Criterion::Support, Criterion::Brand]);
    assert_eq!(behind, [Criterion::UserBase, Criterion::Coverage]);
}

#[test]
fn channels_that_serve_something_else_stand_apart_with_the_fact() {
    let (rows, ranking) = ranked(segment("CN", "in_app", "enterprise"), "CNY", [5, 1, 1, 1, 1, 1]);
    let aside = |channel| ranking.aside.iter().find(|aside| rows[aside.row].channel == channel).unwrap();
    let why = |channel| &aside(channel).why;
    assert!(matches!(&why("paypal")[..], [Unserved::Product(word, fact)]
        if word == "in_app" && fact.topic == Topic::Products));
    assert!(matches!(&why("google_pay")[..], [Unserved::Kind(offered), ..] if offered.source.is_some()));
    assert!(matches!(&why("apple_pay")[0], Unserved::Currency(word, _) if word == "CNY"));
    let (rows, ranking) = ranked(segment("TW", "web", "enterprise"), "TWD", [5, 1, 1, 1, 1, 1]);
    let paypal = ranking.aside.iter().find(|aside| rows[aside.row].channel == "paypal").unwrap();
    assert!(
        matches!(&paypal.why[..], [Unserved::Country(country, _)] if country == "TW"),
        "{:?}",
        paypal.why
    );
}

#[test]
fn what_no_fact_denies_is_served_and_without_a_bill_nothing_is_ranked() {
    let mollie = catalogue::get("mollie").unwrap();
    // Its regions are told in words alone.
    assert!(Needs::of(&[segment("CN", "web", "enterprise")], "CNY").unserved(mollie).is_empty());
    assert!(Needs::default().unserved(catalogue::get("paypal").unwrap()).is_empty());
    let (rows, ranking) = ranked(segment("US", "web", "enterprise"), "USD", [1, 0, 0, 0, 0, 0]);
    assert_eq!(ranking.placed.len() + ranking.aside.len(), rows.len());
    assert!(ranking.aside.iter().any(|aside| rows[aside.row].bill.is_err() && aside.why.is_empty()));
}

#[test]
fn weights_have_bounds_and_one_at_least_weighs() {
    assert_eq!((Weights::new([0; 6]), Weights::new([11, 0, 0, 0, 0, 0])), (None, None));
    assert_eq!(Weights::default().of(Criterion::Fees), 5);
    assert!(Weights::new([10; 6]).is_some());
}

#[test]
fn brands_and_certificates_of_the_catalogue_are_all_known_words() {
    for channel in catalogue::all() {
        for word in channel.words(Topic::Brand) {
            assert!(BRANDS.iter().any(|(known, _)| known == word), "{}: {word}", channel.code);
        }
        for word in channel.words(Topic::DataSafety) {
            assert!(SAFETY.contains(&word.as_str()), "{}: {word}", channel.code);
        }
        for topic in [Topic::Brand, Topic::Support, Topic::DataSafety] {
            let told = channel.fact(topic).is_some();
            assert_eq!(told, !channel.words(topic).is_empty(), "{}: {topic} has no value", channel.code);
        }
    }
}
