//! Dates, instants, money, sizes and counts as each language reads them.

use crate::Frame;
use domain::{Lang, money::Currency};
use jiff::{Timestamp, Zoned, tz::TimeZone};
use leptos::prelude::*;
use live::amounts::{self, grouped};
use time::{Date, OffsetDateTime, format_description::well_known::Rfc3339};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A day as it stands on a paper: `23 Nov 2026`, `2026年11月23日`.
pub fn date(lang: Lang, date: Date) -> String {
    day(lang, date.year(), u8::from(date.month()), date.day())
}

/// A day of this year where there is little room: `23 Nov`, `11月23日`.
pub fn short_date(lang: Lang, date: Date) -> String {
    let (month, day) = (u8::from(date.month()), date.day());
    match lang {
        Lang::En => {
            let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
            format!("{day} {name}")
        }
        Lang::ZhCn => format!("{month}月{day}日"),
    }
}

fn day(lang: Lang, year: i32, month: u8, day: u8) -> String {
    match lang {
        Lang::En => {
            let name = MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
            format!("{day} {name} {year}")
        }
        Lang::ZhCn => format!("{year}年{month}月{day}日"),
    }
}

/// An instant in the frame's zone: `23 Nov 2026, 09:05`, `2026年11月23日 09:05`.
pub fn instant(frame: &Frame, instant: OffsetDateTime) -> String {
    let at = zoned(frame, instant);
    let date = day(frame.lang, at.year().into(), at.month().unsigned_abs(), at.day().unsigned_abs());
    let joint = if frame.lang == Lang::En { "," } else { "" };
    format!("{date}{joint} {:02}:{:02}", at.hour(), at.minute())
}

/// An instant in the frame's zone as spreadsheets read and sort it: `2026-11-23 09:05`.
pub fn plain(frame: &Frame, instant: OffsetDateTime) -> String {
    let at = zoned(frame, instant);
    let (hour, minute) = (at.hour(), at.minute());
    format!("{:04}-{:02}-{:02} {hour:02}:{minute:02}", at.year(), at.month(), at.day())
}

/// The time of an instant in the frame's zone, to the second: `09:05:30`.
pub fn clock(frame: &Frame, instant: OffsetDateTime) -> String {
    let at = zoned(frame, instant);
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// The day of an instant in the frame's zone.
pub fn day_of(frame: &Frame, instant: OffsetDateTime) -> String {
    let at = zoned(frame, instant);
    day(frame.lang, at.year().into(), at.month().unsigned_abs(), at.day().unsigned_abs())
}

/// An unknown zone reads as UTC: a page still shows.
fn zoned(frame: &Frame, instant: OffsetDateTime) -> Zoned {
    let zone = TimeZone::get(&frame.zone).unwrap_or(TimeZone::UTC);
    // Both crates reach from year -9999 to 9999, so the fallback is never shown.
    Timestamp::from_second(instant.unix_timestamp()).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone)
}

/// An instant as a `<time>`: read in the frame's zone, exact for machines.
pub fn time(frame: &Frame, at: OffsetDateTime) -> AnyView {
    view! { <time datetime=exact(at)>{instant(frame, at)}</time> }.into_any()
}

/// An instant as a `<time>` that says how long ago or ahead it is; its exact reading is its title.
pub fn time_relative(frame: &Frame, at: OffsetDateTime, now: OffsetDateTime) -> AnyView {
    view! { <time datetime=exact(at) title=instant(frame, at)>{relative(frame, at, now)}</time> }.into_any()
}

/// An instant for machines: RFC 3339.
pub fn exact(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// How long ago or ahead: `3 hours ago`, `2 天后`; within a minute `just now`.
pub fn relative(frame: &Frame, at: OffsetDateTime, now: OffsetDateTime) -> String {
    let seconds = (at - now).whole_seconds();
    let minutes = seconds.unsigned_abs() / 60;
    let past = seconds < 0;
    let (key, count) = match minutes {
        0 => return frame.t("time-now"),
        1..60 => (if past { "time-minutes-ago" } else { "time-minutes-ahead" }, minutes),
        60..1440 => (if past { "time-hours-ago" } else { "time-hours-ahead" }, minutes / 60),
        _ => (if past { "time-days-ago" } else { "time-days-ahead" }, minutes / 1440),
    };
    frame.tn(key, count, &[])
}

/// A count with its thousands apart: `12,345`.
pub fn count(count: u64) -> String {
    grouped(&count.to_string())
}

/// An amount in minor units: `CN¥1,234.56` in English, `¥1,234.56` in Chinese.
pub fn money(lang: Lang, minor: i128, currency: &str) -> String {
    let places = Currency::get(currency).map_or(2, Currency::places);
    amounts::amount(minor, places, &symbol(lang, currency))
}

pub use amounts::rate;

/// What stands before the amount: a currency's own sign is short where it is at home.
pub fn symbol(lang: Lang, currency: &str) -> String {
    match (lang, currency) {
        (Lang::ZhCn, "CNY") | (Lang::En, "JPY") => "¥".to_owned(),
        (Lang::En, "CNY") => "CN¥".to_owned(),
        (Lang::ZhCn, "JPY") => "JP¥".to_owned(),
        (Lang::En, "USD") => "$".to_owned(),
        (Lang::ZhCn, "USD") => "US$".to_owned(),
        (_, "EUR") => "€".to_owned(),
        (_, "GBP") => "£".to_owned(),
        (_, "HKD") => "HK$".to_owned(),
        (_, other) => format!("{other}\u{a0}"),
    }
}

/// The size of files as systems show it, in powers of 1024: `820 kB`, `1.4 MB`, `5 GB`.
pub fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    const GB: u64 = 1024 * MB;
    match bytes {
        0..KB => format!("{bytes} B"),
        KB..MB => format!("{} kB", bytes / KB),
        MB..GB => in_tenths(bytes, MB, "MB"),
        _ => in_tenths(bytes, GB, "GB"),
    }
}

