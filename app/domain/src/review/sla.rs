//! The time the desk gives itself: working hours, counted only while the ball is ours.

use super::calendar::{Calendar, Zone};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

/// A claimed case that nobody touched for so much working time goes back to the queue.
pub const RETURNS_AFTER: Duration = Duration::hours(4);

/// Working time used, and whether more is being used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlaClock {
    /// Seconds of working time used before the clock last started.
    pub used_seconds: i64,
    /// Since when it runs; none while it stands.
    #[serde(with = "time::serde::rfc3339::option")]
    pub running_since: Option<OffsetDateTime>,
}

impl SlaClock {
    /// The ball is ours; a clock that runs already runs on.
    #[must_use]
    pub fn start(self, now: OffsetDateTime) -> Self {
        Self { running_since: self.running_since.or(Some(now)), ..self }
    }

    /// The ball is somebody else's.
    #[must_use]
    pub fn stop(self, now: OffsetDateTime, calendar: &Calendar, zone: &impl Zone) -> Self {
        Self { used_seconds: self.used(now, calendar, zone).whole_seconds(), running_since: None }
    }

    /// Working time used up to now.
    pub fn used(self, now: OffsetDateTime, calendar: &Calendar, zone: &impl Zone) -> Duration {
        let running = self.running_since.map(|since| calendar.working_time(since, now, zone));
        Duration::seconds(self.used_seconds) + running.unwrap_or_default()
    }

    /// When the allowed time is used up, if the clock runs. What was used up before it started is due at once.
    pub fn due(self, allowed: Duration, calendar: &Calendar, zone: &impl Zone) -> Option<OffsetDateTime> {
        let left = (allowed - Duration::seconds(self.used_seconds)).max(Duration::ZERO);
        self.running_since.map(|since| calendar.add_working_hours(since, left, zone))
    }
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::*;
    use crate::{review::calendar::Calendars, tenants::calendar::CalendarCode};
    use proptest::prelude::*;
    use time::{
        UtcOffset,
        macros::{datetime, offset},
    };

    const SHANGHAI: UtcOffset = offset!(+8);

    fn cn() -> Calendar {
        Calendars::load().unwrap().get(CalendarCode::Cn).unwrap().clone()
    }

    #[test]
    fn the_merchants_days_cost_the_desk_nothing() {
        let (cn, allowed) = (cn(), Duration::hours(24));
        let clock = SlaClock::default().start(datetime!(2026-11-23 09:00 +8));
        assert_eq!(clock.due(allowed, &cn, &SHANGHAI), Some(datetime!(2026-11-25 18:00 +8)));
        let stopped = clock.stop(datetime!(2026-11-24 12:00 +8), &cn, &SHANGHAI);
        assert_eq!((stopped.used_seconds, stopped.due(allowed, &cn, &SHANGHAI)), (11 * 3600, None));
        let again = stopped.start(datetime!(2026-12-07 09:00 +8));
        assert_eq!(again.due(allowed, &cn, &SHANGHAI), Some(datetime!(2026-12-08 15:00 +8)));
        assert_eq!(again.start(datetime!(2026-12-08 09:00 +8)), again);
    }

    #[test]
    fn time_overdrawn_is_due_at_once() {
        let clock = SlaClock { used_seconds: 999_999, running_since: Some(datetime!(2026-11-23 10:00 +8)) };
        assert_eq!(clock.due(Duration::HOUR, &cn(), &SHANGHAI), clock.running_since);
    }

    proptest! {
        #[test]
        fn stopping_and_starting_neither_makes_nor_loses_time(first in 0i64..20_000, pause in 0i64..20_000) {
            let (cn, start) = (cn(), datetime!(2026-09-18 09:00 +8));
            let stop = start + Duration::minutes(first);
            let go_on = stop + Duration::minutes(pause);
            let clock = SlaClock::default().start(start).stop(stop, &cn, &SHANGHAI).start(go_on);
            let later = go_on + Duration::days(20);
            let expected = cn.working_time(start, stop, &SHANGHAI) + cn.working_time(go_on, later, &SHANGHAI);
            prop_assert_eq!(clock.used(later, &cn, &SHANGHAI), expected);
            let due = clock.due(Duration::hours(200), &cn, &SHANGHAI).unwrap();
            prop_assert_eq!(clock.used(due, &cn, &SHANGHAI), Duration::hours(200));
        }
    }
}
