//! Lists of persons and companies as their publishers give them out: read as a whole or not at all.

mod cells;
mod chinese;
mod diff;
mod eu;
mod ofac;
mod uk;

pub use diff::{Diff, diff};

use super::Kind;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Entries that a list may have.
pub const MOST_ENTRIES: usize = 200_000;
/// Faults that are told one by one.
pub const MOST_TOLD: usize = 50;
/// Letters of a name, and names of an entry.
const LONGEST_NAME: usize = 400;
const MOST_NAMES: usize = 200;

words! {
    /// Whose list it is, and so how its file is read.
    Source {
        /// China's national counter-terrorism list.
        CounterTerrorism = "cn_terrorism",
        /// Resolutions of the Security Council, as notified by China's Foreign Ministry.
        UnitedNations = "cn_un",
        /// The list of the People's Bank of China.
        PeoplesBank = "cn_pboc",
        /// The United States' list of specially designated nationals.
        Ofac = "ofac",
        /// The European Union's consolidated list.
        Eu = "eu",
        /// The United Kingdom's list.
        Uk = "uk",
        /// A list of the tenant's own.
        Own = "own",
    }
}

words! {
    /// What a hit on a list means to a tenant.
    Meaning {
        /// Whoever stands on it isn't taken aboard; two people say whether they do.
        Stop = "stop",
        /// Two people decide what it means.
        TwoPeople = "two_people",
        /// One person has taken notice of it.
        Notice = "notice",
    }
}

impl Meaning {
    /// How many people have to say the same of a hit.
    pub const fn people(self) -> usize {
        match self {
            Self::Notice => 1,
            Self::Stop | Self::TwoPeople => 2,
        }
    }
}

impl Source {
    /// Whether it is a list of a state other than China.
    pub const fn is_foreign(self) -> bool {
        matches!(self, Self::Ofac | Self::Eu | Self::Uk)
    }

    /// What a hit means unless the tenant says otherwise.
    pub const fn usual(self) -> Meaning {
        match self {
            Self::CounterTerrorism | Self::UnitedNations | Self::PeoplesBank => Meaning::Stop,
            Self::Ofac | Self::Eu | Self::Uk => Meaning::TwoPeople,
            Self::Own => Meaning::Notice,
        }
    }

    /// What a hit of a party means: a foreign list never stops a Chinese party by itself.
    pub fn meaning(self, set: Meaning, chinese: bool) -> Meaning {
        if self.is_foreign() && chinese && set == Meaning::Stop { Meaning::TwoPeople } else { set }
    }
}

/// Whom a list names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What the publisher calls it; the first name where it calls it nothing.
    pub reference: String,
    /// What it is, where the list says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<bool>,
    /// Its names, the main one first.
    pub names: Vec<String>,
    /// Dates of birth, as the list writes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub births: Vec<String>,
    /// Numbers of papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<String>,
}

impl Entry {
    /// What it is, where the list says so.
    pub fn kind(&self) -> Option<Kind> {
        self.person.map(|person| if person { Kind::Person } else { Kind::Entity })
    }

    fn add_name(&mut self, name: &str) {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !self.names.contains(&name) {
            self.names.push(name);
        }
    }

    fn add(to: &mut Vec<String>, value: &str) {
        let value = value.trim();
        if !value.is_empty() && !to.iter().any(|one| one == value) {
            to.push(value.to_owned());
        }
    }
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has fewer columns than it needs.
    Short,
    /// It names nobody.
    NoName,
    /// It has no number of its entry.
    NoReference,
    /// It gives another name to an entry that isn't there.
    NoEntry,
    /// A name is too long, or there are too many.
    TooLong,
    /// Two entries have one number.
    Twice,
}

