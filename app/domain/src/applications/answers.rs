//! Single answers: the form they are kept in, and what is wrong with one.

use super::{
    check::{Finding, Weight},
    kinds::{Answer, Field, RuleSet, iso_date},
};
use crate::{
    accounts::EmailAddress,
    identifiers::{self, Verdict},
    text,
};
use std::collections::BTreeMap;
use time::{Date, Duration};

/// The values of one section, by the names of its inputs.
pub type Values = BTreeMap<String, String>;

/// A paper that ends within this time draws a warning.
pub const ENDS_SOON: Duration = Duration::days(60);

/// No day before this year stands on a paper that anybody shows: it lacks digits.
const EARLIEST_YEAR: i32 = 1800;

impl Field {
    /// The form in which one of its inputs is kept and fingerprinted: text as typed but for the space around
    /// it, identifiers and numbers undressed, telephones with their country.
    pub fn normal(&self, typed: &str) -> String {
        match self.answer {
            Answer::Identifier(_) | Answer::Code { .. } | Answer::ByChoice { .. } => {
                identifiers::normal(typed)
            }
            Answer::Percent { .. } => text::compact(typed).trim_end_matches('%').to_owned(),
            Answer::Url => address(typed),
            Answer::Digits { .. } => text::compact(typed),
            Answer::Phone => phone(typed).unwrap_or_else(|| typed.trim().to_owned()),
            Answer::LongText { .. } => typed.replace("\r\n", "\n").trim().to_owned(),
            _ => typed.trim().to_owned(),
        }
    }

    /// What is wrong with its answer among these values.
    pub(super) fn check(&self, set: &RuleSet, section: &str, values: &Values, today: Date) -> Vec<Finding> {
        let at = Place { section, field: self };
        let value = |name: &str| values.get(name).map(|typed| typed.trim()).filter(|typed| !typed.is_empty());
        let required = self.is_required(values);
        match &self.answer {
            Answer::Validity => return at.validity(value, required, today),
            Answer::Place => return at.place(value, required),
            _ => {}
        }
        match value(&self.code) {
            None if required => vec![at.find(Weight::Missing, &self.code, missing_key(&self.answer))],
            None => vec![],
            Some(typed) => at.judge(set, self.answer_beside(values), typed, today).into_iter().collect(),
        }
    }

    /// What kind of answer it takes beside these values of its section.
    pub fn answer_beside(&self, values: &Values) -> &Answer {
        let Answer::ByChoice { field, answers } = &self.answer else { return &self.answer };
        values.get(field).and_then(|choice| answers.get(choice)).unwrap_or(&self.answer)
    }
}

/// A web address as it is kept; who leaves out its beginning means `https`.
fn address(typed: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") }
}

fn missing_key(answer: &Answer) -> &'static str {
    match answer {
        Answer::Accept { .. } => "error-accept",
        Answer::Choice(_) | Answer::Listed(_) => "error-choose",
        Answer::Channels | Answer::Choices(_) => "error-choose-some",
        _ => "error-required",
    }
}

/// Where a finding belongs.
struct Place<'a> {
    section: &'a str,
    field: &'a Field,
}

