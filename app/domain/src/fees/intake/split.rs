//! Bytes split into records, wherever the pieces of a file begin and end.

use super::LONGEST_LINE;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Columns that a file may have.
const MOST_COLUMNS: usize = 1_000;
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Splits a file into records in constant memory.
pub(super) struct Splitter {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Bytes of `text` and entries of `ends` that the record under way has filled.
    filled: (usize, usize),
    /// Whether a record is under way.
    inside: bool,
    /// The line of the file, and the one on which the record under way began.
    line: u64,
    begun: u64,
    /// The byte before.
    before: u8,
    /// Whether a quotation mark is open.
    open: bool,
    long: bool,
}

/// One record: a line of the file, or several where a quoted field goes over their ends.
pub(super) struct Record<'a> {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// Whether it is longer or has more columns than is taken; its fields aren't whole then.
    pub(super) long: bool,
    /// Whether one of its quotation marks has no partner.
    pub(super) torn: bool,
    text: &'a [u8],
    ends: &'a [usize],
}

impl Splitter {
    pub(super) fn new(parted_by: u8) -> Self {
        Self {
            reader: ReaderBuilder::new().delimiter(parted_by).build(),
            text: vec![0; LONGEST_LINE],
            ends: vec![0; MOST_COLUMNS],
            filled: (0, 0),
            inside: false,
            line: 1,
            begun: 1,
            before: 0,
            open: false,
            long: false,
        }
    }

    /// The next record that ends in this piece, which goes on behind it.
    pub(super) fn next(&mut self, piece: &mut &[u8]) -> Option<Record<'_>> {
        if !self.inside {
            self.skip_ends(piece);
        }
        while !piece.is_empty() {
            if self.read(piece) == ReadRecordResult::Record {
                return Some(self.record());
            }
        }
        None
    }

    /// What is left at the end of the file: a record whose quotation mark was never closed.
    pub(super) fn last(&mut self) -> Option<Record<'_>> {
        self.inside.then(|| self.record())
    }

    /// Ends of lines between records, and empty lines.
    fn skip_ends(&mut self, piece: &mut &[u8]) {
        let ends = piece.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let (skipped, rest) = piece.split_at(ends);
        self.pass(skipped);
        *piece = rest;
    }

    fn read(&mut self, piece: &mut &[u8]) -> ReadRecordResult {
        if !self.inside {
            (self.inside, self.begun, self.open) = (true, self.line, false);
            (self.filled, self.long) = ((0, 0), false);
        }
        let text = self.text.get_mut(self.filled.0..).unwrap_or_default();
        let ends = self.ends.get_mut(self.filled.1..).unwrap_or_default();
        let (result, taken, written, ended) = self.reader.read_record(piece, text, ends);
        let (passed, rest) = piece.split_at(taken);
        *piece = rest;
        self.pass(passed);
        self.filled = (self.filled.0 + written, self.filled.1 + ended);
        // What is too long is read over: its place is used again, and nothing of it is kept.
        if matches!(result, ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull) {
            (self.filled, self.long) = ((0, 0), true);
        }
        result
    }

    /// Counts lines, by `\n`, `\r` or both, and quotation marks.
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'\n' if self.before == b'\r' => {}
                b'\n' | b'\r' => self.line += 1,
                b'"' => self.open = !self.open,
                _ => {}
            }
            self.before = *byte;
        }
    }

    fn record(&mut self) -> Record<'_> {
        self.inside = false;
        Record {
            line: self.begun,
            long: self.long,
            torn: self.open,
            text: self.text.get(..self.filled.0).unwrap_or_default(),
            ends: self.ends.get(..self.filled.1).unwrap_or_default(),
        }
    }
}

impl<'a> Record<'a> {
    /// Its fields, in order.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'a [u8]> {
        let (text, ends) = (self.text, self.ends);
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(ends).map(|(start, end)| text.get(start..*end).unwrap_or_default())
    }

    /// How many there are.
    pub(super) const fn width(&self) -> usize {
        self.ends.len()
    }
}

/// What a file begins with where it says that it is UTF-8.
pub(super) fn without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BOM).unwrap_or(bytes)
}

/// What parts the columns of the first line that isn't empty, once that line has ended: a comma, a semicolon or a tab,
/// whichever is in it most often outside quotation marks.
pub(super) fn delimiter(bytes: &[u8]) -> Option<u8> {
    let bytes = without_bom(bytes);
    let begin = bytes.iter().position(|byte| !matches!(byte, b'\n' | b'\r'))?;
    let rest = bytes.get(begin..)?;
    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'))?;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in rest.get(..end)? {
        quoted ^= *byte == b'"';
        if let Some(count) = counts.iter_mut().find(|(known, _)| known == byte && !quoted) {
            count.1 += 1;
        }
    }
    // Of equals the first: the comma before the others.
    counts.iter().rev().max_by_key(|(_, count)| *count).map(|(byte, _)| *byte)
}