fn in_tenths(bytes: u64, unit: u64, name: &str) -> String {
    let tenths = bytes / (unit / 10);
    let (whole, tenth) = (grouped(&(tenths / 10).to_string()), tenths % 10);
    if tenth == 0 { format!("{whole} {name}") } else { format!("{whole}.{tenth} {name}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date as d, datetime};

    fn frame(lang: Lang, zone: &str) -> Frame {
        Frame { zone: zone.into(), ..Frame::bare(lang) }
    }

    #[test]
    fn a_day_reads_as_each_language_writes_it() {
        assert_eq!(date(Lang::En, d!(2026 - 11 - 03)), "3 Nov 2026");
        assert_eq!(date(Lang::ZhCn, d!(2026 - 11 - 03)), "2026年11月3日");
        let short = |lang| short_date(lang, d!(2026 - 11 - 03));
        assert_eq!((short(Lang::En), short(Lang::ZhCn)), ("3 Nov".into(), "11月3日".into()));
    }

    #[test]
    fn an_instant_is_shown_in_the_tenants_zone() {
        let at = datetime!(2026-11-23 20:05 UTC);
        assert_eq!(instant(&frame(Lang::En, "Asia/Shanghai"), at), "24 Nov 2026, 04:05");
        assert_eq!(instant(&frame(Lang::ZhCn, "America/New_York"), at), "2026年11月23日 15:05");
        assert_eq!(instant(&frame(Lang::En, "Nowhere/Else"), at), "23 Nov 2026, 20:05");
        assert_eq!(day_of(&frame(Lang::ZhCn, "Asia/Shanghai"), at), "2026年11月24日");
        assert_eq!(exact(at), "2026-11-23T20:05:00Z");
        assert_eq!(clock(&frame(Lang::En, "Asia/Shanghai"), at), "04:05:00");
    }

    #[test]
    fn the_relative_is_rounded_down() {
        let now = datetime!(2026-11-23 12:00 UTC);
        let en = frame(Lang::En, "UTC");
        assert_eq!(relative(&en, datetime!(2026-11-23 11:59:01 UTC), now), "just now");
        assert_eq!(relative(&en, datetime!(2026-11-23 11:59 UTC), now), "1 minute ago");
        assert_eq!(relative(&en, datetime!(2026-11-23 09:01 UTC), now), "2 hours ago");
        assert_eq!(relative(&en, datetime!(2026-11-26 12:00 UTC), now), "in 3 days");
        assert_eq!(relative(&frame(Lang::ZhCn, "UTC"), datetime!(2026-11-22 11:00 UTC), now), "1 天前");
    }

    #[test]
    fn amounts_keep_every_minor_unit() {
        assert_eq!(money(Lang::ZhCn, 123_456, "CNY"), "¥1,234.56");
        assert_eq!(rate(29_000), "2.9%");
        assert_eq!(rate(33_850), "3.385%");
        assert_eq!((rate(0), rate(1), rate(1_000_000)), ("0%".into(), "0.0001%".into(), "100%".into()));
        assert_eq!(money(Lang::En, -5, "CNY"), "−CN¥0.05");
        assert_eq!(money(Lang::En, 1_234, "JPY"), "¥1,234");
        assert_eq!(money(Lang::ZhCn, 100, "USD"), "US$1.00");
        assert_eq!(money(Lang::En, 1_500, "KWD"), "KWD\u{a0}1.500");
        assert_eq!(money(Lang::En, -1_234_567_890_123_456_789_012, "USD"), "−$12,345,678,901,234,567,890.12");
    }

    #[test]
    fn sizes_and_counts() {
        assert_eq!(size(999), "999 B");
        assert_eq!(size(2_047), "1 kB");
        assert_eq!(size(10 * 1024 * 1024), "10 MB");
        assert_eq!(size(1_500_000), "1.4 MB");
        assert_eq!(size(5 << 30), "5 GB");
        assert_eq!(count(1_204), "1,204");
        assert_eq!(count(999), "999");
    }
}