impl Place<'_> {
    fn find(&self, weight: Weight, input: &str, key: impl Into<String>) -> Finding {
        Finding {
            section: self.section.into(),
            field: self.field.code.clone(),
            input: input.into(),
            weight,
            key: key.into(),
            args: vec![],
        }
    }

    fn refuse(&self, key: impl Into<String>) -> Finding {
        self.find(Weight::Refusal, &self.field.code, key)
    }

    /// What is wrong with a value that is there.
    fn judge(&self, set: &RuleSet, answer: &Answer, typed: &str, today: Date) -> Option<Finding> {
        match answer {
            Answer::Text { max } => self.text(typed, *max, false),
            Answer::LongText { max } => self.text(typed, *max, true),
            Answer::PastDate => match day(typed) {
                None => Some(self.refuse("error-date")),
                Some(day) => (day > today).then(|| self.refuse("error-date-future")),
            },
            Answer::Code { min, max } => self.code(typed, *min, *max),
            Answer::Percent { min, max } => self.percent(typed, *min, *max),
            Answer::Url => (!is_address(typed)).then(|| self.refuse("error-url")),
            Answer::Listed(list) => (!is_listed(list, typed)).then(|| self.refuse("error-choose")),
            Answer::Identifier(kind) => match identifiers::check(*kind, typed, today) {
                Verdict::Ok => None,
                Verdict::Warn(reason) => {
                    Some(self.find(Weight::Warning, &self.field.code, format!("warn-{kind}-{reason}")))
                }
                Verdict::No(reason) => Some(self.refuse(format!("error-{kind}-{reason}"))),
            },
            Answer::Digits { min, max } => {
                let digits = text::compact(typed);
                let long_enough = (usize::from(*min)..=usize::from(*max)).contains(&digits.len());
                let fits = long_enough && digits.bytes().all(|byte| byte.is_ascii_digit());
                let key = if min == max { "error-digits-exact" } else { "error-digits" };
                (!fits).then(|| self.refuse(key).with("min", min).with("max", max))
            }
            Answer::Phone => phone(typed).is_none().then(|| self.refuse("error-phone")),
            Answer::Email => EmailAddress::parse(typed).is_err().then(|| self.refuse("error-email")),
            Answer::Choice(choices) => {
                choices.iter().all(|choice| choice.code != typed).then(|| self.refuse("error-choose"))
            }
            Answer::Choices(choices) => {
                let known = |word: &str| choices.iter().any(|choice| choice.code == word);
                (!typed.split(',').all(|word| known(word.trim()))).then(|| self.refuse("error-choose-some"))
            }
            Answer::Channels => self.channels(set, typed),
            Answer::Accept { version, .. } => (typed != version).then(|| self.refuse("error-accept-version")),
            // Without its choice, or as parts, it is judged elsewhere.
            Answer::ByChoice { .. } | Answer::Validity | Answer::Place => None,
        }
    }

    fn code(&self, typed: &str, min: u8, max: u8) -> Option<Finding> {
        let code = identifiers::normal(typed);
        let long_enough = (usize::from(min)..=usize::from(max)).contains(&code.len());
        let fits = long_enough && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let key = if min == max { "error-code-exact" } else { "error-code" };
        (!fits).then(|| self.refuse(key).with("min", min).with("max", max))
    }

    fn percent(&self, typed: &str, min: u8, max: u8) -> Option<Finding> {
        let bounds = u32::from(min) * 100..=u32::from(max) * 100;
        let fits = hundredths(typed).is_some_and(|share| share > 0 && bounds.contains(&share));
        (!fits).then(|| self.refuse("error-percent").with("min", min).with("max", max))
    }

    /// A city, then one of its districts.
    fn place<'v>(&self, value: impl Fn(&str) -> Option<&'v str>, required: bool) -> Vec<Finding> {
        let (city, district) = (format!("{}_city", self.field.code), format!("{}_district", self.field.code));
        let missing = |input: &str, key| vec![self.find(Weight::Missing, input, key)];
        match (value(&city), value(&district)) {
            (None, None) if !required => vec![],
            (None, _) => missing(&city, "error-choose"),
            (Some(_), None) => missing(&district, "error-choose-district"),
            (Some(in_city), Some(chosen)) if !is_district_of(chosen, in_city) => {
                vec![self.find(Weight::Refusal, &district, "error-choose-district")]
            }
            _ => vec![],
        }
    }

    fn text(&self, typed: &str, max: u16, lines: bool) -> Option<Finding> {
        if typed.chars().count() > usize::from(max) {
            return Some(self.refuse("error-too-long").with("max", max));
        }
        let strange = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t'));
        typed.contains(strange).then(|| self.refuse("error-control-characters"))
    }

    fn channels(&self, set: &RuleSet, typed: &str) -> Option<Finding> {
        let stranger = typed.split(',').map(str::trim).find(|word| !set.open().any(|open| open == *word));
        stranger.map(|word| self.refuse("error-channel-not-offered").with("channel", word))
    }

    /// From a day on or before today, until a later day that hasn't passed, or without end.
    fn validity<'v>(
        &self,
        value: impl Fn(&str) -> Option<&'v str>,
        required: bool,
        today: Date,
    ) -> Vec<Finding> {
        let input = |part: &str| format!("{}_{part}", self.field.code);
        let (from, until, open) = (input("from"), input("until"), input("open"));
        let mut findings = Vec::new();
        let mut day = |name: &str, needed: bool| match value(name).map(self::day) {
            Some(None) => {
                findings.push(self.find(Weight::Refusal, name, "error-date"));
                None
            }
            None if needed && required => {
                findings.push(self.find(Weight::Missing, name, "error-required"));
                None
            }
            found => found.flatten(),
        };
        let is_open = value(&open).is_some();
        let (start, end) = (day(&from, true), day(&until, !is_open));
        if start.is_some_and(|start| start > today) {
            findings.push(self.find(Weight::Refusal, &from, "error-validity-future"));
        }
        if let Some(end) = end {
            findings.extend(self.end(start, end, is_open, today, &until));
        }
        findings
    }

    fn end(&self, start: Option<Date>, end: Date, open: bool, today: Date, input: &str) -> Option<Finding> {
        let refusal = if open {
            Some("error-validity-both")
        } else if start.is_some_and(|start| start >= end) {
            Some("error-validity-order")
        } else if end < today {
            Some("error-validity-over")
        } else {
            None
        };
        match refusal {
            Some(key) => Some(self.find(Weight::Refusal, input, key)),
            None if end - today <= ENDS_SOON => {
                let days = (end - today).whole_days();
                Some(self.find(Weight::Warning, input, "warn-validity-ends-soon").with("days", days))
            }
            None => None,
        }
    }
}

