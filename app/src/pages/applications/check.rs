//! Check your answers, then hand in.

use super::{Head, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, SummaryList, Tone, back_link_to, badge, layout},
};
use domain::applications::{
    self, RuleSet, Section, SectionTask, Values,
    tasks::{PaperStatus, SectionStatus},
};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is to be handed in.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Under which rules.
    pub rules: RuleSet,
    /// How everything stands.
    pub tasks: applications::TaskList,
    /// The answers that the reader may see; sealed ones masked.
    pub answers: BTreeMap<String, Values>,
    /// The codes of the sections that the reader fills in.
    pub sections: BTreeSet<String>,
    /// Whether the reader sees papers.
    pub papers: bool,
    /// Whether the reader hands in.
    pub submit: bool,
    /// Whether everything that the desk asked for was answered.
    pub replied: bool,
    /// The codes of the papers that need not be given after all.
    pub not_needed: BTreeSet<String>,
    /// The application's version that is shown.
    pub version: i32,
    /// What is wrong with handing in, after it was tried.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("applications-check-title");
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let sections: Vec<_> = model
            .rules
            .sections
            .iter()
            .zip(&model.tasks.sections)
            .map(|(section, task)| section_view(frame, model, section, task))
            .collect();
        layout::merchant(
            frame,
            view! {
                {back_link_to(model.head.at(frame, ""), frame.t("applications-section-all"))}
                {form.summary()}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("applications-check-intro")}</p>
                {sections}
                {papers(frame, model)}
                {hand_in(frame, model)}
            },
        )
    })
}

fn section_view(frame: &Frame, model: &Model, section: &Section, task: &SectionTask) -> AnyView {
    let mut list = SummaryList::new(frame).heading(words::section(frame, section));
    if !model.sections.contains(&section.code) {
        let (tone, state) = words::section_status(frame, task.status, false);
        return list.row_of(frame.t("applications-check-others"), badge(tone, state)).view();
    }
    let empty = Values::new();
    let values = model.answers.get(&section.code).unwrap_or(&empty);
    for field in &section.fields {
        let href = model.head.at(frame, &format!("/sections/{}#{}", section.code, anchor(field)));
        let shown = words::answer(frame, field, values);
        let found = task.findings.iter().find(|finding| finding.field == field.code);
        list = match found {
            Some(finding) if finding.blocks() => {
                list.row(frame.t(&field.label), shown).wrong(words::finding(frame, finding))
            }
            Some(finding) => {
                let doubt = words::finding(frame, finding);
                list.row_of(frame.t(&field.label), view! { {shown}<p class="hint">{doubt}</p> })
            }
            None => list.row(frame.t(&field.label), shown),
        };
        list = list.change(href);
    }
    list.view()
}

/// The id of a field's first control.
fn anchor(field: &applications::Field) -> String {
    field.inputs().first().cloned().unwrap_or_default()
}

fn papers(frame: &Frame, model: &Model) -> AnyView {
    let mut list = SummaryList::new(frame).heading(frame.t("applications-tasks-papers"));
    for (paper, task) in model.rules.papers.iter().zip(&model.tasks.papers) {
        let (tone, state) = words::paper_status(frame, task.status);
        let needless = model.not_needed.contains(&paper.code) && task.status == PaperStatus::Optional;
        let state = if needless { frame.t("applications-paper-status-not-needed") } else { state };
        list = list.row_of(words::paper(frame, paper), badge(tone, state));
        if model.papers {
            list = list.change(model.head.at(frame, &format!("/papers#{}", paper.code)));
        }
    }
    list.view()
}

fn hand_in(frame: &Frame, model: &Model) -> AnyView {
    if !model.submit {
        return view! { <p>{frame.t("applications-tasks-check-owner")}</p> }.into_any();
    }
    if !model.tasks.is_ready() || !model.replied {
        return not_ready(frame, model);
    }
    view! {
        <form method="post" class="form">
            <input type="hidden" name="version" value=model.version.to_string()/>
            {Button::primary(frame.t("applications-check-submit"))}
        </form>
    }
    .into_any()
}

/// What keeps it from being handed in.
fn not_ready(frame: &Frame, model: &Model) -> AnyView {
    let sections = model.rules.sections.iter().zip(&model.tasks.sections);
    let papers = model.rules.papers.iter().zip(&model.tasks.papers);
    let open: Vec<String> = sections
        .filter(|(_, task)| task.status != SectionStatus::Done)
        .map(|(section, _)| words::section(frame, section))
        .chain(
            papers
                .clone()
                .filter(|(_, task)| matches!(task.status, PaperStatus::Due | PaperStatus::Wrong))
                .map(|(paper, _)| words::paper(frame, paper)),
        )
        .chain((!model.replied).then(|| frame.t("applications-changes-title")))
        .collect();
    let mut banner = Banner::new(Tone::NeedsYou, frame.t("applications-check-not-ready"));
    if open.is_empty() {
        banner = banner.text(frame.t("applications-check-checking-text"));
    } else {
        banner = banner.text(frame.t("applications-check-not-ready-text"));
        banner = open.into_iter().fold(banner, Banner::point);
    }
    banner.view()
}
