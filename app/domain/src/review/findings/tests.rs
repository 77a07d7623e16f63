use super::*;
use crate::{
    applications::{Answers, RuleSet, Values, rules},
    documents::Reading,
    ids::DocumentId,
};
use time::macros::date;
use uuid::Uuid;

const TODAY: Date = date!(2026 - 11 - 30);

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn answers() -> Answers {
    [
        (
            "business",
            values(&[
                ("legal_name", "深圳市海风贸易有限公司"),
                ("licence_from", "2010-01-01"),
                ("licence_open", "yes"),
            ]),
        ),
        (
            "representative",
            values(&[
                ("name", "买买提·艾力"),
                ("id_kind", "resident_id"),
                ("id_validity_from", "2015-05-20"),
            ]),
        ),
        ("bank", values(&[("account_holder", "深圳市海风贸易有限公司")])),
    ]
    .into_iter()
    .map(|(code, values)| (code.to_owned(), values))
    .collect()
}

fn rules(answers: &Answers) -> RuleSet {
    rules::load_all().unwrap().current("cn-enterprise", TODAY).unwrap().shaped(answers)
}

fn reading(text: &str) -> Reading {
    Reading { text: text.into(), ..Reading::default() }
}

const LICENCE: &str = "营业执照\n名称\t深圳市海风贸易有限公司\n法定代表人\t买买提・艾力\n\
                       成立日期\t2010年1月1日\n营业期限\t2010年1月1日至长期\n核准日期\t2020年2月3日";

/// What is found in papers, each with the number of its document and its reading, beside answers.
fn found_in(answers: &Answers, papers: &[(&str, u128, Reading)]) -> Vec<Found> {
    let hashes: Vec<[u8; 32]> = (0..papers.len()).map(|place| [u8::try_from(place).unwrap(); 32]).collect();
    let files: Vec<File<'_>> = papers
        .iter()
        .zip(&hashes)
        .map(|((paper, document, reading), sha256)| File {
            paper,
            document: DocumentId(Uuid::from_u128(*document)),
            sha256,
            reading: Some(reading),
        })
        .collect();
    of_files(&rules(answers), answers, &files)
}

fn licence(changes: &[(&str, &str)], text: &str) -> Vec<(Kind, String)> {
    let mut answers = answers();
    let business = answers.get_mut("business").unwrap();
    for (name, value) in changes {
        business.insert((*name).to_owned(), (*value).to_owned());
    }
    let found = found_in(&answers, &[("business_licence", 1, reading(text))]);
    found.into_iter().map(|one| (one.kind, one.key)).collect()
}

fn one(kind: Kind, key: &str) -> Vec<(Kind, String)> {
    vec![(kind, key.to_owned())]
}

#[test]
fn a_licence_that_says_what_was_declared_is_found_with_nothing() {
    assert_eq!(licence(&[], LICENCE), []);
    for silent in
        ["", "Scanned with a telephone", "营业执照\n核准日期\t2020年2月3日", "名称\n类型\n2026-11-20 12:00"]
    {
        assert_eq!(licence(&[], silent), [], "{silent}");
    }
}

#[test]
fn a_licence_tells_other_days() {
    let other = LICENCE.replace("2010年1月1日", "2011年1月1日");
    assert_eq!(licence(&[], &other), one(Kind::PaperDate, "review-finding-paper-date"));
    let ends = LICENCE.replace("长期", "2040年1月1日");
    assert_eq!(licence(&[], &ends), one(Kind::OpenAndEnd, "review-finding-open-and-end"));
    let until = [("licence_open", ""), ("licence_until", "2040-01-01")];
    assert_eq!(licence(&until, &ends), []);
    assert_eq!(licence(&until, LICENCE), one(Kind::PaperDate, "review-finding-end-and-open"));
    let later = LICENCE.replace("长期", "2041年1月1日");
    assert_eq!(licence(&until, &later), one(Kind::PaperDate, "review-finding-paper-date"));
}

