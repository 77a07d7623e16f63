//! Lists of names, made ready for finding the few that may be one that is asked for.

use super::{
    Kind, arabic,
    chinese::{self, System},
    latin,
    matching::likeness,
    name::{Name, Shape},
    token::Token,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many readings of one name are kept: more have only long names with characters of many readings.
const READINGS: usize = 24;

/// An entry that may be it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among the entries.
    pub entry: usize,
    /// Which of its names, the first being the main one.
    pub name: usize,
    /// How alike they are, to 100.
    pub score: u8,
}

/// Names by what stays the same however they are written.
#[derive(Debug, Default)]
pub struct Index {
    names: Vec<(usize, usize, Name)>,
    by_key: HashMap<String, Vec<u32>>,
}

impl Index {
    /// Makes entries ready, each with its kind and its names.
    pub fn new<'a>(entries: impl IntoIterator<Item = (Option<Kind>, Vec<&'a str>)>) -> Self {
        let mut index = Self::default();
        for (entry, (kind, names)) in entries.into_iter().enumerate() {
            for (which, text) in names.into_iter().enumerate() {
                let name = Name::new(text, kind);
                let place = u32::try_from(index.names.len()).unwrap_or(u32::MAX);
                for key in keys(&name) {
                    index.by_key.entry(key).or_default().push(place);
                }
                index.names.push((entry, which, name));
            }
        }
        index
    }

    /// The entries that may be this name, each with the one of its names that is most like it, the likest first.
    pub fn find(&self, name: &Name) -> Vec<Found> {
        let places: BTreeSet<u32> =
            keys(name).iter().filter_map(|key| self.by_key.get(key)).flatten().copied().collect();
        let mut found: BTreeMap<usize, Found> = BTreeMap::new();
        for place in places {
            let Some((entry, which, listed)) =
                usize::try_from(place).ok().and_then(|place| self.names.get(place))
            else {
                continue;
            };
            let Some(score) = likeness(listed, name) else { continue };
            let one = Found { entry: *entry, name: *which, score };
            let best = found.entry(*entry).or_insert(one);
            if best.score < score {
                *best = one;
            }
        }
        let mut found: Vec<Found> = found.into_values().collect();
        found.sort_by_key(|one| (u8::MAX - one.score, one.entry));
        found
    }
}

/// What two names have in common, at least once, if they may be one.
pub(super) fn keys(name: &Name) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for shape in name.shapes() {
        characters(shape, &mut all);
        let own = if shape.own.is_empty() { None } else { Some(&shape.own) };
        for row in shape.rows.iter().chain(own) {
            letters(row, shape.own.is_empty() || own.is_some_and(|own| own == row), &mut all);
        }
        for word in &shape.arabic {
            add_skeleton(&arabic::skeleton(word), &mut all);
        }
    }
    all
}

fn characters(shape: &Shape, all: &mut BTreeSet<String>) {
    if shape.pure_han.is_empty() {
        return;
    }
    for han in [&shape.han, &shape.pure_han] {
        all.insert(han.iter().collect());
    }
    let beside: String = shape.rows.first().into_iter().flatten().map(|token| token.raw.as_str()).collect();
    for han in [&shape.own_han, &shape.pure_han, &shape.han] {
        for system in [System::Pinyin, System::Wade, System::Cantonese] {
            let words = chinese::words_of(han, system, READINGS);
            all.extend(words.iter().map(|word| sorted(&format!("{beside}{word}"))));
            all.extend(words.iter().filter(|word| word.len() > 2).map(|word| sorted(word)));
        }
    }
}

/// Letters in their alphabet's order: the same for any order of the syllables.
fn sorted(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    std::iter::once('=').chain(letters).collect()
}

fn letters(row: &[Token], telling: bool, all: &mut BTreeSet<String>) {
    let whole: String = row.iter().map(|token| token.raw.as_str()).collect();
    all.insert(sorted(&whole));
    add_skeleton(&latin::skeleton(&whole), all);
    if row.iter().all(|token| token.syllabic) && row.len() > 1 {
        old_spelling(row, all);
    }
    for token in row.iter().filter(|_| telling) {
        let bare = token.raw.strip_prefix("al").filter(|rest| rest.len() > 4);
        for word in
            std::iter::once(token.raw.as_str()).chain(bare).chain(token.keys.iter().map(String::as_str))
        {
            add_skeleton(&latin::skeleton(&word.to_lowercase()), all);
        }
    }
}

fn old_spelling(row: &[Token], all: &mut BTreeSet<String>) {
    let syllables = row.iter().filter_map(|token| chinese::syllables(&token.raw)).flatten();
    let written: String = syllables.filter_map(|one| super::wade::of(one).into_iter().next()).collect();
    all.insert(sorted(&written));
}

/// One letter or two say too little to find anything by.
fn add_skeleton(skeleton: &str, all: &mut BTreeSet<String>) {
    if skeleton.len() > 1 {
        all.insert(format!("~{skeleton}"));
    }
}
