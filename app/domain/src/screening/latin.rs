//! How a word in Latin letters sounds, roughly: spellings of one foreign name fold into one key.

use super::{cyrillic, scripts, words};

/// Clusters that are written in several ways, the longer first. Capitals stand for sounds of their own.
const CLUSTERS: &[(&str, &str)] = &[
    ("shch", "S"),
    ("tsch", "C"),
    ("sch", "S"),
    ("tch", "C"),
    ("dzh", "J"),
    ("iou", "iu"),
    ("you", "iu"),
    ("sh", "S"),
    ("ch", "C"),
    ("cz", "C"),
    ("dj", "J"),
    ("zh", "J"),
    ("j", "J"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("tz", "ts"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("eo", "u"),
    ("y", "i"),
];

/// Letters that are sounded open.
pub(super) const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// The shortest key whose vowels are folded: in shorter words a vowel is too much of the name.
const FOLDED_FROM: usize = 5;

/// A word's spellings without accents: one or two of a Latin word, up to three of a Cyrillic one.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let mut all =
        if cyrillic::is_cyrillic(word) { cyrillic::readings(word) } else { vec![scripts::plain(word)] };
    if all.len() == 1 && !word.is_ascii() {
        let spelled = scripts::spelled_out(word);
        if !cyrillic::is_cyrillic(word) && !all.contains(&spelled) {
            all.push(spelled);
        }
    }
    all
}

/// The keys of a word by its spellings: as it sounds, as a French hand would have written it, and without an article
/// that was written as part of it.
pub(super) fn keys(spellings: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |key: String| {
        if !all.contains(&key) {
            all.push(key);
        }
    };
    for spelling in spellings {
        let word = words::one_of_many(spelling).map_or_else(|| spelling.clone(), str::to_owned);
        add(key(&word));
        if word.len() > FOLDED_FROM && word.ends_with("ne") {
            add(key(word.trim_end_matches('e')));
        }
        if let Some(rest) = word.strip_prefix("al").filter(|rest| rest.len() >= FOLDED_FROM) {
            add(key(rest));
        }
    }
    all
}

/// One word's key.
pub(super) fn key(word: &str) -> String {
    let mut text = collapsed(&clustered(word));
    if let Some(rest) = text.strip_prefix("ie") {
        text = format!("e{rest}");
    }
    for (from, to) in [("aie", "ae"), ("eie", "e"), ("oie", "oe"), ("uie", "ue"), ("ei", "i"), ("ai", "i")] {
        text = text.replace(from, to);
    }
    if text.ends_with("dr") {
        text.insert(text.len() - 1, 'e');
    }
    if let Some(rest) = text.strip_suffix('h').filter(|rest| rest.len() > 2 && rest.ends_with(VOWELS)) {
        text = rest.to_owned();
    }
    if text.len() >= FOLDED_FROM {
        text = text.replace('e', "i").replace('o', "u");
    }
    collapsed(&text)
}

fn clustered(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    'next: while let Some(first) = rest.chars().next() {
        for (cluster, sound) in CLUSTERS {
            if let Some(after) = rest.strip_prefix(cluster) {
                out.push_str(sound);
                rest = after;
                continue 'next;
            }
        }
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
        let soft = rest.starts_with(['e', 'i', 'y']);
        out.push(if first == 'c' && !soft { 'k' } else { first });
    }
    out
}

/// Doubled letters are one.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// The letters that stay put however a word is spelled, in few classes: for finding what may match at all.
pub(super) fn skeleton(word: &str) -> String {
    let classes = word.chars().filter_map(|c| match c {
        'b' | 'p' | 'f' => Some('b'),
        'm' | 'n' | 'l' | 'r' | '0'..='9' => Some(c),
        't' | 'd' | 's' | 'z' | 'j' => Some('t'),
        'k' | 'q' | 'g' | 'c' => Some('k'),
        'x' => Some('x'),
        _ => None,
    });
    let all: String = classes.collect();
    collapsed(&all.replace('x', "kt"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (keys(&spellings(one)), keys(&spellings(other)));
        one.iter().any(|key| other.contains(key))
    }

    #[test]
    fn spellings_of_one_sound_have_one_key() {
        for (one, other) in [
            ("тургеньев", "turgenyev"),
            ("философ", "filosoph"),
            ("жуков", "joukov"),
            ("müller", "mueller"),
            ("müller", "muller"),
            ("najeeb", "najib"),
            ("alexander", "aleksandr"),
            ("šumšić", "shumshich"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        assert!(!alike("peter", "petra") && !alike("lena", "lina"));
    }

    #[test]
    fn skeletons_are_coarse() {
        assert_eq!(skeleton("alexander"), skeleton("aleksandr"));
        assert_eq!(skeleton("philosoph"), skeleton("filosof"));
    }
}
