//! Provinces, cities and districts of mainland China by their codes, from a dated file of the National Bureau of
//! Statistics.

use super::kinds::iso_date;
use serde::Deserialize;
use std::sync::LazyLock;
use time::Date;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The places of a country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Where they come from.
    pub title: String,
    /// As of which day.
    #[serde(with = "iso_date")]
    pub as_of: Date,
    /// When that was published.
    #[serde(with = "iso_date")]
    pub published: Date,
    /// By code.
    pub provinces: Vec<Province>,
}

/// A province, an autonomous region or a municipality: two digits, name, cities.
#[derive(Clone, Debug, Deserialize)]
pub struct Province(String, String, Vec<City>);

/// A city or another division below a province: four digits, name, districts as `110101 东城区`.
#[derive(Clone, Debug, Deserialize)]
pub struct City(String, String, Vec<String>);

impl Places {
    /// A province by its two digits.
    pub fn province(&self, code: &str) -> Option<&Province> {
        self.provinces.iter().find(|province| province.0 == code)
    }

    /// A city by its four digits.
    pub fn city(&self, code: &str) -> Option<&City> {
        self.province(code.get(..2)?)?.cities().iter().find(|city| city.0 == code)
    }

    /// How the place of a city's and a district's code is written: `广东省深圳市南山区`.
    pub fn written(&self, city: &str, district: &str) -> Option<String> {
        let (province, city) = (self.province(city.get(..2)?)?, self.city(city)?);
        let district = city.district(district).unwrap_or_default();
        let city = if city.is_named() && district != city.name() { city.name() } else { "" };
        Some(format!("{}{city}{district}", province.name()))
    }
}

impl Province {
    /// `广东省`.
    pub fn name(&self) -> &str {
        &self.1
    }

    /// Its cities.
    pub fn cities(&self) -> &[City] {
        &self.2
    }
}

impl City {
    /// Four digits.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// `深圳市`.
    pub fn name(&self) -> &str {
        &self.1
    }

    /// Whether its name is one: municipalities have a division that is just called 市辖区.
    pub fn is_named(&self) -> bool {
        !matches!(self.name(), "市辖区" | "县" | "省直辖县级行政区划" | "自治区直辖县级行政区划")
    }

    /// Code and name of each district.
    pub fn districts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.2.iter().filter_map(|line| line.split_once(' '))
    }

    /// The name of a district by its six digits.
    pub fn district(&self, code: &str) -> Option<&str> {
        self.districts().find(|(known, _)| *known == code).map(|(_, name)| name)
    }
}

static CN: LazyLock<Result<Places, String>> = LazyLock::new(|| match FILES.last() {
    Some((file, text)) => serde_json::from_str(text).map_err(|error| format!("{file}: {error}")),
    None => Err("no file of places".into()),
});

static NOWHERE: LazyLock<Places> = LazyLock::new(|| Places {
    title: String::new(),
    as_of: Date::MIN,
    published: Date::MIN,
    provinces: vec![],
});

/// What is wrong with the places, if anything; asked at start-up.
pub(super) fn fault() -> Option<String> {
    CN.as_ref().err().cloned()
}

/// The newest file of mainland China.
pub fn cn() -> &'static Places {
    CN.as_ref().unwrap_or(&NOWHERE)
}

#[cfg(test)]
mod tests {
    use super::{cn, fault};

    #[test]
    fn codes_hang_together() {
        assert_eq!(fault(), None);
        let places = cn();
        assert_eq!((places.provinces.len(), places.as_of.year()), (31, 2023));
        let mut districts = 0;
        for province in &places.provinces {
            for city in province.cities() {
                assert!(city.code().starts_with(&province.0));
                assert!(city.districts().all(|(code, name)| {
                    code.len() == 6 && code.starts_with(city.code()) && !name.is_empty()
                }));
                districts += city.districts().count();
            }
        }
        assert_eq!(districts, 2_978);
    }

    #[test]
    fn places_are_written_as_on_envelopes() {
        assert_eq!(cn().written("4403", "440305").as_deref(), Some("广东省深圳市南山区"));
        assert_eq!(cn().written("1101", "110105").as_deref(), Some("北京市朝阳区"));
        assert_eq!(cn().written("4419", "441900").as_deref(), Some("广东省东莞市"));
        assert_eq!(cn().written("4403", "110105").as_deref(), Some("广东省深圳市"));
        assert_eq!(cn().written("99", ""), None);
        assert_eq!(cn().written("é", ""), None);
    }
}
