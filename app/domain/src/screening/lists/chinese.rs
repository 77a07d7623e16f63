//! Plain CSV with a header, an entry a line: how the three Chinese lists are kept, whose publishers give them out as
//! notices, and lists of a tenant's own. Other names stand in one column, parted by `|`, `;` or `；`.

use super::{
    Entry, Gathered, Headings, Refused, Wrong,
    cells::{Header, Record, records},
};
use std::collections::HashMap;

const NAME: &[&str] = &["name", "姓名", "名称", "中文名", "主要名称", "full name"];
const ALIASES: &[&str] = &["aliases", "别名", "曾用名", "其他名称", "alias", "aka", "外文名"];
const REFERENCE: &[&str] = &["reference", "编号", "序号", "id", "list number"];
const KIND: &[&str] = &["kind", "类型", "类别", "type"];
const NUMBER: &[&str] =
    &["number", "证件号码", "身份证号", "身份证号码", "护照号码", "统一社会信用代码", "id number"];
const BIRTH: &[&str] = &["birth date", "出生日期", "出生年月", "date of birth", "dob"];

pub(super) fn read(text: &str, headings: &Headings) -> Result<Vec<Entry>, Refused> {
    let first = text.lines().next().unwrap_or_default();
    let parted_by = if !first.contains(',') && first.contains(';') { ';' } else { ',' };
    let mut records = records(text, parted_by).into_iter();
    let header = Header::of(&records.next().ok_or(Refused::Empty)?);
    let column = |named: &str, usual: &[&str]| -> Result<Option<usize>, Refused> {
        if named.trim().is_empty() { Ok(header.find(usual)) } else { header.need(&[named]).map(Some) }
    };
    let name = column(&headings.name, NAME)?.ok_or_else(|| Refused::Column("name".to_owned()))?;
    let aliases = column(&headings.aliases, ALIASES)?;
    let reference = column(&headings.reference, REFERENCE)?;
    let number = column(&headings.number, NUMBER)?;
    let birth = column(&headings.birth, BIRTH)?;
    let kind = header.find(KIND);
    let mut all = Gathered::default();
    let mut lines = HashMap::new();
    for record in records {
        let called = reference.map_or("", |place| record.at(place));
        let called = if called.is_empty() { record.at(name) } else { called }.to_owned();
        if record.at(name).is_empty() || all.has(&called) {
            all.fault(record.line, if record.at(name).is_empty() { Wrong::NoName } else { Wrong::Twice });
            continue;
        }
        lines.insert(called.clone(), record.line);
        let entry = all.entry(&called);
        entry.person = kind.and_then(|place| is_person(record.at(place)));
        entry.add_name(record.at(name));
        split(&record, aliases).for_each(|alias| entry.add_name(alias));
        split(&record, number).for_each(|number| Entry::add(&mut entry.numbers, number));
        split(&record, birth).for_each(|birth| Entry::add(&mut entry.births, birth));
    }
    all.done(&lines)
}

fn split(record: &Record, place: Option<usize>) -> impl Iterator<Item = &str> {
    place.map_or("", |place| record.at(place)).split(['|', ';', '；', '、'])
}

fn is_person(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "person" | "individual" | "个人" | "自然人" => Some(true),
        "entity" | "organisation" | "organization" | "company" | "组织" | "实体" | "单位" | "机构"
        | "法人" => Some(false),
        _ => None,
    }
}
