//! One line of a file: a payment, or what is wrong with it.

use super::{
    cell,
    columns::{Columns, Field},
    split::Record,
    words::{self, Status},
};
use crate::{
    applications::lists,
    fees::{
        Minor, dimensions,
        typed::{self, Wrong},
    },
    money::Currency,
};
use std::{borrow::Cow, collections::HashSet};

/// The longest word for a class of cards, in bytes.
const LONGEST_CLASS: usize = 40;

/// A line that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number in the file; the header is the first line.
    pub line: u64,
    /// The heading of the column, where it is about one.
    pub column: Option<String>,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its bytes aren't UTF-8.
    NotUtf8,
    /// A spreadsheet would reckon it.
    Formula,
    /// A quotation mark has no partner.
    Quote,
    /// It is longer than a line may be.
    TooLong,
    /// It has another number of columns than the header: this many.
    Columns(usize),
    /// It has characters that can't be seen.
    Control,
    /// What has to be there is not.
    Missing,
    /// It is no number in digits.
    NoNumber,
    /// It has signs between its digits, as a comma.
    Separators,
    /// It is below nothing.
    Negative,
    /// It has more decimals than its currency: this many.
    Decimals(u8),
    /// It is above what is taken.
    TooLarge,
    /// It is no currency in use.
    Currency,
    /// It is none of the words for this column.
    Unknown,
    /// What failed can't have been paid back or disputed.
    Contradiction,
}

/// What one line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Payment<'a> {
    pub(super) amount: Minor,
    pub(super) cross_border: bool,
    pub(super) foreign_currency: bool,
    pub(super) failed: bool,
    pub(super) refunded: bool,
    pub(super) disputed: bool,
    /// Product, card class, country, subject, industry, currency; empty where it isn't told.
    pub(super) words: [Cow<'a, str>; 6],
}

/// Reads lines by what their columns mean.
pub(super) struct Reader {
    columns: Columns,
    currency: Option<&'static Currency>,
    countries: HashSet<&'static str>,
    industries: HashSet<&'static str>,
    /// Where each field stands.
    places: [Option<usize>; Field::ALL.len()],
}

type Bad = (Option<usize>, Reason);

impl Reader {
    pub(super) fn new(columns: Columns, currency: Option<&'static Currency>) -> Self {
        let codes = |list: &str| {
            lists::get(list).into_iter().flat_map(|list| &list.entries).map(lists::Entry::code).collect()
        };
        let mut places = [None; Field::ALL.len()];
        for (place, field) in places.iter_mut().zip(Field::ALL) {
            *place = columns.place(*field);
        }
        Self { columns, currency, countries: codes("countries"), industries: codes("mcc"), places }
    }

