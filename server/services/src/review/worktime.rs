//! A tenant's working time: its calendar in its zone.

use crate::{Result, ServiceError, Services};
use domain::{
    review::{Calendar, Clock, Tick, Zone},
    tenants::calendar::CalendarCode,
};
use jiff::{civil, tz::TimeZone};
use store::tenants::Tenant;
use time::{Date, Duration, OffsetDateTime, UtcOffset};

/// When a tenant's people work.
#[derive(Clone, Debug)]
pub struct WorkTime {
    calendar: Calendar,
    zone: Wall,
}

/// A zone of the time zone database.
#[derive(Clone, Debug)]
struct Wall(TimeZone);

impl Zone for Wall {
    fn offset_on(&self, day: Date) -> UtcOffset {
        let noon = civil_day(day).map(|day| day.at(12, 0, 0, 0));
        let offset =
            noon.and_then(|noon| self.0.to_timestamp(noon).ok()).map(|at| self.0.to_offset(at).seconds());
        offset.and_then(|seconds| UtcOffset::from_whole_seconds(seconds).ok()).unwrap_or(UtcOffset::UTC)
    }
}

fn civil_day(day: Date) -> Option<civil::Date> {
    let month = i8::try_from(u8::from(day.month())).ok()?;
    civil::Date::new(i16::try_from(day.year()).ok()?, month, i8::try_from(day.day()).ok()?).ok()
}

impl WorkTime {
    /// As this tenant has chosen it.
    pub fn of(services: &Services, tenant: &Tenant) -> Result<Self> {
        let calendar = CalendarCode::from_word(&tenant.calendar)
            .and_then(|code| services.calendars.get(code))
            .ok_or_else(|| ServiceError::Internal("a tenant's calendar that isn't among the files".into()))?;
        let zone = TimeZone::get(&tenant.time_zone).map_err(|error| ServiceError::Internal(error.into()))?;
        Ok(Self { calendar: calendar.clone(), zone: Wall(zone) })
    }

    /// The last day that is known to be a working day or none, where it is less than 60 days away or over.
    pub fn ends_soon(&self, now: OffsetDateTime) -> Option<Date> {
        let today = self.day(now);
        self.calendar.ends_within_60_days(today).then(|| self.calendar.last())
    }

    /// The desk's clock after this.
    pub fn tick(&self, clock: Clock, tick: Tick, now: OffsetDateTime) -> Clock {
        clock.apply(tick, &self.calendar, &self.zone, now)
    }

    /// The latest instant since which so much working time has passed.
    pub fn before(&self, until: OffsetDateTime, time: Duration) -> OffsetDateTime {
        self.calendar.shift(until, -time, &self.zone)
    }

    /// An hour of a day as the clock on the tenant's wall has it; one that the clock skips is the next there is.
    pub fn instant(&self, day: Date, hour: u8) -> Option<OffsetDateTime> {
        let wall = civil_day(day)?.at(i8::try_from(hour).ok().filter(|hour| *hour < 24)?, 0, 0, 0);
        let at = self.zone.0.to_timestamp(wall).ok()?;
        OffsetDateTime::from_unix_timestamp(at.as_second()).ok()
    }

    /// The day on the tenant's wall.
    pub fn day(&self, at: OffsetDateTime) -> Date {
        // Within half a day of noon the offset is that day's in every zone there is.
        at.to_offset(self.zone.offset_on(at.date())).date()
    }

    /// The hour on the tenant's wall.
    pub fn hour(&self, at: OffsetDateTime) -> u8 {
        at.to_offset(self.zone.offset_on(at.date())).hour()
    }

    /// When this day is over at the tenant's: the next one's midnight, by the clock that the day itself ends with.
    pub fn end_of(&self, day: Date) -> OffsetDateTime {
        let next = day.next_day().unwrap_or(day);
        next.midnight().assume_offset(self.zone.offset_on(day)).to_offset(UtcOffset::UTC)
    }

    /// How far the clocks there are from UTC on a day.
    pub fn offset_on(&self, day: Date) -> UtcOffset {
        self.zone.offset_on(day)
    }

