//! Everything that is judged on a case: each answer, each file, each paper that is missing, with what the desk has made
//! of it, what the merchant was asked about it and what came back.

use crate::{Result, applications::answers};
use domain::{
    ApplicationId, VersionId,
    applications::{Answers, Fault, Field, RuleSet, Section, Values},
    documents::{Version, life},
    review::{Facts, Mark, RedoReason, Reply, Requirement},
};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};
use store::{
    TenantTx,
    applications::{Application, dossiers, sections},
    documents::{self, Stored},
    keys::DossierKey,
    review::{
        judgements::{self, Judged, On},
        requests::{self, Explained, Requested},
        waivers::{self, Waived},
    },
};

/// An item of a case.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub what: Fault,
    /// In which version.
    pub on: On,
    /// Whether the rules ask for it.
    pub required: bool,
    /// Whether there is an answer or a file.
    pub given: bool,
    /// Where it stands.
    pub requirement: Requirement,
    /// What the desk made of it, as far as it counts.
    pub judged: Option<Judged>,
    /// What it made of it before, newest first: of older versions, in earlier rounds, on second thoughts.
    pub earlier: Vec<Judged>,
    /// What the merchant was asked about it last, and what came back.
    pub asked: Option<Asked>,
    /// The latest waiver of it.
    pub waiver: Option<Waived>,
    /// The code of the paper whose file serves for it, where none was given for itself.
    pub served_by: Option<String>,
}

/// What the merchant was asked, and what came back.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The question.
    pub requested: Requested,
    /// What was done about it.
    pub reply: Reply,
    /// The merchant's explanation.
    pub explanation: Option<Explained>,
    /// The answer as it was then; sealed ones masked.
    pub before: Option<Values>,
}

impl Item {
    /// The word by which a form names the item as it stands: another version of it has another word.
    pub fn token(&self) -> String {
        let on = match (self.on.section, self.on.document) {
            (Some(version), _) => version.to_string(),
            (_, Some(version)) => version.to_string(),
            _ => "0".to_owned(),
        };
        format!("{}@{on}", self.what.token())
    }

    /// What an item's word names, whatever the version.
    pub fn named(token: &str) -> Option<Fault> {
        Fault::from_token(token.rsplit_once('@')?.0)
    }

    /// How it was judged, as far as that counts.
    pub fn mark(&self) -> Option<Mark> {
        self.judged.as_ref().map(|judged| judged.judgement.mark())
    }
}

/// The items of a case, in the rules' order: answers, then papers.
#[derive(Clone, Debug, Default)]
pub struct Items {
    /// All of them.
    pub all: Vec<Item>,
    /// After the how many-eth handing in.
    pub round: u16,
}

impl Items {
    /// An item.
    pub fn find(&self, what: &Fault) -> Option<&Item> {
        self.all.iter().find(|item| item.what == *what)
    }

    /// Those that keep approval from being recommended.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.all.iter().filter(|item| item.requirement.blocks_approval())
    }

    /// Those that go back to the merchant.
    pub fn sent_back(&self) -> impl Iterator<Item = &Item> {
        self.all.iter().filter(|item| item.mark() == Some(Mark::SentBack))
    }
}

/// Everything the items are read from.
struct Book<'a> {
    key: &'a DossierKey,
    application: ApplicationId,
    round: u16,
    judged: Vec<Judged>,
    asked: BTreeMap<Fault, Requested>,
    explained: BTreeMap<Fault, Explained>,
    waived: Vec<Waived>,
    current: BTreeMap<String, i32>,
    answers: &'a Answers,
    /// Earlier versions of sections, opened as they are needed.
    versions: BTreeMap<(String, i32), Values>,
}

