//! The form of the first reviewer, and of the second.

use super::{Model, history::reason, items};
use crate::{
    Frame,
    ui::{Banner, Button, Choice, Form, Tone, disclosure},
};
use domain::{applications::Verdict, review::Reason};
use leptos::prelude::*;

/// The form that is open to the reader, if any.
pub(super) fn form(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    if model.acts.recommend {
        let verdicts = ["approve", "reject"].map(|word| choice(frame, "review-recommend-verdict", word));
        let question = form.radios("verdict", frame.t("review-recommend-verdict"), verdicts.to_vec()).view();
        whole(frame, model, form, ("recommend", "review-recommend"), question)
    } else if model.acts.decide {
        let approvable = model.advice.as_ref().is_some_and(|advice| advice.verdict == Verdict::Approve);
        let words = ["approve", "reject", "return"];
        let decisions = words
            .into_iter()
            .filter(|word| *word != "approve" || approvable)
            .map(|word| choice(frame, "review-decide", word))
            .collect();
        let question = form.radios("decision", frame.t("review-decide-decision"), decisions).view();
        whole(frame, model, form, ("decide", "review-decide"), question)
    } else {
        ().into_any()
    }
}

fn choice(frame: &Frame, prefix: &str, word: &str) -> Choice {
    Choice::new(word, frame.t(&format!("{prefix}-{word}"))).hint(frame.t(&format!("{prefix}-{word}-hint")))
}

fn whole(
    frame: &Frame,
    model: &Model,
    form: &Form<'_>,
    (act, texts): (&str, &str),
    question: AnyView,
) -> AnyView {
    let key = frame.keys.then_some("r");
    view! {
        <section class="flow" id="judge" tabindex="-1">
            <h2>{frame.t(&format!("{texts}-title"))}</h2>
            {still_open(frame, model)}
            <form method="post" action=format!("{}/{act}", model.path) class="form" aria-keyshortcuts=key>
                {form.hidden("seen")}
                {question}
                {grounds(frame, form)}
                {form.textarea("words", frame.t("review-words")).hint(frame.t("review-words-hint")).maxlength(1000).optional()}
                {form.textarea("note", frame.t("review-note")).hint(frame.t("review-note-hint")).maxlength(4000).optional()}
                <p class="hint">{frame.ta("review-bound", &[("version", model.version.to_string())])}</p>
                {Button::primary(frame.t(&format!("{texts}-submit")))}
            </form>
        </section>
    }
    .into_any()
}

/// What keeps approval from being recommended or decided, each with the way to it.
fn still_open(frame: &Frame, model: &Model) -> Option<AnyView> {
    let open: Vec<_> = model.items.iter().filter(|item| item.requirement.blocks_approval()).collect();
    let count = u64::try_from(open.len()).unwrap_or(u64::MAX);
    (count > 0).then(|| {
        let links: Vec<_> = open
            .into_iter()
            .map(|item| {
                let label = items::label(frame, &model.rules, &item.what);
                view! { <li class="cluster"><a href=format!("#{}", item.anchor())>{label}</a><span class="hint">{items::stands(frame, item)}</span></li> }
            })
            .collect();
        let which = frame.t("review-open-items-which");
        Banner::new(Tone::NeedsYou, frame.tn("review-open-items", count, &[]))
            .more(disclosure(which, count <= 5, view! { <ul class="plain">{links}</ul> }))
            .view()
    })
}

/// Two groups that are sent under one name: what may be said, and what may not.
fn grounds(frame: &Frame, form: &Form<'_>) -> AnyView {
    let choices = |sayable: bool| -> Vec<Choice> {
        Reason::ALL
            .iter()
            .filter(|ground| ground.is_sayable() == sayable)
            .map(|ground| Choice::new(ground.word(), reason(frame, *ground)))
            .collect()
    };
    view! {
        {form.checkboxes("reasons", frame.t("review-reasons-sayable"), choices(true)).optional()}
        {form.checkboxes("confidential", frame.t("review-reasons-confidential"), choices(false))
            .hint(frame.t("review-reasons-confidential-hint"))
            .optional()}
    }
    .into_any()
}
