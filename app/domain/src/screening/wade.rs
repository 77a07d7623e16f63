//! Wade-Giles from pinyin, without apostrophes: as it stands in passports from before 2009 and on old lists.

/// The ways in which a syllable of pinyin is written.
pub(super) fn of(pinyin: &str) -> Vec<String> {
    let whole: &[&str] = match pinyin {
        "zhi" | "chi" => &["chih"],
        "shi" => &["shih"],
        "ri" => &["jih"],
        "zi" | "ci" => &["tzu"],
        "si" => &["ssu", "szu"],
        "er" => &["erh"],
        "yi" => &["yi", "i"],
        "you" => &["yu"],
        "yan" => &["yen"],
        "ye" => &["yeh"],
        "yue" => &["yueh"],
        "yong" => &["yung"],
        "e" => &["o", "e"],
        _ => &[],
    };
    if !whole.is_empty() {
        return whole.iter().map(|one| (*one).to_owned()).collect();
    }
    let (initial, rest) = initial(pinyin);
    initials(initial)
        .iter()
        .flat_map(|head| finals(initial, rest).into_iter().map(move |end| format!("{head}{end}")))
        .collect()
}

fn initial(pinyin: &str) -> (&str, &str) {
    let length = if ["zh", "ch", "sh"].iter().any(|two| pinyin.starts_with(two)) {
        2
    } else {
        usize::from(!pinyin.starts_with(super::latin::VOWELS))
    };
    pinyin.split_at_checked(length).unwrap_or((pinyin, ""))
}

fn initials(initial: &str) -> &[&str] {
    match initial {
        "b" | "p" => &["p"],
        "d" | "t" => &["t"],
        "g" | "k" => &["k"],
        "j" | "q" | "zh" | "ch" => &["ch"],
        "x" => &["hs"],
        "z" | "c" => &["ts"],
        "r" => &["j"],
        "sh" => &["sh"],
        "" => &[""],
        "m" => &["m"],
        "f" => &["f"],
        "n" => &["n"],
        "l" => &["l"],
        "h" => &["h"],
        "s" => &["s"],
        "w" => &["w"],
        "y" => &["y"],
        _ => &[],
    }
}

fn finals(initial: &str, rest: &str) -> Vec<String> {
    let velar = matches!(initial, "g" | "k" | "h" | "sh");
    let all: &[&str] = match rest {
        "ie" => &["ieh"],
        "ve" | "ue" => &["ueh"],
        "ian" => &["ien"],
        "ong" => &["ung"],
        "iong" => &["iung"],
        "uo" if velar => &["uo"],
        "uo" => &["o"],
        "e" if matches!(initial, "g" | "k" | "h") => &["o", "e"],
        "e" if matches!(initial, "d" | "t" | "n" | "l" | "z" | "c" | "s") => &["e", "o"],
        "ui" if matches!(initial, "g" | "k") => &["uei"],
        "v" => &["u"],
        other => return vec![other.to_owned()],
    };
    all.iter().map(|one| (*one).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn syllables_are_written_the_old_way() {
        for (pinyin, wade) in
            [("zedong", "tsetung"), ("gong", "kung"), ("xue", "hsueh"), ("qian", "chien"), ("rui", "jui")]
        {
            let joined = super::super::chinese::syllables(pinyin).unwrap();
            let written: String = joined.iter().map(|one| of(one)[0].clone()).collect();
            assert_eq!(written, wade);
        }
    }
}
