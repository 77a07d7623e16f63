//! The task list: what is done, what is due, what is wrong. Derived, never kept.

use super::{
    check::{self, Answers, Finding, Weight},
    kinds::RuleSet,
    paper::Paper,
    shape::is_begun,
};
use crate::{documents::Version, words::words};
use time::Date;

words! {
    /// How a section stands.
    SectionStatus {
        /// Nothing is answered.
        NotStarted = "not_started",
        /// Something is missing.
        InProgress = "in_progress",
        /// All is answered and nothing is wrong.
        Done = "done",
        /// Something has to be put right.
        Wrong = "wrong",
    }
}

words! {
    /// How a paper stands.
    PaperStatus {
        /// To be given.
        Due = "due",
        /// May be given.
        Optional = "optional",
        /// Given; our machines are still looking.
        Checking = "checking",
        /// Given.
        Given = "given",
        /// To be given again.
        Wrong = "wrong",
    }
}

/// A section on the task list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionTask {
    /// The section's code.
    pub code: String,
    /// How it stands.
    pub status: SectionStatus,
    /// What is missing, wrong or doubtful in it.
    pub findings: Vec<Finding>,
}

/// A paper on the task list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperTask {
    /// The paper's code.
    pub code: String,
    /// How it stands.
    pub status: PaperStatus,
    /// How many files of it are given.
    pub given: usize,
    /// The code of the paper whose file serves for it, where none was given for itself.
    pub served_by: Option<String>,
}

/// The whole list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskList {
    /// In the rules' order.
    pub sections: Vec<SectionTask>,
    /// In the rules' order.
    pub papers: Vec<PaperTask>,
}

impl TaskList {
    /// Derives the list from the answers and the latest version of each file, named by its paper's code.
    pub fn derive(set: &RuleSet, answers: &Answers, files: &[(String, Version)], today: Date) -> Self {
        let findings = check::all(set, answers, today);
        let sections = set.sections.iter().map(|section| {
            let mine: Vec<Finding> = findings.iter().filter(|f| f.section == section.code).cloned().collect();
            let started = is_begun(&section.code, answers);
            SectionTask { code: section.code.clone(), status: section_status(started, &mine), findings: mine }
        });
        let papers = set.papers.iter().map(|paper| paper_task(set, paper, files));
        Self { sections: sections.collect(), papers: papers.collect() }
    }

    /// Tasks that are done, and how many there are; papers that may be left out don't count until they are given.
    pub fn progress(&self) -> (usize, usize) {
        let done = self.sections.iter().filter(|task| task.status == SectionStatus::Done).count()
            + self.papers.iter().filter(|task| task.status == PaperStatus::Given).count();
        let optional = self.papers.iter().filter(|task| task.status == PaperStatus::Optional).count();
        (done, self.sections.len() + self.papers.len() - optional)
    }

    /// Whether it may be handed in.
    pub fn is_ready(&self) -> bool {
        let (done, all) = self.progress();
        done == all
    }

    /// Every doubt, for form and case.
    pub fn warnings(&self) -> impl Iterator<Item = &Finding> {
        self.sections.iter().flat_map(|task| &task.findings).filter(|finding| !finding.blocks())
    }
}

fn section_status(started: bool, findings: &[Finding]) -> SectionStatus {
    if findings.iter().any(|finding| finding.weight == Weight::Refusal) {
        SectionStatus::Wrong
    } else if !started {
        SectionStatus::NotStarted
    } else if findings.iter().any(|finding| finding.weight == Weight::Missing) {
        SectionStatus::InProgress
    } else {
        SectionStatus::Done
    }
}

