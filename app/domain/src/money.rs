//! Currencies: their codes, and how small their smallest unit is.

use crate::{Lang, applications::kinds::iso_date};
use serde::Deserialize;
use std::sync::LazyLock;
use time::Date;

const FILE: &str = include_str!("../data/money/currencies.json");

/// The dated table of currencies.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currencies {
    /// Where it comes from.
    pub title: String,
    /// As of which day.
    #[serde(with = "iso_date")]
    pub as_of: Date,
    /// Sorted by code.
    entries: Vec<Currency>,
}

/// One currency: its code, the digits of its minor unit, its name in English and in Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Currency(String, u8, String, String);

static TABLE: LazyLock<Result<Currencies, serde_json::Error>> = LazyLock::new(|| serde_json::from_str(FILE));

impl Currency {
    /// A currency in use, by its ISO 4217 code in capitals.
    pub fn get(code: &str) -> Option<&'static Self> {
        let all = Self::all();
        all.binary_search_by(|one| one.code().cmp(code)).ok().and_then(|index| all.get(index))
    }

    /// All of them, sorted by code.
    pub fn all() -> &'static [Self] {
        TABLE.as_ref().map_or(&[], |table| &table.entries)
    }

    /// Its ISO 4217 code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Digits after the point: 2 where a hundred minor units make one.
    pub const fn places(&self) -> u8 {
        self.1
    }

    /// What it is called.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.2,
            Lang::ZhCn => &self.3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, TABLE};

    #[test]
    fn the_table_is_whole_and_sorted() {
        let table = TABLE.as_ref().unwrap();
        assert!(!table.title.is_empty() && table.entries.len() > 150);
        assert!(table.entries.is_sorted_by(|a, b| a.code() < b.code()));
        for one in &table.entries {
            let shaped = one.code().len() == 3 && one.code().bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(shaped && one.places() <= 3 && !one.2.is_empty() && !one.3.is_empty(), "{}", one.code());
        }
    }

    #[test]
    fn a_currency_is_found_by_its_code_alone() {
        let places = |code| Currency::get(code).map(Currency::places);
        assert_eq!((places("CNY"), places("JPY"), places("KWD")), (Some(2), Some(0), Some(3)));
        assert_eq!((places("cny"), places("XXX"), places("")), (None, None, None));
    }
}
