//! Identifiers of businesses, people and banks: each kind with its own rule.
//!
//! A rule says `ok`, warns, or refuses, with one short word; pages translate `error-{kind}-{word}` and
//! `warn-{kind}-{word}`. Whether a register knows the number is another question, which no rule here answers.

mod buffer;
mod cn;
mod companies;
mod europe;
mod iban;
mod iso7064;
mod singapore;
mod us;

pub mod banks;
pub mod provinces;

pub use cn::{Cnaps, ResidentId, Uscc};

use crate::words::words;
use buffer::Buffer;
use time::Date;

words! {
    /// A kind of identifier, by the word that `gangway validate` and the requirement rules use.
    Kind {
        /// 统一社会信用代码, GB 32100-2015.
        CnUscc = "cn-uscc",
        /// 居民身份证, GB 11643.
        CnResidentId = "cn-resident-id",
        /// 联行号: only ever warns, as no published rule was found.
        Cnaps = "cnaps",
        /// IBAN, ISO 13616.
        Iban = "iban",
        /// Legal entity identifier, ISO 17442.
        Lei = "lei",
        /// Employer identification number.
        UsEin = "us-ein",
        /// Bank routing number.
        UsAba = "us-aba",
        /// Postal code of the United States: ZIP or ZIP+4.
        UsZip = "us-zip",
        /// A card number's check digit: only ever warns.
        Luhn = "luhn",
        /// Value added tax number of the United Kingdom.
        GbVat = "gb-vat",
        /// Umsatzsteuer-Identifikationsnummer.
        DeVat = "de-vat",
        /// Unique entity number of Singapore.
        SgUen = "sg-uen",
        /// Business registration number of Hong Kong.
        HkBrn = "hk-brn",
        /// Company registration number of the United Kingdom.
        GbCrn = "gb-crn",
        /// Number in section B of a German commercial register.
        DeHrb = "de-hrb",
    }
}

/// What a rule says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing is wrong with its form.
    Ok,
    /// It may be right all the same.
    Warn(&'static str),
    /// It can't be right.
    No(&'static str),
}

impl Verdict {
    /// The reason, unless it is ok.
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Ok => None,
            Self::Warn(reason) | Self::No(reason) => Some(reason),
        }
    }

    /// Whether the number is refused.
    pub const fn is_no(self) -> bool {
        matches!(self, Self::No(_))
    }
}

/// Judges a number as it was typed: spaces, hyphens, width and case don't matter.
///
/// `today` is the day in the kind's country; births and years after it are refused.
pub fn check(kind: Kind, typed: &str, today: Date) -> Verdict {
    let Some(buffer) = Buffer::read(typed) else {
        return if kind.only_warns() { Verdict::Warn("length") } else { Verdict::No("length") };
    };
    let number = buffer.bytes();
    match kind {
        Kind::CnUscc => cn::uscc(number),
        Kind::CnResidentId => cn::resident_id(number, today),
        Kind::Cnaps => cn::cnaps(number),
        Kind::Iban => iban::iban(number),
        Kind::Lei => europe::lei(number),
        Kind::UsEin => us::ein(number),
        Kind::UsAba => us::aba(number),
        Kind::UsZip => us::zip(number),
        Kind::Luhn => us::luhn(number),
        Kind::GbVat => europe::gb_vat(number),
        Kind::DeVat => europe::de_vat(number),
        Kind::SgUen => singapore::uen(number, today),
        Kind::HkBrn => companies::hk_brn(number),
        Kind::GbCrn => companies::gb_crn(number),
        Kind::DeHrb => companies::de_hrb(number),
    }
}

/// The one form of a number that is stored, compared and fingerprinted: plain width, upper case, undressed.
pub fn normal(typed: &str) -> String {
    crate::text::compact(typed).to_uppercase()
}

impl Kind {
    /// A number as people write it, from the form in which it is stored: an EIN as `91-1144442`, a ZIP+4 as
    /// `94607-1234`, a register's number as `HRB 12345`. Whatever is written in one go, or is masked, stays as it is.
    pub fn written(self, stored: &str) -> String {
        if self == Self::DeHrb {
            return stored
                .strip_prefix("HRB")
                .map_or_else(|| stored.to_owned(), |rest| format!("HRB {rest}"));
        }
        let head = match self {
            Self::UsEin => 2,
            Self::UsZip => 5,
            _ => return stored.to_owned(),
        };
        let whole = stored.len() == 9 && stored.bytes().all(|byte| byte.is_ascii_digit());
        match stored.split_at_checked(head).filter(|_| whole) {
            Some((head, rest)) => format!("{head}-{rest}"),
            None => stored.to_owned(),
        }
    }

    /// The country, ISO 3166-1 alpha-2, whose day it is judged on: where such numbers are given. Empty where any may
    /// be.
    pub const fn country(self) -> &'static str {
        match self {
            Self::CnUscc | Self::CnResidentId | Self::Cnaps => "CN",
            Self::UsEin | Self::UsAba | Self::UsZip => "US",
            Self::GbVat | Self::GbCrn => "GB",
            Self::DeVat | Self::DeHrb => "DE",
            Self::HkBrn => "HK",
            Self::SgUen => "SG",
            Self::Iban | Self::Lei | Self::Luhn => "",
        }
    }

    /// Kinds whose rule isn't sure enough to refuse.
    pub const fn only_warns(self) -> bool {
        matches!(self, Self::Cnaps | Self::Luhn)
    }
}

#[cfg(test)]
mod tests;
