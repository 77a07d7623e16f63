//! Prices to try things with, and two people who bring one to hold.

use domain::{
    PriceId,
    fees::{Claim, Count, Minor, Rate, Segment},
};
use services::{
    ServiceError, Services,
    fees::prices::{self, Answer, NewLine},
};
use tests::builders::Person;
use time::{Date, macros::date};

/// The day on the clock of every test.
pub(super) const DAY: Date = date!(2026 - 11 - 30);

/// A price for Alipay by QR code at coffee shops in yuan, at this share: of the preset mixes that one alone fits.
pub(super) fn alipay(percent: u64) -> Claim {
    let claim = Claim::of("", "CNY", Rate::new(percent));
    Claim {
        channel: Some("alipay".into()),
        product: Some("qr".into()),
        industry: vec!["5814".into()],
        ..claim
    }
}

/// A line from today on, that stands on what Alipay published: 0.6 % in China.
pub(super) fn line(claim: Claim) -> NewLine {
    NewLine { claim, beneath: "alipay-cn-qr".into(), from: Some(DAY), to: None, replaces: None }
}

/// So many payments of so much.
pub(super) fn priced(count: u64, amount: u64) -> Segment {
    Segment::of(Count::new(count).expect("a count"), Minor::new(amount).expect("an amount"))
}

/// Proposed by one, approved by the other.
pub(super) async fn approve(
    services: &Services,
    one: &Person<'_>,
    other: &Person<'_>,
    new: &NewLine,
) -> PriceId {
    let id = prices::propose(services, &one.actor().await, new).await.expect("it is proposed");
    let answer = Answer::Approve { reason: "It is worth it".into() };
    prices::decide(services, &other.actor().await, id, &answer).await.expect("it is approved");
    id
}

/// The fields and keys of a refusal; an empty field for the whole.
pub(super) fn refusals<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> Vec<(String, String)> {
    match result {
        Err(ServiceError::Refused(refusal)) => {
            let whole = refusal.whole.into_iter().map(|key| (String::new(), key));
            whole.chain(refusal.fields.into_iter().map(|error| (error.field, error.key))).collect()
        }
        other => panic!("{other:?}"),
    }
}
