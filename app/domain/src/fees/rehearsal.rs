//! What a proposed claim would change once it is approved: the channel's bill on the usual kinds of business.

use super::{
    Claim, Count, Exchange, Minor, Rate, Segment, Shelf,
    channel::{Bill, NoBill, Question, bill},
    offer::{Line, margin::judge},
    own::{Answer, Own, heir},
    sales::{PRESETS, Preset, Sales},
};
use time::Date;

/// A kind of business, and what the channel costs it before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsed {
    /// The kind of business, by its code.
    pub preset: &'static str,
    /// As it is.
    pub before: Result<Bill, NoBill>,
    /// As it would be.
    pub after: Result<Bill, NoBill>,
}

/// The bills on a day, each kind of business bent to what the claim is about, in the claim's currency.
pub fn rehearse(shelf: &Shelf, claim: &Own, on: Date, exchange: &Exchange) -> Vec<Rehearsed> {
    let after = shelf.with(claim);
    let channel = claim.terms.claim.channel.as_deref().unwrap_or_default();
    let on = on.max(claim.terms.from);
    PRESETS
        .iter()
        .map(|preset| {
            let mix = mix(preset, claim);
            let currency = claim.terms.claim.currency.as_str();
            let question = Question { mix: &mix, currency, annual_rate: Rate::ZERO, on, exchange };
            let on_shelf = |shelf: &Shelf| bill(&shelf.of(channel, true), question);
            Rehearsed { preset: preset.code, before: on_shelf(shelf), after: on_shelf(&after) }
        })
        .collect()
}

/// A price line whose margin a claim would change: on each of the mixes that the line is judged by, what it leaves before
/// and after; none where nobody can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margins {
    /// What the line is about; its currency is that of the margins.
    pub line: Claim,
    /// The kind of business, before, after.
    pub mixes: Vec<(&'static str, Option<i128>, Option<i128>)>,
}

/// The price lines that stand on the claim whose place this one takes, as far as their margins change.
pub fn margins(lines: &[Line], shelf: &Shelf, claim: &Own, on: Date, exchange: &Exchange) -> Vec<Margins> {
    let on = on.max(claim.terms.from);
    let next = Own { answer: Some(Answer::Approved), ..claim.clone() };
    let stand = |line: &&Line| {
        let beneath = shelf.own().iter().find(|one| one.terms.claim.id == line.beneath);
        let holds = beneath.map(|one| heir(one, shelf.own(), on).id);
        holds.is_some() && holds == claim.supersedes && line.holds_on(on)
    };
    let old = shelf.own().iter().find(|one| Some(one.id) == claim.supersedes);
    let told = lines.iter().filter(stand).map(|line| {
        let judged = |own: Option<&Own>| judge(line, own.map(Own::candidate), on, exchange).mixes;
        let (before, after) = (judged(old), judged(Some(&next)));
        let pairs = before.iter().zip(&after);
        let mixes = pairs.map(|(before, after)| (before.preset, before.margin(), after.margin()));
        Margins {
            line: line.claim.clone(),
            mixes: mixes.filter(|(_, before, after)| before != after).collect(),
        }
    });
    told.filter(|one| !one.mixes.is_empty()).collect()
}