    /// When so much working time has passed.
    pub fn after(&self, from: OffsetDateTime, time: Duration) -> OffsetDateTime {
        self.calendar.add_working_hours(from, time, &self.zone)
    }

    /// Working minutes from now until then; below zero where it is past.
    pub fn minutes_until(&self, now: OffsetDateTime, then: OffsetDateTime) -> i64 {
        if then >= now {
            self.calendar.working_time(now, then, &self.zone).whole_minutes()
        } else {
            // A minute past is past, even outside working hours.
            -self.calendar.working_time(then, now, &self.zone).whole_minutes().max(1)
        }
    }
}

/// The last day of the tenant's working calendar, where its next year has to be installed soon or is owed already:
/// days after it go by their weekdays alone.
pub fn calendar_ends(services: &Services, tenant: &Tenant) -> Result<Option<Date>> {
    Ok(WorkTime::of(services, tenant)?.ends_soon(services.now()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::review::Calendars;
    use time::macros::{date, datetime};

    fn china() -> WorkTime {
        let calendars = Calendars::load().unwrap();
        let zone = Wall(TimeZone::get("Asia/Shanghai").unwrap());
        WorkTime { calendar: calendars.get(CalendarCode::Cn).unwrap().clone(), zone }
    }

    #[test]
    fn wall_clocks_follow_their_zone() {
        let offset = |zone: &str, day| Wall(TimeZone::get(zone).unwrap()).offset_on(day).whole_hours();
        assert_eq!(offset("Asia/Shanghai", date!(2026 - 07 - 01)), 8);
        assert_eq!(offset("America/New_York", date!(2026 - 07 - 01)), -4);
        assert_eq!(offset("America/New_York", date!(2026 - 12 - 01)), -5);
    }

    #[test]
    fn the_end_of_a_calendar_is_told_in_time() {
        let work = china();
        let last = work.calendar.last();
        // Midnight in Shanghai is eight hours earlier in UTC.
        let midnight = last.midnight().assume_utc() - Duration::hours(8);
        assert_eq!(work.ends_soon(midnight - Duration::days(60) - Duration::SECOND), None);
        assert_eq!(work.ends_soon(midnight - Duration::days(60)), Some(last));
        assert_eq!(work.ends_soon(midnight + Duration::days(400)), Some(last));
    }

    #[test]
    fn an_hour_of_a_day_is_the_walls() {
        let work = china();
        let at = work.instant(date!(2026 - 11 - 24), 9).unwrap();
        assert_eq!(at, datetime!(2026-11-24 01:00 UTC));
        assert_eq!((work.day(at), work.hour(at)), (date!(2026 - 11 - 24), 9));
        assert_eq!(work.instant(date!(2026 - 11 - 24), 24), None);
        // Monday at ten, local: four working hours ago was Friday afternoon.
        let monday = datetime!(2026-11-23 02:00 UTC);
        assert_eq!(work.before(monday, Duration::hours(4)), datetime!(2026-11-20 07:00 UTC));
    }

    #[test]
    fn days_end_at_midnight_where_the_tenant_is() {
        let work = china();
        let end = work.end_of(date!(2026 - 11 - 27));
        assert_eq!(end, datetime!(2026-11-27 16:00 UTC));
        assert_eq!(work.day(end), date!(2026 - 11 - 28));
        assert_eq!(work.day(end - Duration::SECOND), date!(2026 - 11 - 27));
    }

    #[test]
    fn nights_and_weekends_dont_count() {
        let work = china();
        // Friday afternoon in Shanghai; Monday morning is the next working day.
        let friday = datetime!(2026-11-20 08:00 UTC);
        let due = work.after(friday, Duration::hours(3));
        assert!(due > datetime!(2026-11-23 00:00 UTC), "{due}");
        assert_eq!(work.minutes_until(friday, due), 180);
        assert_eq!(work.minutes_until(due, friday), -180);
        let sunday = datetime!(2026-11-22 03:00 UTC);
        assert_eq!(work.minutes_until(sunday, datetime!(2026-11-22 05:00 UTC)), 0);
        assert_eq!(work.minutes_until(datetime!(2026-11-22 05:00 UTC), sunday), -1);
    }
}
