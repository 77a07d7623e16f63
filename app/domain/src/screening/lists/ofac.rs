//! OFAC's `sdn.csv`, without a header: number, name, kind, programme, title and more, remarks the twelfth; and its
//! `alt.csv` of other names: number, number of the name, kind of the name, name, remarks. `-0-` stands for nothing.

use super::{
    Entry, Gathered, Refused, Wrong,
    cells::{Record, records},
};
use std::collections::HashMap;

pub(super) fn read(text: &str, alternates: Option<&str>) -> Result<Vec<Entry>, Refused> {
    let mut all = Gathered::default();
    let mut lines = HashMap::new();
    for record in records(text, ',') {
        let reference = given(&record, 0);
        if record.cells.len() < 4 || reference.is_empty() {
            all.fault(record.line, if reference.is_empty() { Wrong::NoReference } else { Wrong::Short });
            continue;
        }
        if all.has(reference) {
            all.fault(record.line, Wrong::Twice);
            continue;
        }
        lines.insert(reference.to_owned(), record.line);
        let entry = all.entry(reference);
        entry.person = kind(given(&record, 2));
        entry.add_name(given(&record, 1));
        remarks(entry, given(&record, 11));
    }
    for record in alternates.map(|text| records(text, ',')).unwrap_or_default() {
        let (reference, name) = (given(&record, 0), given(&record, 3));
        let wrong = match (all.has(reference), name.is_empty()) {
            (false, _) => Wrong::NoEntry,
            (_, true) => Wrong::NoName,
            _ => {
                all.entry(reference).add_name(name);
                continue;
            }
        };
        all.fault(record.line, wrong);
    }
    all.done(&lines)
}

fn given(record: &Record, place: usize) -> &str {
    let value = record.at(place);
    if value == "-0-" { "" } else { value }
}

/// Ships and aircraft are neither; nothing stands for a company.
fn kind(word: &str) -> Option<bool> {
    match word {
        "individual" => Some(true),
        "" | "entity" => Some(false),
        _ => None,
    }
}

/// `DOB 01 Jan 1970; Passport X0000 (Somewhere); nationality …`
fn remarks(entry: &mut Entry, text: &str) {
    for part in text.split([';', '.']).map(str::trim) {
        let words: Vec<&str> = part.split(' ').collect();
        if let Some(place) = words.iter().position(|word| *word == "DOB") {
            Entry::add(&mut entry.births, &words.get(place + 1..).unwrap_or_default().join(" "));
        }
        let papers = ["Passport", "No.", "ID", "Number", "Code"];
        let numbered =
            words.iter().rposition(|word| papers.contains(word)).and_then(|place| words.get(place + 1));
        if let Some(number) = numbered.filter(|word| word.chars().any(|c| c.is_ascii_digit())) {
            Entry::add(&mut entry.numbers, number);
        }
    }
}
