//! Over weekends, holidays and days that were moved (调休), in Shanghai; and over the change of clocks in New York.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use super::*;
use crate::{review::Calendars, tenants::calendar::CalendarCode};
use proptest::prelude::*;
use time::{Date, UtcOffset, macros::datetime};

const SHANGHAI: UtcOffset = time::macros::offset!(+8);
const DAY: Duration = Duration::hours(8);

fn china() -> Calendar {
    Calendars::load().unwrap().get(CalendarCode::Cn).unwrap().clone()
}

/// An instant by the wall clock in Shanghai.
fn at(text: &str) -> OffsetDateTime {
    let format = time::macros::format_description!("[year]-[month]-[day] [hour]:[minute]");
    time::PrimitiveDateTime::parse(text, format).unwrap().assume_offset(SHANGHAI)
}

fn tick(clock: Clock, tick: Tick, now: &str) -> Clock {
    clock.apply(tick, &china(), &SHANGHAI, at(now))
}

fn start(clock: Clock, now: &str) -> Clock {
    tick(clock, Tick::Start { allowed: DAY }, now)
}

fn due(clock: Clock) -> OffsetDateTime {
    clock.due().expect("it runs").to_offset(SHANGHAI)
}

#[test]
fn a_weekend_is_not_owed() {
    // Friday 20 November: two hours before the day ends; the other six are Monday's.
    let clock = start(Clock::Off, "2026-11-20 16:00");
    assert_eq!(due(clock), at("2026-11-23 16:00"));
}

#[test]
fn a_weekend_that_is_worked_is_owed_and_a_holiday_is_not() {
    let two_days =
        |now| due(Clock::Off.apply(Tick::Start { allowed: DAY * 2 }, &china(), &SHANGHAI, at(now)));
    // Spring Festival: Saturday 14 February is worked (调休), the nine days after it are free.
    assert_eq!(two_days("2026-02-13 16:00"), at("2026-02-24 16:00"));
    // National Day: seven days are free, and Saturday 10 October is worked.
    assert_eq!(due(start(Clock::Off, "2026-09-30 17:00")), at("2026-10-08 17:00"));
    assert_eq!(due(start(Clock::Off, "2026-10-09 17:00")), at("2026-10-10 17:00"));
}

#[test]
fn a_pause_over_a_holiday_costs_nobody_anything() {
    let clock = tick(start(Clock::Off, "2026-09-30 10:00"), Tick::Pause, "2026-09-30 12:00");
    assert_eq!(clock, Clock::Paused { left: Duration::hours(6) });
    assert_eq!(
        due(start(clock, "2026-10-04 10:00")),
        at("2026-10-08 16:00"),
        "it comes back amid the holiday"
    );
    // What was owed for two hours when the holiday began is owed for two hours after it.
    let clock = tick(start(Clock::Off, "2026-09-29 09:00"), Tick::Pause, "2026-09-30 11:00");
    assert_eq!(due(start(clock, "2026-10-08 10:00")), at("2026-09-30 17:00"));
}

#[test]
fn the_change_of_clocks_is_no_working_time() {
    /// New York, as far as the first of November 2026 is about.
    struct NewYork;
    impl Zone for NewYork {
        fn offset_on(&self, day: Date) -> UtcOffset {
            let summer = day < time::macros::date!(2026 - 11 - 01);
            if summer { time::macros::offset!(-4) } else { time::macros::offset!(-5) }
        }
    }
    let us = Calendars::load().unwrap().get(CalendarCode::Us).unwrap().clone();
    // Friday an hour before the end; Monday is by the other clock. Whatever the day's hours are, the sum holds.
    let friday = datetime!(2026-10-30 16:00 -4);
    let clock = Clock::Off.apply(Tick::Start { allowed: DAY }, &us, &NewYork, friday);
    let monday = clock.due().unwrap().to_offset(time::macros::offset!(-5));
    assert_eq!(monday.date(), time::macros::date!(2026 - 11 - 02));
    assert_eq!(us.working_time(friday, monday, &NewYork), DAY);
    assert_eq!(us.shift(monday, -DAY, &NewYork), friday);
}

