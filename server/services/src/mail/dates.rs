//! Dates as a mail writes them: in the tenant's zone and the reader's language.

use domain::Lang;
use jiff::{Timestamp, Zoned, tz::TimeZone};
use time::OffsetDateTime;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An instant: `30 November 2026, 10:00`, `2026年11月30日 10:00`. An unknown zone reads as UTC: a mail still goes out.
pub(super) fn instant(lang: Lang, zone: &str, at: OffsetDateTime) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at: Zoned =
        Timestamp::from_second(at.unix_timestamp()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone);
    let (year, day, hour, minute) = (at.year(), at.day(), at.hour(), at.minute());
    match lang {
        Lang::En => {
            let month = usize::from(at.month().unsigned_abs()).saturating_sub(1);
            let month = MONTHS.get(month).copied().unwrap_or_default();
            format!("{day} {month} {year}, {hour:02}:{minute:02}")
        }
        Lang::ZhCn => format!("{year}年{}月{day}日 {hour:02}:{minute:02}", at.month()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn a_date_is_read_in_the_tenants_zone() {
        let at = datetime!(2026-11-30 20:05 UTC);
        assert_eq!(instant(Lang::En, "Asia/Shanghai", at), "1 December 2026, 04:05");
        assert_eq!(instant(Lang::ZhCn, "Asia/Shanghai", at), "2026年12月1日 04:05");
        assert_eq!(instant(Lang::En, "Nowhere/Else", at), "30 November 2026, 20:05");
    }
}
