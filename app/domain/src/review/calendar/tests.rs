//! Holidays, weekends, 调休, and time that passes only while people work.

use super::*;
use proptest::prelude::*;
use time::macros::{date, datetime, offset};

const SHANGHAI: UtcOffset = offset!(+8);

fn calendar(code: CalendarCode) -> Calendar {
    Calendars::load().unwrap().get(code).unwrap().clone()
}

fn cn() -> Calendar {
    calendar(CalendarCode::Cn)
}

#[test]
fn days_off_and_days_moved() {
    let cn = cn();
    for (day, works) in [
        (date!(2026 - 01 - 01), false),
        (date!(2026 - 01 - 04), true),  // Sunday, made up
        (date!(2026 - 02 - 14), true),  // Saturday, made up
        (date!(2026 - 02 - 23), false), // Monday of the Spring Festival
        (date!(2026 - 02 - 24), true),
        (date!(2026 - 02 - 28), true), // Saturday, made up
        (date!(2026 - 09 - 20), true), // Sunday, made up
        (date!(2026 - 10 - 07), false),
        (date!(2026 - 10 - 10), true), // Saturday, made up
        (date!(2026 - 11 - 21), false),
        (date!(2026 - 11 - 23), true),
    ] {
        assert_eq!(cn.is_working(day), works, "{day}");
    }
    assert_eq!(cn.holiday(date!(2026 - 10 - 01)), Some("国庆节"));
    assert!(!calendar(CalendarCode::Us).is_working(date!(2026 - 11 - 26)));
    assert!(!calendar(CalendarCode::Eu).is_working(date!(2027 - 03 - 26)));
    assert!(calendar(CalendarCode::Eu).is_working(date!(2026 - 11 - 26)));
}

#[test]
fn the_year_of_2026_has_the_announced_number_of_working_days() {
    let days = std::iter::successors(Some(date!(2026 - 01 - 01)), |day| day.next_day()).take(365);
    assert_eq!(days.filter(|day| cn().is_working(*day)).count(), 248);
}

#[test]
fn an_sla_passes_over_the_national_day() {
    // Handed in on Wednesday evening before the holiday: the eight hours of Thursday the 8th.
    let from = datetime!(2026-09-30 19:00 +8);
    let due = cn().add_working_hours(from, Duration::hours(8), &SHANGHAI);
    assert_eq!(due, datetime!(2026-10-08 18:00 +8));
    // The Saturday after is made up, so that the next sixteen hours end on it.
    let due = cn().add_working_hours(due, Duration::hours(16), &SHANGHAI);
    assert_eq!(due, datetime!(2026-10-10 18:00 +8));
}

#[test]
fn lunch_and_nights_do_not_count() {
    let cn = cn();
    let from = datetime!(2026-11-23 11:30 +8);
    assert_eq!(cn.add_working_hours(from, Duration::HOUR, &SHANGHAI), datetime!(2026-11-23 13:30 +8));
    let friday = datetime!(2026-11-27 17:30 +8);
    assert_eq!(cn.add_working_hours(friday, Duration::HOUR, &SHANGHAI), datetime!(2026-11-30 09:30 +8));
    assert_eq!(cn.working_time(from, datetime!(2026-11-23 13:30 +8), &SHANGHAI), Duration::HOUR);
    assert_eq!(cn.working_time(friday, datetime!(2026-11-29 12:00 +8), &SHANGHAI), Duration::minutes(30));
    assert_eq!(cn.working_time(friday, from, &SHANGHAI), Duration::ZERO);
}

#[test]
fn the_zones_day_counts_not_utcs() {
    // Monday 06:00 in Shanghai is still Sunday in UTC.
    let from = datetime!(2026-11-22 22:00 UTC);
    let due = cn().add_working_hours(from, Duration::HOUR, &SHANGHAI);
    assert_eq!(due, datetime!(2026-11-23 10:00 +8));
}

#[test]
fn clocks_that_change_keep_the_wall_hours() {
    struct NewYork;
    impl Zone for NewYork {
        fn offset_on(&self, day: Date) -> UtcOffset {
            if day < date!(2026 - 11 - 01) { offset!(-4) } else { offset!(-5) }
        }
    }
    let due = calendar(CalendarCode::Us).add_working_hours(
        datetime!(2026-10-30 16:00 -4),
        Duration::hours(2),
        &NewYork,
    );
    assert_eq!(due, datetime!(2026-11-02 10:00 -5));
}

#[test]
fn an_end_in_sight_is_told() {
    let cn = cn();
    assert!(!cn.ends_within_60_days(cn.last() - Duration::days(61)));
    assert!(cn.ends_within_60_days(cn.last() - Duration::days(60)));
    assert!(cn.ends_within_60_days(cn.last() + Duration::DAY));
}

#[test]
fn files_that_contradict_themselves_are_refused() {
    let sound = serde_json::to_string(&cn()).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&sound).unwrap(), cn());
    for (from, to, what) in [
        ("\"last\":\"2026-12-31\"", "\"last\":\"2025-12-31\"", "before it begins"),
        ("\"day\":\"2026-01-04\"", "\"day\":\"2026-01-01\"", "both"),
        ("\"day\":\"2026-01-04\"", "\"day\":\"2026-01-05\"", "anyway"),
        ("\"day\":\"2026-01-02\"", "\"day\":\"2026-01-01\"", "twice"),
        ("\"day\":\"2026-01-02\"", "\"day\":\"2027-01-02\"", "outside"),
        ("\"09:00\"", "\"19:00\"", "in order"),
        ("\"09:00\"", "\"25:00\"", "time of day"),
    ] {
        let broken = sound.replacen(from, to, 1);
        assert_ne!(broken, sound, "{from} is in the file");
        let error = serde_json::from_str::<Calendar>(&broken).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
}

prop_compose! {
    fn instant()(minutes in 0i64..525_600) -> OffsetDateTime {
        datetime!(2026-01-01 00:00 +8) + Duration::minutes(minutes)
    }
}

proptest! {
    #[test]
    fn so_much_time_has_passed_at_the_due_instant(from in instant(), minutes in 1i64..6_000, code in 0usize..3) {
        let (calendar, time) = (calendar(CalendarCode::ALL[code]), Duration::minutes(minutes));
        let due = calendar.add_working_hours(from, time, &SHANGHAI);
        prop_assert!(due > from);
        prop_assert_eq!(calendar.working_time(from, due, &SHANGHAI), time);
        prop_assert!(calendar.is_working(due.to_offset(SHANGHAI).date()));
    }

    #[test]
    fn time_adds_up(from in instant(), one in 1i64..3_000, two in 1i64..3_000) {
        let cn = cn();
        let add = |from, minutes| cn.add_working_hours(from, Duration::minutes(minutes), &SHANGHAI);
        prop_assert_eq!(add(add(from, one), two), add(from, one + two));
    }

    #[test]
    fn nothing_is_due_on_a_day_off(from in instant(), hours in 0i64..80) {
        let cn = cn();
        let due = cn.add_working_hours(from, Duration::hours(hours), &SHANGHAI).to_offset(SHANGHAI);
        prop_assert!(cn.is_working(due.date()), "{}", due);
        prop_assert!((9..=18).contains(&due.hour()));
    }
}