#[test]
fn what_was_used_stays_used_however_long_the_merchant_takes() {
    // Three of eight hours are used on Monday, then the merchant has it over the weekend.
    let clock = start(Clock::Off, "2026-11-23 09:00");
    assert_eq!(due(clock), at("2026-11-23 18:00"));
    let clock = tick(clock, Tick::Pause, "2026-11-23 12:00");
    assert_eq!(clock, Clock::Paused { left: Duration::hours(5) });
    assert_eq!(clock.due(), None);
    // Saturday: nobody works, so it goes on on Monday with the five hours that are left.
    let clock = start(clock, "2026-11-28 11:00");
    assert_eq!(due(clock), at("2026-11-30 15:00"));
    // And once more: one hour later it goes back again.
    let clock = tick(clock, Tick::Pause, "2026-11-30 10:00");
    assert_eq!(clock, Clock::Paused { left: Duration::hours(4) });
}

#[test]
fn what_was_overdue_is_overdue_when_it_comes_back() {
    let clock = start(Clock::Off, "2026-11-23 09:00");
    let clock = tick(clock, Tick::Pause, "2026-11-24 11:00");
    assert_eq!(clock, Clock::Paused { left: Duration::hours(-2) });
    // Tuesday morning an hour after work began: two working hours ago was Monday, an hour before its end.
    let clock = start(clock, "2026-12-01 10:00");
    assert_eq!(due(clock), at("2026-11-30 17:00"));
}

#[test]
fn a_case_that_is_reopened_has_all_its_time_again() {
    let clock = start(Clock::Off, "2026-11-23 09:00");
    let closed = tick(clock, Tick::Stop, "2026-11-23 16:00");
    assert_eq!(closed, Clock::Off);
    assert_eq!(due(start(closed, "2026-11-24 09:00")), at("2026-11-24 18:00"));
    let withdrawn = tick(tick(clock, Tick::Pause, "2026-11-23 16:00"), Tick::Stop, "2026-11-23 17:00");
    assert_eq!(withdrawn, Clock::Off, "what was left is forgotten with it");
}

#[test]
fn starting_twice_and_pausing_twice_change_nothing() {
    let clock = start(Clock::Off, "2026-11-23 09:00");
    assert_eq!(start(clock, "2026-11-23 15:00"), clock);
    let paused = tick(clock, Tick::Pause, "2026-11-23 12:00");
    assert_eq!(tick(paused, Tick::Pause, "2026-11-25 12:00"), paused);
    assert_eq!(tick(Clock::Off, Tick::Pause, "2026-11-25 12:00"), Clock::Off);
}

#[test]
fn columns_read_back() {
    let due = datetime!(2026-11-23 09:00 UTC);
    for clock in [Clock::Off, Clock::Running { due }, Clock::Paused { left: Duration::hours(-3) }] {
        assert_eq!(Clock::of(clock.due(), clock.left()), clock);
    }
}

proptest! {
    /// However often it is paused, the working time between the starts and the pauses adds up to what was allowed.
    #[test]
    fn nothing_is_lost_or_won(
        allowed in 1_i64..80,
        steps in proptest::collection::vec((1_i64..3_000, 1_i64..20_000), 1..6),
    ) {
        let (china, allowed) = (china(), Duration::hours(allowed));
        let (mut clock, mut now, mut used) = (Clock::Off, at("2026-01-05 09:30"), Duration::ZERO);
        for (ours, theirs) in steps {
            clock = clock.apply(Tick::Start { allowed }, &china, &SHANGHAI, now);
            let until = now + Duration::minutes(ours);
            used += china.working_time(now, until, &SHANGHAI);
            clock = clock.apply(Tick::Pause, &china, &SHANGHAI, until);
            prop_assert_eq!(clock.left(), Some(allowed - used));
            now = until + Duration::minutes(theirs);
        }
    }

    #[test]
    fn there_and_back_is_where_it_was(minutes in 0_i64..30_000, hours in 0_i64..200) {
        let china = china();
        let (from, time) = (at("2026-01-05 09:30") + Duration::minutes(minutes), Duration::hours(hours));
        let then = china.shift(from, time, &SHANGHAI);
        prop_assert_eq!(china.signed_time(from, then, &SHANGHAI), time);
        let before = china.shift(from, -time, &SHANGHAI);
        prop_assert_eq!(china.signed_time(from, before, &SHANGHAI), -time);
    }
}
