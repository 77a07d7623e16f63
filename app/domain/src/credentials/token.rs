//! The secret of a credential: `gw_test_` or `gw_live_`, 32 random characters, 6 that check them.
//!
//! The check is CRC-32 over all before it, so that a mistyped or cut secret is recognised offline, before any
//! database is asked, and a scanner for leaked secrets has few false alarms.

use super::Environment;
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};

/// Bytes of randomness a secret is drawn from: 192 bits, of which the characters hold 190.
pub const RANDOM: usize = 24;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET: usize = 32;
const CHECK: usize = 6;
const TAIL: usize = 4;

/// A secret with a sound form. It is shown once and stored as its hash alone; its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    environment: Environment,
    text: String,
}

/// A text that can't be one of our secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a secret of ours")]
pub struct NoToken;

impl Environment {
    /// What secrets of this environment begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Test => "gw_test_",
            Self::Live => "gw_live_",
        }
    }
}

impl Token {
    /// The secret of these random bytes.
    pub fn draw(environment: Environment, random: &[u8; RANDOM]) -> Self {
        let body = format!("{}{}", environment.prefix(), base62(*random));
        let check = checksum(body.as_bytes());
        Self { environment, text: body + &check }
    }

    /// Where it speaks.
    pub const fn environment(&self) -> Environment {
        self.environment
    }

    /// The whole secret: for the one answer that shows it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The last four characters, for recognising it in a list.
    pub fn tail(&self) -> &str {
        self.text.get(self.text.len().saturating_sub(TAIL)..).unwrap_or_default()
    }

    /// What is stored in its place. A plain hash is enough for a random secret of this length.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.text.as_bytes()).into()
    }
}

/// How a list shows a secret: its beginning and its tail.
pub fn shown(environment: Environment, tail: &str) -> String {
    format!("{}…{tail}", environment.prefix())
}

impl FromStr for Token {
    type Err = NoToken;

    fn from_str(presented: &str) -> Result<Self, Self::Err> {
        let environment = Environment::ALL.iter().copied().find(|one| presented.starts_with(one.prefix()));
        let environment = environment.ok_or(NoToken)?;
        let rest = presented.strip_prefix(environment.prefix()).ok_or(NoToken)?;
        if rest.len() != SECRET + CHECK || !rest.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(NoToken);
        }
        let (body, check) = presented.split_at_checked(presented.len() - CHECK).ok_or(NoToken)?;
        if checksum(body.as_bytes()) != check {
            return Err(NoToken);
        }
        Ok(Self { environment, text: presented.to_owned() })
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}…)", self.environment.prefix())
    }
}

/// The lowest 32 digits in base 62 of one large number. There are 2.7 as many numbers as texts, so that each text
/// has two or three of them: a tenth of a bit less than even.
fn base62(mut number: [u8; RANDOM]) -> String {
    (0..SECRET).map(|_| character(divide(&mut number))).collect()
}

/// Divides a big-endian number by 62 in place and gives the remainder.
fn divide(number: &mut [u8; RANDOM]) -> u32 {
    let mut rest = 0_u32;
    for byte in number {
        let value = rest * 256 + u32::from(*byte);
        *byte = u8::try_from(value / 62).unwrap_or(u8::MAX);
        rest = value % 62;
    }
    rest
}

fn character(value: u32) -> char {
    let at = usize::try_from(value).unwrap_or_default();
    char::from(ALPHABET.get(at).copied().unwrap_or(b'0'))
}

/// CRC-32 in six characters of base 62, the highest first.
fn checksum(bytes: &[u8]) -> String {
    let crc = crc32(bytes);
    let digits = (0..6_u32).rev().map(|place| u64::from(crc) / 62_u64.pow(place) % 62);
    digits.map(|digit| character(u32::try_from(digit).unwrap_or_default())).collect()
}

/// CRC-32 as in ISO 3309 and zip, reflected, bit by bit: 46 bytes need no table.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn k01_the_checksum_is_the_common_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), "000000");
    }

    #[test]
    fn k01_a_secret_has_its_form() {
        let token = Token::draw(Environment::Test, &[7; RANDOM]);
        assert_eq!(token.as_str().len(), 46);
        assert_eq!(token.as_str().parse::<Token>(), Ok(token.clone()));
        assert_eq!(format!("{token:?}"), "Token(gw_test_…)");
        assert!(token.as_str().ends_with(token.tail()) && token.tail().len() == 4);
        assert_eq!(shown(token.environment(), "aZ09"), "gw_test_…aZ09");
        assert_eq!(Token::draw(Environment::Live, &[0; RANDOM]).as_str().get(8..40), Some(&*"0".repeat(32)));
    }

    #[test]
    fn k02_what_is_stored_is_its_sha_256() {
        let token = Token::draw(Environment::Test, &[0; RANDOM]);
        let again: [u8; 32] = Sha256::digest(token.as_str()).into();
        assert_eq!(token.hash(), again);
    }

    #[test]
    fn k01_other_texts_are_refused() {
        let sound = Token::draw(Environment::Test, &[9; RANDOM]).as_str().to_owned();
        let live = sound.replace("test", "live");
        let cut = &sound[..45];
        for wrong in
            ["", "gw_test_", cut, &format!("{sound}0"), &format!(" {sound}"), &live, &sound.to_uppercase()]
        {
            assert_eq!(wrong.parse::<Token>(), Err(NoToken), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_drawn_secret_is_recognised_and_a_changed_one_is_not(
            random: [u8; RANDOM], live: bool, at in 8usize..46, other in prop::sample::select(ALPHABET.to_vec()),
        ) {
            let environment = if live { Environment::Live } else { Environment::Test };
            let token = Token::draw(environment, &random);
            prop_assert_eq!(token.as_str().parse::<Token>().unwrap().environment(), environment);
            let mut bytes = token.as_str().as_bytes().to_vec();
            prop_assume!(bytes[at] != other);
            bytes[at] = other;
            prop_assert_eq!(std::str::from_utf8(&bytes).unwrap().parse::<Token>(), Err(NoToken));
        }

        #[test]
        fn other_bytes_give_other_secrets(one: [u8; RANDOM], two: [u8; RANDOM]) {
            prop_assume!(one != two);
            prop_assert_ne!(Token::draw(Environment::Test, &one), Token::draw(Environment::Test, &two));
        }

        #[test]
        fn nothing_presented_panics(presented in "\\PC{0,60}") {
            let _ = presented.parse::<Token>();
        }
    }
}
