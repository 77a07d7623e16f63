//! What came of the figures: a table, or why there is none.

use super::Figures;
use crate::amounts;
use domain::fees::{Claim, Exchange, channel::Bill};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A way to take payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What it is called.
    pub name: String,
    /// Where more is said about it.
    pub href: String,
    /// The prices that hold today; none: on request.
    pub prices: Vec<Claim>,
}

/// A currency, as amounts in it are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coin {
    /// Its ISO 4217 code.
    pub code: String,
    /// Digits of its minor unit.
    pub places: u8,
    /// What stands before an amount.
    pub symbol: String,
}

/// What the estimate says, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstimateWords {
    /// What the table is called.
    pub table: String,
    /// The head of its first column.
    pub way: String,
    /// The head of the column of effective rates.
    pub rate: String,
    /// The head of the column of monthly costs.
    pub month: String,
    /// What stands where there is no price.
    pub on_request: String,
    /// How many payments it takes, with `{payments}` and `{ticket}` in it.
    pub payments: String,
    /// The figures make no month.
    pub unusable: String,
}

/// A row: its way, the effective rate, the month's cost, how long its bar is.
struct Row {
    name: String,
    href: String,
    cost: Option<(String, String, i128)>,
}

/// What came of the figures.
pub(super) fn answer(
    words: &EstimateWords,
    ways: &[Way],
    exchange: &Exchange,
    coins: &[Coin],
    figures: &Figures,
) -> AnyView {
    let told = coins.iter().find(|coin| coin.code == figures.currency).and_then(|coin| {
        let asked = figures.read(coin.places).ok()?;
        let prices: Vec<&[Claim]> = ways.iter().map(|way| way.prices.as_slice()).collect();
        let bills = asked.answers(&prices, exchange).ok()?;
        let most =
            bills.iter().filter_map(|answer| answer.bill.as_ref().ok()).map(|bill| bill.effective_rate).max();
        let rows = bills.iter().filter_map(|answer| {
            let way = ways.get(answer.way)?;
            let cost = answer.bill.as_ref().ok().map(|bill| cost(bill, coin, most.unwrap_or_default()));
            Some(Row { name: way.name.clone(), href: way.href.clone(), cost })
        });
        let ticket = amounts::amount(asked.ticket.get(), coin.places, &coin.symbol);
        let payments = amounts::grouped(&asked.payments().ok()?.get().to_string());
        let sentence = words.payments.replace("{payments}", &payments).replace("{ticket}", &ticket);
        Some((sentence, rows.collect::<Vec<_>>()))
    });
    match told {
        Some((sentence, rows)) => table(words, sentence, rows),
        None => view! { <p class="estimate-answer" role="status">{words.unusable.clone()}</p> }.into_any(),
    }
}

fn cost(bill: &Bill, coin: &Coin, most: i128) -> (String, String, i128) {
    let length = if most == 0 { 0 } else { bill.effective_rate * 100 / most };
    (amounts::rate(bill.effective_rate), amounts::amount(bill.total, coin.places, &coin.symbol), length)
}

fn table(words: &EstimateWords, sentence: String, rows: Vec<Row>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let name = view! { <th scope="row"><a href=row.href>{row.name}</a></th> };
            let cells = match row.cost {
                Some((rate, month, length)) => view! {
                    <td class="numeric">{rate}{bar(length)}</td>
                    <td class="numeric">{month}</td>
                }
                .into_any(),
                None => view! { <td colspan="2" class="numeric on-request">{words.on_request.clone()}</td> }
                    .into_any(),
            };
            view! { <tr>{name}{cells}</tr> }
        })
        .collect();
    view! {
        <div class="estimate-answer flow">
            <p role="status">{sentence}</p>
            <div class="table-wrap" role="group" aria-label=words.table.clone() tabindex="0">
                <table class="table">
                    <caption class="visually-hidden">{words.table.clone()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.way.clone()}</th>
                            <th scope="col" class="numeric">{words.rate.clone()}</th>
                            <th scope="col" class="numeric">{words.month.clone()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

/// The effective rate as a length, beside the number that says the same.
fn bar(length: i128) -> AnyView {
    view! {
        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect width=length.to_string() height="1"/>
        </svg>
    }
    .into_any()
}
