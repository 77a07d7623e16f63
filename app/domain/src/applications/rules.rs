//! The book of requirement rules: every data file, read and checked when the server starts.

use super::{
    condition::Condition,
    kinds::{AccountProof, Agreement, Answer, Field, RuleSet, Section},
    lists,
    paper::Paper,
    places,
};
use crate::channels::catalogue;
use crate::files::FileError;
use std::collections::BTreeSet;
use time::Date;

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Every version of every kind.
#[derive(Clone, Debug)]
pub struct RuleBook {
    /// Sorted by code, then version.
    sets: Vec<RuleSet>,
}

/// Reads and checks every file.
///
/// # Errors
/// The first file that is out of shape or contradicts itself.
pub fn load_all() -> Result<RuleBook, FileError> {
    load(FILES)
}

fn load(files: &[(&str, &str)]) -> Result<RuleBook, FileError> {
    let channels = catalogue::fault().map(str::to_owned);
    for (folder, fault) in [("lists", lists::fault()), ("places", places::fault()), ("channels", channels)] {
        if let Some(what) = fault {
            return Err(FileError::Content { file: folder.into(), what });
        }
    }
    let mut sets = files.iter().map(|(file, text)| read(file, text)).collect::<Result<Vec<_>, _>>()?;
    sets.sort_by_key(|set| (set.code(), set.version.clone()));
    Ok(RuleBook { sets })
}

