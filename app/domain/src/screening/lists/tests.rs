//! Files in the shapes in which publishers give them out, with nobody's names.

use super::*;

fn taken(source: Source, file: &str) -> Vec<Entry> {
    read(source, file.as_bytes(), None, &Headings::default()).unwrap()
}

fn refused(source: Source, file: &str) -> Refused {
    read(source, file.as_bytes(), None, &Headings::default()).unwrap_err()
}

const SDN: &str = "101,\"MUSTERMANN, Erik Otto\",\"individual\",\"TEST\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 01 Feb 1970; Passport X12345 (Nowhere).\"\r\n102,\"LEERLAUF HANDELS GMBH\",-0- ,\"TEST\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u{1a}";

#[test]
fn ofacs_two_files_are_one_list() {
    let alternates = "101,1,\"aka\",\"EXEMPLAR, Erik\",-0- \r\n";
    let all = read(Source::Ofac, SDN.as_bytes(), Some(alternates.as_bytes()), &Headings::default()).unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].names, ["MUSTERMANN, Erik Otto", "EXEMPLAR, Erik"]);
    assert_eq!(
        (all[0].births.as_slice(), all[0].numbers.as_slice()),
        (&["01 Feb 1970".to_owned()][..], &["X12345".to_owned()][..])
    );
    assert_eq!((all[0].person, all[1].person), (Some(true), Some(false)));
    let stray =
        read(Source::Ofac, SDN.as_bytes(), Some(b"999,1,\"aka\",\"NOBODY\",-0-"), &Headings::default());
    assert_eq!(stray, Err(Refused::Lines(vec![(1, Wrong::NoEntry)])));
}

#[test]
fn the_unions_lines_of_one_entry_are_one_entry() {
    let file = "\u{feff}fileGenerationDate;Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;BirthDate_BirthDate;Identification_Number\n\
        27/11/2026;7;P;Erika Beispielova;;\n27/11/2026;7;P;Ерика Бейспилова;;\n27/11/2026;7;P;;1980-02-03;P77\n27/11/2026;8;E;Leerlauf SA;;\n";
    let all = taken(Source::Eu, file);
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].names, ["Erika Beispielova", "Ерика Бейспилова"]);
    assert_eq!(
        (all[0].births[0].as_str(), all[0].numbers[0].as_str(), all[1].person),
        ("1980-02-03", "P77", Some(false))
    );
    assert_eq!(refused(Source::Eu, "a;b\n1;2"), Refused::Column("Entity_LogicalId".into()));
}

#[test]
fn the_kingdoms_names_are_put_together_from_their_parts() {
    let file = "Last Updated,27/11/2026\nName 6,Name 1,Name 2,Name Non-Latin Script,DOB,Passport Number,Group Type,Alias Type,Group ID\n\
        MUSTERFRAU,Anna,Lea,安娜,02/03/1980,P1,Individual,Primary name,55\nMUSTERFRAU,Ann,,,,,Individual,AKA,55\n\"LEERLAUF, LTD\",,,,,,Entity,Primary name,56\n";
    let all = taken(Source::Uk, file);
    assert_eq!(all[0].names, ["Anna Lea MUSTERFRAU", "安娜", "Ann MUSTERFRAU"]);
    assert_eq!((all[1].names[0].as_str(), all[1].person), ("LEERLAUF, LTD", Some(false)));
}

#[test]
fn a_plain_file_is_read_by_its_header_in_either_language() {
    let file = "编号,姓名,别名,类型,证件号码,出生日期\nT-1,某甲,某乙；Mou Jia,个人,E1,1970-01-01\nT-2,某某公司,,组织,,\n";
    let all = taken(Source::CounterTerrorism, file);
    assert_eq!(all[0].names, ["某甲", "某乙", "Mou Jia"]);
    assert_eq!((all[0].person, all[1].person, all[0].numbers[0].as_str()), (Some(true), Some(false), "E1"));
    let headings = Headings { name: "Wer".into(), ..Headings::default() };
    let own = read(Source::Own, b"Nr;Wer\n1;Otto Muster\n", None, &headings).unwrap();
    assert_eq!((own[0].names[0].as_str(), own[0].reference.as_str()), ("Otto Muster", "Otto Muster"));
    assert_eq!(refused(Source::Own, "Nr;Wer\n1;Otto"), Refused::Column("name".into()));
}

#[test]
fn a_fault_names_its_line_and_nothing_is_taken() {
    let file = "name,reference\nOtto,1\n,2\n\"Two\nlines\",3\nAnna,1\n";
    assert_eq!(refused(Source::Own, file), Refused::Lines(vec![(3, Wrong::NoName), (6, Wrong::Twice)]));
    assert_eq!(refused(Source::Own, " \n"), Refused::Empty);
    assert_eq!(read(Source::Own, b"name\n\xff", None, &Headings::default()), Err(Refused::NotText));
}

#[test]
fn a_newer_file_says_what_is_otherwise() {
    let before = taken(Source::Own, "name,reference,aliases\nOtto,1,\nAnna,2,\nEmil,3,\n");
    let now = taken(Source::Own, "name,reference,aliases\nOtto,1,\nAnna,2,Anne\nIda,4,\n");
    let told = diff(&before, &now);
    let named = |entries: &[&Entry]| entries.iter().map(|entry| entry.names[0].clone()).collect::<Vec<_>>();
    assert_eq!((named(&told.added), named(&told.removed)), (vec!["Ida".into()], vec!["Emil".into()]));
    assert_eq!(told.changed.len(), 1);
}

#[test]
fn a_foreign_list_never_stops_a_chinese_party_by_itself() {
    for source in [Source::Ofac, Source::Eu, Source::Uk] {
        assert_eq!(source.meaning(Meaning::Stop, true), Meaning::TwoPeople);
        assert_eq!(source.meaning(Meaning::Stop, false), Meaning::Stop);
        assert_eq!(source.meaning(Meaning::Notice, true), Meaning::Notice);
    }
    assert_eq!(Source::PeoplesBank.meaning(Meaning::Stop, true), Meaning::Stop);
}
