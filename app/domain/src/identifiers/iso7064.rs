//! Check characters after ISO/IEC 7064.

use super::buffer::{alphanumeric, digit};

/// MOD 97-10: digits and letters (A = 10) as one number, modulo 97; a sound number leaves 1.
pub(super) fn mod_97_10<'a>(bytes: impl Iterator<Item = &'a u8>) -> Option<u32> {
    bytes.map(|byte| alphanumeric(*byte)).try_fold(0, |rest, value| {
        let value = value?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((rest * shift + value) % 97)
    })
}

/// MOD 11,10: whether the last digit checks the ones before it.
pub(super) fn mod_11_10(digits: &[u8]) -> Option<bool> {
    let (last, body) = digits.split_last()?;
    let product = body.iter().try_fold(10, |product, byte| {
        let sum = (digit(*byte)? + product) % 10;
        Some(if sum == 0 { 10 } else { sum } * 2 % 11)
    })?;
    Some((digit(*last)? + product) % 10 == 1)
}

/// MOD 11-2: whether the last character (X = 10) checks the digits before it.
pub(super) fn mod_11_2(characters: &[u8]) -> Option<bool> {
    let (last, body) = characters.split_last()?;
    let check = if *last == b'X' { 10 } else { digit(*last)? };
    let sum = body.iter().try_fold(0, |sum, byte| Some((sum + digit(*byte)?) * 2 % 11))?;
    Some((sum + check) % 11 == 1)
}
