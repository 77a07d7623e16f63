//! Amounts and shares as people type them.

use super::{Count, Days, Minor, Rate};

/// Why what was typed is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It isn't digits with at most one point.
    NoNumber,
    /// It has more decimals than this many.
    Decimals(u8),
    /// It is too large.
    TooLarge,
}

/// Decimals that a share may have: 0.0001 % is the smallest.
const SHARE: u8 = 4;

/// An amount in minor units of a currency whose minor unit has so many digits.
///
/// # Errors
/// [`Wrong`] where it is none.
pub fn amount(text: &str, places: u8) -> Result<Minor, Wrong> {
    Minor::new(decimal(text, places)?).ok_or(Wrong::TooLarge)
}

/// A share typed in percent.
///
/// # Errors
/// [`Wrong`] where it is none.
pub fn percent(text: &str) -> Result<Rate, Wrong> {
    Rate::new(decimal(text, SHARE)?).ok_or(Wrong::TooLarge)
}

/// How many.
///
/// # Errors
/// [`Wrong`] where it is none.
pub fn count(text: &str) -> Result<Count, Wrong> {
    Count::new(decimal(text, 0)?).ok_or(Wrong::TooLarge)
}

/// How many days.
///
/// # Errors
/// [`Wrong`] where it is none.
pub fn days(text: &str) -> Result<Days, Wrong> {
    Days::new(decimal(text, 0)?).ok_or(Wrong::TooLarge)
}

/// A count of the smallest decimal, as it is typed: no more decimals than it has.
pub fn written(value: i128, places: u8) -> String {
    let places = usize::from(places);
    let digits = format!("{value:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
}

/// A share as it is typed in percent.
pub fn written_percent(rate: Rate) -> String {
    written(rate.get(), SHARE)
}

/// A number without a sign, as a whole count of its smallest decimal.
pub(super) fn decimal(text: &str, places: u8) -> Result<u64, Wrong> {
    let text = text.trim();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let pointed = text.contains('.');
    if whole.is_empty() || !digits(whole) || !digits(part) || (pointed && part.is_empty()) {
        return Err(Wrong::NoNumber);
    }
    if part.len() > usize::from(places) {
        return Err(Wrong::Decimals(places));
    }
    let written = format!("{whole}{part:0<width$}", width = usize::from(places));
    written.parse().map_err(|_| Wrong::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_decimals_of_their_currency() {
        let read = |text, places| amount(text, places).map(Minor::get);
        assert_eq!((read("12.34", 2), read(" 12 ", 2), read("12.3", 2)), (Ok(1234), Ok(1200), Ok(1230)));
        assert_eq!((read("1234", 0), read("1.5", 3)), (Ok(1234), Ok(1500)));
        assert_eq!((read("12.345", 2), read("12.0", 0)), (Err(Wrong::Decimals(2)), Err(Wrong::Decimals(0))));
        for wrong in ["", "-1", "+1", "1,000", "1e3", "12.", ".5", "1.2.3", "¥1", "１"] {
            assert_eq!(read(wrong, 2), Err(Wrong::NoNumber), "{wrong}");
        }
        assert_eq!(read("10000000000.00", 2), Ok(1_000_000_000_000));
        assert_eq!(read("10000000000.01", 2), Err(Wrong::TooLarge));
        assert_eq!(read("99999999999999999999", 2), Err(Wrong::TooLarge));
    }

    #[test]
    fn shares_are_typed_in_percent() {
        let read = |text| percent(text).map(Rate::get);
        assert_eq!((read("2.9"), read("0.0001"), read("100")), (Ok(29_000), Ok(1), Ok(1_000_000)));
        assert_eq!((read("0.00001"), read("100.1")), (Err(Wrong::Decimals(4)), Err(Wrong::TooLarge)));
        assert_eq!((days("3").map(Days::get), days("10001")), (Ok(3), Err(Wrong::TooLarge)));
        assert_eq!((count("1200").map(Count::get), count("1.5")), (Ok(1200), Err(Wrong::Decimals(0))));
    }

    #[test]
    fn what_is_written_reads_back() {
        for (value, places, text) in
            [(0, 2, "0"), (5, 2, "0.05"), (1230, 2, "12.3"), (7, 0, "7"), (1500, 3, "1.5")]
        {
            assert_eq!(written(value, places), text);
            assert_eq!(amount(text, places).map(Minor::get), Ok(value));
        }
        assert_eq!(written_percent(Rate::new(29_000).unwrap()), "2.9");
    }
}