#[test]
fn a_licence_names_somebody_else() {
    let name = one(Kind::PaperName, "review-finding-paper-name");
    assert_eq!(licence(&[], &LICENCE.replace("海风", "海峰")), name);
    assert_eq!(licence(&[], &LICENCE.replace("艾力", "艾克")), name);
    assert_eq!(licence(&[], "深圳市海峰贸易有限公司\n招商银行股份有限公司"), name, "without a label");
    assert_eq!(licence(&[], "名称\t深圳市海风\n贸易有限公司"), [], "broken over lines");
}

#[test]
fn one_picture_serves_one_paper() {
    let look = |look: &str| Reading { look: look.repeat(32), ..Reading::default() };
    let ids = [("representative_id_front", 1, look("0a")), ("representative_id_back", 2, look("0a"))];
    let found = found_in(&answers(), &ids);
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [Kind::SameFile]);
    assert_eq!(found[0].args, [("paper", Arg::Paper("representative_id_front".into()))]);
    let other = [("representative_id_front", 1, look("0a")), ("representative_id_back", 2, look("0b"))];
    assert_eq!(found_in(&answers(), &other), []);
    let unread = [("representative_id_front", 1, reading("")), ("representative_id_back", 2, reading(""))];
    assert_eq!(found_in(&answers(), &unread), [], "two that look like nothing are not alike");
}

#[test]
fn nobody_photographs_what_isnt_given_yet() {
    let taken = |made| {
        let found =
            found_in(&answers(), &[("representative_id_back", 1, Reading { made, ..Reading::default() })]);
        found.into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(taken(Some(date!(2014 - 03 - 02))), [Kind::MadeBefore]);
    for fine in [None, Some(date!(2015 - 05 - 20)), Some(date!(2026 - 11 - 20)), Some(date!(2000 - 01 - 01))]
    {
        assert_eq!(taken(fine), [], "{fine:?}");
    }
}

#[test]
fn whoever_is_listed_is_found_where_they_are_named_and_never_told() {
    let hit = |declared, listed| Listed { section: "bank", declared, listed };
    let name = "深圳市海风贸易有限公司";
    let found = of_lists(&answers(), [hit(name, "海风贸易"), hit(name, "HAIFENG TRADING")]);
    let kinds: Vec<_> = found.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Kind::Listed, Kind::ListedTranscribed]);
    assert!(found.iter().all(|one| one.is_confidential() && one.at.is_field("bank", "account_holder")));
}

#[test]
fn links_are_found_and_confidential() {
    let at = || Fault::Field("bank".into(), "account_number".into());
    let found = of_links([
        (Kind::SameAccount, at(), "GW-1"),
        (Kind::NearPicture, at(), "GW-1"),
        (Kind::Answer, at(), "x"),
    ]);
    assert_eq!(found.len(), 2, "what is no link is none");
    assert!(found.iter().all(Found::is_confidential));
}

#[test]
fn what_cant_be_so_comes_first() {
    let at = || Fault::Paper("bank_proof".into());
    let found = ordered(vec![
        Found::new(Kind::PaperName, Severity::Doubtful, at(), "a"),
        Found::new(Kind::SameFile, Severity::Wrong, at(), "b"),
    ]);
    assert_eq!(found.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
}

#[test]
fn papers_of_other_countries_are_read_too() {
    let answers: Answers = [
        ("business".to_owned(), values(&[("legal_name", "Harbor Tea LLC"), ("formed_on", "2019-03-07")])),
        ("bank".to_owned(), values(&[("account_holder", "Harbor Tea LLC")])),
    ]
    .into();
    let set = rules::load_all().unwrap().current("us-llc", TODAY).unwrap().shaped(&answers);
    let found = |text: &str| {
        let reading = reading(text);
        let document = DocumentId(Uuid::nil());
        let file = File { paper: "formation", document, sha256: &[0; 32], reading: Some(&reading) };
        of_files(&set, &answers, &[file]).into_iter().map(|one| one.kind).collect::<Vec<_>>()
    };
    assert_eq!(found("Certificate of formation\nHARBOR TEA, L.L.C.\nDate of formation: 03/07/2019"), []);
    assert_eq!(found("HARBOUR TEA LLC\nDate of formation: March 7, 2019"), [Kind::PaperName]);
    assert_eq!(found("HARBOR TEA LLC\nDate of formation: March 8, 2019"), [Kind::PaperDate]);
}