fn read(file: &str, text: &str) -> Result<RuleSet, FileError> {
    let mut set: RuleSet =
        serde_json::from_str(text).map_err(|source| FileError::Shape { file: file.into(), source })?;
    set.channels = catalogue::offered(&set.country, &set.kind);
    let name = format!("{}.{}.json", set.code(), set.version);
    let wrong_name = (name != file).then(|| format!("should be called {name}"));
    match wrong_name.or_else(|| fault(&set)) {
        Some(what) => Err(FileError::Content { file: file.into(), what }),
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
        .or_else(|| set.papers.iter().find_map(|paper| paper_fault(set, paper)))
        .or_else(|| name_fault(set))
        .or_else(|| proof_fault(set))
        .or_else(|| conditions(set).find_map(|condition| condition_fault(set, condition)))
        .or_else(|| set.agreements.iter().find_map(|agreement| choice_fault(set, agreement)))
        .or_else(|| {
            set.agreements
                .iter()
                .flat_map(Agreement::fields)
                .find(|path| set.field(path).is_none())
                .map(|path| format!("{path} is no field"))
        })
        .or_else(|| channel_fault(set))
        .or_else(|| known_fault(set))
        .or_else(|| (set.sources.is_empty()).then(|| "no source".into()))
}

fn paper_fault(set: &RuleSet, paper: &Paper) -> Option<String> {
    if paper.max == 0 || paper.min > paper.max || paper.media.is_empty() {
        return Some(format!("paper {}: can't be given", paper.code));
    }
    if let Some(path) = paper.tells.fields().find(|path| set.field(path).is_none()) {
        return Some(format!("paper {}: {path} is no field", paper.code));
    }
    // What several give each is one's own, and what a paper serves is told apart by its code alone.
    let known = |code: &String| {
        let other = set.paper(code).filter(|other| other.per.is_none() && other.code != paper.code);
        other.is_some_and(|other| other.media.iter().all(|kind| paper.media.contains(kind)))
    };
    if paper.accepts.iter().any(|code| paper.per.is_some() || !known(code)) {
        return Some(format!("paper {}: accepts what can't serve", paper.code));
    }
    let shows = |path: &String| set.field(path).is_some_and(|field| field.answer == Answer::Validity);
    if let Some(path) = paper.until.as_ref().filter(|path| !shows(path)) {
        return Some(format!("paper {}: {path} is no validity", paper.code));
    }
    let family = paper.per.as_ref()?;
    let repeats = set.section(family).is_some_and(|section| section.repeat.is_some());
    (!repeats).then(|| format!("paper {}: {family} is no section that repeats", paper.code))
}

/// The business has a name: one line, asked of everybody once, in words that lists may show.
fn name_fault(set: &RuleSet) -> Option<String> {
    let (section, code) = RuleSet::NAME;
    let asked = set.section(section).filter(|section| section.when.is_empty() && section.repeat.is_none());
    let named = asked.and_then(|section| section.field(code)).is_some_and(|field| {
        matches!(field.answer, Answer::Text { .. })
            && field.required
            && field.when.is_empty()
            && !field.sealed
    });
    (!named).then(|| format!("{section}.{code}, the business's name, isn't asked of everybody"))
}

/// Whoever signs is one person, asked of everybody, with a name and a telephone of their own; the paper that stands in a
/// transfer's place may be given by everybody.
fn proof_fault(set: &RuleSet) -> Option<String> {
    let proof = set.proof.as_ref()?;
    let signatory = set.section(&proof.signatory).filter(|one| one.when.is_empty() && one.repeat.is_none());
    let asked = |code| {
        let field = signatory.and_then(|section| section.field(code));
        field.is_some_and(|field| field.required && field.when.is_empty() && field.required_when.is_empty())
    };
    if !asked("name") || !asked("phone") {
        return Some(format!("{}: whoever signs isn't known with their telephone", proof.signatory));
    }
    let AccountProof::UnlessPaper(code) = &proof.account else { return None };
    let given = set.paper(code).is_some_and(|paper| paper.when.is_empty() && paper.per.is_none());
    (!given).then(|| format!("{code} is no paper that everybody may give"))
}

/// Every condition on other sections.
fn conditions(set: &RuleSet) -> impl Iterator<Item = &Condition> {
    let fields = set.sections.iter().flat_map(|section| &section.fields).flat_map(|field| &field.when);
    let papers =
        set.papers.iter().flat_map(|paper| paper.when.iter().chain(paper.alone_when.iter().flatten()));
    let agreements = set.agreements.iter().flat_map(Agreement::when);
    let sections = set.sections.iter().flat_map(|section| &section.when);
    sections.chain(fields).chain(papers).chain(agreements)
}

/// What a field offers from other answers is a line of text in the clear, like itself.
fn known_fault(set: &RuleSet) -> Option<String> {
    let mut fields = set.sections.iter().flat_map(|section| &section.fields);
    let is_line = |field: &Field| matches!(field.answer, Answer::Text { .. }) && !field.sealed;
    let wrong = |field: &Field| {
        let stranger = |path: &&String| !is_line(field) || !set.field(path).is_some_and(is_line);
        field
            .known_from
            .iter()
            .find(stranger)
            .map(|path| format!("{} can't be known from {path}", field.code))
    };
    fields.find_map(wrong)
}

/// A choice that isn't to be made twice can be made.
fn choice_fault(set: &RuleSet, agreement: &Agreement) -> Option<String> {
    let Agreement::ChosenTwice { field, word, .. } = agreement else { return None };
    condition_fault(set, &Condition { field: field.clone(), one_of: vec![word.clone()] })
}

/// What a condition asks for is a choice that can be made.
fn condition_fault(set: &RuleSet, condition: &Condition) -> Option<String> {
    let path = &condition.field;
    let Some(field) = set.field(path) else { return Some(format!("{path} is no field")) };
    unknown_word(field, condition).map(|word| format!("{path} is never {word}"))
}

fn unknown_word<'a>(field: &Field, condition: &'a Condition) -> Option<&'a String> {
    let known = |word: &String| match &field.answer {
        Answer::Choice(choices) | Answer::Choices(choices) => choices.iter().any(|one| one.code == *word),
        Answer::Channels => catalogue::is_wallet(word),
        Answer::Listed(list) => lists::get(list).is_some_and(|list| list.entry(word).is_some()),
        _ => false,
    };
    condition.one_of.iter().find(|word| !known(word))
}

