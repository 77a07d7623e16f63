//! Numbers of companies in registers whose numbers have no check digit.

use super::Verdict;

/// Eight digits: the business registration number, by which companies of Hong Kong are known since the end of 2023.
pub(super) fn hk_brn(brn: &[u8]) -> Verdict {
    if brn.len() != 8 {
        return Verdict::No("length");
    }
    if brn.iter().all(u8::is_ascii_digit) { Verdict::Ok } else { Verdict::No("alphabet") }
}

/// Eight digits, or the two letters of a register and six digits: `SC` for Scotland, `NI` for Northern Ireland.
pub(super) fn gb_crn(crn: &[u8]) -> Verdict {
    if crn.len() != 8 {
        return Verdict::No("length");
    }
    let (register, number) = crn.split_at_checked(2).unwrap_or_default();
    let of_one = |is: fn(&u8) -> bool| register.iter().all(is);
    let sound = of_one(u8::is_ascii_digit) || of_one(u8::is_ascii_uppercase);
    if sound && number.iter().all(u8::is_ascii_digit) { Verdict::Ok } else { Verdict::No("structure") }
}

/// Section B of a German commercial register, where limited companies stand: `HRB`, up to six digits, and the letters
/// that some courts put behind them.
pub(super) fn de_hrb(typed: &[u8]) -> Verdict {
    let Some(number) = typed.strip_prefix(b"HRB") else { return Verdict::No("register") };
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let letters = number.get(digits..).unwrap_or_default();
    let sound = (1..=6).contains(&digits) && letters.len() <= 2 && letters.iter().all(u8::is_ascii_uppercase);
    if sound { Verdict::Ok } else { Verdict::No("structure") }
}