/// A share in hundredths of a percent: `25.5` is 2550. At most two decimals.
pub fn hundredths(typed: &str) -> Option<u32> {
    let (whole, rest) = typed.split_once('.').unwrap_or((typed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || rest.len() > 2 || !digits(whole) || !digits(rest) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let rest: u32 = format!("{rest:0<2}").parse().ok()?;
    Some(whole * 100 + rest)
}

/// A web address with a name of at least two parts, and nobody's name or password in it.
fn is_address(typed: &str) -> bool {
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let Some(rest) = rest.filter(|_| typed.len() <= 500 && !typed.contains(char::is_whitespace)) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    !host.contains('@') && name.split('.').count() >= 2 && name.split('.').all(|part| !part.is_empty())
}

#[cfg(feature = "data")]
fn is_listed(list: &str, code: &str) -> bool {
    super::lists::get(list).is_some_and(|list| list.entry(code).is_some())
}

#[cfg(feature = "data")]
fn is_district_of(district: &str, city: &str) -> bool {
    super::places::cn().city(city).is_some_and(|city| city.district(district).is_some())
}

/// The lists are the server's alone: what the browser would judge by itself, it lets pass.
#[cfg(not(feature = "data"))]
const fn is_listed(_: &str, _: &str) -> bool {
    true
}

#[cfg(not(feature = "data"))]
const fn is_district_of(_: &str, _: &str) -> bool {
    true
}

/// A telephone number with its country, `+8613800138000`; a Chinese mobile may leave its country out.
pub fn phone(typed: &str) -> Option<String> {
    let bare: String = text::compact(typed).chars().filter(|c| !matches!(c, '(' | ')')).collect();
    let bare = bare.strip_prefix("00").map_or_else(|| bare.clone(), |rest| format!("+{rest}"));
    let digits = bare.strip_prefix('+').unwrap_or(&bare);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if bare.starts_with('+') && !digits.starts_with("86") {
        return ((7..=15).contains(&digits.len()) && !digits.starts_with('0')).then(|| format!("+{digits}"));
    }
    let national = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let mobile = national.len() == 11 && matches!(national.as_bytes(), [b'1', b'3'..=b'9', ..]);
    mobile.then(|| format!("+86{national}"))
}

/// A day as it is kept, its year in four digits.
fn day(kept: &str) -> Option<Date> {
    iso_date::parse(kept).filter(|day| day.year() >= EARLIEST_YEAR)
}

/// A day as it is kept, from the three inputs of a form; what isn't a day is kept so that it can be shown again
/// and refused. A year of fewer digits stays one: nobody knows which century was meant.
pub fn day_from_parts(year: &str, month: &str, day: &str) -> String {
    let [year, month, day] = [year, month, day].map(text::compact);
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return String::new();
    }
    format!("{year}-{month:0>2}-{day:0>2}")
}
