//! What our checks found, in a strip above everything else: seen without scrolling, each a link to what it is about.

use super::{Model, items};
use crate::{
    Frame, i18n,
    pages::applications::words,
    ui::{Banner, Tone, badge, disclosure, format},
};
use domain::{
    applications::Fault,
    review::findings::{Arg, Found, Severity},
};
use leptos::prelude::*;

/// How many are shown at once: more than these push the papers off the screen.
const SHOWN: usize = 6;

/// The strip; where nothing was found it says so.
pub(super) fn strip(frame: &Frame, model: &Model) -> AnyView {
    if model.found.is_empty() {
        let none = Banner::new(Tone::Good, frame.t("review-found-none")).view();
        return view! { <div id="findings" class="found">{none}</div> }.into_any();
    }
    let count = |severity| model.found.iter().filter(|one| one.severity == severity).count().to_string();
    let args = [("wrong", count(Severity::Wrong)), ("doubtful", count(Severity::Doubtful))];
    let (first, rest) = model.found.split_at_checked(SHOWN).unwrap_or((&model.found, &[]));
    let more = (!rest.is_empty()).then(|| {
        let words = frame.tn("review-found-more", u64::try_from(rest.len()).unwrap_or(u64::MAX), &[]);
        disclosure(words, false, list(frame, model, rest))
    });
    view! {
        <section id="findings" class="found" aria-labelledby="findings-title">
            <h2 id="findings-title">{frame.ta("review-found-title", &args)}</h2>
            {list(frame, model, first)}
            {more}
        </section>
    }
    .into_any()
}

fn list(frame: &Frame, model: &Model, found: &[Found]) -> AnyView {
    let lines: Vec<_> = found.iter().map(|one| line(frame, model, one)).collect();
    view! { <ul class="plain found-list">{lines}</ul> }.into_any()
}

fn line(frame: &Frame, model: &Model, one: &Found) -> AnyView {
    let tone = if one.severity == Severity::Wrong { Tone::Wrong } else { Tone::NeedsYou };
    let mark = badge(tone, frame.t(&format!("review-found-{}", one.severity)));
    let about = items::label(frame, &model.rules, &one.at);
    let confidential = one
        .is_confidential()
        .then(|| view! { " "<span class="hint">{frame.t("review-found-confidential")}</span> });
    view! {
        <li class="check" data-kind=one.kind.word()>
            {mark}
            <span><a href=place(model, one)>{about}</a>{frame.t("common-colon")}{said(frame, model, one)}{confidential}</span>
        </li>
    }
    .into_any()
}

/// Where on the page it is about.
fn place(model: &Model, one: &Found) -> String {
    if model.items.iter().any(|item| item.what == one.at) {
        return format!("#{}", items::anchor(&one.at));
    }
    match &one.at {
        Fault::Field(section, _) => format!("#section-{}", words::dashed(section)),
        Fault::Paper(paper) | Fault::Document(paper, _) => format!("#paper-{paper}"),
    }
}

fn said(frame: &Frame, model: &Model, one: &Found) -> String {
    let args: Vec<(&str, String)> =
        one.args.iter().map(|(name, arg)| (*name, filled(frame, model, arg))).collect();
    i18n::ta(frame.lang, &one.key, &args)
}

fn filled(frame: &Frame, model: &Model, arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.clone(),
        Arg::Day(day) => format::date(frame.lang, *day),
        Arg::Field(path) => {
            model.rules.field(path).map_or_else(|| path.clone(), |field| frame.t(&field.label))
        }
        Arg::Paper(code) => {
            model.rules.paper(code).map_or_else(|| code.clone(), |paper| words::paper(frame, paper))
        }
    }
}
