//! One section: its questions, what is doubtful in the answers, and what another wrote meanwhile.

use super::{Head, fields::Fields, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, Tone, back_link_to, format, layout},
};
use domain::applications::{Finding, RuleSet, Section, Values};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use time::OffsetDateTime;

/// A section as its page shows it.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Under which rules.
    pub rules: RuleSet,
    /// Which section.
    pub section: Section,
    /// The version that the form goes out from.
    pub version: i32,
    /// What was typed, or what is saved, and what is wrong with it.
    pub form: FormState,
    /// What is saved; sealed answers masked.
    pub saved: Values,
    /// What other sections answer that a field may repeat, by the field's code.
    pub known: BTreeMap<String, Vec<String>>,
    /// The codes of the fields that may be changed.
    pub open: BTreeSet<String>,
    /// What is doubtful in what is saved.
    pub doubts: Vec<Finding>,
    /// Who saved it, and when.
    pub saver: Option<Saver>,
    /// The codes of the fields in which what was typed differs from what another has saved meanwhile.
    pub clash: Option<BTreeSet<String>>,
}

/// Who saved a version, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saver {
    /// Their address; none where it is the reader.
    pub other: Option<String>,
    /// When.
    pub at: OffsetDateTime,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = words::section(frame, &model.section);
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let fields = Fields {
            rules: &model.rules,
            section: &model.section,
            saved: &model.saved,
            open: &model.open,
            known: &model.known,
            theirs: model.clash.as_ref().map(|differing| (differing, &model.saved)),
        };
        let buttons = if model.open.is_empty() {
            view! { <p>{frame.t("applications-section-closed")}</p> }.into_any()
        } else {
            view! {
                <div class="cluster">
                    {Button::primary(frame.t("applications-section-save"))}
                    {Button::secondary(frame.t("applications-section-later")).named("then", "later")}
                    {remove(frame, model)}
                </div>
            }
            .into_any()
        };
        layout::merchant(
            frame,
            view! {
                {back_link_to(model.head.at(frame, ""), frame.t("applications-section-all"))}
                {form.summary()}
                {clash(frame, model)}
                {step(frame, model)}
                <h1>{title}</h1>
                <p>{frame.t(&format!("{}-intro", model.section.label))}</p>
                {doubts(frame, model)}
                <form method="post" class="form">
                    <input type="hidden" name="version" value=model.version.to_string()/>
                    {fields.view(frame, &form)}
                    {buttons}
                </form>
                {saved_by(frame, model)}
            },
        )
    })
}

/// Taking away one of several: a person who was named by mistake, or isn't an owner any more.
fn remove(frame: &Frame, model: &Model) -> Option<AnyView> {
    let removable = model.section.instance.as_ref().is_some_and(|one| one.removable) && model.version > 0;
    removable.then(|| Button::quiet(frame.t("applications-section-remove")).named("then", "remove").view())
}

fn step(frame: &Frame, model: &Model) -> AnyView {
    let Some(place) = model.rules.sections.iter().position(|section| section.code == model.section.code)
    else {
        // One more, which isn't there yet.
        return model.head.caption(frame);
    };
    let words = [
        ("number", model.head.number.clone()),
        ("step", (place + 1).to_string()),
        ("steps", model.rules.sections.len().to_string()),
    ];
    view! { <p class="caption">{frame.ta("applications-section-step", &words)}</p> }.into_any()
}

/// Two wrote at once: says so, and which answers differ.
fn clash(frame: &Frame, model: &Model) -> AnyView {
    let Some(differing) = &model.clash else { return ().into_any() };
    let mut banner = Banner::new(Tone::NeedsYou, frame.t("applications-clash-title"))
        .text(frame.t("applications-clash-text"));
    if let Some(saver) = &model.saver {
        let when = ("when", format::instant(frame, saver.at));
        banner = banner.point(match &saver.other {
            Some(who) => frame.ta("applications-clash-by", &[("who", who.clone()), when]),
            None => frame.ta("applications-clash-by-you", &[when]),
        });
    }
    for field in model.section.fields.iter().filter(|field| differing.contains(&field.code)) {
        banner = banner.point(frame.ta("applications-clash-differs", &[("field", frame.t(&field.label))]));
    }
    banner.view()
}

fn doubts(frame: &Frame, model: &Model) -> AnyView {
    if model.doubts.is_empty() || model.form.is_refused() || model.clash.is_some() {
        return ().into_any();
    }
    let mut banner = Banner::new(Tone::Info, frame.t("applications-section-doubts"))
        .text(frame.t("applications-section-doubts-text"));
    for doubt in &model.doubts {
        let field = model.section.field(&doubt.field).map(|field| frame.t(&field.label)).unwrap_or_default();
        let said = [("field", field), ("doubt", words::finding(frame, doubt))];
        banner = banner.point(frame.ta("applications-section-doubt-at", &said));
    }
    banner.view()
}

fn saved_by(frame: &Frame, model: &Model) -> AnyView {
    let Some(saver) = &model.saver else { return ().into_any() };
    let when = ("when", format::instant(frame, saver.at));
    let words = match &saver.other {
        Some(who) => frame.ta("applications-section-saved-by", &[("who", who.clone()), when]),
        None => frame.ta("applications-section-saved-by-you", &[when]),
    };
    view! { <p class="hint">{words}</p> }.into_any()
}
