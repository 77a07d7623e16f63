//! A file of values parted by a sign, some of them quoted: its records with the line on which each begins.

/// A record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line it begins on, from 1.
    pub line: u64,
    /// Its values.
    pub cells: Vec<String>,
}

impl Record {
    /// A value without the space around it; nothing where there is none.
    pub(crate) fn at(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", |cell| cell.trim())
    }
}

/// Takes text apart. Empty lines are no records.
pub(crate) fn records(text: &str, parted_by: char) -> Vec<Record> {
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
