//! The book of requirement rules: every data file, read and checked when the server starts.

use super::kinds::{Agreement, Answer, Field, RuleSet, Section, Wallet};
use std::collections::BTreeSet;
use time::Date;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Every version of every kind.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// Sorted by code, then version.
    sets: Vec<RuleSet>,
}

/// A data file that can't be used.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// It isn't JSON of the right shape.
    #[error("{file}: {source}")]
    Shape {
        /// The file's name.
        file: String,
        /// What is wrong, and where.
        source: serde_json::Error,
    },
    /// It contradicts itself.
    #[error("{file}: {what}")]
    Content {
        /// The file's name.
        file: String,
        /// What is wrong.
        what: String,
    },
}

/// Reads and checks every file.
///
/// # Errors
/// The first file that is out of shape or contradicts itself.
pub fn load_all() -> Result<RuleBook, RuleError> {
    load(FILES)
}

fn load(files: &[(&str, &str)]) -> Result<RuleBook, RuleError> {
    let mut sets = files.iter().map(|(file, text)| read(file, text)).collect::<Result<Vec<_>, _>>()?;
    sets.sort_by_key(|set| (set.code(), set.version.clone()));
    Ok(RuleBook { sets })
}

fn read(file: &str, text: &str) -> Result<RuleSet, RuleError> {
    let set: RuleSet =
        serde_json::from_str(text).map_err(|source| RuleError::Shape { file: file.into(), source })?;
    let name = format!("{}.{}.json", set.code(), set.version);
    let wrong_name = (name != file).then(|| format!("should be called {name}"));
    match wrong_name.or_else(|| fault(&set)) {
        Some(what) => Err(RuleError::Content { file: file.into(), what }),
        None => Ok(set),
    }
}

impl RuleBook {
    /// The rules an application was started under.
    pub fn get(&self, country: &str, kind: &str, version: &str) -> Option<&RuleSet> {
        self.sets.iter().find(|set| set.country == country && set.kind == kind && set.version == version)
    }

    /// The newest rules in force on a day for a code such as `cn-enterprise`.
    pub fn current(&self, code: &str, on: Date) -> Option<&RuleSet> {
        self.sets.iter().rfind(|set| set.from <= on && set.code() == code)
    }

    /// The newest rules in force on a day, one for each kind.
    pub fn offered(&self, on: Date) -> Vec<&RuleSet> {
        let codes: BTreeSet<String> = self.sets.iter().map(RuleSet::code).collect();
        codes.iter().filter_map(|code| self.current(code, on)).collect()
    }

    /// Every version of every kind.
    pub fn all(&self) -> &[RuleSet] {
        &self.sets
    }
}

/// What contradicts itself in the rules, if anything.
fn fault(set: &RuleSet) -> Option<String> {
    let sections = set.sections.iter().map(|s| s.code.as_str());
    let papers = set.papers.iter().map(|p| p.code.as_str());
    codes("section", sections)
        .or_else(|| codes("paper", papers))
        .or_else(|| set.sections.iter().find_map(section_fault))
        .or_else(|| {
            set.papers
                .iter()
                .find(|p| p.max == 0 || p.min > p.max || p.media.is_empty())
                .map(|p| format!("paper {}: can't be given", p.code))
        })
        .or_else(|| {
            set.agreements
                .iter()
                .flat_map(named)
                .find(|path| set.field(path).is_none())
                .map(|path| format!("{path} is no field"))
        })
        .or_else(|| channel_fault(set))
        .or_else(|| (set.sources.is_empty()).then(|| "no source".into()))
}

fn section_fault(section: &Section) -> Option<String> {
    let inputs = section.inputs();
    codes("input", inputs.iter().map(String::as_str))
        .or_else(|| section.fields.iter().find_map(field_fault))
        .map(|what| format!("section {}: {what}", section.code))
}

fn field_fault(field: &Field) -> Option<String> {
    let empty = match &field.answer {
        Answer::Text { max } | Answer::LongText { max } => *max == 0,
        Answer::Digits { min, max } => *max == 0 || min > max,
        Answer::Choice(choices) => choices.is_empty(),
        Answer::Accept { version } => version.is_empty(),
        _ => false,
    };
    if empty {
        return Some(format!("field {} takes no answer", field.code));
    }
    (field.fingerprint.is_some() && !field.sealed)
        .then(|| format!("field {} has a fingerprint but isn't sealed", field.code))
}

fn channel_fault(set: &RuleSet) -> Option<String> {
    for wallet in Wallet::ALL {
        let mut entries = set.channels.iter().filter(|channel| channel.wallet == *wallet);
        match (entries.next(), entries.next()) {
            (Some(only), None) if only.offered || (only.note.is_some() && only.source.is_some()) => {}
            (Some(_), None) => return Some(format!("{wallet} isn't offered, without a reason or source")),
            _ => return Some(format!("{wallet} must stand once among the channels")),
        }
    }
    (set.offered().next().is_none()).then(|| "no channel is offered".into())
}

