//! Single answers: the form they are kept in, and what is wrong with one.

use super::{
    check::{Finding, Weight},
    kinds::{Answer, Field, RuleSet, Wallet, iso_date},
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
            Answer::Identifier(_) => identifiers::normal(typed),
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
        if self.answer == Answer::Validity {
            return at.validity(value, today);
        }
        match value(&self.code) {
            None if self.required => vec![at.find(Weight::Missing, &self.code, missing_key(&self.answer))],
            None => vec![],
            Some(typed) => at.judge(set, typed, today).into_iter().collect(),
        }
    }
}

fn missing_key(answer: &Answer) -> &'static str {
    match answer {
        Answer::Accept { .. } => "error-accept",
        Answer::Choice(_) => "error-choose",
        Answer::Channels => "error-choose-some",
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
    fn judge(&self, set: &RuleSet, typed: &str, today: Date) -> Option<Finding> {
        match &self.field.answer {
            Answer::Text { max } => self.text(typed, *max, false),
            Answer::LongText { max } => self.text(typed, *max, true),
            Answer::Date => day(typed).is_none().then(|| self.refuse("error-date")),
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
                (!fits).then(|| self.refuse("error-digits").with("min", min).with("max", max))
            }
            Answer::Phone => phone(typed).is_none().then(|| self.refuse("error-phone")),
            Answer::Email => EmailAddress::parse(typed).is_err().then(|| self.refuse("error-email")),
            Answer::Choice(choices) => {
                choices.iter().all(|choice| choice.code != typed).then(|| self.refuse("error-choose"))
            }
            Answer::Channels => self.channels(set, typed),
            Answer::Accept { version } => (typed != version).then(|| self.refuse("error-accept-version")),
            Answer::Validity => None,
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
        let offered: Vec<&str> = set.offered().map(Wallet::word).collect();
        let stranger = typed.split(',').map(str::trim).find(|word| !offered.contains(word));
        stranger.map(|word| self.refuse("error-channel-not-offered").with("channel", word))
    }

    /// From a day on or before today, until a later day that hasn't passed, or without end.
    fn validity<'v>(&self, value: impl Fn(&str) -> Option<&'v str>, today: Date) -> Vec<Finding> {
        let input = |part: &str| format!("{}_{part}", self.field.code);
        let (from, until, open) = (input("from"), input("until"), input("open"));
        let mut findings = Vec::new();
        let mut day = |name: &str, needed: bool| match value(name).map(self::day) {
            Some(None) => {
                findings.push(self.find(Weight::Refusal, name, "error-date"));
                None
            }
            None if needed && self.field.required => {
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
