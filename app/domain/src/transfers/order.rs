//! What the bank is told to send, and the file of such orders for a bank that takes files.

use super::amount;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A transfer that the bank is to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// By which the bank knows it again: handed over twice, it is one transfer.
    pub id: Uuid,
    /// Whose account it goes to.
    pub payee: String,
    /// The account's number.
    pub account: String,
    /// The bank's name.
    pub bank: String,
    /// The bank's or branch's number, where the country has such; else empty.
    pub bank_code: String,
    /// In minor units.
    pub amount: i64,
    /// Its currency.
    pub currency: String,
    /// What stands with it.
    pub reference: String,
}

/// The headings of the file.
const HEADINGS: &str = "order,payee,account,bank,bank_code,currency,amount,reference";

/// Orders as a file of values parted by commas, with ends of lines that spreadsheets and banks take.
pub fn file(orders: &[Order]) -> String {
    let mut text = format!("\u{feff}{HEADINGS}\r\n");
    for order in orders {
        let id = order.id.to_string();
        let sum = amount::written(order.amount);
        let cells = [
            id.as_str(),
            &order.payee,
            &order.account,
            &order.bank,
            &order.bank_code,
            &order.currency,
            &sum,
            &order.reference,
        ];
        text.push_str(&cells.map(cell).join(","));
        text.push_str("\r\n");
    }
    text
}

/// Quoted where it has to be; what a spreadsheet would reckon with is text.
fn cell(value: &str) -> String {
    let hostile = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let value = if hostile { format!("'{value}") } else { value.to_owned() };
    if value.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", value.replace('"', "\"\"")) } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(payee: &str) -> Order {
        Order {
            id: Uuid::from_u128(7),
            payee: payee.into(),
            account: "6222020012345678".into(),
            bank: "Bank, Branch".into(),
            bank_code: "102290000001".into(),
            amount: 105,
            currency: "CNY".into(),
            reference: "V-7K2M9QX4D".into(),
        }
    }

    #[test]
    fn i04_a_file_of_orders_reads_back_and_reckons_nothing() {
        let text = file(&[order("海曼（上海）\"有限\"公司"), order("=1+1")]);
        let all = crate::records::records(text.trim_start_matches('\u{feff}'), ',');
        assert_eq!(all.len(), 3);
        assert_eq!(all[1].cells[1], "海曼（上海）\"有限\"公司");
        assert_eq!(all[1].cells[3], "Bank, Branch");
        assert_eq!(all[1].cells[6], "1.05");
        assert_eq!(all[2].cells[1], "'=1+1");
    }
}
