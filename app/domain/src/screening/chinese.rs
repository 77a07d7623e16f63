//! Characters: their simplified forms and how they are read.
//!
//! Readings are those of the `pinyin` crate, all of a character's; simplified forms are `OpenCC`'s.

use super::{cantonese, wade};
use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use pinyin::ToPinyinMulti;
use std::{collections::BTreeSet, sync::LazyLock};

static SIMPLIFIER: LazyLock<Option<OpenCC>> = LazyLock::new(|| OpenCC::from_config(BuiltinConfig::T2s).ok());

/// Surnames that the withdrawn second simplification wrote anew: both forms are in use for one family.
const TWO_FORMS: &[(char, char)] = &[('萧', '肖'), ('阎', '闫'), ('戴', '代'), ('傅', '付')];

/// The syllables of Mandarin.
static SYLLABLES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let characters = (0x4e00..0xa000).filter_map(char::from_u32);
    characters
        .flat_map(mandarin)
        .filter(|one| one.contains(super::latin::VOWELS) || one.contains('v'))
        .collect()
});

/// How a romanisation writes characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    /// Hanyu pinyin.
    Pinyin,
    /// Wade-Giles.
    Wade,
    /// As Hong Kong writes Cantonese.
    Cantonese,
}

/// Traditional characters in their simplified forms. One that is read in another way than its simplified form stays: a
/// few stand in simplified names too.
pub(super) fn simplified(chars: &[char]) -> Vec<char> {
    let Some(simplifier) = &*SIMPLIFIER else { return chars.to_vec() };
    let simple = |c: char| {
        let simple = simplifier.convert(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c);
        let reading = mandarin(c).into_iter().next();
        if reading.is_none_or(|reading| mandarin(simple).contains(&reading)) { simple } else { c }
    };
    chars.iter().map(|c| if c.is_ascii() { *c } else { simple(*c) }).collect()
}

/// A surname in the one of its forms that stands for both.
pub(super) fn one_form(chars: &mut [char]) {
    if let Some(first) = chars.first_mut()
        && let Some((_, short)) = TWO_FORMS.iter().find(|(long, _)| long == first)
    {
        *first = *short;
    }
}

/// How a character may be read, in a romanisation, without tones and apostrophes.
pub(super) fn readings(c: char, system: System) -> Vec<String> {
    match system {
        System::Pinyin => mandarin(c),
        System::Wade => mandarin(c)
            .iter()
            .filter(|one| !one.contains("yu") || one.starts_with('y'))
            .flat_map(|one| wade::of(one))
            .collect(),
        System::Cantonese => cantonese::of(c).iter().map(|one| (*one).to_owned()).collect(),
    }
}

fn mandarin(c: char) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let Some(multi) = c.to_pinyin_multi() else { return all };
    for one in multi {
        let plain = one.plain();
        let ways: &[&str] = if plain.contains('ü') { &["v", "u", "yu"] } else { &[""] };
        for way in ways {
            let way = plain.replace('ü', way);
            if !all.contains(&way) {
                all.push(way);
            }
        }
    }
    all
}

/// Whether these words, as they stand, are a reading of these characters. A word ends where a character ends.
pub(super) fn reads(chars: &[char], words: &[&str], system: System) -> bool {
    let readings: Vec<Vec<String>> = chars.iter().map(|c| spoken(*c, system)).collect();
    let rotated = |by: usize| {
        let (family, given) = readings.split_at(by.min(readings.len()));
        given.iter().chain(family).collect::<Vec<_>>()
    };
    (0..=2).filter(|by| *by < chars.len()).any(|by| consumes(&rotated(by), words))
}

/// A letter or digit among characters is read as itself.
fn spoken(c: char, system: System) -> Vec<String> {
    if c.is_ascii() { vec![c.to_string()] } else { readings(c, system) }
}

fn consumes(readings: &[&Vec<String>], words: &[&str]) -> bool {
    let Some((word, others)) = words.split_first() else { return readings.is_empty() };
    if word.is_empty() {
        return consumes(readings, others);
    }
    let Some((first, rest)) = readings.split_first() else { return false };
    first.iter().any(|way| {
        let Some(left) = word.strip_prefix(way.as_str()) else { return false };
        let mut words = words.to_vec();
        if let Some(first) = words.first_mut() {
            *first = left;
        }
        !way.is_empty() && consumes(rest, &words)
    })
}

/// The syllables of a word, if it is made of them alone; the longest first.
pub(super) fn syllables(word: &str) -> Option<Vec<&str>> {
    if word.is_empty() {
        return Some(vec![]);
    }
    (1..=word.len().min(6)).rev().find_map(|length| {
        let (head, rest) = word.split_at_checked(length)?;
        if !SYLLABLES.contains(head) {
            return None;
        }
        let mut all = vec![head];
        all.extend(syllables(rest)?);
        Some(all)
    })
}

/// One romanisation of these characters, as one word: what an index knows them by.
pub(super) fn words_of(chars: &[char], system: System, most: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    for c in chars {
        let ways = spoken(*c, system);
        all =
            all.iter().flat_map(|one| ways.iter().map(move |way| format!("{one}{way}"))).take(most).collect();
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads_as(name: &str, words: &[&str]) -> bool {
        let chars: Vec<char> = name.chars().collect();
        [System::Pinyin, System::Wade, System::Cantonese]
            .into_iter()
            .any(|system| reads(&chars, words, system))
    }

    #[test]
    fn a_name_is_read_in_either_order_and_by_each_reading() {
        assert!(reads_as("解宝玉", &["xie", "baoyu"]) && reads_as("解宝玉", &["baoyu", "xie"]));
        assert!(reads_as("诸葛亮", &["zhuge", "liang"]) && reads_as("诸葛亮", &["liang", "zhuge"]));
        assert!(
            reads_as("吕布", &["lv", "bu"])
                && reads_as("吕布", &["lyu", "bu"])
                && reads_as("吕布", &["lu", "bu"])
        );
        assert!(!reads_as("解宝玉", &["xie", "yubao"]) && !reads_as("吕布", &["l", "vbu"]));
    }

    #[test]
    fn words_are_made_of_syllables_or_not() {
        assert_eq!(syllables("baoyu"), Some(vec!["bao", "yu"]));
        assert_eq!(syllables("baqyu"), None);
    }

    #[test]
    fn characters_have_one_form() {
        let mut name = simplified(&['蕭', '紅']);
        one_form(&mut name);
        assert_eq!(name, ['肖', '红']);
        assert_eq!(simplified(&['乾', '馬']), ['乾', '马']);
    }
}
