//! How much is sent: little, drawn anew each time, in the currency of the account's country.

use crate::text;

/// The least that is sent, in minor units.
pub const LEAST: i64 = 11;

/// The most that is sent. One of three hundred amounts: three guesses hit it once in a hundred times.
pub const MOST: i64 = 310;

/// An amount in minor units, of these random bytes.
pub fn draw(random: [u8; 8]) -> i64 {
    let span = u64::try_from(MOST - LEAST + 1).unwrap_or(1);
    LEAST + i64::try_from(u64::from_le_bytes(random) % span).unwrap_or_default()
}

/// The currency in which accounts of a country are proven; every kind of merchant's country has one of two places.
pub const fn currency(country: &str) -> Option<&'static str> {
    match country.as_bytes() {
        b"CN" => Some("CNY"),
        b"DE" => Some("EUR"),
        b"GB" => Some("GBP"),
        b"HK" => Some("HKD"),
        b"SG" => Some("SGD"),
        b"US" => Some("USD"),
        _ => None,
    }
}

/// Reads an amount as people and banks write it: `1.37`, `1,37`, `¥1.37`, `1 234.50`, `1,234.50`. Minor units; nothing
/// where it isn't one.
pub fn read(typed: &str) -> Option<i64> {
    // What compares identifiers drops dashes; here one is a sign.
    if typed.contains(['-', '−', '－', '‐', '–', '—']) {
        return None;
    }
    let plain = text::compact(typed);
    let plain = plain.trim_start_matches(['¥', '$', '€', '£', '元']).trim_end_matches(['元', '€']);
    let (whole, places) = match plain.rsplit_once(['.', ',']) {
        Some((_, "")) => return None,
        Some((whole, places)) if places.len() <= 2 => (whole, places),
        _ => (plain, ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || !digits(&whole) || !digits(places) {
        return None;
    }
    format!("{whole}{places:0<2}").parse().ok()
}

/// As it stands in files: `1.37`.
pub fn written(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[cfg(test)]
mod tests {
    use super::{LEAST, MOST, draw, read, written};
    use proptest::prelude::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        for (typed, minor) in [
            ("1.37", 137),
            (" 1,37 ", 137),
            ("１．３７", 137),
            ("¥0.5", 50),
            ("2", 200),
            ("1,234.50", 123_450),
            ("1.234,50", 123_450),
            ("1 234", 123_400),
            ("1,234", 123_400),
        ] {
            assert_eq!(read(typed), Some(minor), "{typed}");
        }
        for wrong in ["", ".", "1.", "-1", "1.2.x", "one", "1e3", ".37", "9999999999999"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_drawn_is_little_and_reads_back(random in any::<[u8; 8]>()) {
            let minor = draw(random);
            prop_assert!((LEAST..=MOST).contains(&minor));
            prop_assert_eq!(read(&written(minor)), Some(minor));
        }
    }

    #[cfg(feature = "data")]
    #[test]
    fn every_country_that_merchants_come_from_has_a_currency() {
        let book = crate::applications::rules::load_all().unwrap();
        for set in book.all() {
            let code = super::currency(&set.country).unwrap_or_else(|| panic!("{}", set.country));
            assert_eq!(crate::money::Currency::get(code).map(crate::money::Currency::places), Some(2));
        }
    }
}
