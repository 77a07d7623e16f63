//! Everything that our machines look at once an application is handed in, and what they find.

use super::screened::{AGREES, FILE_SOUND, FILE_UNCHECKED, FORM_HOLDS, Outcome, Screened};
use crate::{
    applications::{Answer, Answers, Fault, Finding, RuleSet, check::Weight, kinds::Agreement},
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
            && answer(set, answers, &format!("{section}.{field}")).is_some()
    };
    for section in &set.sections {
        for field in section.fields.iter().filter(|field| clean(&section.code, &field.code)) {
            let what = || Fault::Field(section.code.clone(), field.code.clone());
            if matches!(field.answer, Answer::Identifier(_)) {
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
fn agreeing(set: &RuleSet, answers: &Answers, path: &str) -> Vec<String> {
    let one_by_one = set.agreements.iter().filter(|agreement| !agreement.is_of_all());
    let other = |agreement: &Agreement| -> Option<String> {
        let fields = agreement.fields();
        let (marked, others) = fields.split_first()?;
        let any = matches!(agreement, Agreement::SameName { .. }) && others.len() > 1;
        let fits = |other: &&&str| {
            let Some(theirs) = answer(set, answers, other) else { return false };
            !any || answer(set, answers, path).is_some_and(|mine| fold(mine) == fold(theirs))
        };
        others.iter().filter(|_| *marked == path).find(fits).map(|other| (*other).to_owned())
    };
    one_by_one.filter_map(other).collect()
}

/// The answer to a field, or a part of it.
fn answer<'a>(set: &RuleSet, answers: &'a Answers, path: &str) -> Option<&'a str> {
    let (section, _) = path.rsplit_once('.')?;
    let values = answers.get(section)?;
    let inputs = set.field(path)?.inputs();
    inputs.iter().find_map(|input| values.get(input)).map(String::as_str).filter(|value| !value.is_empty())
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
