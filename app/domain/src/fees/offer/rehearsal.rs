//! What a proposed line would change, before anybody approves it.

use super::{Line, Price, board, margin};
use crate::fees::{
    Exchange, Rate,
    channel::{Candidate, Question},
};
use time::Date;

/// What a merchant pays on one mix, before and after; none: on request. In the line's currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which of the presets the mix is of.
    pub preset: &'static str,
    /// What the payments come to.
    pub volume: i128,
    /// Without the line.
    pub before: Option<i128>,
    /// With it.
    pub after: Option<i128>,
}

/// The mixes of the line's judgement on which somebody with these prices would pay something else with it than without.
pub fn changes(
    line: &Line,
    (before, after): (&[Price], &[Price]),
    beneath: Option<Candidate<'_>>,
    on: Date,
    exchange: &Exchange,
) -> Vec<Change> {
    let channel = line.claim.channel.as_deref().unwrap_or_default();
    let currency = line.claim.currency.as_str();
    let all = margin::mixes(line, beneath.as_ref()).into_iter().filter_map(|(preset, mix)| {
        let question = Question { mix: &mix, currency, annual_rate: Rate::ZERO, on, exchange };
        let total = |prices| board::price(prices, channel, question).ok().map(|bill| bill.total);
        let volume = mix.iter().map(|segment| segment.count.get() * segment.amount.get()).sum();
        let (before, after) = (total(before), total(after));
        (before != after).then_some(Change { preset, volume, before, after })
    });
    all.collect()
}