/// A paper that was given once serves every other one that accepts it, unless the rules say that it serves no other end.
fn paper_task(set: &RuleSet, paper: &Paper, files: &[(String, Version)]) -> PaperTask {
    let of = |code: &str| files.iter().filter(|(known, _)| known == code).map(|(_, v)| v).collect::<Vec<_>>();
    let own = of(&paper.code);
    let serving = set.serving(paper).find(|other| of(&other.code).iter().any(|version| version.is_given()));
    let served_by = serving.filter(|_| own.is_empty()).map(|other| other.code.clone());
    let mine = served_by.as_deref().map_or(own, of);
    let least = if served_by.is_some() { 1 } else { usize::from(paper.min) };
    let given = mine.iter().filter(|version| version.is_given()).count();
    let status = if mine.iter().any(|version| version.is_wrong()) {
        PaperStatus::Wrong
    } else if given < least {
        PaperStatus::Due
    } else if given == 0 {
        PaperStatus::Optional
    } else if mine.iter().any(|version| version.is_given() && !version.is_checked()) {
        PaperStatus::Checking
    } else {
        PaperStatus::Given
    };
    PaperTask { code: paper.code.clone(), status, given, served_by }
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::*;
    use crate::{applications::check::tests as sample, documents::Refusal, documents::life::Fault};
    use time::macros::datetime;

    fn file(code: &str, version: Version) -> (String, Version) {
        (code.to_owned(), version)
    }

    fn scanned() -> Version {
        Version::Scanned { pages: 1 }
    }

    #[test]
    fn an_empty_application_has_everything_to_do() {
        let list = TaskList::derive(&sample::rules(), &Answers::new(), &[], sample::TODAY);
        assert!(list.sections.iter().all(|task| task.status == SectionStatus::NotStarted));
        let papers: Vec<_> = list.papers.iter().map(|task| task.status).collect();
        assert_eq!(papers, [PaperStatus::Due, PaperStatus::Due, PaperStatus::Due, PaperStatus::Optional]);
        assert_eq!((list.progress(), list.is_ready()), ((0, 8), false));
    }

    #[test]
    fn a_full_one_is_ready_once_its_papers_are_checked() {
        let codes = ["business_licence", "representative_id_front", "representative_id_back"];
        let mut files: Vec<_> = codes.into_iter().map(|code| file(code, scanned())).collect();
        let derive =
            |files: &[_]| TaskList::derive(&sample::rules(), &sample::answers(), files, sample::TODAY);
        assert!(derive(&files).is_ready());
        let now = datetime!(2026-11-23 09:00 UTC);
        files[0].1 = Version::Quarantined { since: now };
        assert_eq!(derive(&files).papers[0].status, PaperStatus::Checking);
        assert!(!derive(&files).is_ready());
        files[0].1 = Version::Rejected { fault: Fault::File(Refusal::Encrypted) };
        assert_eq!(derive(&files).papers[0].status, PaperStatus::Wrong);
        files.remove(0);
        assert_eq!((derive(&files).papers[0].status, derive(&files).progress()), (PaperStatus::Due, (7, 8)));
    }

    #[test]
    fn a_paper_given_once_serves_whatever_accepts_it_unless_the_rules_say_it_may_not() {
        let mut rules = sample::rules();
        let own = |rules: &RuleSet, files: &[_]| {
            let list = TaskList::derive(rules, &sample::answers(), files, sample::TODAY);
            list.papers.into_iter().find(|task| task.code == "representative_id_back").unwrap()
        };
        let back = rules.papers.iter_mut().find(|paper| paper.code == "representative_id_back").unwrap();
        back.accepts = vec!["business_licence".into()];
        let licence = [file("business_licence", scanned())];
        let served = own(&rules, &licence);
        assert_eq!(
            (served.status, served.served_by.as_deref()),
            (PaperStatus::Given, Some("business_licence"))
        );
        assert_eq!(own(&rules, &[]).status, PaperStatus::Due);
        let now = datetime!(2026-11-23 09:00 UTC);
        let checking = [file("business_licence", Version::Quarantined { since: now })];
        assert_eq!(own(&rules, &checking).status, PaperStatus::Checking);
        // What is given for itself counts for itself.
        let both = [file("business_licence", scanned()), file("representative_id_back", scanned())];
        assert_eq!(own(&rules, &both).served_by, None);
        let wrong = Version::Rejected { fault: Fault::File(Refusal::Encrypted) };
        let both = [file("business_licence", scanned()), file("representative_id_back", wrong)];
        assert_eq!(own(&rules, &both).status, PaperStatus::Wrong);
        let licence_rule = rules.papers.iter_mut().find(|paper| paper.code == "business_licence").unwrap();
        licence_rule.alone = true;
        assert_eq!(own(&rules, &licence).status, PaperStatus::Due, "it serves no other end");
    }

    #[test]
    fn a_wrong_answer_and_a_missing_one_differ() {
        let mut answers = sample::answers();
        answers.get_mut("business").unwrap().remove("street");
        answers.get_mut("bank").unwrap().insert("account_holder".into(), "另一家公司".into());
        answers.remove("channels");
        let list = TaskList::derive(&sample::rules(), &answers, &[], sample::TODAY);
        let status = |code: &str| list.sections.iter().find(|task| task.code == code).unwrap().status;
        assert_eq!(status("business"), SectionStatus::InProgress);
        assert_eq!(status("bank"), SectionStatus::Wrong);
        assert_eq!(status("channels"), SectionStatus::NotStarted);
        assert_eq!(status("representative"), SectionStatus::Done);
    }
}
