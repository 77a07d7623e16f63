//! A name's text in its scripts: what is written in characters, in Arabic letters, and in letters that become Latin.

use unicode_normalization::UnicodeNormalization;

/// A piece of a name in letters, Latin or Cyrillic, as it was typed but for width and case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its letters and digits.
    pub text: String,
    /// Whether it hangs on the piece before it by a hyphen.
    pub hangs: bool,
}

/// A name taken apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// Characters with the letters and digits among them, in simplified forms, without spaces and marks.
    pub han: Vec<char>,
    /// Characters alone.
    pub pure_han: Vec<char>,
    /// What stands in Latin or Cyrillic letters.
    pub latin: Vec<Piece>,
    /// What stands in Arabic letters, one by one.
    pub arabic: Vec<Vec<char>>,
}

/// Whether it is a Chinese character.
pub(super) fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff | 0x3005 | 0x3007)
}

fn is_arabic(c: char) -> bool {
    matches!(u32::from(c), 0x0620..=0x064a | 0x066e..=0x06d3 | 0x06fa..=0x06ff)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '\u{200c}' | '\u{200d}' | '\u{640}')
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—')
}

/// Takes a name apart. Width and case are folded, apostrophes and marks go.
pub(super) fn parts(name: &str) -> Parts {
    let mut parts = Parts::default();
    let (mut word, mut arabic, mut hangs) = (String::new(), Vec::new(), false);
    let folded: String = name.chars().flat_map(lower).nfkc().collect();
    for c in folded.chars() {
        if is_apostrophe(c) {
            continue;
        }
        if is_arabic(c) {
            arabic.push(c);
            continue;
        }
        if is_harakat(c) {
            continue;
        }
        if c.is_alphanumeric() && !is_han(c) || is_mark(c) {
            word.push(c);
            continue;
        }
        let ended = end(&mut parts, &mut word, &mut arabic, hangs);
        hangs = is_hyphen(c) && ended;
        if is_han(c) {
            parts.han.push(c);
            parts.pure_han.push(c);
        }
    }
    end(&mut parts, &mut word, &mut arabic, hangs);
    parts
}

/// Capitals become small one for one: a dotted capital i stays one letter.
fn lower(c: char) -> impl Iterator<Item = char> {
    let c = if c == 'İ' { 'i' } else { c };
    c.to_lowercase()
}

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036f)
}

fn is_harakat(c: char) -> bool {
    matches!(u32::from(c), 0x064b..=0x065f | 0x0670)
}

/// Ends the word that stands; whether there was one.
fn end(parts: &mut Parts, word: &mut String, arabic: &mut Vec<char>, hangs: bool) -> bool {
    if !arabic.is_empty() {
        parts.arabic.push(std::mem::take(arabic));
    }
    if word.is_empty() {
        return false;
    }
    parts.han.extend(word.chars());
    parts.latin.push(Piece { text: std::mem::take(word), hangs });
    true
}

/// A Latin letter without its accents.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd().filter(|c| !is_mark(*c)) {
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ħ' => out.push('h'),
            'ə' => out.push('a'),
            other => out.push(other),
        }
    }
    out
}

/// A Latin word as whoever has no accents to type spells it out: `ö` as `oe`, `š` as `sh`.
pub(super) fn spelled_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            'š' | 'ş' | 'ș' | 'ś' => out.push_str("sh"),
            'č' | 'ç' | 'ć' => out.push_str("ch"),
            'ž' | 'ź' => out.push_str("zh"),
            'đ' => out.push_str("dj"),
            other => out.push(other),
        }
    }
    plain(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        parts(name).latin.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_name_falls_into_its_words() {
        assert_eq!(words("Ｏ’Neil, J.-P. (Dr)"), ["oneil", "j", "p", "dr"]);
        assert_eq!(words("Anna-Maria"), ["anna", "maria"]);
        assert!(parts("Anna-Maria").latin[1].hangs && !parts("J.-P.").latin[1].hangs);
    }

    #[test]
    fn characters_keep_what_stands_among_them() {
        let parts = parts("Ａ1 甲・乙（丙）");
        assert_eq!(parts.han.iter().collect::<String>(), "a1甲乙丙");
        assert_eq!(parts.pure_han.iter().collect::<String>(), "甲乙丙");
    }

    #[test]
    fn accents_go_or_are_spelled_out() {
        assert_eq!((plain("çüß"), spelled_out("çüß")), ("cuss".into(), "chuess".into()));
    }
}