/// The fields an agreement names.
fn named(agreement: &Agreement) -> Vec<&str> {
    match agreement {
        Agreement::SameName { field, other, .. } => vec![field, other],
        Agreement::UsccClass { field, .. } => vec![field],
        Agreement::UsccProvince { field, province } => vec![field, province],
        Agreement::CnapsBank { field, bank } => vec![field, bank],
        Agreement::IdTerm { field, number } => vec![field, number],
    }
}

/// Codes are `snake_case` and stand once.
fn codes<'a>(what: &str, codes: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut seen = BTreeSet::new();
    for code in codes {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if code.is_empty() || !code.chars().all(plain) {
            return Some(format!("{what} code {code:?} is not snake_case"));
        }
        if !seen.insert(code) {
            return Some(format!("{what} {code} stands twice"));
        }
    }
    seen.is_empty().then(|| format!("no {what}"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Answer, FILES, RuleError, RuleSet, load, load_all};
    use time::macros::date;

    #[test]
    fn every_file_loads() {
        let book = load_all().unwrap();
        assert_eq!(book.all().len(), FILES.len());
        let set = book.current("cn-enterprise", date!(2026 - 11 - 23)).unwrap();
        assert_eq!(book.get("CN", "enterprise", &set.version), Some(set));
        assert_eq!(book.offered(date!(2026 - 11 - 23)).len(), 1);
        assert!(book.offered(date!(2020 - 01 - 01)).is_empty());
    }

    #[test]
    fn a_new_version_takes_over_on_its_day() {
        let text = FILES[0].1.replace("\"version\": \"2026-11\"", "\"version\": \"2027-01\"");
        let text = text.replace("\"from\": \"2026-05-01\"", "\"from\": \"2027-01-01\"");
        let book = load(&[FILES[0], ("cn-enterprise.2027-01.json", &text)]).unwrap();
        let version = |day| book.current("cn-enterprise", day).map(|set| set.version.as_str());
        assert_eq!(version(date!(2026 - 12 - 31)), Some("2026-11"));
        assert_eq!(version(date!(2027 - 01 - 01)), Some("2027-01"));
    }

    #[test]
    fn contradictions_are_found_at_start_up() {
        let broken = |from: &str, to: &str| {
            let text = FILES[0].1.replacen(from, to, 1);
            assert_ne!(text, FILES[0].1, "{from} is in the file");
            load(&[(FILES[0].0, &text)]).unwrap_err()
        };
        let what = |error| match error {
            RuleError::Content { what, .. } => what,
            RuleError::Shape { source, .. } => source.to_string(),
        };
        assert!(what(broken("\"code\": \"representative\"", "\"code\": \"business\"")).contains("twice"));
        assert!(what(broken("\"code\": \"legal_name\"", "\"code\": \"Legal\"")).contains("snake_case"));
        assert!(what(broken("\"bank.account_holder\"", "\"bank.holder\"")).contains("no field"));
        assert!(what(broken("\"wallet\": \"paypal\"", "\"wallet\": \"alipay\"")).contains("once"));
        assert!(what(broken("\"min\": 1, \"max\": 1", "\"min\": 2, \"max\": 1")).contains("can't be given"));
        assert!(what(broken("\"sealed\": true", "\"sealed\": false")).contains("fingerprint"));
        assert!(what(broken("cn-uscc", "cn-unknown")).contains("cn-unknown"));
        assert!(what(broken("\"version\": \"2026-11\"", "\"version\": \"2026-12\"")).contains("called"));
    }

    /// The words of a language: every text under `app/locales`.
    pub(crate) fn words(language: &str) -> String {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales").join(language);
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.map(|file| std::fs::read_to_string(file).unwrap() + "\n").collect()
    }

    #[test]
    fn every_key_of_the_rules_has_words_in_both_languages() {
        for language in ["en", "zh-CN"] {
            let words = words(language);
            for key in load_all().unwrap().all().iter().flat_map(keys) {
                let worded = words.lines().any(|line| line.starts_with(&format!("{key} =")));
                assert!(worded, "{key} has no words in {language}");
            }
        }
    }

    fn keys(set: &RuleSet) -> Vec<String> {
        let mut keys = vec![set.label.clone()];
        for section in &set.sections {
            keys.push(section.label.clone());
            for field in &section.fields {
                keys.push(field.label.clone());
                keys.extend(field.hint.iter().chain(&field.group).cloned());
                if let Answer::Choice(choices) = &field.answer {
                    keys.extend(choices.iter().map(|choice| choice.label.clone()));
                }
            }
        }
        keys.extend(set.papers.iter().flat_map(|paper| [paper.label.clone(), paper.hint.clone()]));
        keys.extend(set.channels.iter().filter_map(|channel| channel.note.clone()));
        keys
    }
}