/// Reads the items of an application that was handed in.
pub(crate) async fn items(
    tx: &mut TenantTx,
    application: &Application,
    rules: &RuleSet,
    answers: &Answers,
) -> Result<Items> {
    let key = dossiers::open(tx, application.id).await?;
    let round = application.state.submission().map_or(1, |submission| submission.round);
    let (asked_in, requested) = latest_request(tx, &key, application.id, round).await?;
    let current = sections::current(tx, application.id).await?;
    let mut book = Book {
        key: &key,
        application: application.id,
        round,
        judged: judgements::of(tx, &key, application.id).await?,
        asked: requested.into_iter().map(|one| (one.item.what.clone(), one)).collect(),
        explained: requests::explanations(tx, &key, application.id, asked_in).await?,
        waived: waivers::of(tx, &key, application.id).await?,
        current: current.into_iter().map(|section| (section.code, section.version)).collect(),
        answers,
        versions: BTreeMap::new(),
    };
    let mut all = Vec::new();
    for section in &rules.sections {
        for field in &section.fields {
            all.push(book.answer(tx, section, field).await?);
        }
    }
    let versions = documents::of_application(tx, application.id).await?;
    let current = documents::current(&versions);
    for paper in &rules.papers {
        let files: Vec<&&Stored> = current.iter().filter(|file| file.paper == paper.code).collect();
        if files.is_empty() {
            all.push(book.missing(&paper.code, paper.min > 0));
        }
        for file in files {
            all.push(book.file(file, paper.min > 0));
        }
    }
    serve(rules, &mut all);
    Ok(Items { all, round })
}

/// A paper that was given once stands wherever it is accepted, as it stands for itself; a paper that was asked for by
/// itself is not served any more.
fn serve(rules: &RuleSet, all: &mut [Item]) {
    for paper in &rules.papers {
        let serving = rules.serving(paper).find_map(|other| {
            let is_file = |item: &&Item| matches!(&item.what, Fault::Document(of, _) if *of == other.code);
            Some((other.code.clone(), all.iter().filter(is_file).find(|item| item.given)?.requirement))
        });
        let Some((code, requirement)) = serving else { continue };
        let missing = |item: &&mut Item| matches!(&item.what, Fault::Paper(of) if *of == paper.code);
        if let Some(item) = all.iter_mut().find(missing)
            && item.requirement == Requirement::Due
        {
            (item.requirement, item.served_by) = (requirement, Some(code));
        }
    }
}

/// What was asked for last: after this handing in, or after the one before, to which this one is the answer.
async fn latest_request(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    round: u16,
) -> Result<(u16, Vec<Requested>)> {
    let now = requests::of_round(tx, key, application, round).await?;
    if !now.is_empty() || round < 2 {
        return Ok((round, now));
    }
    Ok((round - 1, requests::of_round(tx, key, application, round - 1).await?))
}

