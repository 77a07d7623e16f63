//! The working calendars a tenant chooses from; their days are data, see `review::calendar`.

use crate::words::words;

words! {
    /// A working calendar.
    CalendarCode {
        /// Mainland China, with days moved to and from weekends (调休).
        Cn = "cn",
        /// Federal holidays of the United States.
        Us = "us",
        /// The euro area's payment system (T2, formerly TARGET).
        Eu = "eu",
    }
}

/// The words that are stored.
pub const CODES: &[&str] = &[CalendarCode::Cn.word(), CalendarCode::Us.word(), CalendarCode::Eu.word()];

#[cfg(test)]
mod tests {
    use super::{CODES, CalendarCode};

    #[test]
    fn every_code_is_listed() {
        let words: Vec<_> = CalendarCode::ALL.iter().map(|code| code.word()).collect();
        assert_eq!(words, CODES);
    }
}
