//! A comparison as a whole: the board, its lines over the ticket, the ranking and the best pair.

use super::{
    board::Row,
    channel::{Bill, Question},
    pair::{self, Pair},
    ranking::{self, Needs, Ranking, Weights},
    tickets::{self, Tickets},
};

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Those with a bill first, the cheapest first.
    pub rows: Vec<Row>,
    /// The effective rate over the ticket.
    pub tickets: Option<Tickets>,
    /// The channels in their order by the weights.
    pub ranking: Ranking,
    /// The best two of them.
    pub pair: Option<Pair>,
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
    Compared { rows, tickets, ranking, pair }
}
