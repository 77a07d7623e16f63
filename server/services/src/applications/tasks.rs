//! The task list, and the answers to be checked before handing in.

use super::{
    access::{seen, shaped, today},
    answers,
    changes::{as_given, is_waived, replies, without_waived},
    consents::less_withdrawn,
};
use crate::{Result, Services};
use domain::{
    Actor, ApplicationId,
    applications::{Answers, Fault, RuleSet, State, TaskList, Values},
    documents::Version,
    permissions::Act,
    review::{Reason, Reply},
};
use std::collections::{BTreeMap, BTreeSet};
use store::{
    TenantTx,
    applications::{Application, dossiers, merchants},
    documents,
    review::{
        decisions::{self, Outcome},
        waivers,
    },
};

/// An application as its merchant's people see it.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The application.
    pub application: Application,
    /// The merchant's number, once there is one.
    pub merchant_number: Option<String>,
    /// Under which rules.
    pub rules: RuleSet,
    /// What is done, due and wrong. Findings stand with the sections that this person may fill in alone.
    pub tasks: TaskList,
    /// The answers that this person may see; sealed ones masked.
    pub answers: BTreeMap<String, Values>,
    /// The codes of the sections that this person may fill in.
    pub sections: BTreeSet<String>,
    /// Whether this person may see and upload papers.
    pub papers: bool,
    /// Whether this person may hand in and withdraw.
    pub submit: bool,
    /// What the desk says of a rejection in its own words, where it may.
    pub words: Option<String>,
    /// Whether everything that the desk asked for was answered; true where it asked for nothing.
    pub replied: bool,
    /// The codes of the papers that this merchant need not give after all.
    pub not_needed: BTreeSet<String>,
}

/// The application with its tasks.
pub async fn overview(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Overview> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::ViewOwnApplication).await?;
    let Judged { rules, mut tasks, answers: all } = judge(services, &mut tx, &application).await?;
    let may = |act| actor.may_at(application.merchant, act);
    let sections: BTreeSet<String> = rules
        .sections
        .iter()
        .filter(|section| may(section.act))
        .map(|section| section.code.clone())
        .collect();
    let (papers, submit) = (may(Act::UploadPapers), may(Act::SubmitApplication));
    for task in tasks.sections.iter_mut().filter(|task| !sections.contains(&task.code)) {
        task.findings.clear();
    }
    let answers = rules
        .sections
        .iter()
        .filter(|section| sections.contains(&section.code))
        .filter_map(|section| Some((section.code.clone(), answers::shown(section, all.get(&section.code)?))))
        .collect();
    let merchant_number = merchants::load(&mut tx, application.merchant).await?.number;
    let words = words(&mut tx, &application).await?;
    let replied = replies(&mut tx, &application, &rules).await?.iter().all(|(_, reply, _)| reply.is_answer());
    let waived = waivers::holding(&mut tx, id).await?;
    let codes = rules.papers.iter().map(|paper| paper.code.clone());
    let not_needed = codes.filter(|code| is_waived(&waived, &Fault::Paper(code.clone()))).collect();
    Ok(Overview {
        application,
        merchant_number,
        rules,
        tasks,
        answers,
        sections,
        papers,
        submit,
        words,
        replied,
        not_needed,
    })
}

/// The words that stand with a rejection. They are read whatever its grounds, so that a confidential one takes no
/// less time than a sayable one, and told beside sayable ones alone.
async fn words(tx: &mut TenantTx, application: &Application) -> Result<Option<String>> {
    let State::Rejected { reasons, .. } = &application.state else { return Ok(None) };
    let key = dossiers::open(tx, application.id).await?;
    let latest = decisions::of(tx, &key, application.id).await?.into_iter().next();
    let rejection = latest.filter(|decided| decided.outcome == Outcome::Rejected);
    let told = rejection.filter(|decided| Reason::let_speak(reasons) && Reason::let_speak(&decided.reasons));
    Ok(told.and_then(|decided| decided.words))
}

/// An application's answers and what they come to.
pub(crate) struct Judged {
    /// The rules as the answers shape them.
    pub(crate) rules: RuleSet,
    /// What is done, due and wrong.
    pub(crate) tasks: TaskList,
    /// Everything, sealed values opened.
    pub(crate) answers: Answers,
}

/// The tasks, from answers and papers as they are in this transaction.
pub(crate) async fn judge(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
) -> Result<Judged> {
    let mut answers = answers::open(tx, application.id).await?;
    less_withdrawn(services, tx, application, &mut answers).await?;
    let rules = shaped(services, application, &answers)?;
    let asked: BTreeMap<Fault, Reply> = replies(tx, application, &rules)
        .await?
        .into_iter()
        .map(|(item, reply, _)| (item.what, reply))
        .collect();
    let versions = documents::of_application(tx, application.id).await?;
    let files: Vec<(String, Version)> = documents::current(&versions)
        .into_iter()
        .map(|stored| {
            let asked = asked.get(&Fault::Document(stored.paper.clone(), stored.document)).copied();
            (stored.paper.clone(), as_given(&stored.version, asked, stored.pictures))
        })
        .collect();
    let day = today(&application.country, tx.now());
    let rules = without_waived(&rules, &waivers::holding(tx, application.id).await?);
    let tasks = TaskList::derive(&rules, &answers, &files, day);
    Ok(Judged { rules, tasks, answers })
}
