//! Facts that have to agree: each rule is named by the data, with the fields it looks at.

use super::{
    answers::hundredths,
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
    if !agreement.counts(answers) {
        return None;
    }
    match agreement {
        Agreement::NotTogether { field, key, .. } => finding(field, "", Weight::Refusal, key),
        Agreement::SameName { field, others, key, .. } => {
            let name = fold(value(answers, field, "")?);
            let mut others = others.iter().filter_map(|other| value(answers, other, "")).map(fold).peekable();
            others.peek()?;
            let same = others.any(|other| other == name);
            finding(field, "", Weight::Refusal, key).filter(|_| !same)
        }
        Agreement::NotEnding { field, ending, key } => {
            let found = finding(field, "", Weight::Refusal, key)?.with("ending", ending);
            fold(value(answers, field, "")?).ends_with(&fold(ending)).then_some(found)
        }
        Agreement::SharesTotal { field } => shares_total(answers, field),
        Agreement::BasisOrder { field, order } => basis_order(answers, field, order),
        Agreement::NamedTwice { field } => named_twice(answers, field),
        Agreement::ChosenTwice { field, word, key } => {
            let chosen = repeated(answers, field).into_iter().filter(|(_, choice)| choice == word);
            chosen.map(|(path, _)| path).nth(1).and_then(|path| warning(&path, "", key))
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
            let typed = match value(answers, province, "_city") {
                Some(city) => provinces::of(city.as_bytes())?,
                None => provinces::named(value(answers, province, "")?)?,
            };
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

/// The answers to one field in every repetition of its section, with the path of each, in their order.
fn repeated<'a>(answers: &'a Answers, path: &str) -> Vec<(String, &'a str)> {
    let Some((family, field)) = path.rsplit_once('.') else { return vec![] };
    let slot = |code: &str| code.strip_prefix(family)?.strip_prefix('.')?.parse::<u8>().ok();
    let mut all: Vec<(u8, String, &str)> = answers
        .keys()
        .filter_map(|code| {
            let path = format!("{code}.{field}");
            Some((slot(code)?, path.clone(), value(answers, &path, "")?))
        })
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, path, value)| (path, value)).collect()
}

/// Together nobody holds more than the whole.
fn shares_total(answers: &Answers, field: &str) -> Option<Finding> {
    let shares = repeated(answers, field);
    let total: u32 = shares.iter().filter_map(|(_, share)| hundredths(share)).sum();
    let (last, _) = shares.last().filter(|_| shares.len() > 1 && total > 10_000)?;
    let total = format!("{}.{:02}", total / 100, total % 100);
    Some(finding(last, "", Weight::Refusal, "error-shares-total")?.with("total", total))
}

/// Whoever is named on a lower ground beside somebody on a higher one.
fn basis_order(answers: &Answers, field: &str, order: &[Vec<String>]) -> Option<Finding> {
    let rank = |word: &str| order.iter().position(|equals| equals.iter().any(|one| one == word));
    let ranked: Vec<(String, usize)> =
        repeated(answers, field).into_iter().filter_map(|(path, word)| Some((path, rank(word)?))).collect();
    let best = ranked.iter().map(|(_, rank)| *rank).min()?;
    let (path, _) = ranked.iter().find(|(_, rank)| *rank > best)?;
    warning(path, "", "warn-basis-order")
}

/// One name in two repetitions.
fn named_twice(answers: &Answers, field: &str) -> Option<Finding> {
    let names = repeated(answers, field);
    let twice = names
        .iter()
        .enumerate()
        .find(|(index, (_, name))| names.iter().take(*index).any(|(_, before)| fold(before) == fold(name)));
    twice.and_then(|(_, (path, _))| warning(path, "", "warn-named-twice"))
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
pub(crate) fn value<'a>(answers: &'a Answers, path: &str, ending: &str) -> Option<&'a str> {
    let (section, field) = path.rsplit_once('.')?;
    let value = answers.get(section)?.get(&format!("{field}{ending}"))?.trim();
    (!value.is_empty()).then_some(value)
}

fn warning(path: &str, ending: &str, key: &str) -> Option<Finding> {
    finding(path, ending, Weight::Warning, key)
}

fn finding(path: &str, ending: &str, weight: Weight, key: &str) -> Option<Finding> {
    let (section, field) = path.rsplit_once('.')?;
    Some(Finding {
        section: section.into(),
        field: field.into(),
        input: format!("{field}{ending}"),
        weight,
        key: key.into(),
        args: vec![],
    })
}
