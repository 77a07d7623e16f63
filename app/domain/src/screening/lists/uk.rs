//! The United Kingdom's lists as CSV: a line with the day, then a header, then a line for each name of an entry in up to
//! six parts, of which the sixth is the surname or the whole of a company's.

use super::{
    Entry, Gathered, Refused, Wrong,
    cells::{Header, Record, records},
};
use std::collections::HashMap;

/// Lines above the header.
const MOST_ABOVE: usize = 3;

pub(super) fn read(text: &str) -> Result<Vec<Entry>, Refused> {
    let records = records(text, ',');
    let head =
        records.iter().take(MOST_ABOVE + 1).position(|record| Header::of(record).find(&["Name 6"]).is_some());
    let head = head.ok_or_else(|| Refused::Column("Name 6".to_owned()))?;
    let header = Header::of(records.get(head).ok_or(Refused::Empty)?);
    let id = header.need(&["Group ID", "Unique ID", "OFSI Group ID"])?;
    let parts: Vec<usize> = ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"]
        .iter()
        .filter_map(|name| header.find(&[name]))
        .collect();
    let kind = header.find(&["Group Type", "Individual, Entity, Ship", "Designation Type"]);
    let native = header.find(&["Name Non-Latin Script", "Name non-latin script"]);
    let birth = header.find(&["DOB", "D.O.B"]);
    let numbers = ["Passport Number", "National Identification Number", "National Identifier number"];
    let numbers: Vec<usize> = numbers.iter().filter_map(|name| header.find(&[name])).collect();
    let mut all = Gathered::default();
    let mut lines = HashMap::new();
    for record in records.iter().skip(head + 1) {
        let reference = record.at(id);
        if reference.is_empty() {
            all.fault(record.line, Wrong::NoReference);
            continue;
        }
        lines.entry(reference.to_owned()).or_insert(record.line);
        let entry = all.entry(reference);
        match kind.map(|place| record.at(place).to_ascii_lowercase()).as_deref() {
            Some("individual") => entry.person = Some(true),
            Some("entity") => entry.person = Some(false),
            _ => {}
        }
        entry.add_name(&whole(record, &parts));
        if let Some(place) = native {
            entry.add_name(record.at(place));
        }
        if let Some(place) = birth {
            Entry::add(&mut entry.births, record.at(place));
        }
        for place in &numbers {
            Entry::add(&mut entry.numbers, record.at(*place));
        }
    }
    all.done(&lines)
}

fn whole(record: &Record, parts: &[usize]) -> String {
    parts.iter().map(|place| record.at(*place)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
