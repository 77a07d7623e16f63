//! Numbers of the United States, and the check digit of cards.

use super::{
    Verdict,
    buffer::{digit, number, weighted},
};

/// Nine digits whose first two name an IRS campus; there is no check digit.
///
/// Source: IRS, "How EINs are assigned and valid EIN prefixes".
pub(super) fn ein(ein: &[u8]) -> Verdict {
    if ein.len() != 9 {
        return Verdict::No("length");
    }
    if !ein.iter().all(u8::is_ascii_digit) {
        return Verdict::No("alphabet");
    }
    let prefix = ein.get(..2).and_then(number);
    match prefix {
        Some(1..=6 | 10..=16 | 20..=27 | 30..=48 | 50..=68 | 71..=77 | 80..=88 | 90..=95 | 98 | 99) => {
            Verdict::Ok
        }
        _ => Verdict::No("prefix"),
    }
}

/// Five digits, or nine where the four of the delivery route stand behind them.
///
/// Source: United States Postal Service, Domestic Mail Manual 602, 1.3.
pub(super) fn zip(zip: &[u8]) -> Verdict {
    if !zip.iter().all(u8::is_ascii_digit) {
        return Verdict::No("alphabet");
    }
    if matches!(zip.len(), 5 | 9) { Verdict::Ok } else { Verdict::No("length") }
}

/// Nine digits with weights 3, 7, 1.
pub(super) fn aba(routing: &[u8]) -> Verdict {
    if routing.len() != 9 {
        return Verdict::No("length");
    }
    let sum = weighted(routing.iter().map(|byte| digit(*byte)), &[3, 7, 1, 3, 7, 1, 3, 7, 1]);
    match sum {
        None => Verdict::No("alphabet"),
        Some(sum) if sum > 0 && sum.is_multiple_of(10) => Verdict::Ok,
        Some(_) => Verdict::No("check-digit"),
    }
}

/// Every second digit from the right is doubled. Cards exist that fail it: it only warns.
pub(super) fn luhn(digits: &[u8]) -> Verdict {
    if digits.len() < 2 {
        return Verdict::Warn("length");
    }
    let sum = digits.iter().rev().enumerate().try_fold(0, |sum, (at, byte)| {
        let value = digit(*byte)? * if at % 2 == 1 { 2 } else { 1 };
        Some(sum + value / 10 + value % 10)
    });
    match sum {
        None => Verdict::Warn("alphabet"),
        Some(sum) if sum.is_multiple_of(10) => Verdict::Ok,
        Some(_) => Verdict::Warn("check-digit"),
    }
}
