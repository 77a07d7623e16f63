//! Everything that our machines look at once an application is handed in, and what they find.

use super::screened::{AGREES, FILE_SOUND, FILE_UNCHECKED, FORM_HOLDS, Outcome, Screened};
use crate::{
    applications::{Answer, Answers, Fault, Finding, RuleSet, Values, check::Weight, kinds::Agreement},
    documents::{Remark, Version, life},
    ids::DocumentId,
    text::fold,
};

/// A file that counts, as screening looks at it.
#[derive(Clone, Debug)]
pub struct ScreenedFile<'a> {
    /// The paper's code.
    pub paper: &'a str,
    /// The document.
    pub document: DocumentId,
    /// Where its version stands.
    pub version: &'a Version,
    /// What the deep check noticed.
    pub remarks: &'a [Remark],
}

/// Everything that was looked at, from the findings of [`crate::applications::check::all`] and the files: answers in
/// the rules' order, then files.
pub fn screened(
    set: &RuleSet,
    answers: &Answers,
    findings: &[Finding],
    files: &[ScreenedFile<'_>],
) -> Vec<Screened> {
    let mut all: Vec<Screened> = findings.iter().map(found).collect();
    let clean = |section: &str, field: &str| {
        !findings.iter().any(|finding| finding.section == section && finding.field == field)
            && set.answered(answers, &format!("{section}.{field}")).is_some()
    };
    let none = Values::new();
    for section in &set.sections {
        let values = answers.get(&section.code).unwrap_or(&none);
        for field in section.fields.iter().filter(|field| clean(&section.code, &field.code)) {
            let what = || Fault::Field(section.code.clone(), field.code.clone());
            if matches!(field.answer_beside(values), Answer::Identifier(_)) {
                all.push(Screened {
                    what: what(),
                    outcome: Outcome::Pass,
                    key: FORM_HOLDS.into(),
                    args: vec![],
                });
            }
            for other in agreeing(set, answers, &format!("{}.{}", section.code, field.code)) {
                let args = vec![("other".to_owned(), other)];
                all.push(Screened { what: what(), outcome: Outcome::Pass, key: AGREES.into(), args });
            }
        }
    }
    all.extend(files.iter().flat_map(file));
    all
}

/// The fields, as `section.field`, that this one has to agree with by the rules and that are answered. Rules about one
/// field alone, or about all repetitions of a section together, name nothing to agree with; where one of several names
/// has to be the same, it is that one.
pub fn agreeing(set: &RuleSet, answers: &Answers, path: &str) -> Vec<String> {
    let one_by_one =
        set.agreements.iter().filter(|agreement| !agreement.is_of_all() && agreement.counts(answers));
    let other = |agreement: &Agreement| -> Option<String> {
        let fields = agreement.fields();
        let (marked, others) = fields.split_first()?;
        let any = matches!(agreement, Agreement::SameName { .. }) && others.len() > 1;
        let fits = |other: &&&str| {
            let Some(theirs) = set.answered(answers, other) else { return false };
            !any || set.answered(answers, path).is_some_and(|mine| fold(mine) == fold(theirs))
        };
        others.iter().filter(|_| *marked == path).find(fits).map(|other| (*other).to_owned())
    };
    one_by_one.filter_map(other).collect()
}

fn found(finding: &Finding) -> Screened {
    let outcome = if finding.weight == Weight::Warning { Outcome::Warn } else { Outcome::Fail };
    Screened {
        what: Fault::Field(finding.section.clone(), finding.field.clone()),
        outcome,
        key: finding.key.clone(),
        args: finding.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    }
}

fn file(file: &ScreenedFile<'_>) -> Vec<Screened> {
    let result = |outcome, key: String| Screened {
        what: Fault::Document(file.paper.to_owned(), file.document),
        outcome,
        key,
        args: vec![],
    };
    match file.version {
        Version::Rejected { fault: life::Fault::File(refusal) } => {
            vec![result(Outcome::Fail, refusal.message_key())]
        }
        Version::Uploading { .. } | Version::Quarantined { .. } => {
            vec![result(Outcome::Warn, FILE_UNCHECKED.into())]
        }
        _ if file.remarks.is_empty() => vec![result(Outcome::Pass, FILE_SOUND.into())],
        _ => file.remarks.iter().map(|remark| result(Outcome::Warn, remark.message_key())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        applications::check::{self, tests as sample},
        documents::Refusal,
    };
    use uuid::Uuid;

    fn results(answers: &Answers, version: &Version, remarks: &[Remark]) -> Vec<Screened> {
        let (set, document) = (sample::rules(), DocumentId(Uuid::nil()));
        let findings = check::all(&set, answers, sample::TODAY);
        let files = [ScreenedFile { paper: "business_licence", document, version, remarks }];
        screened(&set, answers, &findings, &files)
    }

    fn of<'a>(results: &'a [Screened], section: &str, field: &str) -> Vec<(Outcome, &'a str)> {
        let mine = results.iter().filter(|one| one.what.is_field(section, field));
        mine.map(|one| (one.outcome, one.key.as_str())).collect()
    }

    #[test]
    fn what_holds_passes_by_name() {
        let all = results(&sample::answers(), &Version::Scanned { pages: 1 }, &[]);
        assert!(of(&all, "business", "uscc").contains(&(Outcome::Pass, FORM_HOLDS)), "{all:?}");
        assert!(of(&all, "bank", "account_holder").contains(&(Outcome::Pass, AGREES)), "{all:?}");
        let file = all.iter().find(|one| one.what.is_paper("business_licence")).unwrap();
        assert_eq!((file.outcome, file.key.as_str()), (Outcome::Pass, FILE_SOUND));
    }

    #[test]
    fn what_contradicts_fails_and_passes_nothing() {
        let mut answers = sample::answers();
        answers.get_mut("bank").unwrap().insert("account_holder".into(), "另一家公司".into());
        let all = results(&answers, &Version::Scanned { pages: 1 }, &[]);
        let found = of(&all, "bank", "account_holder");
        assert!(found.iter().all(|(outcome, _)| *outcome == Outcome::Fail) && !found.is_empty(), "{all:?}");
    }

    /// The newest rules of Chinese companies, with these numbers of IDs by their kinds.
    fn with_ids(ids: &[(&str, &str, &str)]) -> (RuleSet, Answers) {
        let values = |kind: &str, number: &str| -> Values {
            [("id_kind", kind), ("id_number", number)].map(|(name, value)| (name.into(), value.into())).into()
        };
        let answers = ids.iter().map(|(section, kind, number)| ((*section).into(), values(kind, number)));
        let (answers, book) = (answers.collect(), crate::applications::rules::load_all().unwrap());
        (book.get("CN", "enterprise", "2026-11-24").unwrap().shaped(&answers), answers)
    }

    #[test]
    fn an_id_holds_by_the_rule_of_its_kind() {
        let (set, answers) = with_ids(&[
            ("representative", "resident_id", "11010519491231002X"),
            ("beneficial_owner.1", "passport", "E12345678"),
            ("beneficial_owner.2", "resident_id", "110105194912310021"),
        ]);
        let all = screened(&set, &answers, &check::all(&set, &answers, sample::TODAY), &[]);
        assert_eq!(of(&all, "representative", "id_number"), [(Outcome::Pass, FORM_HOLDS)]);
        assert_eq!(of(&all, "beneficial_owner.1", "id_number"), [], "nothing is known of its form");
        let wrong = (Outcome::Fail, "error-cn-resident-id-check-digit");
        assert_eq!(of(&all, "beneficial_owner.2", "id_number"), [wrong]);
    }

    #[test]
    fn what_agrees_is_what_the_answers_ask_to_agree() {
        let book = crate::applications::rules::load_all().unwrap();
        let holder = |kind: &str| {
            let values = |pairs: &[(&str, &str)]| -> Values {
                pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
            };
            let answers: Answers = [
                ("business".to_owned(), values(&[("legal_name", "李四小吃店")])),
                ("operator".to_owned(), values(&[("name", "李四")])),
                ("bank".to_owned(), values(&[("account_kind", kind), ("account_holder", "李四")])),
            ]
            .into();
            let set = book.current("cn-individual", sample::TODAY).unwrap().shaped(&answers);
            agreeing(&set, &answers, "bank.account_holder")
        };
        assert_eq!(holder("personal"), ["operator.name"]);
        assert_eq!(holder("corporate"), ["business.legal_name"]);
    }

    #[test]
    fn files_tell_what_was_noticed() {
        let of_file = |version: &Version, remarks: &[Remark]| {
            let all = results(&sample::answers(), version, remarks);
            all.into_iter()
                .filter(|one| one.what.is_paper("business_licence"))
                .map(|one| one.outcome)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of_file(&Version::Scanned { pages: 1 }, &[Remark::LowResolution, Remark::BlankPage]),
            [Outcome::Warn; 2]
        );
        let refused = Version::Rejected { fault: life::Fault::File(Refusal::Broken) };
        assert_eq!(of_file(&refused, &[]), [Outcome::Fail]);
    }

    #[test]
    fn results_read_back() {
        let all = results(&sample::answers(), &Version::Scanned { pages: 1 }, &[]);
        let json = serde_json::to_string(&all).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Screened>>(&json).unwrap(), all);
    }
}
