//! What every channel costs on one mix, beside one another.

use super::{
    Shelf,
    channel::{Bill, NoBill, Question, bill},
};
use crate::channels::catalogue::{self, Channel, Topic};

/// A channel on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The channel's code.
    pub channel: &'static str,
    /// The acquirer it rides on, where it rides on one: its cost is the acquirer's.
    pub through: Option<&'static str>,
    /// What its month comes to, or why that can't be said.
    pub bill: Result<Bill, NoBill>,
}

/// Every channel of which a price is known, and every wallet once for each acquirer with prices that it rides on: those
/// with a bill first, the cheapest first, then the others in the catalogue's order.
pub fn board(shelf: &Shelf, question: Question<'_>, with_unverified: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = catalogue::all()
        .iter()
        .flat_map(ways)
        .filter_map(|(channel, through)| {
            let candidates = shelf.of(through.unwrap_or(channel), with_unverified);
            let told = !candidates.is_empty();
            told.then(|| Row { channel, through, bill: bill(&candidates, question) })
        })
        .collect();
    rows.sort_by_key(|row| row.bill.as_ref().map_or((true, 0), |bill| (false, bill.total)));
    rows
}

/// A channel's own way, or one for each acquirer it rides on.
fn ways(channel: &'static Channel) -> Vec<(&'static str, Option<&'static str>)> {
    let code = channel.code.as_str();
    match channel.words(Topic::RidesOn) {
        [] => vec![(code, None)],
        acquirers => acquirers.iter().map(|acquirer| (code, Some(acquirer.as_str()))).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fees::{
        Claim, Count, Exchange, Minor, Rate, Segment,
        own::{Answer, Own, Terms},
        published,
    };
    use time::macros::date;

    fn rows(mix: &[Segment], currency: &str, unverified: bool) -> Vec<Row> {
        let exchange = Exchange::default();
        let on = date!(2026 - 11 - 27);
        let question = Question { mix, currency, annual_rate: Rate::ZERO, on, exchange: &exchange };
        board(&Shelf::published(published::load_all().unwrap().into()), question, unverified)
    }

    fn american() -> Segment {
        let plain = Segment::of(Count::new(100).unwrap(), Minor::new(10_000).unwrap());
        Segment { country: Some("US".into()), product: Some("web".into()), ..plain }
    }

    #[test]
    fn the_cheapest_comes_first_and_wallets_cost_what_their_acquirer_does() {
        let rows = rows(&[american()], "USD", true);
        let totals: Vec<_> = rows.iter().filter_map(|row| Some(row.bill.as_ref().ok()?.total)).collect();
        assert!(totals.is_sorted() && totals.len() >= 4, "{totals:?}");
        let cost = |channel, through| {
            let row = rows.iter().find(|row| row.channel == channel && row.through == through).unwrap();
            row.bill.clone().map(|bill| bill.total)
        };
        // A hundred payments of 100.00: 2.89 % + 0.29, 2.9 % + 0.30, 3.49 % + 0.49.
        assert_eq!(cost("braintree", None), Ok(31_800));
        assert_eq!(cost("stripe", None), Ok(32_000));
        assert_eq!(cost("paypal", None), Ok(39_800));
        assert_eq!(cost("apple_pay", Some("stripe")), Ok(32_000));
        assert!(cost("adyen", None).is_err(), "interchange isn't published");
    }

    #[test]
    fn unverified_prices_can_be_left_out() {
        let chinese = Segment {
            country: Some("CN".into()),
            product: Some("qr".into()),
            subject: Some("enterprise".into()),
            industry: Some("5814".into()),
            ..american()
        };
        let total = |unverified, channel| {
            let rows = rows(std::slice::from_ref(&chinese), "CNY", unverified);
            rows.into_iter().find(|row| row.channel == channel).map(|row| row.bill.map(|bill| bill.total))
        };
        // A hundred payments of 100.00 at 0.6 %.
        assert_eq!(total(true, "alipay"), Some(Ok(6_000)));
        assert_eq!(total(true, "wechat_pay"), Some(Ok(6_000)));
        assert_eq!((total(false, "alipay"), total(false, "wechat_pay")), (None, None));
        assert_eq!(total(false, "paypal"), Some(Ok(66_000)), "4.4 % + 2.20");
    }

    #[test]
    fn a_tenants_own_approved_claim_wins_over_published_ones_on_its_days() {
        let claim = Claim { channel: Some("stripe".into()), ..Claim::of("own", "USD", Rate::new(20_000)) };
        let terms = Terms {
            claim,
            from: date!(2026 - 01 - 01),
            to: None,
            contract: "HB-1".into(),
            page: "4".into(),
            address: None,
            read_on: date!(2026 - 01 - 01),
            note: None,
        };
        let id = crate::FeeClaimId(uuid::Uuid::from_u128(1));
        let own = Own { id, terms, supersedes: None, superseded: None, answer: Some(Answer::Approved) };
        let used = |own: Own| {
            let shelf = Shelf::new(published::load_all().unwrap().into(), vec![own]);
            let exchange = Exchange::default();
            let on = date!(2026 - 11 - 27);
            let (mix, annual_rate) = (&[american()][..], Rate::ZERO);
            let question = Question { mix, currency: "USD", annual_rate, on, exchange: &exchange };
            let rows = board(&shelf, question, true);
            let one = |channel| rows.iter().find(|row| row.channel == channel).unwrap();
            assert_eq!(one("apple_pay").bill.is_ok(), one("stripe").bill.is_ok());
            one("stripe").bill.clone().map(|bill| (bill.used[0].claim.clone(), bill.total))
        };
        // A hundred payments of 100.00 at 2 %, and at 2.9 % + 0.30.
        assert_eq!(used(own.clone()), Ok(("own".into(), 20_000)));
        let published = Ok(("stripe-us-card".to_owned(), 32_000));
        assert_eq!(used(Own { answer: None, ..own.clone() }), published, "waiting");
        assert_eq!(used(Own { answer: Some(Answer::Declined), ..own.clone() }), published);
        assert_eq!(used(Own { superseded: Some((id, date!(2026 - 11 - 26))), ..own }), published, "ended");
    }
}
