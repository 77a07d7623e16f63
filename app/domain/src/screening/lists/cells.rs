//! A file of values parted by a sign, some of them quoted: its records with the line on which each begins.

use super::Refused;
use std::collections::HashMap;

/// A record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its values.
    pub cells: Vec<String>,
}

impl Record {
    /// A value without the space around it; nothing where there is none.
    pub(super) fn at(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", |cell| cell.trim())
    }
}

/// Takes text apart. Empty lines are no records.
pub(super) fn records(text: &str, parted_by: char) -> Vec<Record> {
    let mut all = Vec::new();
    let mut record = Record { line: 1, cells: vec![String::new()] };
    let (mut line, mut quoted) = (1, false);
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        line += u64::from(c == '\n');
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                push(&mut record, '"');
            }
            '"' if quoted => quoted = false,
            '"' if record.cells.last().is_some_and(|cell| cell.trim().is_empty()) => quoted = true,
            '\n' | '\r' if !quoted => {
                keep(&mut all, &mut record);
                record.line = line;
            }
            // The end of a file in the manner of old.
            '\u{1a}' => {}
            c if c == parted_by && !quoted => record.cells.push(String::new()),
            c => push(&mut record, c),
        }
    }
    keep(&mut all, &mut record);
    all
}

fn push(record: &mut Record, c: char) {
    if let Some(cell) = record.cells.last_mut() {
        cell.push(c);
    }
}

fn keep(all: &mut Vec<Record>, record: &mut Record) {
    let kept = std::mem::replace(record, Record { line: record.line, cells: vec![String::new()] });
    if kept.cells.iter().any(|cell| !cell.trim().is_empty()) {
        all.push(kept);
    }
}

/// Where the columns of a header stand.
#[derive(Debug)]
pub(super) struct Header(HashMap<String, usize>);

impl Header {
    pub(super) fn of(record: &Record) -> Self {
        let folded = record.cells.iter().enumerate().map(|(place, cell)| (fold(cell), place));
        Self(folded.collect())
    }

    /// The place of the first of these headings that is there.
    pub(super) fn find(&self, headings: &[&str]) -> Option<usize> {
        headings.iter().find_map(|heading| self.0.get(&fold(heading)).copied())
    }

    /// The same, or which column is missing.
    pub(super) fn need(&self, headings: &[&str]) -> Result<usize, Refused> {
        let named = || headings.first().copied().unwrap_or_default().to_owned();
        self.find(headings).ok_or_else(|| Refused::Column(named()))
    }
}

fn fold(heading: &str) -> String {
    crate::text::fold(heading).replace(['_', '.', '-'], "")
}