    /// Reads a line. Of several things wrong the first is told.
    pub(super) fn read<'a>(&self, record: &Record<'a>) -> Result<Payment<'a>, BadLine> {
        self.payment(record).map_err(|(column, reason)| BadLine {
            line: record.line,
            column: column.and_then(|column| self.columns.headings.get(column).cloned()),
            reason,
        })
    }

    fn payment<'a>(&self, record: &Record<'a>) -> Result<Payment<'a>, Bad> {
        let cells = self.cells(record)?;
        let cell = |field: Field| cells.get(field as usize).copied().unwrap_or_default();
        let at = |field: Field, reason| (self.places.get(field as usize).copied().flatten(), reason);
        let flag = |field| words::flag(cell(field)).ok_or_else(|| at(field, Reason::Unknown));
        let currency = self.currency(cell(Field::Currency)).map_err(|why| at(Field::Currency, why))?;
        let amount = amount(cell(Field::Amount), currency).map_err(|why| at(Field::Amount, why))?;
        let status = match self.places.get(Field::Status as usize) {
            Some(Some(_)) => {
                words::status(cell(Field::Status)).ok_or_else(|| at(Field::Status, Reason::Unknown))?
            }
            _ => Status::Paid,
        };
        let refunded = flag(Field::Refunded)?;
        let disputed = flag(Field::Disputed)?;
        let failed = status == Status::Failed;
        for (said, field) in [(refunded, Field::Refunded), (disputed, Field::Disputed)] {
            if failed && said {
                return Err(at(field, Reason::Contradiction));
            }
        }
        let word = |field| self.word(field, cell(field)).ok_or_else(|| at(field, Reason::Unknown));
        Ok(Payment {
            amount,
            cross_border: flag(Field::CrossBorder)?,
            foreign_currency: flag(Field::ForeignCurrency)?,
            failed,
            refunded: refunded || status == Status::Refunded,
            disputed: disputed || status == Status::Disputed,
            words: [
                word(Field::Product)?,
                word(Field::CardClass)?,
                word(Field::Country)?,
                word(Field::Subject)?,
                word(Field::Industry)?,
                Cow::Borrowed(currency.code()),
            ],
        })
    }

    /// The cells that mean something, by what they mean. All cells have to be sound, whether they mean anything or not.
    fn cells<'a>(&self, record: &Record<'a>) -> Result<[&'a str; Field::ALL.len()], Bad> {
        if record.torn {
            return Err((None, Reason::Quote));
        }
        if record.long {
            return Err((None, Reason::TooLong));
        }
        if record.width() != self.columns.headings.len() {
            return Err((None, Reason::Columns(record.width())));
        }
        let mut cells = [""; Field::ALL.len()];
        for (column, bytes) in record.fields().enumerate() {
            let text = cell::text(bytes).map_err(|reason| (Some(column), reason))?;
            for (cell, place) in cells.iter_mut().zip(self.places) {
                if place == Some(column) {
                    *cell = text;
                }
            }
        }
        Ok(cells)
    }

    fn currency(&self, text: &str) -> Result<&'static Currency, Reason> {
        match self.places.get(Field::Currency as usize) {
            Some(Some(_)) if text.is_empty() => Err(Reason::Missing),
            Some(Some(_)) => Currency::get(&cased(text, true)).ok_or(Reason::Currency),
            _ => self.currency.ok_or(Reason::Missing),
        }
    }

    /// A word of a dimension as it is kept; empty where nothing is told.
    fn word<'a>(&self, field: Field, text: &'a str) -> Option<Cow<'a, str>> {
        if text.is_empty() {
            return Some(Cow::Borrowed(""));
        }
        let word = cased(text, field == Field::Country);
        let known = match field {
            Field::Product => dimensions::PRODUCTS.contains(&&*word),
            Field::CardClass => is_class(&word),
            Field::Country => self.countries.contains(&*word),
            Field::Subject => dimensions::SUBJECTS.contains(&&*word),
            _ => self.industries.contains(&*word) || dimensions::is_industry(&word),
        };
        known.then_some(word)
    }
}

/// What a payment came to.
fn amount(text: &str, currency: &Currency) -> Result<Minor, Reason> {
    if text.is_empty() {
        return Err(Reason::Missing);
    }
    typed::amount(text, currency.places()).map_err(|wrong| match wrong {
        Wrong::NoNumber if text.starts_with('-') => Reason::Negative,
        Wrong::NoNumber if is_parted(text) => Reason::Separators,
        Wrong::NoNumber => Reason::NoNumber,
        Wrong::Decimals(places) => Reason::Decimals(places),
        Wrong::TooLarge => Reason::TooLarge,
    })
}

/// Whether it is digits with something else than a point between them.
fn is_parted(text: &str) -> bool {
    let parts = [',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '_'];
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(parts)
        && text.chars().all(|c| c.is_ascii_digit() || c == '.' || parts.contains(&c))
}

/// Classes of cards are the acquirers' own words: `premium`, `card_interchange`.
fn is_class(word: &str) -> bool {
    word.len() <= LONGEST_CLASS
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn cased(text: &str, upper: bool) -> Cow<'_, str> {
    let done = |byte: u8| if upper { !byte.is_ascii_lowercase() } else { !byte.is_ascii_uppercase() };
    match text.bytes().all(done) {
        true => Cow::Borrowed(text),
        false if upper => Cow::Owned(text.to_ascii_uppercase()),
        false => Cow::Owned(text.to_ascii_lowercase()),
    }
}
