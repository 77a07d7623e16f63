//! CSV: the first line names the columns, each other one is a claim.

use super::{
    LineFault, Sheet,
    cells::{self, COLUMNS, Cells, NEEDED, is_formula},
};
use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use domain::fees::own::Terms;

/// A cell at which a spreadsheet would begin to reckon.
const FORMULA: &str = "fees-import-error-formula";

/// Lines of a text, counted from its beginning on: the reader's own count stops before the end of a line of two bytes.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of what begins at or after a byte; bytes are asked for in their order.
    fn of(&mut self, byte: u64) -> u64 {
        let begin = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let rest = self.text.get(begin..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let passed = self.text.get(self.at..begin + ends).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() as u64 - 1;
        self.at = self.at.max(begin + ends);
        self.line
    }
}

/// Reads a text.
pub(super) fn read(text: &str) -> Sheet {
    let mut reader = ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let mut sheet = Sheet::default();
    let mut columns: Option<Vec<String>> = None;
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, |position| lines.of(position.byte()));
                sheet.faults.push(LineFault::new(line, "", "fees-import-error-line"));
                break;
            }
        };
        let line = record.position().map_or(1, |position| lines.of(position.byte()));
        match &columns {
            None => {
                let head: Vec<String> = record.iter().map(|name| name.trim().to_owned()).collect();
                sheet.faults.extend(head_faults(line, &head));
                if !sheet.faults.is_empty() {
                    return sheet;
                }
                columns = Some(head);
            }
            Some(head) => claim(line, head, &record, &mut sheet),
        }
    }
    sheet
}

fn head_faults(line: u64, head: &[String]) -> Vec<LineFault> {
    let unknown = head.iter().filter(|name| !COLUMNS.contains(&name.as_str()));
    let unknown = unknown.map(|name| LineFault::new(line, shown(name), "fees-import-error-unknown-column"));
    let twice =
        head.iter().enumerate().filter(|(index, name)| head.iter().take(*index).any(|other| other == *name));
    let twice = twice.map(|(_, name)| LineFault::new(line, shown(name), "fees-import-error-twice-column"));
    let missing = NEEDED.iter().filter(|name| !head.iter().any(|column| column == *name));
    let missing = missing.map(|name| LineFault::new(line, *name, "fees-import-error-missing-column"));
    unknown.chain(twice).chain(missing).collect()
}

/// The beginning of whatever stands in a column's place.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(40).collect()
}

fn claim(line: u64, head: &[String], record: &StringRecord, sheet: &mut Sheet) {
    if record.len() != head.len() {
        let fault = LineFault::new(line, "", "fees-import-error-cells");
        sheet.faults.push(fault.naming("found", record.len()).naming("wanted", head.len()));
        return;
    }
    let mut cells = Cells { line, cells: std::collections::BTreeMap::new(), faults: Vec::new() };
    for (column, cell) in head.iter().zip(record) {
        if is_formula(cell) {
            cells.faults.push(LineFault::new(line, column, FORMULA));
        } else {
            cells.cells.insert(column, unescaped(cell).to_owned());
        }
    }
    let terms = cells.terms();
    // Of a cell that isn't read nothing else is known to be wrong.
    let unread: Vec<String> =
        cells.faults.iter().filter(|fault| fault.key == FORMULA).map(|fault| fault.column.clone()).collect();
    cells.faults.retain(|fault| fault.key == FORMULA || !unread.contains(&fault.column));
    sheet.faults.extend(cells.faults);
    sheet.claims.extend(terms.map(|terms| (line, terms)));
}

/// What [`escaped`] has put before a cell is taken away again.
fn unescaped(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// A cell at which no spreadsheet begins to reckon.
fn escaped(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Writes claims, in an order of their own that says nothing of when they were proposed.
pub fn write(claims: &[Terms]) -> String {
    let mut lines: Vec<_> = claims.iter().map(cells::write).collect();
    lines.sort_unstable();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for line in &lines {
        let _ = writer.write_record(line.iter().map(|cell| escaped(cell)));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
