//! Whether a password may be chosen. No rules of composition and no forced changes: long enough, and not among
//! what guessers try first.
//!
//! The estimate is zxcvbn's, whose lists (tens of thousands of leaked passwords, words, names, keyboard walks,
//! dates) come with it, offline; our own list adds what those lack, and the person's address and the brand's name
//! count as known words. A password is hashed exactly as it was typed.

use crate::error::FieldError;
use domain::accounts::password;
use zxcvbn::{Score, zxcvbn};

const EASY_WORDS: &str = include_str!("../../data/easy-words.txt");

/// The message key of what is wrong with a password, if anything is. `known` are words that whoever guesses knows.
fn fault(typed: &str, known: &[String]) -> Option<&'static str> {
    if let Err(fault) = password::check_length(typed) {
        return Some(match fault {
            password::PasswordFault::Empty => "form-error-required",
            password::PasswordFault::TooShort => "accounts-error-password-short",
            password::PasswordFault::TooLong => "accounts-error-password-long",
        });
    }
    let easy = EASY_WORDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let words: Vec<&str> = known.iter().map(String::as_str).chain(easy).collect();
    let common = made_of(typed, &words) || zxcvbn(typed, &words).score() < Score::Three;
    common.then_some("accounts-error-password-common")
}

/// Whether hardly anything but these words, digits and marks is in it. The estimator takes three easy words in a row
/// for strong enough.
fn made_of(typed: &str, words: &[&str]) -> bool {
    let mut words: Vec<String> =
        words.iter().map(|word| word.to_lowercase()).filter(|word| word.chars().count() >= 4).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words.iter().fold(typed.to_lowercase(), |rest, word| rest.replace(word.as_str(), " "));
    rest.chars().filter(|c| c.is_alphabetic()).count() < 4 && rest.contains(' ')
}

/// What is wrong with a password typed into `field`, if anything is.
pub(super) fn judge(field: &'static str, typed: &str, known: &[String]) -> Option<FieldError> {
    fault(typed, known).map(|key| FieldError {
        field: field.into(),
        key: key.into(),
        args: vec![("min", password::MIN_LENGTH.to_string()), ("max", password::MAX_LENGTH.to_string())],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::accounts::EmailAddress;

    fn judged(typed: &str) -> Option<&'static str> {
        let mut known = EmailAddress::parse("wang.xiaomei@haven-trading.example").unwrap().words();
        known.extend(["Harbour Pay".into(), "港湾支付".into()]);
        fault(typed, &known)
    }

    #[test]
    fn a01_lengths() {
        assert_eq!(judged(""), Some("form-error-required"));
        assert_eq!(judged("vK7#mq!Zr2pL9x"), Some("accounts-error-password-short"));
        assert_eq!(judged("vK7#mq!Zr2pL9xw"), None);
        // Characters count, not bytes.
        assert_eq!(judged("青瓦旧巷晚风拾光入梦听雨"), Some("accounts-error-password-short"));
        assert_eq!(judged("青瓦旧巷晚风拾光入梦听雨过江南"), None);
        assert_eq!(judged(&"长句 sentence ".repeat(40)), Some("accounts-error-password-long"));
    }

    #[test]
    fn a02_what_guessers_try_first() {
        for easy in [
            "passwordpassword",
            "password12345678",
            "Password123456!",
            "123456789012345",
            "qwertyuiopasdfgh",
            "1qaz2wsx3edc4rfv",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "iloveyouiloveyou",
            "letmeinletmein1",
            "administrator123",
            "woaini1314520520",
            "woaini5201314woaini",
            "zhifubao123456789",
            "gongxifacai88888",
            "wang.xiaomei2026",
            "wang.xiaomei@haven-trading.example",
            "harbour pay 2026",
            "gangwaygangway1",
            "Woaini-5201314-Zhongguo",
            "Wang 港湾支付 Xiaomei 2026",
        ] {
            assert_eq!(judged(easy), Some("accounts-error-password-common"), "{easy}");
        }
    }

    #[test]
    fn a01_what_people_may_choose() {
        for good in [
            "correct lantern bridge ninety",
            "Tea at 4 with the heron",
            "   spaces count   too  ",
            "🦆🌊 ducks drift past the mill",
            "gVx2 9fLq w0Rz 7bNe",
            "清晨五点的码头还没有人",
        ] {
            let long_enough = good.chars().count() >= password::MIN_LENGTH;
            assert_eq!(judged(good), (!long_enough).then_some("accounts-error-password-short"), "{good}");
        }
    }
}