/// A kind of business of which every dimension is one that the claim is about.
fn mix(preset: &Preset, own: &Own) -> Vec<Segment> {
    let claim = &own.terms.claim;
    let country = match claim.country.as_deref() {
        Some("EEA") => "DE",
        Some(country) => country,
        None => "CN",
    };
    let product = claim.product.as_deref().unwrap_or(preset.product);
    let industry = claim.industry.first().map_or(preset.industry, String::as_str);
    let common = Segment {
        product: Some(product.to_owned()),
        card_class: claim.card_class.clone(),
        country: Some(country.to_owned()),
        subject: Some(claim.subject.as_deref().unwrap_or("enterprise").to_owned()),
        industry: Some(industry.to_owned()),
        currency: Some(claim.currency.clone()),
        ..Segment::of(Count::ZERO, Minor::ZERO)
    };
    let sales = Sales {
        payments: Count::new(preset.payments).unwrap_or_default(),
        ticket: Minor::new(preset.ticket(&claim.currency)).unwrap_or_default(),
        abroad: Rate::new(preset.abroad).unwrap_or_default(),
        foreign: Rate::ZERO,
        refunds: Rate::ZERO,
        disputes: Rate::ZERO,
        failed: Rate::ZERO,
        common,
    };
    sales.mix()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        FeeClaimId,
        fees::{own::Terms, published},
    };
    use time::macros::date;
    use uuid::Uuid;

    fn own(number: u128, percent: u64, from: Date) -> Own {
        let id = FeeClaimId(Uuid::from_u128(number));
        let claim = Claim {
            channel: Some("wechat_pay".into()),
            country: Some("CN".into()),
            ..Claim::of(id.to_string(), "CNY", Rate::new(percent))
        };
        let terms = Terms {
            claim,
            from,
            to: None,
            contract: "HB-1".into(),
            page: "4".into(),
            address: None,
            read_on: from,
            note: None,
        };
        Own { id, terms, supersedes: None, superseded: None, answer: None }
    }

    #[test]
    fn every_kind_of_business_has_a_bill_before_and_after() {
        let standing = Own { answer: Some(Answer::Approved), ..own(1, 6_000, date!(2026 - 01 - 01)) };
        let next = Own { supersedes: Some(standing.id), ..own(2, 3_800, date!(2027 - 01 - 01)) };
        let shelf = Shelf::new(published::load_all().unwrap().into(), vec![standing]);
        let told = rehearse(&shelf, &next, date!(2026 - 11 - 27), &Exchange::default());
        assert_eq!(told.len(), 5);
        let coffee = &told[0];
        // 6,000 payments of 35.00 at 0.6 %, which is 0.21, and at 0.38 %, which rounds to 0.13.
        assert_eq!(coffee.before.as_ref().unwrap().total, 126_000);
        let after = coffee.after.as_ref().unwrap();
        assert_eq!((after.total, after.used[0].claim.as_str()), (78_000, next.terms.claim.id.as_str()));
        assert!(told.iter().all(|one| one.after.is_ok()), "{told:?}");
    }

    #[test]
    fn what_was_without_a_price_gets_one() {
        let mut first = own(3, 3_800, date!(2026 - 01 - 01));
        first.terms.claim.channel = Some("google_pay".into());
        let shelf = Shelf::published(published::load_all().unwrap().into());
        let told = rehearse(&shelf, &first, date!(2026 - 11 - 27), &Exchange::default());
        assert!(told.iter().all(|one| one.before.is_err() && one.after.is_ok()));
    }

    #[test]
    fn margins_of_lines_on_the_old_claim_change_and_no_others() {
        let standing = Own { answer: Some(Answer::Approved), ..own(1, 6_000, date!(2026 - 01 - 01)) };
        let next = Own { supersedes: Some(standing.id), ..own(2, 3_800, date!(2027 - 01 - 01)) };
        let line = |beneath: &str| Line {
            claim: Claim {
                channel: Some("wechat_pay".into()),
                product: Some("qr".into()),
                industry: vec!["5814".into()],
                ..Claim::of("line", "CNY", Rate::new(8_000))
            },
            from: date!(2026 - 01 - 01),
            to: None,
            beneath: beneath.to_owned(),
        };
        let lines = [line(&standing.terms.claim.id), line("wechat-cn-716")];
        let shelf = Shelf::new(published::load_all().unwrap().into(), vec![standing]);
        let told = margins(&lines, &shelf, &next, date!(2026 - 11 - 27), &Exchange::default());
        // 6,000 payments of 35.00 at 0.28, of which 0.21 and then 0.13 are paid on.
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].mixes, [("coffee", Some(42_000), Some(90_000))]);
    }
}
