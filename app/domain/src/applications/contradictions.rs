//! Facts that have to agree: each rule is named by the data, with the fields it looks at.

use super::{
    check::{Answers, Finding, Weight},
    kinds::{Agreement, iso_date},
};
use crate::{
    identifiers::{Cnaps, ResidentId, Uscc, provinces},
    text::fold,
};
use time::{Date, Duration};

/// What contradicts, if anything does and all of it is answered.
pub(super) fn find(agreement: &Agreement, answers: &Answers, today: Date) -> Option<Finding> {
    match agreement {
        Agreement::SameName { field, other, key } => {
            let same = fold(value(answers, field, "")?) == fold(value(answers, other, "")?);
            finding(field, "", Weight::Refusal, key).filter(|_| !same)
        }
        Agreement::UsccClass { field, class } => {
            let (uscc, _) = Uscc::parse(value(answers, field, "")?, today).ok()?;
            let found =
                warning(field, "", "warn-uscc-class")?.with("found", uscc.class()).with("expected", class);
            (uscc.class() != class).then_some(found)
        }
        Agreement::UsccProvince { field, province } => {
            let (uscc, _) = Uscc::parse(value(answers, field, "")?, today).ok()?;
            let coded = uscc.province()?;
            let typed = provinces::named(value(answers, province, "")?)?;
            let found = warning(field, "", "warn-uscc-province")?;
            let found = found.with("chinese", coded.chinese).with("english", coded.english);
            (coded.chinese != typed.chinese).then_some(found)
        }
        Agreement::CnapsBank { field, bank } => {
            let (cnaps, _) = Cnaps::parse(value(answers, field, "")?, today).ok()?;
            let coded = cnaps.bank()?;
            let found = warning(field, "", "warn-cnaps-bank")?.with("bank", coded.chinese);
            (!coded.is_named_by(value(answers, bank, "")?)).then_some(found)
        }
        Agreement::IdTerm { field, number } => {
            let (id, _) = ResidentId::parse(value(answers, number, "")?, today).ok()?;
            let from = iso_date::parse(value(answers, field, "_from")?)?;
            let until = value(answers, field, "_until").and_then(iso_date::parse);
            let open = value(answers, field, "_open").is_some();
            id_term(field, &id, from, until, open)
        }
    }
}

/// Resident IDs run 5 years below the age of 16, 10 from 16, 20 from 26, and without end from 46
/// (居民身份证法, article 5). Permits of people from Hong Kong, Macao and Taiwan run otherwise.
fn id_term(field: &str, id: &ResidentId, from: Date, until: Option<Date>, open: bool) -> Option<Finding> {
    let birth = id.birth()?;
    if from < birth {
        return warning(field, "_from", "warn-id-before-birth");
    }
    if id.province().is_some_and(|province| matches!(province.code, "81" | "82" | "83")) {
        return None;
    }
    let years = match age(birth, from) {
        0..16 => Some(5),
        16..26 => Some(10),
        26..46 => Some(20),
        _ => None,
    };
    let fits = match (years, until) {
        (None, None) => open,
        (Some(years), Some(until)) => {
            !open && later(from, years).is_some_and(|end| (end - until).abs() <= Duration::DAY)
        }
        (None, Some(_)) => false,
        (Some(_), None) => !open,
    };
    let years = years.map_or_else(|| "open".to_owned(), |years| years.to_string());
    let found = warning(field, "_until", "warn-id-term")?.with("years", years);
    (!fits).then_some(found)
}

/// Whole years from birth to a day.
fn age(birth: Date, on: Date) -> i32 {
    let had = (on.month() as u8, on.day()) >= (birth.month() as u8, birth.day());
    on.year() - birth.year() - i32::from(!had)
}

/// The same day some years later; 29 February becomes 28.
fn later(from: Date, years: i32) -> Option<Date> {
    let year = from.year() + years;
    from.replace_year(year).or_else(|_| Date::from_calendar_date(year, from.month(), 28)).ok()
}

/// The value of `section.field` with an input's ending, if it is answered.
fn value<'a>(answers: &'a Answers, path: &str, ending: &str) -> Option<&'a str> {
    let (section, field) = path.split_once('.')?;
    let value = answers.get(section)?.get(&format!("{field}{ending}"))?.trim();
    (!value.is_empty()).then_some(value)
}

fn warning(path: &str, ending: &str, key: &str) -> Option<Finding> {
    finding(path, ending, Weight::Warning, key)
}

fn finding(path: &str, ending: &str, weight: Weight, key: &str) -> Option<Finding> {
    let (section, field) = path.split_once('.')?;
    Some(Finding {
        section: section.into(),
        field: field.into(),
        input: format!("{field}{ending}"),
        weight,
        key: key.into(),
        args: vec![],
    })
}
