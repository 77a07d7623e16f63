//! A comparison as a whole: the board, its lines over the ticket, the ranking and the best pair.

use super::{
    Exchange, Segment,
    board::Row,
    channel::{Bill, NoBill, Question},
    pair::{self, Pair},
    ranking::{self, Needs, Ranking, Weights},
    tickets::{self, Tickets},
};
use std::collections::BTreeMap;
use time::Date;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Those with a bill first, the cheapest first.
    pub rows: Vec<Row>,
    /// The effective rate over the ticket.
    pub tickets: Option<Tickets>,
    /// The channels in their order by the weights.
    pub ranking: Ranking,
    /// The best two of them.
    pub pair: Option<Pair>,
    /// The day on which claims and currencies counted.
    pub on: Date,
    /// What currencies were worth.
    pub exchange: Exchange,
    /// The segments that some channel has no price for, by their places in the mix.
    pub unpriced: BTreeMap<usize, Segment>,
}

/// Compares by a board, which is asked again about each half of the mix.
pub fn compared(
    question: Question<'_>,
    weights: Weights,
    board: impl Fn(Question<'_>) -> Vec<Row>,
) -> Compared {
    let rows = board(question);
    let bills: Vec<&Bill> = rows.iter().filter_map(|row| row.bill.as_ref().ok()).collect();
    let tickets = tickets::tickets(&bills, question.mix, question.exchange, question.currency);
    let ranking = ranking::rank(&rows, &Needs::of(question.mix, question.currency), weights);
    let pair = pair::halves(question.mix).and_then(|halves| {
        let [first, second] = halves.each_ref().map(|mix| board(Question { mix, ..question }));
        pair::best_pair(&rows, [&first, &second], &ranking, weights)
    });
    let (on, exchange, unpriced) = (question.on, question.exchange.clone(), unpriced(&rows, question.mix));
    Compared { rows, tickets, ranking, pair, on, exchange, unpriced }
}

fn unpriced(rows: &[Row], mix: &[Segment]) -> BTreeMap<usize, Segment> {
    let places = rows.iter().filter_map(|row| match row.bill {
        Err(NoBill::NoClaim(place)) => Some(place),
        _ => None,
    });
    places.filter_map(|place| Some((place, mix.get(place)?.clone()))).collect()
}
