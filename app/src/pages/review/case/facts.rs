//! What was declared, section by section, with what our checks make of it.

use super::{
    super::reveal,
    Model,
    items::{self, Item},
};
use crate::{
    Frame,
    pages::applications::words,
    ui::{Button, SummaryList, Tone, badge, format},
};
use domain::{
    applications::{Answer, Fault, Field, Finding, Section, Values, Weight},
    review::{Requirement, screening::agreeing},
};
use leptos::prelude::*;

/// The sections in the rules' order.
pub(super) fn sections(frame: &Frame, model: &Model) -> AnyView {
    let sections: Vec<_> = model.rules.sections.iter().map(|section| part(frame, model, section)).collect();
    view! { <h2>{frame.t("review-facts-title")}</h2>{sections} }.into_any()
}

fn part(frame: &Frame, model: &Model, section: &Section) -> AnyView {
    let (Some(values), Some(saved)) = (model.answers.get(&section.code), model.sections.get(&section.code))
    else {
        return view! { <h3>{words::section(frame, section)}</h3><p class="hint">{frame.t("review-facts-nothing")}</p> }
            .into_any();
    };
    let mut list = SummaryList::new(frame);
    for field in &section.fields {
        list = row(frame, model, section, field, values, list);
    }
    let args = [
        ("version", saved.version.to_string()),
        ("at", format::instant(frame, saved.at)),
        ("email", saved.by.clone()),
    ];
    view! {
        <section class="flow" id=format!("section-{}", words::dashed(&section.code)) tabindex="-1" data-part="">
            <div class="part-head">
                <h3>{words::section(frame, section)}</h3>
                {accept_all(frame, model, &section.code, &words::section(frame, section))}
            </div>
            <p class="hint">{frame.ta("review-facts-version", &args)}</p>
            {list}
        </section>
    }
    .into_any()
}

/// The button that accepts everything of a part that waits for a judgement: `papers`, or a section's code.
pub(super) fn accept_all(frame: &Frame, model: &Model, part: &str, label: &str) -> Option<AnyView> {
    let mine = |item: &&Item| match &item.what {
        Fault::Field(section, _) => section == part,
        Fault::Document(..) => part == PAPERS,
        Fault::Paper(_) => false,
    };
    let waiting: Vec<&Item> = model
        .items
        .iter()
        .filter(mine)
        .filter(|item| item.given && item.requirement == Requirement::Submitted)
        .collect();
    if !model.acts.judge || waiting.is_empty() {
        return None;
    }
    let mut button = Button::secondary(frame.t("review-item-accept-all"))
        .about(label.to_owned())
        .small()
        .post(format!("{}/accept", model.path))
        .with("part", part.to_owned());
    // A key accepts what is before the eyes: a section, or one paper, and never all papers at once.
    if part != PAPERS {
        button = button.key(frame, "a");
    }
    for item in waiting {
        button = button.with("item", item.token.clone());
    }
    Some(button.view())
}

/// The word that stands for all papers where a part is named.
pub(super) const PAPERS: &str = "papers:";

fn row(
    frame: &Frame,
    model: &Model,
    section: &Section,
    field: &Field,
    values: &Values,
    list: SummaryList,
) -> SummaryList {
    let shown = words::answer(frame, field, values);
    let what = Fault::Field(section.code.clone(), field.code.clone());
    let line = model.item(&what).map(|item| items::line(frame, model, item));
    if shown.is_empty() {
        let none = frame.t("common-not-given");
        return list.row_of(frame.t(&field.label), view! { <span class="not-given">{none}</span>{line} });
    }
    let found: Vec<&Finding> = model
        .findings
        .iter()
        .filter(|finding| finding.section == section.code && finding.field == field.code)
        .collect();
    let marks: Vec<_> = if found.is_empty() {
        good_marks(frame, model, section, (field, values))
            .into_iter()
            .map(|text| badge(Tone::Good, text))
            .collect()
    } else {
        found
            .into_iter()
            .map(|finding| {
                let tone = if finding.weight == Weight::Warning { Tone::NeedsYou } else { Tone::Wrong };
                badge(tone, words::finding(frame, finding))
            })
            .collect()
    };
    let sealed = field.sealed.then(|| {
        let show = model.acts.reveal.then(|| {
            Button::quiet(frame.t("review-reveal"))
                .about(frame.t(&field.label))
                .small()
                .link(reveal::path(&model.path, &section.code, Some(&field.code)))
                .view()
        });
        view! { <p class="hint cluster">{frame.t("review-facts-sealed")}{show}</p> }
    });
    list.row_of(
        frame.t(&field.label),
        view! { <span class="answer">{shown}</span>{sealed}<div class="cluster marks">{marks}</div>{line} },
    )
}

/// What our checks have confirmed of an answer in which they found nothing.
fn good_marks(
    frame: &Frame,
    model: &Model,
    section: &Section,
    (field, values): (&Field, &Values),
) -> Vec<String> {
    let path = format!("{}.{}", section.code, field.code);
    let form = matches!(field.answer_beside(values), Answer::Identifier(_));
    let form = form.then(|| frame.t("review-mark-form"));
    let agrees = agreeing(&model.rules, &model.answers, &path).into_iter().map(|other| {
        let other = model.rules.field(&other).map(|field| frame.t(&field.label)).unwrap_or(other);
        frame.ta("review-mark-agrees", &[("other", other)])
    });
    form.into_iter().chain(agrees).collect()
}
