//! Numbers of mainland China: businesses, people, bank branches.

use super::{
    Kind, Verdict, banks,
    buffer::{alphanumeric, digit, number, weighted},
    check, iso7064, normal, provinces,
};
use time::{Date, Month};

/// GB 32100-2015: the letters that look like digits are left out.
const USCC_ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// GB 11714: the organisation code inside.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Characters 1–2 registrar and class, 3–8 region, 9–17 organisation code, 18 check.
pub(super) fn uscc(code: &[u8]) -> Verdict {
    if code.len() != 18 {
        return Verdict::No("length");
    }
    let value =
        |byte: &u8| USCC_ALPHABET.iter().position(|c| c == byte).and_then(|at| u32::try_from(at).ok());
    let Some(sum) = weighted(code.iter().map(value), &USCC_WEIGHTS) else { return Verdict::No("alphabet") };
    let Some(check) = code.last().and_then(value) else { return Verdict::No("alphabet") };
    let region = code.get(2..8).unwrap_or_default();
    if !region.iter().all(u8::is_ascii_digit) {
        return Verdict::No("region");
    }
    if (sum + check) % 31 != 0 {
        return Verdict::No("check-digit");
    }
    if !region.starts_with(b"10") && !provinces::is_known(region) {
        return Verdict::Warn("region");
    }
    if organisation(code.get(8..17).unwrap_or_default()) {
        Verdict::Ok
    } else {
        Verdict::Warn("organisation-code")
    }
}

/// Whether an organisation code's own check character holds.
fn organisation(code: &[u8]) -> bool {
    let Some((last, body)) = code.split_last() else { return false };
    let Some(sum) = weighted(body.iter().map(|byte| alphanumeric(*byte)), &ORGANISATION_WEIGHTS) else {
        return false;
    };
    let check = if *last == b'X' { Some(10) } else { digit(*last) };
    check.is_some_and(|check| (sum + check).is_multiple_of(11))
}

/// Digits 1–6 region, 7–14 birth, 15–17 order, 18 check.
pub(super) fn resident_id(id: &[u8], today: Date) -> Verdict {
    if id.len() != 18 {
        return Verdict::No("length");
    }
    let Some(sound) = iso7064::mod_11_2(id) else { return Verdict::No("alphabet") };
    if !sound {
        return Verdict::No("check-digit");
    }
    let Some(birth) = birth(id) else { return Verdict::No("date") };
    if birth > today {
        return Verdict::No("future");
    }
    if provinces::is_known(id) { Verdict::Ok } else { Verdict::Warn("region") }
}

fn birth(id: &[u8]) -> Option<Date> {
    let part = |range| id.get(range).and_then(number);
    let (year, month, day) = (part(6..10)?, part(10..12)?, part(12..14)?);
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, u8::try_from(day).ok()?).ok()?;
    (date.year() >= 1850).then_some(date)
}

/// Twelve digits: 1–3 bank, 4–7 city, 8–11 branch, 12 check, which matches ISO 7064 MOD 11,10 wherever tried.
pub(super) fn cnaps(code: &[u8]) -> Verdict {
    if code.len() != 12 {
        return Verdict::Warn("length");
    }
    match iso7064::mod_11_10(code) {
        None => Verdict::Warn("alphabet"),
        Some(false) => Verdict::Warn("check-digit"),
        Some(true) => Verdict::Ok,
    }
}

macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $kind:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(String);

        impl $name {
            /// Judges what was typed: the number with its warning if there is one, or why it is refused.
            ///
            /// # Errors
            /// The word of the refusal.
            pub fn parse(typed: &str, today: Date) -> Result<(Self, Option<&'static str>), &'static str> {
                match check($kind, typed, today) {
                    Verdict::No(reason) => Err(reason),
                    verdict => Ok((Self(normal(typed)), verdict.reason())),
                }
            }

            /// Its normal form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

number! {
    /// A unified social credit code 统一社会信用代码.
    Uscc, Kind::CnUscc
}

number! {
    /// A resident ID number 居民身份证号码.
    ResidentId, Kind::CnResidentId
}

number! {
    /// A bank branch code 联行号.
    Cnaps, Kind::Cnaps
}

impl Uscc {
    /// Registrar and class: `91` for an enterprise, `92` for an individual business.
    pub fn class(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// The province it was given in; none for those registered with the state itself.
    pub fn province(&self) -> Option<provinces::Province> {
        provinces::of(self.0.get(2..8)?.as_bytes())
    }
}

impl ResidentId {
    /// The day its holder was born.
    pub fn birth(&self) -> Option<Date> {
        birth(self.0.as_bytes())
    }

    /// The province it was first given in.
    pub fn province(&self) -> Option<provinces::Province> {
        provinces::of(self.0.as_bytes())
    }
}

impl Cnaps {
    /// The bank it names, where its first three digits belong to one bank alone.
    pub fn bank(&self) -> Option<&'static banks::Bank> {
        banks::of(self.0.get(..3)?)
    }
}
