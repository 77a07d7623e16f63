//! Cyrillic letters in Latin ones.

/// Whether there is a Cyrillic letter in it.
pub(super) fn is_cyrillic(text: &str) -> bool {
    text.chars().any(|c| matches!(u32::from(c), 0x0400..=0x052f))
}

/// The readings of a small-lettered word: as Russian, and where it differs as Ukrainian; `ё` is also written `е`.
pub(super) fn readings(word: &str) -> Vec<String> {
    let mut all = vec![read(word, false, false)];
    for (ukrainian, yo) in [(true, false), (false, true)] {
        let other = read(word, ukrainian, yo);
        if !all.contains(&other) {
            all.push(other);
        }
    }
    all
}

fn read(word: &str, ukrainian: bool, yo: bool) -> String {
    let mut out = String::new();
    let mut letters = word.chars().peekable();
    while let Some(c) = letters.next() {
        let before_vowel = matches!(letters.peek(), Some('е' | 'ё' | 'и' | 'ю' | 'я' | 'і' | 'є' | 'ї'));
        out.push_str(match c {
            'г' if ukrainian => "h",
            'ё' if yo => "yo",
            'ь' if before_vowel => "y",
            _ => letter(c),
        });
        if letter(c).is_empty() && !matches!(c, 'ъ' | 'ь') {
            out.push(c);
        }
    }
    super::scripts::plain(&out)
}

const fn letter(c: char) -> &'static str {
    match c {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' => "i",
        'й' | 'ы' => "y",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' | 'ў' => "u",
        'ф' => "f",
        'х' | 'һ' => "kh",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        'є' => "ye",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ђ' => "dj",
        'џ' => "dzh",
        'ғ' => "gh",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_russian_and_as_ukrainian() {
        assert_eq!(readings("щука"), ["shchuka"]);
        assert_eq!(readings("галя"), ["galya", "halya"]);
        assert_eq!(readings("соловьёв"), ["solovyev", "solovyyov"]);
    }
}
