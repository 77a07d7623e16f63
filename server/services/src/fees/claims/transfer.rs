//! Claims as they leave and come in many at once: CSV and JSON, read whole or not at all.
//!
//! Figures stand as in the API: rates in 1/10 000 of a percent, amounts in minor units. In CSV an empty cell is zero,
//! and `null` a figure that isn't known.

mod cells;
mod json;
mod table;

pub use json::write as write_json;
pub use table::write as write_csv;

use domain::fees::own::Terms;

/// Claims that come in at once.
pub const MOST: usize = 1000;
/// Bytes that come in at once.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// How claims are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A line each.
    Csv,
    /// A list of objects.
    Json,
}

/// What is wrong in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line of the file; in JSON the place in the list. Both begin at 1.
    pub line: u64,
    /// The column or the field; empty for the line as a whole.
    pub column: String,
    /// A message key.
    pub key: &'static str,
    /// Its placeholders.
    pub args: Vec<(&'static str, String)>,
}

/// What a file holds: claims by their lines, and everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The line of each, and what it says.
    pub claims: Vec<(u64, Terms)>,
    /// In the order of the lines.
    pub faults: Vec<LineFault>,
}

impl Kind {
    /// By the name of a file.
    pub fn of(name: &str) -> Self {
        let json = name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("json"));
        if json { Self::Json } else { Self::Csv }
    }

    /// The word that stands in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

impl LineFault {
    fn new(line: u64, column: impl Into<String>, key: &'static str) -> Self {
        Self { line, column: column.into(), key, args: Vec::new() }
    }

    fn naming(mut self, name: &'static str, value: usize) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// The columns of CSV, in the order in which they are written.
pub const fn columns() -> &'static [&'static str] {
    &cells::COLUMNS
}

/// The columns without which nothing can be said.
pub const fn needed() -> &'static [&'static str] {
    &cells::NEEDED
}

/// Reads a file; of each line that can't be used it says why.
pub fn read(bytes: &[u8], kind: Kind) -> Sheet {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count() as u64;
            let faults = vec![LineFault::new(line, "", "fees-import-error-utf8")];
            return Sheet { claims: Vec::new(), faults };
        }
    };
    let mut sheet = match kind {
        Kind::Csv => table::read(text),
        Kind::Json => json::read(text),
    };
    if sheet.claims.len() > MOST {
        sheet.faults.push(LineFault::new(0, "", "fees-import-error-many").naming("most", MOST));
    } else if sheet.claims.is_empty() && sheet.faults.is_empty() {
        sheet.faults.push(LineFault::new(1, "", "fees-import-error-empty"));
    }
    sheet
}

#[cfg(test)]
mod tests;
