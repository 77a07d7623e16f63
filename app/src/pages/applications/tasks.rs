//! The task list: what is done, what is due, what is wrong.

use super::{Head, words};
use crate::{
    Frame, Page,
    ui::{TaskList, Tone, format, layout, progress},
};
use domain::applications::{self, RuleSet, Section, tasks::PaperStatus, tasks::SectionStatus};
use leptos::prelude::*;
use std::collections::BTreeSet;
use time::OffsetDateTime;

/// An application's tasks.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Under which rules.
    pub rules: RuleSet,
    /// How everything stands.
    pub tasks: applications::TaskList,
    /// The codes of the sections that the reader fills in.
    pub sections: BTreeSet<String>,
    /// Whether parts may be added now: not while a few alone are open for changes.
    pub may_add: bool,
    /// Whether the reader sees and uploads papers.
    pub papers: bool,
    /// The codes of the papers that need not be given after all.
    pub not_needed: BTreeSet<String>,
    /// Whether the reader hands in and withdraws.
    pub submit: bool,
    /// When it runs out for want of an answer: of requested changes, or of a draft that nobody goes on with.
    pub until: Option<OffsetDateTime>,
    /// Whether it is a draft, which every save keeps longer.
    pub draft: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("applications-tasks-title");
    Page::new(title.clone(), || {
        let (done, all) = model.tasks.progress();
        let words = [("done", done.to_string()), ("all", all.to_string())];
        let words = frame.ta("applications-tasks-progress", &words);
        let bar = progress(words, u32::try_from(done).unwrap_or(0), u32::try_from(all).unwrap_or(0));
        let withdraw = model.submit.then(|| {
            view! {
            <p><a href=model.head.at(frame, "/consents")>{frame.t("consents-title")}</a></p>
            <p><a href=model.head.at(frame, "/withdraw")>{frame.t("applications-tasks-withdraw")}</a></p> }
        });
        layout::merchant(
            frame,
            view! {
                {super::back_home(frame)}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                {bar}
                {until(frame, model)}
                <h2>{frame.t("applications-tasks-answers")}</h2>
                {sections(frame, model)}
                <h2>{frame.t("applications-tasks-papers")}</h2>
                {papers(frame, model)}
                <h2>{frame.t("applications-tasks-hand-in")}</h2>
                {hand_in(frame, model)}
                {withdraw}
            },
        )
    })
}

/// Until when it is kept, or is to be answered.
fn until(frame: &Frame, model: &Model) -> Option<AnyView> {
    let when = [("when", format::instant(frame, model.until?))];
    let key = if model.draft { "applications-ball-kept" } else { "applications-ball-answer" };
    Some(view! { <p class="hint">{frame.ta(key, &when)}</p> }.into_any())
}

fn sections(frame: &Frame, model: &Model) -> TaskList {
    let mut list = TaskList::new();
    for (section, task) in model.rules.sections.iter().zip(&model.tasks.sections) {
        let doubtful = task.findings.iter().any(|finding| !finding.blocks());
        let (tone, state) = words::section_status(frame, task.status, doubtful);
        let label = words::section(frame, section);
        list = if model.sections.contains(&section.code) {
            let list =
                list.task(label, model.head.at(frame, &format!("/sections/{}", section.code)), tone, state);
            match task.findings.iter().find(|finding| finding.blocks()) {
                Some(finding) if task.status == SectionStatus::Wrong => {
                    list.hint(words::finding(frame, finding))
                }
                _ => list,
            }
        } else {
            list.locked(label, state).hint(frame.t("applications-tasks-others"))
        };
        list = more(frame, model, section, list);
    }
    list
}

/// After the last of several: one more.
fn more(frame: &Frame, model: &Model, section: &Section, list: TaskList) -> TaskList {
    let family = section.instance.as_ref().map(|one| one.family.as_str());
    let last =
        model.rules.sections.iter().rfind(|one| one.instance.as_ref().map(|i| i.family.as_str()) == family);
    let is_last = family.is_some() && last.is_some_and(|last| last.code == section.code);
    let next = model.rules.more.iter().map(|more| &more.section);
    let mut next = next.filter(|more| more.instance.as_ref().map(|one| one.family.as_str()) == family);
    match next.next().filter(|_| is_last && model.may_add && model.sections.contains(&section.code)) {
        None => list,
        Some(next) => {
            let href = model.head.at(frame, &format!("/sections/{}", next.code));
            list.task(words::more(frame, next), href, Tone::Neutral, frame.t("applications-task-optional"))
        }
    }
}

fn papers(frame: &Frame, model: &Model) -> TaskList {
    let mut list = TaskList::new();
    for (paper, task) in model.rules.papers.iter().zip(&model.tasks.papers) {
        let (tone, state) = words::paper_status(frame, task.status);
        let needless = model.not_needed.contains(&paper.code) && task.status == PaperStatus::Optional;
        let state = if needless { frame.t("applications-paper-status-not-needed") } else { state };
        let label = words::paper(frame, paper);
        list = if model.papers {
            let list =
                list.task(label, model.head.at(frame, &format!("/papers#{}", paper.code)), tone, state);
            match task.served_by.as_deref().and_then(|code| model.rules.paper(code)) {
                Some(other) => {
                    list.hint(frame.ta("applications-paper-served", &[("paper", words::paper(frame, other))]))
                }
                None => list,
            }
        } else {
            list.locked(label, state).hint(frame.t("applications-tasks-others"))
        };
    }
    list
}

fn hand_in(frame: &Frame, model: &Model) -> TaskList {
    let label = frame.t("applications-tasks-check");
    let href = model.head.at(frame, "/check");
    if !model.submit {
        return TaskList::new()
            .task(label, href, Tone::Neutral, frame.t("applications-task-locked"))
            .hint(frame.t("applications-tasks-check-owner"));
    }
    let checking = model.tasks.papers.iter().any(|paper| paper.status == PaperStatus::Checking);
    if model.tasks.is_ready() || checking {
        TaskList::new().task(label, href, Tone::NeedsYou, frame.t("applications-task-open"))
    } else {
        TaskList::new()
            .task(label, href, Tone::Neutral, frame.t("applications-task-locked"))
            .hint(frame.t("applications-tasks-check-later"))
    }
}
