//! Working days and hours, from dated calendar data.

use crate::{applications::kinds::Source, applications::kinds::iso_date, tenants::calendar::CalendarCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use time::{Date, Duration, OffsetDateTime, Time, UtcOffset, Weekday};

/// A calendar whose days end within this time needs its next year.
pub const ENDS_SOON: Duration = Duration::days(60);

/// How far ahead a due date is looked for; no SLA reaches so far.
const HORIZON_DAYS: usize = 3_660;

/// The working days of one country or currency area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "File", into = "File")]
pub struct Calendar {
    file: File,
    holidays: BTreeSet<Date>,
    working: BTreeSet<Date>,
}

/// The data file's shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    code: CalendarCode,
    sources: Vec<Source>,
    #[serde(with = "iso_date")]
    first: Date,
    #[serde(with = "iso_date")]
    last: Date,
    hours: Vec<(Clock, Clock)>,
    holidays: Vec<Day>,
    working: Vec<Day>,
}

/// A day that is not what its weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    #[serde(with = "iso_date")]
    day: Date,
    name: String,
}

/// A time of day: `09:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Clock(Time);

impl TryFrom<String> for Clock {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let parts = text.split_once(':').and_then(|(h, m)| Some((h.parse().ok()?, m.parse().ok()?)));
        let time = parts.and_then(|(hour, minute)| Time::from_hms(hour, minute, 0).ok());
        time.map(Self).ok_or_else(|| format!("{text} is not a time of day"))
    }
}

impl From<Clock> for String {
    fn from(Clock(time): Clock) -> Self {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }
}

impl From<Calendar> for File {
    fn from(calendar: Calendar) -> Self {
        calendar.file
    }
}

impl TryFrom<File> for Calendar {
    type Error = String;

    fn try_from(file: File) -> Result<Self, Self::Error> {
        let days = |days: &[Day]| days.iter().map(|day| day.day).collect::<BTreeSet<_>>();
        let (holidays, working) = (days(&file.holidays), days(&file.working));
        let fault = if file.first >= file.last {
            Some("ends before it begins".to_owned())
        } else if file.sources.is_empty() {
            Some("no source".into())
        } else if file.hours.is_empty() || !in_order(&file.hours) {
            Some("hours must be there, apart and in order".into())
        } else if holidays.len() != file.holidays.len() || working.len() != file.working.len() {
            Some("a day stands twice".into())
        } else if let Some(day) = holidays.intersection(&working).next() {
            Some(format!("{day} is both a holiday and a working day"))
        } else if let Some(day) = working.iter().find(|day| !is_weekend(**day)) {
            Some(format!("{day} is a working day anyway"))
        } else {
            let within = file.first..=file.last;
            holidays
                .union(&working)
                .find(|day| !within.contains(day))
                .map(|day| format!("{day} lies outside"))
        };
        match fault {
            Some(what) => Err(what),
            None => Ok(Self { file, holidays, working }),
        }
    }
}

