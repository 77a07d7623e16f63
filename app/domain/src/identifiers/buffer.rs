//! A typed number without its dress, on the stack: a million lines are judged without a million allocations.

use crate::text;

/// Longer than any identifier there is.
const CAPACITY: usize = 64;

/// Upper-case characters of a number; what isn't ASCII is kept as a byte no alphabet knows.
pub(super) struct Buffer {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Buffer {
    /// Reads what was typed; nothing if it is too long to be an identifier.
    pub(super) fn read(typed: &str) -> Option<Self> {
        if typed.is_ascii() { Self::undress(typed) } else { Self::undress(&text::compact(typed)) }
    }

    fn undress(typed: &str) -> Option<Self> {
        let mut buffer = Self { bytes: [0; CAPACITY], length: 0 };
        let kept = typed.chars().filter(|c| !c.is_ascii_whitespace() && *c != '-');
        for c in kept {
            let byte = u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(0);
            *buffer.bytes.get_mut(buffer.length)? = byte.to_ascii_uppercase();
            buffer.length += 1;
        }
        Some(buffer)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// The value of a digit.
pub(super) const fn digit(byte: u8) -> Option<u32> {
    if byte.is_ascii_digit() { Some((byte - b'0') as u32) } else { None }
}

/// The value of a digit, or of a letter from A = 10.
pub(super) const fn alphanumeric(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some((byte - b'0') as u32),
        b'A'..=b'Z' => Some((byte - b'A') as u32 + 10),
        _ => None,
    }
}

/// Sum of values times weights; nothing where a value is missing.
pub(super) fn weighted(values: impl Iterator<Item = Option<u32>>, weights: &[u32]) -> Option<u32> {
    values.zip(weights).try_fold(0, |sum, (value, weight)| Some(sum + value? * weight))
}

/// The number that these digits spell.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0u32, |number, byte| number.checked_mul(10)?.checked_add(digit(*byte)?))
}
