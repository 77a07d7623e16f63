//! A list, made ready for asking who of an application may stand on it.

use super::{Index, Name, lists::Entry, parties::Party};
use crate::{text::compact, words::words};
use std::collections::HashMap;

words! {
    /// What dates of birth say.
    Birth {
        /// One of them is the same.
        Agrees = "agrees",
        /// None of them is.
        Differs = "differs",
        /// One side has none.
        Unknown = "unknown",
    }
}

/// An entry that may be a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Which of its names it is by.
    pub name: &'a str,
    /// How alike the names are, to 100; 100 too where the numbers are the same.
    pub score: u8,
    /// Whether the number of a paper is the same.
    pub number: bool,
    /// What dates of birth say.
    pub birth: Birth,
}

/// A list with its index.
#[derive(Debug)]
pub struct Listed {
    entries: Vec<Entry>,
    index: Index,
    numbers: HashMap<String, Vec<usize>>,
}

/// Shorter numbers are nobody's alone.
const SHORTEST_NUMBER: usize = 5;

impl Listed {
    /// Makes a list ready.
    pub fn new(entries: Vec<Entry>) -> Self {
        let named =
            entries.iter().map(|entry| (entry.kind(), entry.names.iter().map(String::as_str).collect()));
        let index = Index::new(named);
        let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, entry) in entries.iter().enumerate() {
            for number in entry.numbers.iter().filter_map(|number| number_key(number)) {
                numbers.entry(number).or_default().push(place);
            }
        }
        Self { entries, index, numbers }
    }

    /// The entries that may be this party, the likest first.
    pub fn find(&self, party: &Party) -> Vec<Match<'_>> {
        let mut all: Vec<Match<'_>> = Vec::new();
        let by_number = number_key(&party.number).and_then(|number| self.numbers.get(&number));
        for entry in by_number.into_iter().flatten().filter_map(|place| self.entries.get(*place)) {
            let name = entry.names.first().map_or("", String::as_str);
            all.push(Match { entry, name, score: 100, number: true, birth: birth(party, entry) });
        }
        for found in self.index.find(&Name::new(&party.name, party.kind)) {
            let Some(entry) = self.entries.get(found.entry) else { continue };
            if all.iter().any(|one| one.entry.reference == entry.reference) {
                continue;
            }
            let name = entry.names.get(found.name).map_or("", String::as_str);
            all.push(Match { entry, name, score: found.score, number: false, birth: birth(party, entry) });
        }
        all
    }

    /// Its entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

fn number_key(number: &str) -> Option<String> {
    let key = compact(number).to_uppercase();
    (key.chars().count() >= SHORTEST_NUMBER).then_some(key)
}

/// Dates are compared by their year where one has nothing else in common with the other's form.
fn birth(party: &Party, entry: &Entry) -> Birth {
    let resident = party.number.get(6..14).filter(|_| party.number.len() == 18);
    let declared = if party.birth.is_empty() { resident.unwrap_or_default() } else { &party.birth };
    let year = |text: &str| {
        let digits: Vec<String> = text.split(|c: char| !c.is_ascii_digit()).map(str::to_owned).collect();
        digits.into_iter().find_map(|one| match one.len() {
            4 | 8 => one.get(..4).map(str::to_owned),
            _ => None,
        })
    };
    let Some(declared) = year(declared) else { return Birth::Unknown };
    let listed: Vec<String> = entry.births.iter().filter_map(|one| year(one)).collect();
    if listed.is_empty() {
        Birth::Unknown
    } else if listed.contains(&declared) {
        Birth::Agrees
    } else {
        Birth::Differs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::{Kind, parties::Role};

    fn party(name: &str, number: &str) -> Party {
        Party {
            role: Role::Owner,
            section: "owner.1".into(),
            name: name.into(),
            kind: Some(Kind::Person),
            number: number.into(),
            birth: String::new(),
            chinese: false,
        }
    }

    fn list() -> Listed {
        let entry = |reference: &str, name: &str, number: &str, birth: &str| Entry {
            reference: reference.into(),
            person: Some(true),
            names: vec!["其他".into(), name.into()],
            births: vec![birth.into()],
            numbers: vec![number.into()],
        };
        Listed::new(vec![
            entry("1", "诸葛亮", "E123456", "1970-01-01"),
            entry("2", "关云长", "X-99 888", "01 Feb 1980"),
        ])
    }

    #[test]
    fn a_party_is_found_by_a_name_or_by_a_number() {
        let list = list();
        let found = list.find(&party("Zhuge Liang", ""));
        assert_eq!((found.len(), found[0].entry.reference.as_str(), found[0].name), (1, "1", "诸葛亮"));
        let found = list.find(&party("Somebody Else", "X99888"));
        assert_eq!((found.len(), found[0].number, found[0].score), (1, true, 100));
        assert!(list.find(&party("刘备", "")).is_empty());
    }

    #[test]
    fn years_of_birth_are_compared() {
        let list = list();
        assert_eq!(list.find(&party("关云长", "11010519491231002X"))[0].birth, Birth::Differs);
        assert_eq!(list.find(&party("关云长", "110105198012310027"))[0].birth, Birth::Agrees);
        assert_eq!(list.find(&party("关云长", ""))[0].birth, Birth::Unknown);
    }
}
