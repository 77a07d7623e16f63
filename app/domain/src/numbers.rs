//! The numbers people read to each other: `GW-7K2M9QX4D` for a case, `M-…` for a merchant, `V-…` for a transfer that
//! is to prove an account.
//!
//! Eight random characters of Crockford's base 32 (no I, L, O, U) and one that checks them (Luhn modulo 32, which
//! finds every wrong character and nearly every swap of two neighbours). Random, so that nobody learns from one how
//! many there are.

use crate::identifiers;
use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;

/// What a number names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// An application, and so the desk's case.
    Case,
    /// A merchant that was taken aboard.
    Merchant,
    /// A transfer that is to prove an account.
    Transfer,
}

impl Named {
    /// What stands before the dash.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Case => "GW",
            Self::Merchant => "M",
            Self::Transfer => "V",
        }
    }
}

/// A number with its check, in its one form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    /// The number of these random bytes; five bits of each count.
    pub fn draw(named: Named, random: [u8; LENGTH]) -> Self {
        let body: String = random.iter().map(|byte| character(byte & 31)).collect();
        let check = character(check_value(&body).unwrap_or_default());
        Self(format!("{}-{body}{check}", named.prefix()))
    }

    /// Reads a number as people type it: any width and case, with or without prefix and dashes, O for 0, I and L
    /// for 1. Nothing where the check doesn't hold.
    pub fn parse(named: Named, typed: &str) -> Option<Self> {
        let plain = normal(typed);
        let bare = plain.strip_prefix(named.prefix()).filter(|rest| rest.len() == LENGTH + 1);
        let bare = bare.unwrap_or(&plain);
        let (body, check) = bare.split_at_checked(LENGTH)?;
        let sound = check.len() == 1 && check.bytes().next().and_then(value)? == check_value(body)?;
        sound.then(|| Self(format!("{}-{bare}", named.prefix())))
    }

    /// The number, or the beginning of one, as it is stored; for searching. Nothing where it can't be one.
    pub fn beginning(named: Named, typed: &str) -> Option<String> {
        let plain = normal(typed);
        let bare = plain.strip_prefix(named.prefix()).unwrap_or(&plain);
        let fits = (1..=LENGTH + 1).contains(&bare.len()) && bare.bytes().all(|byte| value(byte).is_some());
        fits.then(|| format!("{}-{bare}", named.prefix()))
    }

    /// As it is stored and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn normal(typed: &str) -> String {
    identifiers::normal(typed)
        .chars()
        .map(|c| {
            if c == 'O' {
                '0'
            } else if matches!(c, 'I' | 'L') {
                '1'
            } else {
                c
            }
        })
        .collect()
}

fn character(value: u8) -> char {
    char::from(ALPHABET.get(usize::from(value)).copied().unwrap_or(b'0'))
}

fn value(character: u8) -> Option<u8> {
    ALPHABET.iter().position(|known| *known == character).and_then(|at| u8::try_from(at).ok())
}

/// Luhn modulo 32: every second value from the right counts twice, its two digits in base 32 added.
fn check_value(body: &str) -> Option<u8> {
    let mut sum = 0_u32;
    for (at, byte) in body.bytes().rev().enumerate() {
        let value = u32::from(value(byte)?);
        let counted = if at % 2 == 0 { value * 2 } else { value };
        sum += counted / 32 + counted % 32;
    }
    u8::try_from((32 - sum % 32) % 32).ok()
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, Named, Number};
    use proptest::prelude::*;

    #[test]
    fn a_number_reads_back_as_people_type_it() {
        let number = Number::draw(Named::Case, [7, 19, 2, 20, 9, 22, 29, 4]);
        assert_eq!(number.as_str().len(), "GW-".len() + 9);
        let bare = number.as_str().trim_start_matches("GW-").to_owned();
        let wide: String = number
            .as_str()
            .chars()
            .map(|c| match c {
                '-' => '－',
                c => char::from_u32(u32::from(c) + 0xFEE0).unwrap(),
            })
            .collect();
        for typed in [number.to_string(), number.to_string().to_lowercase(), format!(" {bare} "), wide] {
            assert_eq!(Number::parse(Named::Case, &typed), Some(number.clone()), "{typed}");
        }
        let zero = Number::draw(Named::Merchant, [0; 8]);
        assert_eq!(zero.as_str(), "M-000000000");
        assert_eq!(Number::parse(Named::Merchant, "m ooooooooo"), Some(zero));
    }

    #[test]
    fn a_beginning_is_found() {
        for typed in ["GW-7K2M", "gw 7k2m", "７ｋ２ｍ"] {
            assert_eq!(Number::beginning(Named::Case, typed).as_deref(), Some("GW-7K2M"), "{typed}");
        }
        for typed in ["", "GW-", "海曼", "7K2M9QX4DD", "a&b"] {
            assert_eq!(Number::beginning(Named::Case, typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_noticed(random in any::<[u8; 8]>(), at in 0usize..9, other in 0usize..32) {
            let number = Number::draw(Named::Case, random);
            prop_assert_eq!(Number::parse(Named::Case, number.as_str()), Some(number.clone()));
            let mut bytes = number.as_str().as_bytes().to_vec();
            let place = 3 + at;
            prop_assume!(bytes[place] != ALPHABET[other]);
            bytes[place] = ALPHABET[other];
            prop_assert_eq!(Number::parse(Named::Case, std::str::from_utf8(&bytes).unwrap()), None);
        }

        #[test]
        fn nothing_typed_panics(typed in "\\PC{0,24}") {
            let _ = Number::parse(Named::Case, &typed);
            let _ = Number::beginning(Named::Merchant, &typed);
        }
    }
}
