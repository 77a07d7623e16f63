//! The rules of a tenant's table of currencies: what may be entered, and which figure counts on a day.

use super::{
    exchange::Quote,
    typed::{self, Wrong},
};
use time::{Date, macros::date};

/// Decimals that a worth may have: it is kept in millionths.
pub const PLACES: u8 = 6;
/// After so many days a figure is no longer called current.
pub const CURRENT_DAYS: i64 = 7;
/// The first day that a figure may hold from.
pub const FIRST_DAY: Date = date!(2000 - 01 - 01);
/// A figure so many times as large or as small as the one before is asked about: a slip of the point, mostly.
pub const LEAP: u64 = 5;

/// Why what was typed is no worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No number, too many decimals, or too large.
    Typed(Wrong),
    /// Nothing is worth nothing.
    Zero,
}

/// What one unit is worth, typed in units of the table's own currency: in millionths of it.
///
/// # Errors
/// [`Unfit`] where it is none.
pub fn worth(text: &str) -> Result<u64, Unfit> {
    let worth = typed::decimal(text, PLACES).map_err(Unfit::Typed)?;
    match worth {
        0 => Err(Unfit::Zero),
        1..=Quote::MOST => Ok(worth),
        _ => Err(Unfit::Typed(Wrong::TooLarge)),
    }
}

/// A worth as it is typed: without needless noughts.
pub fn written(worth: u64) -> String {
    let (whole, part) = (worth / 1_000_000, worth % 1_000_000);
    let part = format!("{part:06}");
    match part.trim_end_matches('0') {
        "" => whole.to_string(),
        part => format!("{whole}.{part}"),
    }
}

/// Whether a figure is far from the one before.
pub const fn leaps(before: u64, now: u64) -> bool {
    let (less, more) = if before < now { (before, now) } else { (now, before) };
    less.saturating_mul(LEAP) < more
}

/// Whether a figure may hold from this day: not from one to come, whose figure nobody knows.
pub fn may_hold_from(day: Date, today: Date) -> bool {
    (FIRST_DAY..=today).contains(&day)
}

/// Whether a figure is still called current.
pub fn is_current(from: Date, on: Date) -> bool {
    (on - from).whole_days() <= CURRENT_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worth_is_read_in_millionths_and_written_as_it_was_typed() {
        for (text, read) in
            [("7.12", 7_120_000), ("0.0475", 47_500), ("0.000001", 1), ("1000000", Quote::MOST)]
        {
            assert_eq!(worth(text), Ok(read), "{text}");
            assert_eq!(written(read), text);
        }
        assert_eq!(worth(" 7 "), Ok(7_000_000));
    }

    #[test]
    fn what_is_no_worth_is_refused() {
        assert_eq!((worth("0"), worth("0.000000")), (Err(Unfit::Zero), Err(Unfit::Zero)));
        assert_eq!(worth("0.0000001"), Err(Unfit::Typed(Wrong::Decimals(6))));
        assert_eq!(worth("1000000.000001"), Err(Unfit::Typed(Wrong::TooLarge)));
        assert_eq!(worth("99999999999999999999"), Err(Unfit::Typed(Wrong::TooLarge)));
        for text in ["", "-1", "7,12", "1e3", "¥7"] {
            assert_eq!(worth(text), Err(Unfit::Typed(Wrong::NoNumber)), "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_point_is_noticed_and_a_crisis_is_not() {
        assert!(leaps(7_120_000, 71_200_000) && leaps(7_120_000, 712_000));
        assert!(!leaps(7_120_000, 7_120_000 * LEAP) && !leaps(7_120_000 * LEAP, 7_120_000));
        assert!(!leaps(u64::MAX, u64::MAX));
    }

    #[test]
    fn days_to_come_and_of_long_ago_are_refused() {
        let today = date!(2026 - 11 - 27);
        assert!(may_hold_from(today, today) && may_hold_from(FIRST_DAY, today));
        assert!(!may_hold_from(date!(2026 - 11 - 28), today) && !may_hold_from(date!(1999 - 12 - 31), today));
        assert!(is_current(date!(2026 - 11 - 20), today) && !is_current(date!(2026 - 11 - 19), today));
    }
}
