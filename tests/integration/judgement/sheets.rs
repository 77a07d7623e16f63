//! What papers say, as different offices write it, some without a text to read.

use super::dice::Dice;
use tests::builders::sheet;
use time::{Date, Duration, Month};

/// What a licence tells.
pub(super) struct Licence {
    pub(super) name: String,
    pub(super) number: String,
    pub(super) person: String,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

fn line(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A day in one of the ways in which offices of China write it.
fn written(dice: &mut Dice, day: Date) -> String {
    let (year, month, date) = (day.year(), u8::from(day.month()), day.day());
    match dice.below(4) {
        0 => format!("{year}年{month}月{date}日"),
        1 => format!("{year}年{month:02}月{date:02}日"),
        2 => format!("{year}-{month:02}-{date:02}"),
        _ => format!("{year} 年 {month} 月 {date} 日"),
    }
}

/// A business licence as PDF: in cells, with colons, its name broken over two lines, or without a term.
pub(super) fn licence(dice: &mut Dice, told: &Licence, today: Date) -> Vec<u8> {
    let from = written(dice, told.from);
    let until = told.until.map_or_else(|| "长期".to_owned(), |until| written(dice, until));
    let term = match dice.below(3) {
        0 => format!("{from}至{until}"),
        1 => format!("自{from}至{until}"),
        _ => format!("{from} 至 {until}"),
    };
    let issued = written(dice, dice.clone().day(today - Duration::days(400), today));
    let colon = dice.percent(30);
    let cells = |label: &str, value: &str| {
        if colon { line(&[&format!("{label}：{value}")]) } else { line(&[label, value]) }
    };
    let broken = dice.percent(20);
    let halves: (String, String) = (told.name.chars().take(6).collect(), told.name.chars().skip(6).collect());
    let mut lines = vec![line(&["营业执照"]), cells("统一社会信用代码", &told.number)];
    if broken && !halves.1.is_empty() {
        lines.extend([cells("名 称", &halves.0), line(&["", &halves.1])]);
    } else {
        lines.push(cells(if dice.percent(50) { "名称" } else { "名 称" }, &told.name));
    }
    lines.extend([cells("类型", "有限责任公司（自然人投资或控股）"), cells("法定代表人", &told.person)]);
    lines.push(cells("成立日期", &from));
    // Newer ones name a term only where it ends.
    if told.until.is_some() || dice.percent(60) {
        lines.push(cells("营业期限", &term));
    }
    lines.extend([cells("登记机关", "市场监督管理局"), cells("核准日期", &issued)]);
    let made = dice.percent(50).then(|| dice.day(today - Duration::days(60), today));
    sheet(&lines, made)
}

/// A scan with nothing to read but what the scanner's maker leaves.
pub(super) fn scan(dice: &mut Dice, today: Date) -> Vec<u8> {
    let mark = ["Scanned with a telephone", "扫描件", "Page 1 of 1", ""]
        [usize::try_from(dice.below(4)).expect("a place")];
    let lines = [line(&[mark]), line(&[&format!("No. {}", dice.digits(9))])];
    sheet(&lines, Some(dice.day(today - Duration::days(60), today)))
}

/// A company's certificate in English, as registrars write it.
pub(super) fn certificate(dice: &mut Dice, name: &str, formed: Date, today: Date) -> Vec<u8> {
    let upper = if dice.percent(50) { name.to_uppercase() } else { name.to_owned() };
    let day = english(dice, formed);
    let printed = english(dice, dice.clone().day(today - Duration::days(90), today));
    let made = dice.percent(50).then(|| dice.day(today - Duration::days(60), today));
    let lines = if dice.percent(50) {
        vec![
            line(&["Certificate of Incorporation"]),
            line(&["Company name", &upper]),
            line(&["Company limited by shares"]),
            line(&["Date of incorporation", &day]),
            line(&[&format!("Printed on {printed}")]),
        ]
    } else {
        vec![
            line(&["The Registrar of Companies hereby certifies that"]),
            line(&[&upper]),
            line(&[&format!("was incorporated on {day}")]),
            line(&[&format!("Given on {printed}")]),
        ]
    };
    sheet(&lines, made)
}

fn english(dice: &mut Dice, day: Date) -> String {
    let month = match day.month() {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    };
    match dice.below(3) {
        0 => format!("{} {month} {}", day.day(), day.year()),
        1 => format!("{month} {}, {}", day.day(), day.year()),
        _ => format!("the {} day of {month} {}", day.day(), day.year()),
    }
}

/// A bank's letter.
pub(super) fn bank_letter(dice: &mut Dice, holder: &str, chinese: bool, today: Date) -> Vec<u8> {
    let day = dice.day(today - Duration::days(120), today);
    let date = if chinese { written(dice, day) } else { english(dice, day) };
    let lines = if chinese {
        vec![
            line(&["基本存款账户信息"]),
            line(&["账户名称", holder]),
            line(&["开户银行", "招商银行股份有限公司"]),
            line(&["打印日期", &date]),
        ]
    } else {
        vec![
            line(&["First Harbour Bank Ltd"]),
            line(&["To whom it may concern"]),
            line(&["Account holder", holder]),
            line(&["Date", &date]),
        ]
    };
    sheet(&lines, Some(day))
}
