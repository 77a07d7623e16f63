//! The bank's file of what came in: values with a heading, read as a whole or not at all.

use super::{Credit, amount};
use crate::{
    applications::kinds::iso_date,
    records::{Record, records},
    text,
};

/// Lines that a file may have.
pub const MOST_LINES: usize = 20_000;
/// Faults that are told one by one.
pub const MOST_TOLD: usize = 50;
/// Letters of a value.
const LONGEST: usize = 300;

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Its day isn't one.
    Date,
    /// Its amount isn't one.
    Amount,
    /// Nobody sent it.
    Payer,
    /// A value is too long.
    TooLong,
}

impl Wrong {
    /// Its words.
    pub const fn message_key(self) -> &'static str {
        match self {
            Self::Date => "transfers-wrong-date",
            Self::Amount => "transfers-wrong-amount",
            Self::Payer => "transfers-wrong-payer",
            Self::TooLong => "transfers-wrong-too-long",
        }
    }
}

/// Why a file can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It isn't text in UTF-8.
    NotText,
    /// There is nothing in it.
    Empty,
    /// It lacks a column; the first of its headings.
    Column(&'static str),
    /// It has more lines than are taken.
    TooMany,
    /// These lines are wrong.
    Lines(Vec<(u64, Wrong)>),
}

const DATE: &[&str] = &["date", "booking date", "value date", "日期", "交易日期", "记账日期"];
const AMOUNT: &[&str] = &["amount", "credit", "credit amount", "金额", "交易金额", "贷方金额", "收入金额"];
const CURRENCY: &[&str] = &["currency", "币种", "货币"];
const PAYER: &[&str] = &["payer", "payer name", "name", "对方户名", "付款人", "付款人名称"];
const ACCOUNT: &[&str] = &["account", "payer account", "iban", "对方账号", "付款账号", "付款人账号"];
const REFERENCE: &[&str] = &["reference", "remittance information", "remark", "附言", "摘要", "用途", "备注"];

struct Columns {
    date: usize,
    amount: usize,
    currency: Option<usize>,
    payer: usize,
    account: usize,
    reference: usize,
}

/// Reads a file. What was paid out (a negative amount) is no business of ours and left out.
///
/// # Errors
/// [`Refused`] where it can't be used; nothing of it is then.
pub fn read(file: &[u8]) -> Result<Vec<Credit>, Refused> {
    let text = std::str::from_utf8(file).map_err(|_| Refused::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parted_by = parted_by(text);
    let all = records(text, parted_by);
    let (heading, lines) = all.split_first().ok_or(Refused::Empty)?;
    let columns = Columns::of(heading)?;
    if lines.is_empty() {
        return Err(Refused::Empty);
    }
    if lines.len() > MOST_LINES {
        return Err(Refused::TooMany);
    }
    let (mut credits, mut faults) = (Vec::new(), Vec::new());
    for record in lines {
        match columns.credit(record) {
            Ok(credit) => credits.extend(credit),
            Err(wrong) => faults.push((record.line, wrong)),
        }
    }
    faults.truncate(MOST_TOLD);
    if faults.is_empty() { Ok(credits) } else { Err(Refused::Lines(faults)) }
}

/// The sign that stands most often in the first line.
fn parted_by(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(',')
}

impl Columns {
    fn of(heading: &Record) -> Result<Self, Refused> {
        let fold = |text: &str| text::fold(text).replace(['_', '-', '.'], "");
        let names: Vec<String> = heading.cells.iter().map(|cell| fold(cell)).collect();
        let find =
            |known: &[&str]| known.iter().find_map(|name| names.iter().position(|one| *one == fold(name)));
        let need = |known: &'static [&'static str]| {
            find(known).ok_or_else(|| Refused::Column(known.first().copied().unwrap_or_default()))
        };
        Ok(Self {
            date: need(DATE)?,
            amount: need(AMOUNT)?,
            currency: find(CURRENCY),
            payer: need(PAYER)?,
            account: need(ACCOUNT)?,
            reference: need(REFERENCE)?,
        })
    }

    fn credit(&self, record: &Record) -> Result<Option<Credit>, Wrong> {
        if record.cells.iter().any(|cell| cell.chars().count() > LONGEST) {
            return Err(Wrong::TooLong);
        }
        let value = |place: usize| record.at(place).to_owned();
        let day = value(self.date).replace(['/', '.'], "-");
        let dated = iso_date::parse(&dashed(&day)).ok_or(Wrong::Date)?;
        let written = value(self.amount);
        if let Some(out) = written.strip_prefix(['-', '−', '－']) {
            return amount::read(out).map(|_| None).ok_or(Wrong::Amount);
        }
        let sum =
            amount::read(written.trim_start_matches('+')).filter(|sum| *sum > 0).ok_or(Wrong::Amount)?;
        let payer = value(self.payer);
        if payer.is_empty() {
            return Err(Wrong::Payer);
        }
        Ok(Some(Credit {
            line: record.line,
            dated,
            amount: sum,
            currency: self.currency.map(value).unwrap_or_default().to_ascii_uppercase(),
            payer,
            account: value(self.account),
            reference: value(self.reference),
        }))
    }
}

/// `20261128` as `2026-11-28`.
fn dashed(day: &str) -> String {
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = day.split_at(4);
        let (month, day) = rest.split_at(2);
        return format!("{year}-{month}-{day}");
    }
    day.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::date;

    const FILE: &str = "Date,Amount,Currency,Payer,Payer account,Reference\n\
                        2026-11-28,1.37,CNY,\"海曼（上海）有限公司\",6222 0200,V-7K2M9QX4D\n\
                        2026-11-28,-20.00,CNY,Rent,1,out\n";

    #[test]
    fn a_file_with_english_or_chinese_headings_is_read() {
        let read_in = read(FILE.as_bytes()).unwrap();
        assert_eq!(read_in.len(), 1, "what was paid out is left out");
        assert_eq!((read_in[0].line, read_in[0].amount, read_in[0].dated), (2, 137, date!(2026 - 11 - 28)));
        let chinese = "\u{feff}交易日期;贷方金额;对方户名;对方账号;附言\r\n20261128;1,37;海曼;6222;验证\r\n";
        let one = &read(chinese.as_bytes()).unwrap()[0];
        assert_eq!((one.amount, one.payer.as_str(), one.currency.as_str()), (137, "海曼", ""));
    }

    #[test]
    fn a_faulty_line_refuses_the_file_and_is_named() {
        let faulty = FILE.replace("1.37", "1.3x") + "28 Nov,1.00,CNY,A,1,r\n2026-11-28,1.00,CNY,,1,r\n";
        let told = vec![(2, Wrong::Amount), (4, Wrong::Date), (5, Wrong::Payer)];
        assert_eq!(read(faulty.as_bytes()), Err(Refused::Lines(told)));
    }

    #[test]
    fn what_is_no_such_file_is_said_to_be_none() {
        assert_eq!(read(b""), Err(Refused::Empty));
        assert_eq!(read(b"date,amount,payer,account,reference\n"), Err(Refused::Empty));
        assert_eq!(read(b"\xff\xfe"), Err(Refused::NotText));
        assert_eq!(read(b"date,amount,payer,reference\n1,2,3,4\n"), Err(Refused::Column("account")));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,200}") {
            let _ = read(&bytes);
            let _ = read(format!("date,amount,payer,account,reference\n{text}\n").as_bytes());
        }
    }
}
