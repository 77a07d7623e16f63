//! Invented people: legal representatives of invented companies.

use super::companies::{City, capital};
use anyhow::Context as _;
use domain::identifiers::{Kind, Verdict, check};
use time::{Date, Month};

/// A legal representative.
pub(super) struct Representative {
    pub(super) name: String,
    /// The name as it is written in English.
    pub(super) american: String,
    /// The name's letters, for a mail address.
    pub(super) latin: String,
    pub(super) id_number: String,
    pub(super) id_from: Date,
    pub(super) id_until: Date,
    pub(super) phone: String,
}

const FAMILY: [(&str, &str); 20] = [
    ("王", "wang"),
    ("李", "li"),
    ("张", "zhang"),
    ("刘", "liu"),
    ("陈", "chen"),
    ("杨", "yang"),
    ("黄", "huang"),
    ("赵", "zhao"),
    ("吴", "wu"),
    ("周", "zhou"),
    ("徐", "xu"),
    ("孙", "sun"),
    ("马", "ma"),
    ("欧阳", "ouyang"),
    ("胡", "hu"),
    ("郭", "guo"),
    ("何", "he"),
    ("林", "lin"),
    ("阿布都", "abudu"),
    ("司徒", "situ"),
];

/// One of them is written with a character beyond the basic plane, and one with a middle dot, as some names are.
const GIVEN: [(&str, &str); 17] = [
    ("晓梅", "xiaomei"),
    ("建国", "jianguo"),
    ("思远", "siyuan"),
    ("静", "jing"),
    ("一帆", "yifan"),
    ("雨桐", "yutong"),
    ("海涛", "haitao"),
    ("𠮷安", "jian"),
    ("明轩", "mingxuan"),
    ("佳怡", "jiayi"),
    ("志强", "zhiqiang"),
    ("若曦", "ruoxi"),
    ("文博", "wenbo"),
    ("丽娜", "lina"),
    ("子墨", "zimo"),
    ("春燕", "chunyan"),
    ("浩然", "haoran"),
];

impl Representative {
    /// The person of this number, born and registered in the city; the same number is the same person.
    pub(super) fn invent(number: usize, city: &City, today: Date) -> anyhow::Result<Self> {
        let (family, family_latin) = FAMILY.get(number * 7 % FAMILY.len()).context("a family")?;
        let (given, given_latin) = GIVEN.get(number * 5 % GIVEN.len()).context("a given name")?;
        let dot = if family.chars().count() > 2 { "·" } else { "" };
        let birth_year = 1980 + i32::try_from(number % 14)?;
        let month = Month::try_from(u8::try_from(number % 12 + 1)?)?;
        let day = u8::try_from(number * 3 % 28 + 1)?;
        let birth = Date::from_calendar_date(birth_year, month, day)?;
        // A card of somebody between 26 and 45 is good for twenty years.
        let from = Date::from_calendar_date(birth_year + 29, Month::June, day)?;
        let until = from.replace_year(from.year() + 20)?;
        let stem = format!(
            "{}{:04}{:02}{:02}{:03}",
            city.region,
            birth.year(),
            u8::from(birth.month()),
            birth.day(),
            100 + number * 17 % 800
        );
        Ok(Self {
            name: format!("{family}{dot}{given}"),
            american: format!("{} {}", capital(given_latin), capital(family_latin)),
            latin: format!("{given_latin}.{family_latin}"),
            id_number: with_check(Kind::CnResidentId, &stem, "0123456789X", today)?,
            id_from: from,
            id_until: until,
            phone: format!("13{}{:08}", number % 10, 10_000_019 + number * 730_411),
        })
    }
}

/// The stem with the last character that makes it right.
pub(super) fn with_check(kind: Kind, stem: &str, alphabet: &str, today: Date) -> anyhow::Result<String> {
    alphabet
        .chars()
        .map(|last| format!("{stem}{last}"))
        .find(|number| check(kind, number, today) == Verdict::Ok)
        .with_context(|| format!("nothing makes {stem} a {kind}"))
}
