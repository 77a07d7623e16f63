//! Amounts of one currency told in another, by a dated table.

use super::Rounding;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one unit of each currency is worth, and how small its smallest unit is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange(BTreeMap<String, Quote>);

/// One currency's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Digits of its minor unit.
    pub places: u8,
    /// What one unit of it is worth, in millionths of a unit of the table's own currency; positive.
    pub worth: u64,
}

impl Quote {
    /// The highest worth: a million units of the table's own currency.
    pub const MOST: u64 = 1_000_000_000_000;

    /// A quote within its bounds; ISO 4217 knows no unit with more than four digits.
    pub fn new(places: u8, worth: u64) -> Option<Self> {
        (places <= 4 && (1..=Self::MOST).contains(&worth)).then_some(Self { places, worth })
    }
}

impl Exchange {
    /// A table of these lines.
    pub fn new(quotes: impl IntoIterator<Item = (String, Quote)>) -> Self {
        let mut table = BTreeMap::new();
        for (code, quote) in quotes {
            table.insert(code, quote);
        }
        Self(table)
    }

    /// Its lines: currency, quote.
    pub fn lines(&self) -> impl Iterator<Item = (&str, Quote)> {
        self.0.iter().map(|(code, quote)| (code.as_str(), *quote))
    }

    /// What one unit of a currency is worth in units of another, in millionths, half-up.
    pub fn rate(&self, from: &str, to: &str) -> Option<u64> {
        let (from, to) = (self.0.get(from)?, self.0.get(to)?);
        u64::try_from(Rounding::HalfUp.divide(i128::from(from.worth) * 1_000_000, to.worth.into())).ok()
    }

    /// An amount in minor units of one currency in minor units of another, half-up by its size; nothing where the table
    /// has a gap or the amount is beyond reckoning. Between a currency and itself nothing is looked up.
    pub fn convert(&self, amount: i128, from: &str, to: &str) -> Option<i128> {
        if from == to {
            return Some(amount);
        }
        let (from, to) = (self.0.get(from)?, self.0.get(to)?);
        let over = i128::from(from.worth) * 10_i128.pow(to.places.into());
        let under = i128::from(to.worth) * 10_i128.pow(from.places.into());
        let size = i128::try_from(amount.unsigned_abs()).ok()?.checked_mul(over)?;
        Some(Rounding::HalfUp.divide(size, under) * amount.signum())
    }
}

#[cfg(test)]
mod tests {
    use super::{Exchange, Quote};

    fn table() -> Exchange {
        let line = |code: &str, places, worth| (code.to_owned(), Quote::new(places, worth).unwrap());
        Exchange::new([
            line("CNY", 2, 1_000_000),
            line("USD", 2, 7_120_000),
            line("JPY", 0, 47_500),
            line("KWD", 3, 23_200_000),
        ])
    }

    #[test]
    fn by_worth_and_by_the_size_of_the_minor_unit() {
        let table = table();
        let convert = |amount, from, to| table.convert(amount, from, to);
        assert_eq!(convert(100, "USD", "CNY"), Some(712));
        assert_eq!(convert(712, "CNY", "USD"), Some(100));
        // 1,000 yen are 47.50 yuan; 1 yuan is 21.05… yen.
        assert_eq!(convert(1000, "JPY", "CNY"), Some(4750));
        assert_eq!(convert(100, "CNY", "JPY"), Some(21));
        assert_eq!(convert(1000, "KWD", "CNY"), Some(2320));
        // 0.50 yuan is 10.526… yen.
        assert_eq!((convert(50, "CNY", "JPY"), convert(-50, "CNY", "JPY")), (Some(11), Some(-11)));
        assert_eq!((table.rate("USD", "CNY"), table.rate("CNY", "JPY")), (Some(7_120_000), Some(21_052_632)));
        assert_eq!(table.rate("USD", "EUR"), None);
    }

    #[test]
    fn a_gap_is_told_and_nothing_is_looked_up_for_the_same_currency() {
        assert_eq!(table().convert(1, "CNY", "EUR"), None);
        assert_eq!(table().convert(1, "EUR", "CNY"), None);
        assert_eq!(table().convert(1, "EUR", "EUR"), Some(1));
        assert_eq!(table().convert(i128::MAX, "USD", "CNY"), None);
        assert_eq!((Quote::new(2, 0), Quote::new(5, 1), Quote::new(2, Quote::MOST + 1)), (None, None, None));
    }
}
