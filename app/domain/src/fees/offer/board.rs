//! What every channel would charge a merchant on one mix, by prices alone.

use super::Price;
use crate::{
    channels::catalogue::{self, Channel, Topic},
    fees::channel::{Bill, NoBill, Question, bill_by_prices},
};

/// A channel on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The channel's code.
    pub channel: &'static str,
    /// The acquirer it rides on, where its price is that acquirer's.
    pub through: Option<&'static str>,
    /// What its month comes to, or why there is no price.
    pub bill: Result<Bill, NoPrice>,
}

/// Why a channel has no price on a mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPrice {
    /// No price is about some of the payments: it is told on request.
    OnRequest,
    /// The table of currencies has no way from one to another, or an amount is beyond reckoning.
    Exchange(String, String),
}

/// Every channel of the catalogue: those with a price first, the cheapest first, then those on request in the
/// catalogue's order. A wallet that rides on acquirers pays their prices, unless it has one of its own.
pub fn board(prices: &[Price], question: Question<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = catalogue::all()
        .iter()
        .flat_map(|channel| ways(prices, channel))
        .map(|(channel, through)| {
            let bill = price(prices, through.unwrap_or(channel), question);
            Row { channel, through, bill }
        })
        .collect();
    rows.sort_by_key(|row| row.bill.as_ref().map_or((true, 0), |bill| (false, bill.total)));
    rows
}

/// A channel's own way where it has a price or rides on nobody; else one for each acquirer with a price that it rides
/// on; else its own again, on request.
pub fn ways(prices: &[Price], channel: &'static Channel) -> Vec<(&'static str, Option<&'static str>)> {
    let priced = |code: &str| prices.iter().any(|price| price.channel == code);
    let code = channel.code.as_str();
    if priced(code) {
        return vec![(code, None)];
    }
    let acquirers = channel.words(Topic::RidesOn).iter().filter(|acquirer| priced(acquirer));
    let ways: Vec<_> = acquirers.map(|acquirer| (code, Some(acquirer.as_str()))).collect();
    if ways.is_empty() { vec![(code, None)] } else { ways }
}

/// What a channel's month comes to.
pub fn price(prices: &[Price], channel: &str, question: Question<'_>) -> Result<Bill, NoPrice> {
    let of: Vec<_> = prices.iter().filter(|price| price.channel == channel).map(Price::candidate).collect();
    bill_by_prices(&of, question).map_err(|why| match why {
        NoBill::NoClaim(_) | NoBill::Missing(..) => NoPrice::OnRequest,
        NoBill::Exchange(from, to) => NoPrice::Exchange(from, to),
    })
}
