//! One word of a name, and how near another one it is.

use super::{chinese, latin};

/// A word in Latin letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// As it is written, without accents; of a Cyrillic word its first reading.
    pub raw: String,
    /// How it sounds: [`latin::keys`].
    pub keys: Vec<String>,
    /// Whether it hangs on the word before it.
    pub hangs: bool,
    /// Whether it is one letter that stands for a name.
    pub initial: bool,
    /// Whether it is made of Mandarin's syllables alone.
    pub syllabic: bool,
}

/// Between which words nothing is forgiven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exact {
    /// Between any.
    All,
    /// Between two that are both made of Mandarin's syllables: another syllable is another name.
    Syllables,
    /// Between none.
    None,
}

/// From this length on one letter may be mistyped, from the other two.
const ONE_ERROR_FROM: usize = 7;
const TWO_ERRORS_FROM: usize = 13;

impl Token {
    /// A word by its spellings.
    pub(super) fn new(spellings: &[String], hangs: bool, initial: bool) -> Self {
        let raw = spellings.first().cloned().unwrap_or_default();
        let syllabic = chinese::syllables(&raw).is_some();
        Self { keys: latin::keys(spellings), raw, hangs, initial, syllabic }
    }

    /// Words written as one.
    pub(super) fn joined(tokens: &[Self]) -> Self {
        let raw: String = tokens.iter().map(|token| token.raw.as_str()).collect();
        Self::new(&[raw], tokens.first().is_some_and(|token| token.hangs), false)
    }

    /// The errors that make this word of that one; none where it is another word.
    pub(super) fn errors(&self, other: &Self, exact: Exact) -> Option<u32> {
        if self.initial || other.initial {
            return (self.raw.chars().next() == other.raw.chars().next()).then_some(0);
        }
        if self.raw == other.raw {
            return Some(0);
        }
        let syllabic = self.syllabic && other.syllabic;
        if exact == Exact::All || (exact == Exact::Syllables && syllabic) {
            return None;
        }
        if self.keys.iter().any(|key| other.keys.contains(key)) {
            return Some(0);
        }
        slip(&self.raw, &other.raw)
    }
}

/// How many slips of the hand make one word of another, if so few are believable at their length.
fn slip(one: &str, other: &str) -> Option<u32> {
    let (one, other) = (latin::collapsed(one), latin::collapsed(other));
    let longest = one.len().max(other.len());
    let most = match longest {
        ..ONE_ERROR_FROM => return None,
        ONE_ERROR_FROM..TWO_ERRORS_FROM => 1,
        _ => 2,
    };
    // The first letter is seldom missed, and names of their own differ in an open ending or in one vowel for another.
    if one.chars().next() != other.chars().next() || differ_in_ending(&one, &other) {
        return None;
    }
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let distance = distance(&one, &other, most)?;
    (distance <= most).then_some(distance)
}

/// `Martin` and `Martina`, `Petrov` and `Petrova`, `Daniele` and `Daniela`.
fn differ_in_ending(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches(latin::VOWELS).to_owned();
    stem(one) == stem(other)
}

/// Letters missed, added, swapped or mistaken; a vowel for another vowel counts three.
fn distance(one: &[char], other: &[char], most: u32) -> Option<u32> {
    if one.len().abs_diff(other.len()) > most as usize {
        return None;
    }
    let width = other.len() + 1;
    let mut rows: Vec<Vec<u32>> = vec![(0..).take(width).collect()];
    for (i, a) in one.iter().enumerate() {
        let last = rows.last()?;
        let mut row = Vec::with_capacity(width);
        row.push(last.first()? + 1);
        for (j, b) in other.iter().enumerate() {
            let mistaken = last.get(j)? + cost(*a, *b);
            let missed = (last.get(j + 1)? + 1).min(row.last()? + 1);
            let swapped = (i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a))
                .then(|| rows.get(i - 1).and_then(|row| row.get(j - 1)).map(|before| before + 1))
                .flatten();
            row.push(mistaken.min(missed).min(swapped.unwrap_or(u32::MAX)));
        }
        rows.push(row);
    }
    rows.last()?.last().copied()
}

fn cost(a: char, b: char) -> u32 {
    let both_vowels = latin::VOWELS.contains(&a) && latin::VOWELS.contains(&b);
    if a == b {
        0
    } else if both_vowels {
        3
    } else {
        1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(one: &str, other: &str) -> Option<u32> {
        let token = |word: &str| Token::new(&latin::spellings(word), false, word.len() == 1);
        token(one).errors(&token(other), Exact::None)
    }

    #[test]
    fn slips_are_forgiven_in_long_words() {
        assert_eq!(errors("rosenthal", "rosenhtal"), Some(1));
        assert_eq!(errors("rosenthal", "rosnthal"), Some(1));
        assert_eq!(errors("rosenthal", "rosengal"), None);
        assert_eq!(errors("hauptmannsdorf", "hauptmansdrof"), Some(1));
    }

    #[test]
    fn other_names_are_other_names() {
        for (one, other) in [
            ("rosa", "rose"),
            ("martin", "martina"),
            ("petrov", "petrova"),
            ("bentham", "bantham"),
            ("moritz", "boritz"),
        ] {
            assert_eq!(errors(one, other), None, "{one} {other}");
        }
    }

    #[test]
    fn an_initial_stands_for_a_name() {
        assert_eq!((errors("k", "klara"), errors("k", "clara")), (Some(0), None));
    }
}