impl Wrong {
    /// Its words.
    pub const fn message_key(self) -> &'static str {
        match self {
            Self::Short => "screening-wrong-short",
            Self::NoName => "screening-wrong-no-name",
            Self::NoReference => "screening-wrong-no-reference",
            Self::NoEntry => "screening-wrong-no-entry",
            Self::TooLong => "screening-wrong-too-long",
            Self::Twice => "screening-wrong-twice",
        }
    }
}

/// Why a file isn't taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It isn't text in UTF-8.
    NotText,
    /// Nothing stands in it.
    Empty,
    /// A column isn't there; which.
    Column(String),
    /// It has more entries than [`MOST_ENTRIES`].
    TooMany,
    /// Lines that can't be used, the first of them; lines count from 1.
    Lines(Vec<(u64, Wrong)>),
}

/// The headings of a plain file, where they aren't the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headings {
    /// Of the name.
    pub name: String,
    /// Of other names.
    pub aliases: String,
    /// Of the entry's number.
    pub reference: String,
    /// Of the number of a paper.
    pub number: String,
    /// Of the date of birth.
    pub birth: String,
}

/// Reads a file; the second is the file of other names that OFAC gives out beside its list.
///
/// # Errors
/// [`Refused`] where any of it can't be used: then nothing is taken.
pub fn read(
    source: Source,
    file: &[u8],
    second: Option<&[u8]>,
    headings: &Headings,
) -> Result<Vec<Entry>, Refused> {
    let text = text(file)?;
    let second = second.map(text_of).transpose()?;
    let entries = match source {
        Source::Ofac => ofac::read(text, second),
        Source::Eu => eu::read(text),
        Source::Uk => uk::read(text),
        _ => chinese::read(text, headings),
    }?;
    match entries.len() {
        0 => Err(Refused::Empty),
        1..=MOST_ENTRIES => Ok(entries),
        _ => Err(Refused::TooMany),
    }
}

fn text_of(file: &[u8]) -> Result<&str, Refused> {
    std::str::from_utf8(file).map(|text| text.trim_start_matches('\u{feff}')).map_err(|_| Refused::NotText)
}

fn text(file: &[u8]) -> Result<&str, Refused> {
    let text = text_of(file)?;
    if text.trim().is_empty() { Err(Refused::Empty) } else { Ok(text) }
}

/// Gathers entries and what is wrong with lines.
#[derive(Default)]
struct Gathered {
    order: Vec<String>,
    entries: HashMap<String, Entry>,
    wrong: Vec<(u64, Wrong)>,
}

impl Gathered {
    fn fault(&mut self, line: u64, wrong: Wrong) {
        if self.wrong.len() < MOST_TOLD {
            self.wrong.push((line, wrong));
        }
    }

    /// The entry of a number, a new one where there is none.
    fn entry(&mut self, reference: &str) -> &mut Entry {
        if !self.has(reference) {
            self.order.push(reference.to_owned());
        }
        let new = || Entry { reference: reference.to_owned(), ..Entry::default() };
        self.entries.entry(reference.to_owned()).or_insert_with(new)
    }

    fn has(&self, reference: &str) -> bool {
        self.entries.contains_key(reference)
    }

    /// The entries in their order, unless anything is wrong.
    fn done(mut self, line_of: &HashMap<String, u64>) -> Result<Vec<Entry>, Refused> {
        let order = std::mem::take(&mut self.order);
        let all: Vec<Entry> = order.iter().filter_map(|reference| self.entries.remove(reference)).collect();
        for entry in &all {
            let long = entry.names.iter().any(|name| name.chars().count() > LONGEST_NAME);
            let wrong = match entry.names.len() {
                0 => Some(Wrong::NoName),
                1..=MOST_NAMES if !long => None,
                _ => Some(Wrong::TooLong),
            };
            if let Some(wrong) = wrong {
                self.fault(line_of.get(&entry.reference).copied().unwrap_or_default(), wrong);
            }
        }
        if self.wrong.is_empty() { Ok(all) } else { Err(Refused::Lines(self.wrong)) }
    }
}

#[cfg(test)]
mod tests;