fn section_fault(section: &Section) -> Option<String> {
    let inputs = section.inputs();
    codes("input", inputs.iter().map(String::as_str))
        .or_else(|| section.fields.iter().find_map(field_fault))
        .or_else(|| section.fields.iter().find_map(|field| beside_fault(section, field)))
        .or_else(|| {
            let repeat = section.repeat?;
            (repeat.max < 2 || repeat.min > repeat.max).then(|| "can't repeat so".into())
        })
        .map(|what| format!("section {}: {what}", section.code))
}

/// What a field says of others of its section is true.
fn beside_fault(section: &Section, field: &Field) -> Option<String> {
    let wrong = field.required_when.iter().find(|condition| {
        section.field(&condition.field).is_none_or(|other| unknown_word(other, condition).is_some())
    });
    if let Some(condition) = wrong {
        return Some(format!("field {}: {} is never so", field.code, condition.field));
    }
    let Answer::ByChoice { field: by, answers } = &field.answer else { return None };
    let choices = match section.field(by).map(|other| &other.answer) {
        Some(Answer::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    let all = !choices.is_empty() && choices.iter().all(|choice| answers.contains_key(&choice.code));
    (!all || answers.len() != choices.len())
        .then(|| format!("field {}: not an answer for each choice", field.code))
}

fn field_fault(field: &Field) -> Option<String> {
    let empty = match &field.answer {
        Answer::Text { max } | Answer::LongText { max } => *max == 0,
        Answer::Digits { min, max } | Answer::Code { min, max } | Answer::Percent { min, max } => {
            *max == 0 || min > max
        }
        Answer::Choice(choices) | Answer::Choices(choices) => choices.is_empty(),
        Answer::Listed(list) => lists::get(list).is_none(),
        Answer::Accept { version, text } => version.is_empty() || text.is_empty(),
        _ => false,
    };
    if empty {
        return Some(format!("field {} takes no answer", field.code));
    }
    (field.fingerprint.is_some() && !field.sealed)
        .then(|| format!("field {} has a fingerprint but isn't sealed", field.code))
}

/// The catalogue says of every wallet whether it is open to the kind, and one is.
fn channel_fault(set: &RuleSet) -> Option<String> {
    let told = |code: &str| set.channels.iter().any(|channel| channel.wallet == code);
    if let Some(wallet) = catalogue::wallets().find(|wallet| !told(&wallet.code)) {
        return Some(format!("the catalogue doesn't say whether {} is open to it", wallet.code));
    }
    set.open().next().is_none().then(|| "no channel is open".into())
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
    use super::{AccountProof, Agreement, Answer, FILES, FileError, RuleSet, load, load_all};
    use crate::applications::Shows;
    use time::macros::date;

    #[test]
    fn every_file_loads() {
        let book = load_all().unwrap();
        assert_eq!(book.all().len(), FILES.len());
        let set = book.current("cn-enterprise", date!(2026 - 11 - 23)).unwrap();
        assert_eq!(book.get("CN", "enterprise", &set.version), Some(set));
        let offered = |day| book.offered(day).into_iter().map(RuleSet::code).collect::<Vec<_>>();
        assert_eq!(offered(date!(2026 - 11 - 10)), ["cn-enterprise"]);
        assert_eq!(offered(date!(2026 - 11 - 24)), ["cn-enterprise", "cn-individual", "us-llc"]);
        let all = [
            "cn-enterprise",
            "cn-individual",
            "cn-institution",
            "cn-micro",
            "de-gmbh",
            "gb-limited",
            "hk-company",
            "sg-company",
            "us-corporation",
            "us-llc",
        ];
        assert_eq!(offered(date!(2026 - 11 - 28)), all);
        assert!(book.offered(date!(2020 - 01 - 01)).is_empty());
    }

    /// The file of the first version of the Chinese enterprise's rules.
    fn first() -> (&'static str, &'static str) {
        *FILES.iter().find(|(name, _)| *name == "cn-enterprise.2026-11.json").unwrap()
    }

    #[test]
    fn a_new_version_takes_over_on_its_day() {
        let text = first().1.replace("\"version\": \"2026-11\"", "\"version\": \"2027-01\"");
        let text = text.replace("\"from\": \"2026-05-01\"", "\"from\": \"2027-01-01\"");
        let book = load(&[first(), ("cn-enterprise.2027-01.json", &text)]).unwrap();
        let version = |day| book.current("cn-enterprise", day).map(|set| set.version.as_str());
        assert_eq!(version(date!(2026 - 12 - 31)), Some("2026-11"));
        assert_eq!(version(date!(2027 - 01 - 01)), Some("2027-01"));
    }

    #[test]
    fn contradictions_are_found_at_start_up() {
        let broken = |from: &str, to: &str| {
            let (name, whole) = first();
            let text = whole.replacen(from, to, 1);
            assert_ne!(text, whole, "{from} is in the file");
            load(&[(name, &text)]).unwrap_err()
        };
        let what = |error| match error {
            FileError::Content { what, .. } => what,
            FileError::Shape { source, .. } => source.to_string(),
        };
        assert!(what(broken("\"code\": \"representative\"", "\"code\": \"business\"")).contains("twice"));
        assert!(what(broken("\"code\": \"legal_name\"", "\"code\": \"Legal\"")).contains("snake_case"));
        assert!(what(broken("\"bank.account_holder\"", "\"bank.holder\"")).contains("no field"));
        assert!(
            what(broken("\"until\": \"business.licence\"", "\"until\": \"business.scope\""))
                .contains("validity")
        );
        assert!(what(broken("\"min\": 1, \"max\": 1", "\"min\": 2, \"max\": 1")).contains("can't be given"));
        assert!(what(broken("\"sealed\": true", "\"sealed\": false")).contains("fingerprint"));
        assert!(what(broken("cn-uscc", "cn-unknown")).contains("cn-unknown"));
        assert!(what(broken("\"version\": \"2026-11\"", "\"version\": \"2026-12\"")).contains("called"));
    }

    #[test]
    fn a_kind_that_never_asks_for_the_businesss_name_is_refused() {
        for (name, whole) in FILES {
            let field = "\"code\": \"legal_name\",";
            for other in [
                "\"code\": \"title\",".to_owned(),
                format!("{field} \"required\": false,"),
                format!("{field} \"sealed\": true,"),
            ] {
                assert!(whole.contains(field), "{name}");
                let agreeing = whole.replacen(field, &other, 1);
                let agreeing = agreeing.replace("business.legal_name", "bank.bank_name");
                let error = load(&[(name, &agreeing)]).unwrap_err().to_string();
                assert!(error.contains("the business's name"), "{error}");
            }
        }
    }

    #[test]
    fn conditions_and_repetitions_are_checked_at_start_up() {
        let (name, whole) = *FILES.iter().find(|(name, _)| *name == "cn-enterprise.2026-11-24.json").unwrap();
        let broken = |from: &str, to: &str| {
            let text = whole.replacen(from, to, 1);
            assert_ne!(text, whole, "{from} is in the file");
            match load(&[(name, &text)]).unwrap_err() {
                FileError::Content { what, .. } => what,
                FileError::Shape { source, .. } => source.to_string(),
            }
        };
        assert!(broken("\"one_of\": [\"agent\"]", "\"one_of\": [\"agnet\"]").contains("never agnet"));
        assert!(broken("\"field\": \"scenes.kinds\"", "\"field\": \"scenes.sorts\"").contains("no field"));
        assert!(
            broken("\"per\": \"beneficial_owner\"", "\"per\": \"agent\"").contains("no section that repeats")
        );
        assert!(broken("\"passport\": {", "\"pasport\": {").contains("each choice"));
        assert!(broken("\"listed\": \"mcc\"", "\"listed\": \"moons\"").contains("takes no answer"));
        assert!(broken("\"word\": \"representative\"", "\"word\": \"nobody\"").contains("never nobody"));
        let owner = "\"when\": [{\"field\": \"applicant.is\", \"one_of\": [\"owner\"]}]";
        assert!(broken(owner, &owner.replace("[\"owner\"]", "[\"owned\"]")).contains("never owned"));
        assert!(broken("\"min\": 1, \"max\": 10", "\"min\": 11, \"max\": 10").contains("repeat"));
    }

    #[test]
    fn micro_merchants_and_kinds_abroad_always_verify_the_account_and_one_person_signs() {
        let book = load_all().unwrap();
        for set in book.offered(date!(2026 - 11 - 28)) {
            let account = set.proof.as_ref().map(|proof| proof.account.clone());
            let expected = match (set.country.as_str(), set.kind.as_str()) {
                ("CN", "enterprise" | "individual") => None,
                ("CN", "institution") => Some(AccountProof::UnlessPaper("unit_letter".into())),
                _ => Some(AccountProof::Always),
            };
            assert_eq!(account, expected, "{}", set.code());
        }
    }

    #[test]
    fn whoever_signs_is_known_with_their_telephone() {
        let (name, whole) =
            *FILES.iter().find(|(name, _)| *name == "cn-institution.2026-11-28.json").unwrap();
        let broken = |from: &str, to: &str| {
            let text = whole.replacen(from, to, 1);
            assert_ne!(text, whole, "{from} is in the file");
            load(&[(name, &text)]).unwrap_err().to_string()
        };
        for other in ["agent", "bank", "nobody"] {
            let signs = format!("\"signatory\": \"{other}\"");
            assert!(broken("\"signatory\": \"representative\"", &signs).contains("whoever signs"), "{other}");
        }
        for other in ["letter_of_authority", "nothing"] {
            let paper = format!("{{\"unless_paper\": \"{other}\"}}");
            assert!(broken("{\"unless_paper\": \"unit_letter\"}", &paper).contains("no paper"), "{other}");
        }
    }

    /// Whoever adds a paper on which a person or an account stands says so in its file; here is what the kinds of today
    /// ask for.
    #[test]
    fn papers_with_a_person_or_an_account_on_them_say_so() {
        for set in load_all().unwrap().all() {
            for paper in &set.papers {
                let shows = match paper.code.as_str() {
                    code if code.contains("_id_") => Some(Shows::Identity),
                    "bank_proof" => Some(Shows::Account),
                    _ => None,
                };
                assert_eq!(paper.shows, shows, "{} of {}", paper.code, set.code());
            }
        }
        let book = load_all().unwrap();
        let set = book.current("cn-enterprise", date!(2026 - 11 - 28)).unwrap();
        assert_eq!(set.shows("owner_id_front.2"), Some(Shows::Identity));
        assert_eq!(set.shows("bank_proof"), Some(Shows::Account));
        assert_eq!(set.shows("business_licence"), None);
        assert_eq!(set.shows("unheard_of"), None);
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
                keys.extend(field.hint.iter().chain(&field.group).chain(&field.why).cloned());
                if let Answer::Choice(choices) | Answer::Choices(choices) = &field.answer {
                    keys.extend(choices.iter().map(|choice| choice.label.clone()));
                }
            }
        }
        keys.extend(set.papers.iter().flat_map(|paper| [paper.label.clone(), paper.hint.clone()]));
        keys.extend(set.agreements.iter().filter_map(|agreement| match agreement {
            Agreement::SameName { key, .. }
            | Agreement::NotTogether { key, .. }
            | Agreement::NotEnding { key, .. }
            | Agreement::ChosenTwice { key, .. } => Some(key.clone()),
            _ => None,
        }));
        keys
    }
}
