//! Days in a tenant's zone, as instants.

use time::{Date, OffsetDateTime};

/// When a day begins in this zone; in UTC where the zone is unknown.
pub(super) fn start(day: Date, zone: &str) -> Option<OffsetDateTime> {
    let civil = jiff::civil::Date::new(
        i16::try_from(day.year()).ok()?,
        i8::try_from(u8::from(day.month())).ok()?,
        i8::try_from(day.day()).ok()?,
    )
    .ok()?;
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let instant = civil.to_zoned(zone).ok()?.timestamp();
    OffsetDateTime::from_unix_timestamp(instant.as_second()).ok()
}

#[cfg(test)]
mod tests {
    use super::start;
    use time::{Date, Month, format_description::well_known::Rfc3339};

    fn begins(zone: &str) -> String {
        let day = Date::from_calendar_date(2026, Month::November, 23).unwrap();
        start(day, zone).unwrap().format(&Rfc3339).unwrap()
    }

    #[test]
    fn a_day_begins_where_the_tenant_is() {
        assert_eq!(begins("Asia/Shanghai"), "2026-11-22T16:00:00Z");
        assert_eq!(begins("America/New_York"), "2026-11-23T05:00:00Z");
        assert_eq!(begins("Nowhere/Land"), "2026-11-23T00:00:00Z");
    }
}
