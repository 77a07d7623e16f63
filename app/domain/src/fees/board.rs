//! What every channel costs on one mix, beside one another.

use super::{
    channel::{Bill, Candidate, NoBill, Question, bill},
    published::{Evidence, FeeBook},
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

/// Every channel that has published a price, and every wallet once for each acquirer with prices that it rides on: those
/// with a bill first, the cheapest first, then the others in the catalogue's order.
pub fn board(book: &FeeBook, question: Question<'_>, with_unverified: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = catalogue::all()
        .iter()
        .flat_map(ways)
        .filter_map(|(channel, through)| {
            let claims = book.of(through.unwrap_or(channel));
            let claims = claims.filter(|one| with_unverified || one.tag != Evidence::Secondary);
            let candidates: Vec<_> = claims
                .map(|one| Candidate { claim: &one.claim, from: one.from, to: one.to, own: false })
                .collect();
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
    use crate::fees::{Count, Exchange, Minor, Rate, Segment, published};
    use time::macros::date;

    fn rows(mix: &[Segment], currency: &str, unverified: bool) -> Vec<Row> {
        let exchange = Exchange::default();
        let on = date!(2026 - 11 - 27);
        let question = Question { mix, currency, annual_rate: Rate::ZERO, on, exchange: &exchange };
        board(&published::load_all().unwrap(), question, unverified)
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
}