fn in_order(hours: &[(Clock, Clock)]) -> bool {
    hours.iter().all(|(from, to)| from < to)
        && hours.iter().zip(hours.iter().skip(1)).all(|((_, to), (from, _))| to <= from)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Where working hours are kept: what the clock on the wall is behind or ahead of UTC on a day.
pub trait Zone {
    /// The offset in force at noon of that day.
    fn offset_on(&self, day: Date) -> UtcOffset;
}

/// A zone that never changes its clocks.
impl Zone for UtcOffset {
    fn offset_on(&self, _: Date) -> UtcOffset {
        *self
    }
}

impl Calendar {
    /// Which one it is.
    pub const fn code(&self) -> CalendarCode {
        self.file.code
    }

    /// The last day that has been announced. Days after it go by their weekdays alone.
    pub const fn last(&self) -> Date {
        self.file.last
    }

    /// Whether people work on this day.
    pub fn is_working(&self, day: Date) -> bool {
        self.working.contains(&day) || (!is_weekend(day) && !self.holidays.contains(&day))
    }

    /// The name of the holiday that a day is.
    pub fn holiday(&self, day: Date) -> Option<&str> {
        self.file.holidays.iter().find(|holiday| holiday.day == day).map(|holiday| holiday.name.as_str())
    }

    /// Whether the announced days end within 60 days, or have ended: the admin is warned.
    pub fn ends_within_60_days(&self, today: Date) -> bool {
        self.file.last - today <= ENDS_SOON
    }

    /// The instant at which so much working time has passed since `from`.
    ///
    /// With no time to pass it is the next instant at which people work.
    pub fn add_working_hours(
        &self,
        from: OffsetDateTime,
        time: Duration,
        zone: &impl Zone,
    ) -> OffsetDateTime {
        let mut left = time.max(Duration::ZERO);
        for (begin, end) in self.spans(from, zone) {
            let open = end - begin;
            if left <= open {
                return (begin + left).to_offset(UtcOffset::UTC);
            }
            left -= open;
        }
        from
    }

    /// The instant with so much working time between it and `from`, before it where the time is below zero.
    pub fn shift(&self, from: OffsetDateTime, time: Duration, zone: &impl Zone) -> OffsetDateTime {
        if time.is_negative() {
            self.take_working_hours(from, -time, zone)
        } else {
            self.add_working_hours(from, time, zone)
        }
    }

    /// The latest instant since which so much working time has passed by `until`.
    fn take_working_hours(&self, until: OffsetDateTime, time: Duration, zone: &impl Zone) -> OffsetDateTime {
        let mut left = time;
        for (begin, end) in self.spans_before(until, zone) {
            let open = end - begin;
            if left <= open {
                return (end - left).to_offset(UtcOffset::UTC);
            }
            left -= open;
        }
        until
    }

    /// How much working time lies from one instant to another; below zero where the second is earlier.
    pub fn signed_time(&self, from: OffsetDateTime, to: OffsetDateTime, zone: &impl Zone) -> Duration {
        if to < from { -self.working_time(to, from, zone) } else { self.working_time(from, to, zone) }
    }

    /// How much working time lies between two instants; none where the second isn't later.
    pub fn working_time(&self, from: OffsetDateTime, to: OffsetDateTime, zone: &impl Zone) -> Duration {
        self.spans(from, zone)
            .take_while(|(begin, _)| *begin < to)
            .map(|(begin, end)| end.min(to) - begin)
            .fold(Duration::ZERO, |sum, span| sum + span)
    }

    /// The spans in which people work on a day.
    fn hours(
        &self,
        day: Date,
        zone: &impl Zone,
    ) -> impl DoubleEndedIterator<Item = (OffsetDateTime, OffsetDateTime)> {
        let offset = zone.offset_on(day);
        let at = move |Clock(time): Clock| day.with_time(time).assume_offset(offset);
        let hours = if self.is_working(day) { self.file.hours.as_slice() } else { &[] };
        hours.iter().map(move |(begin, end)| (at(*begin), at(*end)))
    }

    /// The spans in which people work from an instant on, the first one cut at it.
    fn spans(
        &self,
        from: OffsetDateTime,
        zone: &impl Zone,
    ) -> impl Iterator<Item = (OffsetDateTime, OffsetDateTime)> {
        let today = from.to_offset(zone.offset_on(from.date())).date();
        std::iter::successors(Some(today), |day| day.next_day())
            .take(HORIZON_DAYS)
            .flat_map(move |day| self.hours(day, zone))
            .filter(move |(_, end)| *end > from)
            .map(move |(begin, end)| (begin.max(from), end))
    }
}

impl Calendar {
    /// The spans in which people worked before an instant, the latest first and cut at it.
    fn spans_before(
        &self,
        until: OffsetDateTime,
        zone: &impl Zone,
    ) -> impl Iterator<Item = (OffsetDateTime, OffsetDateTime)> {
        let today = until.to_offset(zone.offset_on(until.date())).date();
        std::iter::successors(Some(today), |day| day.previous_day())
            .take(HORIZON_DAYS)
            .flat_map(move |day| self.hours(day, zone).rev())
            .filter(move |(begin, _)| *begin < until)
            .map(move |(begin, end)| (begin, end.min(until)))
    }
}

#[cfg(feature = "data")]
mod data {
    use super::Calendar;
    use crate::tenants::calendar::CalendarCode;

    const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/calendars.rs"));

    /// A calendar file that can't be used.
    #[derive(Debug, thiserror::Error)]
    pub enum CalendarError {
        /// It is out of shape or contradicts itself.
        #[error("{file}: {source}")]
        File {
            /// The file's name.
            file: String,
            /// What is wrong.
            source: serde_json::Error,
        },
        /// A calendar that tenants can choose has no file, or two.
        #[error("{0} must have one file of its own name")]
        Missing(CalendarCode),
    }

    /// Every calendar, read and checked.
    #[derive(Clone, Debug)]
    pub struct Calendars(Vec<Calendar>);

    impl Calendars {
        /// Reads and checks every file.
        ///
        /// # Errors
        /// The first file that can't be used, or the first calendar without one.
        pub fn load() -> Result<Self, CalendarError> {
            let mut all = Vec::new();
            for (file, text) in FILES {
                let calendar: Calendar = serde_json::from_str(text)
                    .map_err(|source| CalendarError::File { file: (*file).into(), source })?;
                if *file != format!("{}.json", calendar.code()) {
                    return Err(CalendarError::Missing(calendar.code()));
                }
                all.push(calendar);
            }
            match CalendarCode::ALL.iter().find(|code| all.iter().all(|calendar| calendar.code() != **code)) {
                Some(code) => Err(CalendarError::Missing(*code)),
                None => Ok(Self(all)),
            }
        }

        /// The calendar that a tenant has chosen.
        pub fn get(&self, code: CalendarCode) -> Option<&Calendar> {
            self.0.iter().find(|calendar| calendar.code() == code)
        }

        /// All of them.
        pub fn all(&self) -> &[Calendar] {
            &self.0
        }
    }
}

#[cfg(feature = "data")]
pub use data::{CalendarError, Calendars};

#[cfg(test)]
#[cfg(feature = "data")]
mod tests;
