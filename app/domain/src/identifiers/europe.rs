//! Legal entity identifiers, and value added tax numbers of the United Kingdom and Germany.

use super::{
    Verdict,
    buffer::{digit, number, weighted},
    iso7064,
};

/// ISO 17442: 18 letters and digits, two check digits.
pub(super) fn lei(lei: &[u8]) -> Verdict {
    if lei.len() != 20 {
        return Verdict::No("length");
    }
    let rest = iso7064::mod_97_10(lei.iter());
    let check = lei.get(18..).unwrap_or_default();
    match rest {
        None => Verdict::No("alphabet"),
        Some(_) if !check.iter().all(u8::is_ascii_digit) => Verdict::No("structure"),
        Some(1) if !matches!(check, b"00" | b"01" | b"99") => Verdict::Ok,
        Some(_) => Verdict::No("check-digit"),
    }
}

/// Nine digits, or twelve with a branch; `GB` before them may be left out.
pub(super) fn gb_vat(typed: &[u8]) -> Verdict {
    let digits = typed.strip_prefix(b"GB").unwrap_or(typed);
    if !matches!(digits.len(), 9 | 12) {
        return Verdict::No("length");
    }
    if !digits.iter().all(u8::is_ascii_digit) {
        return Verdict::No("alphabet");
    }
    let (body, check) = (digits.get(..7).unwrap_or_default(), digits.get(7..9).unwrap_or_default());
    let sum = weighted(body.iter().map(|byte| digit(*byte)), &[8, 7, 6, 5, 4, 3, 2]);
    let rest = sum.zip(number(check)).map(|(sum, check)| (sum + check) % 97);
    // The second remainder belongs to the numbers given since 2010.
    if matches!(rest, Some(0 | 42)) { Verdict::Ok } else { Verdict::No("check-digit") }
}

/// Nine digits; `DE` before them may be left out.
pub(super) fn de_vat(typed: &[u8]) -> Verdict {
    let digits = typed.strip_prefix(b"DE").unwrap_or(typed);
    if digits.len() != 9 {
        return Verdict::No("length");
    }
    match iso7064::mod_11_10(digits) {
        None => Verdict::No("alphabet"),
        Some(false) => Verdict::No("check-digit"),
        Some(true) if digits.starts_with(b"0") => Verdict::Warn("leading-zero"),
        Some(true) => Verdict::Ok,
    }
}
