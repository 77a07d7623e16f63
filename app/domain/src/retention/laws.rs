//! The laws that keep what a merchant gave, as dated data files: one for each country.

use crate::{applications::kinds::iso_date, lang::Told, words::words};
use serde::{Deserialize, Serialize};
use time::{Date, Month};

words! {
    /// From when the years of a law count.
    CountsFrom {
        /// From the day the relationship ended.
        Day = "day",
        /// From the end of the calendar year in which it did.
        YearEnd = "year_end",
    }
}

words! {
    /// How well a law's years are attested.
    Attested {
        /// They stand in published texts that quote it.
        Quoted = "quoted",
        /// They are known in general; the text itself was not read.
        Known = "known",
    }
}

/// Where a law is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it says, in short.
    pub title: String,
    /// Its address.
    pub address: String,
    /// The day this was noted.
    #[serde(with = "iso_date")]
    pub as_of: Date,
}

/// A law that keeps what a merchant gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Whose, ISO 3166-1 alpha-2.
    pub country: String,
    /// Its name.
    pub name: Told,
    /// For how many years at least.
    pub years: u8,
    /// From when they count.
    pub counts_from: CountsFrom,
    /// Since when it is in force.
    #[serde(with = "iso_date")]
    pub in_force: Date,
    /// Where it is to be read.
    pub source: Source,
    /// How well its years are attested.
    pub attested: Attested,
}

impl Law {
    /// The last day on which it keeps what ended on this day. Where that day isn't in the calendar of the last year (29
    /// February), the month's last one is it, as the civil codes have it.
    pub fn keeps_until(&self, ended: Date) -> Date {
        let from = match self.counts_from {
            CountsFrom::Day => ended,
            CountsFrom::YearEnd => {
                Date::from_calendar_date(ended.year(), Month::December, 31).unwrap_or(ended)
            }
        };
        let year = from.year() + i32::from(self.years);
        let day = from.day().min(from.month().length(year));
        Date::from_calendar_date(year, from.month(), day).unwrap_or(Date::MAX)
    }

    /// What is wrong with it, if anything.
    pub fn fault(&self) -> Option<&'static str> {
        if self.country.len() != 2 {
            Some("a country has two letters")
        } else if !self.name.is_whole() {
            Some("a name in both languages is missing")
        } else if self.years == 0 || self.years > 50 {
            Some("between 1 and 50 years")
        } else {
            None
        }
    }
}

#[cfg(feature = "data")]
mod data {
    use super::Law;
    use std::sync::LazyLock;

    const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/retention.rs"));

    static LAWS: LazyLock<Result<Vec<Law>, String>> = LazyLock::new(|| load(FILES));

    /// What is wrong with the laws, if anything; asked at start-up.
    pub fn fault() -> Option<&'static str> {
        LAWS.as_ref().err().map(String::as_str)
    }

    /// All of them, by their countries.
    pub fn all() -> &'static [Law] {
        LAWS.as_ref().map_or(&[], Vec::as_slice)
    }

    /// The law of a country.
    pub fn of(country: &str) -> Option<&'static Law> {
        all().iter().find(|law| law.country == country)
    }

    pub(super) fn load(files: &[(&str, &str)]) -> Result<Vec<Law>, String> {
        let mut laws = Vec::with_capacity(files.len());
        for (name, text) in files {
            let law: Law = serde_json::from_str(text).map_err(|error| format!("{name}: {error}"))?;
            if *name != format!("{}.json", law.country.to_lowercase()) {
                return Err(format!("{name}: should be called after {}", law.country));
            }
            if let Some(what) = law.fault() {
                return Err(format!("{name}: {what}"));
            }
            laws.push(law);
        }
        Ok(laws)
    }
}

#[cfg(feature = "data")]
pub use data::{all, fault, of};

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::{Law, all, data::load, fault, of};
    use crate::applications::rules;
    use time::{Date, macros::date};

    fn until(country: &str, ended: Date) -> Date {
        of(country).unwrap_or_else(|| panic!("{country} has no law")).keeps_until(ended)
    }

    #[test]
    fn every_country_that_merchants_come_from_has_a_law() {
        assert_eq!(fault(), None);
        for set in rules::load_all().unwrap().all() {
            assert!(of(&set.country).is_some(), "{} has no law", set.country);
        }
        assert!(all().iter().all(|law| law.in_force < law.source.as_of));
    }

    #[test]
    fn china_keeps_ten_years_and_others_five() {
        assert_eq!(until("CN", date!(2026 - 11 - 28)), date!(2036 - 11 - 28));
        for country in ["GB", "HK", "SG", "US"] {
            assert_eq!(until(country, date!(2026 - 11 - 28)), date!(2031 - 11 - 28), "{country}");
        }
    }

    #[test]
    fn germany_counts_from_the_end_of_the_year() {
        assert_eq!(until("DE", date!(2026 - 01 - 01)), date!(2031 - 12 - 31));
        assert_eq!(until("DE", date!(2026 - 12 - 31)), date!(2031 - 12 - 31));
        assert_eq!(until("DE", date!(2028 - 02 - 29)), date!(2033 - 12 - 31));
    }

    #[test]
    fn a_leap_day_ends_with_its_month() {
        assert_eq!(until("CN", date!(2028 - 02 - 29)), date!(2038 - 02 - 28));
        assert_eq!(until("GB", date!(2028 - 02 - 29)), date!(2033 - 02 - 28));
        assert_eq!(until("CN", date!(2026 - 02 - 28)), date!(2036 - 02 - 28), "not the 29th");
        let eight = Law { years: 8, ..of("GB").unwrap().clone() };
        assert_eq!(eight.keeps_until(date!(2024 - 02 - 29)), date!(2032 - 02 - 29));
    }

    #[test]
    fn a_file_that_cant_be_used_is_named() {
        let cn = include_str!("../../data/retention/cn.json");
        assert!(load(&[("cn.json", cn)]).is_ok());
        for (name, from, to, what) in [
            ("de.json", "", "", "called after CN"),
            ("cn.json", "\"years\": 10", "\"years\": 0", "between 1 and 50"),
            ("cn.json", "《中华人民共和国反洗钱法》第三十四条", "", "both languages"),
            ("cn.json", "\"day\"", "\"month\"", "unknown variant"),
        ] {
            let error = load(&[(name, &cn.replacen(from, to, 1))]).unwrap_err();
            assert!(error.contains(name) && error.contains(what), "{error}");
        }
    }
}
