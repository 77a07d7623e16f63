//! The comparison as CSV: a line for each channel, every amount exact to the minor unit. Its columns stand in
//! `compare::COLUMNS`, where the page explains them.

use crate::web::csv::{quoted as line, text};
use app::pages::fees::compare::{Board, COLUMNS, Face};
use domain::{
    fees::{
        board::Row,
        channel::{Bill, NoBill},
        formula::Part,
        ranking::Placed,
    },
    money::Currency,
};

const MONTHS: i128 = 12;

/// The file.
pub(super) fn written(board: &Board, face: &Face) -> String {
    let least = board.rows.iter().find_map(|row| row.bill.as_ref().ok()).map_or(0, |bill| bill.total);
    let head = line(COLUMNS.iter().map(|name| (*name).to_owned()));
    let rows = board.rows.iter().enumerate().map(|(place, row)| {
        let rank = board.ranking.placed.iter().position(|placed| placed.row == place);
        let placed = rank.and_then(|rank| Some((rank + 1, board.ranking.placed.get(rank)?)));
        line(cells((board, face), row, placed, least))
    });
    std::iter::once(head).chain(rows).collect()
}

fn cells(
    (board, face): (&Board, &Face),
    row: &Row,
    placed: Option<(usize, &Placed)>,
    least: i128,
) -> Vec<String> {
    let mut cells = vec![text(row.channel), text(row.through.unwrap_or_default())];
    let numbers = match &row.bill {
        Ok(bill) => {
            cells.extend(["priced".into(), String::new()]);
            numbers(&board.currency, bill, least)
        }
        Err(why) => {
            cells.extend(["not comparable".into(), text(&reason(face, why))]);
            Vec::new()
        }
    };
    cells.push(text(&board.currency));
    cells.extend(numbers);
    // Everything up to the last three columns that isn't known stays empty.
    cells.resize(COLUMNS.len() - 3, String::new());
    cells.push(placed.map(|(rank, _)| rank.to_string()).unwrap_or_default());
    cells.push(placed.map(|(_, placed)| decimal(placed.score.into(), 1)).unwrap_or_default());
    let claims = row.bill.iter().flat_map(|bill| &bill.used).map(|used| used.claim.as_str());
    cells.push(text(&claims.collect::<Vec<_>>().join(" ")));
    cells
}

fn numbers(currency: &str, bill: &Bill, least: i128) -> Vec<String> {
    let places = Currency::get(currency).map_or(2, Currency::places);
    let money = |minor: i128| decimal(minor, places.into());
    let whole = [bill.volume, bill.total, bill.total * MONTHS, bill.total - least].map(money);
    let mut all = whole.to_vec();
    all.push(decimal(bill.effective_rate, 4));
    all.extend(Part::ALL.iter().map(|part| money(part.of(&bill.parts))));
    all.push(money(bill.waiting));
    all
}

fn reason(face: &Face, why: &NoBill) -> String {
    match why {
        NoBill::NoClaim(_) if matches!(face, Face::Merchant { .. }) => "price on request".to_owned(),
        NoBill::NoClaim(place) => format!("no claim prices segment {place}"),
        NoBill::Missing(claim, figures) => format!("{claim} leaves out {}", figures.join(" ")),
        NoBill::Exchange(from, to) => format!("no rate from {from} to {to}"),
    }
}

/// A number in its smallest decimals, with all of them.
fn decimal(number: i128, places: usize) -> String {
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let sign = if number < 0 { "-" } else { "" };
    let point = if places == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_and_numbers_stay_numbers() {
        assert_eq!(
            (decimal(-5, 2), decimal(123_456, 2), decimal(7, 0)),
            ("-0.05".into(), "1234.56".into(), "7".into())
        );
    }

    #[test]
    fn i04_texts_are_no_formulas_and_stay_in_their_cell() {
        assert_eq!(
            (text("=1+1"), text("@a"), text("alipay")),
            ("'=1+1".into(), "'@a".into(), "alipay".into())
        );
        assert_eq!(line(["a,b".into(), "say \"so\"".into(), "c".into()]), "\"a,b\",\"say \"\"so\"\"\",c\r\n");
    }
}
