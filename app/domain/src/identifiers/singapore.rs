//! Unique entity numbers of Singapore, in their three forms.

use super::{
    Verdict,
    buffer::{digit, number, weighted},
};
use time::Date;

const BUSINESS: (&[u32], &[u8]) = (&[10, 4, 9, 3, 8, 2, 7, 1], b"XMKECAWLJDB");
const COMPANY: (&[u32], &[u8]) = (&[10, 8, 6, 4, 9, 7, 5, 3, 1], b"ZKCMDNERGWH");
const OTHER_WEIGHTS: [u32; 9] = [4, 3, 5, 3, 10, 2, 2, 5, 7];
const OTHER_ALPHABET: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";

/// The kinds of other entities that are known; there may be newer ones.
const TYPES: &[&[u8; 2]] = &[
    b"CC", b"CD", b"CH", b"CL", b"CM", b"CP", b"CS", b"CX", b"DP", b"FB", b"FC", b"FM", b"FN", b"GA", b"GB",
    b"GS", b"HS", b"LL", b"LP", b"MB", b"MC", b"MD", b"MH", b"MM", b"MQ", b"NB", b"NR", b"PA", b"PB", b"PF",
    b"RF", b"RP", b"SM", b"SS", b"TC", b"TU", b"VH", b"XL",
];

/// Businesses have eight digits and a letter; companies nine, beginning with the year; others R, S or T, the
/// year in two digits, a type, four digits and a letter.
pub(super) fn uen(uen: &[u8], today: Date) -> Verdict {
    let Some((last, body)) = uen.split_last() else { return Verdict::No("length") };
    match (uen.len(), uen.first()) {
        (9, _) => digits_and_letter(body, *last, BUSINESS),
        (10, Some(first)) if first.is_ascii_digit() => {
            let verdict = digits_and_letter(body, *last, COMPANY);
            let year = body.get(..4).and_then(number);
            if verdict == Verdict::Ok && year > u32::try_from(today.year()).ok() {
                Verdict::No("future")
            } else {
                verdict
            }
        }
        (10, Some(b'R' | b'S' | b'T')) => other(uen, body, *last, today),
        (10, _) => Verdict::No("structure"),
        _ => Verdict::No("length"),
    }
}

fn digits_and_letter(body: &[u8], last: u8, (weights, letters): (&[u32], &[u8])) -> Verdict {
    if !last.is_ascii_uppercase() {
        return Verdict::No("structure");
    }
    let Some(sum) = weighted(body.iter().map(|byte| digit(*byte)), weights) else {
        return Verdict::No("structure");
    };
    letter(letters, sum % 11, last)
}

fn other(uen: &[u8], body: &[u8], last: u8, today: Date) -> Verdict {
    let (Some(year), Some(kind), Some(order)) =
        (uen.get(1..3).and_then(number), uen.get(3..5), uen.get(5..9))
    else {
        return Verdict::No("structure");
    };
    if !kind.iter().all(u8::is_ascii_uppercase) || !order.iter().all(u8::is_ascii_digit) {
        return Verdict::No("structure");
    }
    let value =
        |byte: &u8| OTHER_ALPHABET.iter().position(|c| c == byte).and_then(|at| u32::try_from(at).ok());
    let Some(sum) = weighted(body.iter().map(value), &OTHER_WEIGHTS) else { return Verdict::No("alphabet") };
    // Five less, modulo eleven.
    let verdict = letter(OTHER_ALPHABET, (sum + 6) % 11, last);
    if verdict != Verdict::Ok {
        return verdict;
    }
    let this_year = u32::try_from(today.year().rem_euclid(100)).unwrap_or_default();
    if uen.first() == Some(&b'T') && year > this_year {
        return Verdict::No("future");
    }
    if TYPES.iter().any(|known| known.as_slice() == kind) { Verdict::Ok } else { Verdict::Warn("type") }
}

fn letter(letters: &[u8], at: u32, last: u8) -> Verdict {
    let expected = usize::try_from(at).ok().and_then(|at| letters.get(at));
    if expected == Some(&last) { Verdict::Ok } else { Verdict::No("check-digit") }
}