impl Book<'_> {
    async fn answer(&mut self, tx: &mut TenantTx, section: &Section, field: &Field) -> Result<Item> {
        let what = Fault::Field(section.code.clone(), field.code.clone());
        let version = self.current.get(&section.code).copied();
        let values = self.answers.get(&section.code);
        let given = is_given(field, values);
        let required = values.map_or(field.required, |values| field.is_required(values));
        let mut same = BTreeSet::new();
        let wanted: BTreeSet<i32> = self
            .judged
            .iter()
            .filter(|judged| judged.what == what)
            .filter_map(|judged| judged.on.section)
            .chain(self.asked.get(&what).and_then(|asked| asked.on.section))
            .collect();
        for old in wanted {
            if version == Some(old) || self.is_same(tx, section, field, old).await? {
                same.insert(old);
            }
        }
        let holds = |on: On| on.section.map_or(version.is_none(), |old| same.contains(&old));
        let asked_on = self.asked.get(&what).and_then(|asked| asked.on.section);
        let before = asked_on.and_then(|old| self.versions.get(&(section.code.clone(), old))).map(|values| {
            let inputs = field.inputs();
            let mine = values.iter().filter(|(input, _)| inputs.contains(input));
            answers::shown(section, &mine.map(|(input, value)| (input.clone(), value.clone())).collect())
        });
        let on = On { section: version, document: None };
        Ok(self.item(what, on, (required, given, None), holds, before))
    }

    /// Whether the answer is the same in an earlier version of its section.
    async fn is_same(
        &mut self,
        tx: &mut TenantTx,
        section: &Section,
        field: &Field,
        old: i32,
    ) -> Result<bool> {
        let place = (section.code.clone(), old);
        if let Entry::Vacant(free) = self.versions.entry(place.clone()) {
            let row = sections::version(tx, self.application, &section.code, old).await?;
            free.insert(row.answers(self.key)?);
        }
        let (before, now) = (self.versions.get(&place), self.answers.get(&section.code));
        let value =
            |values: Option<&Values>, input: &String| values.and_then(|values| values.get(input)).cloned();
        Ok(field.inputs().iter().all(|input| value(before, input) == value(now, input)))
    }

    fn file(&self, file: &Stored, required: bool) -> Item {
        let refused = matches!(file.version, Version::Rejected { fault: life::Fault::File(_) });
        let what = Fault::Document(file.paper.clone(), file.document);
        let on = On { section: None, document: Some(file.id) };
        let holds = |on: On| on.document == Some(file.id);
        self.item(what, on, (required, !refused, Some(&file.version)), holds, None)
    }

    fn missing(&self, paper: &str, required: bool) -> Item {
        let what = Fault::Paper(paper.to_owned());
        self.item(what, On::default(), (required, false, None), |_| true, None)
    }

    fn item(
        &self,
        what: Fault,
        on: On,
        (required, given, file): (bool, bool, Option<&Version>),
        holds: impl Fn(On) -> bool,
        before: Option<Values>,
    ) -> Item {
        let mut mine = self.judged.iter().filter(|judged| judged.what == what).cloned().collect::<Vec<_>>();
        let counts = mine
            .first()
            .is_some_and(|latest| latest.judgement.counts(latest.round, self.round, holds(latest.on)));
        let judged = counts.then(|| mine.remove(0));
        let waiver = self.waiver(&what);
        let waived = waiver.as_ref().is_some_and(|waived| waived.waiver.holds());
        let asked = self.asked.get(&what).or_else(|| self.asked_as_missing(&what)).map(|requested| {
            let explanation = self.explained.get(&requested.item.what).cloned();
            let changed = requested.item.what != what || !holds(requested.on);
            let reply = Reply::of(changed, explanation.is_some(), waived);
            Asked { requested: requested.clone(), reply, explanation, before }
        });
        let judged_as = judged.as_ref().map(|judged| judged.judgement.mark());
        let lapsing = asked.as_ref().is_some_and(|asked| {
            asked.reply == Reply::Open && asked.requested.item.reason == RedoReason::ExpiresSoon
        });
        let facts = Facts { required, given, file, judged: judged_as, waived, lapsing };
        let requirement = Requirement::of(facts);
        Item { what, on, required, given, requirement, judged, earlier: mine, asked, waiver, served_by: None }
    }

    /// A file that came for a paper that was missing answers that question.
    fn asked_as_missing(&self, what: &Fault) -> Option<&Requested> {
        match what {
            Fault::Document(paper, _) => self.asked.get(&Fault::Paper(paper.clone())),
            _ => None,
        }
    }

    /// The latest waiver; files are waived with their paper.
    fn waiver(&self, what: &Fault) -> Option<Waived> {
        let of = match what {
            Fault::Document(paper, _) => &Fault::Paper(paper.clone()),
            other => other,
        };
        self.waived.iter().find(|waived| waived.what == *of).cloned()
    }
}

fn is_given(field: &Field, values: Option<&Values>) -> bool {
    let given =
        |input: &String| values.and_then(|values| values.get(input)).is_some_and(|v| !v.trim().is_empty());
    field.inputs().iter().any(given)
}

/// The version of a document that was asked about before, where another one has come.
pub fn replaced(item: &Item) -> Option<VersionId> {
    let asked = item.asked.as_ref()?.requested.on.document?;
    (item.on.document != Some(asked)).then_some(asked)
}
