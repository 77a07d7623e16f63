//! What came of the figures, as it is read: the server writes it into the page, the browser over it.

use super::Figures;
use crate::amounts;
use domain::fees::{Claim, Exchange, channel::Bill};

/// A currency, as amounts in it are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coin {
    /// Its ISO 4217 code.
    pub code: String,
    /// Digits of its minor unit.
    pub places: u8,
    /// What stands before an amount.
    pub symbol: String,
}

/// What the estimate reckons with.
#[derive(Clone, Debug, Default)]
pub struct Reckoner {
    /// For each way to take payments the prices that hold today; none: on request.
    pub ways: Vec<Vec<Claim>>,
    /// What currencies are worth.
    pub exchange: Exchange,
    /// The currencies that the form offers.
    pub coins: Vec<Coin>,
    /// What is said.
    pub words: Words,
}

/// What is said, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What stands in place of a price.
    pub on_request: String,
    /// What is said of figures that make no month.
    pub unusable: String,
    /// How many payments it takes: what stands before their number, between it and the ticket, and after that.
    pub payments: [String; 3],
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What is said above the table.
    pub sentence: String,
    /// The cheapest first; none where the figures make no month.
    pub rows: Vec<Row>,
}

/// What one way to take payments comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its place in the material.
    pub way: usize,
    /// The effective rate, or that there is no price.
    pub rate: String,
    /// What a month costs.
    pub month: String,
    /// How long its bar is, in a hundredth of the longest.
    pub length: i128,
}

impl Reckoner {
    /// What comes of these figures.
    pub fn answer(&self, figures: &Figures) -> Answer {
        self.told(figures)
            .unwrap_or_else(|| Answer { sentence: self.words.unusable.clone(), rows: Vec::new() })
    }

    fn told(&self, figures: &Figures) -> Option<Answer> {
        let coin = self.coins.iter().find(|coin| coin.code == figures.currency)?;
        let asked = figures.read(coin.places).ok()?;
        let ways: Vec<&[Claim]> = self.ways.iter().map(Vec::as_slice).collect();
        let answers = asked.answers(&ways, &self.exchange).ok()?;
        let bills = answers.iter().filter_map(|answer| answer.bill.as_ref().ok());
        let most = bills.map(|bill| bill.effective_rate).max().unwrap_or_default();
        let row = |(way, bill): (usize, Option<&Bill>)| match bill {
            Some(bill) => Row {
                way,
                rate: amounts::rate(bill.effective_rate),
                month: amounts::amount(bill.total, coin.places, &coin.symbol),
                length: if most == 0 { 0 } else { bill.effective_rate * 100 / most },
            },
            None => Row { way, rate: self.words.on_request.clone(), month: String::new(), length: 0 },
        };
        let rows = answers.iter().map(|answer| row((answer.way, answer.bill.as_ref().ok()))).collect();
        let payments = amounts::grouped(&asked.payments().ok()?.get().to_string());
        let ticket = amounts::amount(asked.ticket.get(), coin.places, &coin.symbol);
        let [before, between, after] = &self.words.payments;
        Some(Answer { sentence: format!("{before}{payments}{between}{ticket}{after}"), rows })
    }
}
