//! The European Union's consolidated list as CSV parted by semicolons: a line for each name, birth, address and paper of
//! an entry, the columns by a header.

use super::{
    Entry, Gathered, Refused, Wrong,
    cells::{Header, records},
};
use std::collections::HashMap;

pub(super) fn read(text: &str) -> Result<Vec<Entry>, Refused> {
    let mut records = records(text, ';').into_iter();
    let header = Header::of(&records.next().ok_or(Refused::Empty)?);
    let id = header.need(&["Entity_LogicalId", "Entity_Logical_Id"])?;
    let name = header.need(&["NameAlias_WholeName", "Naal_wholename"])?;
    let kind = header.find(&["Entity_SubjectType", "Subject_type"]);
    let birth = header.find(&["BirthDate_BirthDate", "Birt_date"]);
    let number = header.find(&["Identification_Number", "Iden_number"]);
    let mut all = Gathered::default();
    let mut lines = HashMap::new();
    for record in records {
        let reference = record.at(id);
        if reference.is_empty() {
            all.fault(record.line, Wrong::NoReference);
            continue;
        }
        lines.entry(reference.to_owned()).or_insert(record.line);
        let entry = all.entry(reference);
        match kind.map(|place| record.at(place)) {
            Some("P" | "person") => entry.person = Some(true),
            Some("E" | "enterprise") => entry.person = Some(false),
            _ => {}
        }
        entry.add_name(record.at(name));
        if let Some(place) = birth {
            Entry::add(&mut entry.births, record.at(place));
        }
        if let Some(place) = number {
            Entry::add(&mut entry.numbers, record.at(place));
        }
    }
    all.done(&lines)
}
