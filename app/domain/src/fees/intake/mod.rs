//! Past payments as a CSV file, gathered into a mix: a payment a line, read piece by piece in memory that doesn't grow
//! with the file.
//!
//! A file is taken as a whole or not at all: one bad line, and nothing of it is kept.

mod cell;
mod columns;
mod gather;
mod line;
mod split;
mod words;

pub use columns::{Field, Mapping, NoColumn};
pub use line::{BadLine, Reason};

use super::stored::Stored;
use columns::Columns;
use gather::Gatherer;
use line::Reader;
use split::{Record, Splitter};

/// Payments that a file may have.
pub const MOST_ROWS: u32 = 1_000_000;
/// Bad lines that are told one by one; all are counted.
pub const MOST_TOLD: usize = 1_000;
/// Bytes of a line.
pub const LONGEST_LINE: usize = 64 * 1024;

/// Why a file isn't taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing in it.
    Empty,
    /// Nothing stands below its header.
    NoRows,
    /// Its first line is too long for a header, or has too many columns.
    LongHeader,
    /// Columns that are asked for aren't in the header, which is given as it stands.
    Columns(Vec<(Field, NoColumn)>, Vec<String>),
    /// Lines that can't be used: how many, and the first of them.
    Lines(u32, Vec<BadLine>),
    /// It has more payments than [`MOST_ROWS`].
    TooManyRows,
    /// Its payments differ too much: more groups than [`super::stored::MOST_GROUPS`].
    TooManyGroups,
    /// None of its payments succeeded: a mix of nothing.
    NothingPaid,
}

/// Takes a file piece by piece.
pub struct Intake {
    mapping: Mapping,
    step: Step,
}

enum Step {
    /// The first line isn't whole yet; it decides what parts the columns.
    Begin(Vec<u8>),
    /// The header comes next.
    Header(Box<Splitter>),
    /// Below the header.
    Rows(Box<Rows>),
    /// It is certain that the file isn't taken.
    Over(Refused),
}

struct Rows {
    splitter: Splitter,
    reader: Reader,
    gatherer: Gatherer,
    rows: u32,
    bad: u32,
    told: Vec<BadLine>,
}

impl Intake {
    /// For a file whose columns mean this.
    pub const fn new(mapping: Mapping) -> Self {
        Self { mapping, step: Step::Begin(Vec::new()) }
    }

    /// Takes the next piece. False once it is certain that the file isn't taken: what still comes needn't be fed.
    pub fn feed(&mut self, piece: &[u8]) -> bool {
        if let Step::Begin(first) = &mut self.step {
            first.extend_from_slice(piece);
            if let Some(parted_by) = split::delimiter(first) {
                let first = std::mem::take(first);
                self.step = Step::Header(Box::new(Splitter::new(parted_by)));
                self.take(split::without_bom(&first));
            } else if first.len() > LONGEST_LINE {
                self.step = Step::Over(Refused::LongHeader);
            }
        } else {
            self.take(piece);
        }
        !matches!(self.step, Step::Over(_))
    }

    /// How many payments have been read.
    pub fn rows(&self) -> u32 {
        if let Step::Rows(rows) = &self.step { rows.rows } else { 0 }
    }

    /// The file has come as a whole.
    ///
    /// # Errors
    /// [`Refused`] where it isn't taken.
    pub fn finish(mut self) -> Result<Stored, Refused> {
        if let Step::Begin(first) = &mut self.step {
            // A header without an end of line.
            first.push(b'\n');
            let only = std::mem::take(first);
            let Some(parted_by) = split::delimiter(&only) else { return Err(Refused::Empty) };
            self.step = Step::Header(Box::new(Splitter::new(parted_by)));
            self.take(split::without_bom(&only));
        }
        self.end();
        match self.step {
            Step::Begin(_) | Step::Header(_) => Err(Refused::Empty),
            Step::Over(refused) => Err(refused),
            Step::Rows(rows) => rows.finish(),
        }
    }

    fn take(&mut self, mut piece: &[u8]) {
        if let Step::Header(splitter) = &mut self.step {
            let Some(record) = splitter.next(&mut piece) else { return };
            let columns = header(&record, &self.mapping);
            self.below(columns);
        }
        if let Step::Rows(rows) = &mut self.step
            && let Err(refused) = rows.take(piece)
        {
            self.step = Step::Over(refused);
        }
    }

    /// The last line may lack its end.
    fn end(&mut self) {
        match &mut self.step {
            Step::Header(splitter) => {
                let Some(record) = splitter.last() else { return };
                let columns = header(&record, &self.mapping);
                self.below(columns);
            }
            Step::Rows(rows) => {
                if let Err(refused) = rows.end() {
                    self.step = Step::Over(refused);
                }
            }
            Step::Begin(_) | Step::Over(_) => {}
        }
    }

    fn below(&mut self, columns: Result<Columns, Refused>) {
        let step = std::mem::replace(&mut self.step, Step::Begin(Vec::new()));
        self.step = match (step, columns) {
            (Step::Header(splitter), Ok(columns)) => Step::Rows(Box::new(Rows {
                splitter: *splitter,
                reader: Reader::new(columns, self.mapping.currency),
                gatherer: Gatherer::default(),
                rows: 0,
                bad: 0,
                told: Vec::new(),
            })),
            (_, Err(refused)) => Step::Over(refused),
            (step, Ok(_)) => step,
        };
    }
}

impl Rows {
    fn take(&mut self, mut piece: &[u8]) -> Result<(), Refused> {
        while let Some(record) = self.splitter.next(&mut piece) {
            let read = self.reader.read(&record);
            self.rows += 1;
            if self.rows > MOST_ROWS {
                return Err(Refused::TooManyRows);
            }
            match read {
                Ok(payment) => self.gatherer.add(&payment)?,
                Err(bad) => {
                    self.bad += 1;
                    if self.told.len() < MOST_TOLD {
                        self.told.push(bad);
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Refused> {
        // What parts lines ends the last one too.
        self.take(b"\n")?;
        if let Some(record) = self.splitter.last() {
            self.bad += 1;
            self.rows += 1;
            if self.told.len() < MOST_TOLD {
                self.told.push(BadLine { line: record.line, column: None, reason: Reason::Quote });
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Stored, Refused> {
        match (self.rows, self.bad) {
            (0, _) => Err(Refused::NoRows),
            (rows, 0) => self.gatherer.finish(rows),
            (_, bad) => Err(Refused::Lines(bad, self.told)),
        }
    }
}

/// The columns of a header; or why it is none.
fn header(record: &Record<'_>, mapping: &Mapping) -> Result<Columns, Refused> {
    if record.long {
        return Err(Refused::LongHeader);
    }
    let bad = |reason| Refused::Lines(1, vec![BadLine { line: record.line, column: None, reason }]);
    if record.torn {
        return Err(bad(Reason::Quote));
    }
    let names = record.fields().map(cell::heading).collect::<Result<Vec<_>, _>>().map_err(bad)?;
    mapping.columns(names)
}

#[cfg(test)]
mod tests;
