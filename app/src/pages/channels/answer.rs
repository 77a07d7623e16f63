//! What a channel answered is recorded, word for word; its objections are sent on, item by item.

use super::words::{self, wallet};
use crate::{
    Frame, Page,
    pages::{credentials::mode, documents::words as file_words, review::case::items},
    ui::{Button, Choice, Form, FormState, SummaryList, back_link_to, layout, name},
};
use domain::{
    applications::{Fault, RuleSet},
    channels::{Answer, CapabilityKind},
    credentials::Environment,
    review::RedoReason,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The page of the merchant's channels.
    pub back: String,
    /// The merchant's name.
    pub merchant: String,
    /// The channel's word.
    pub channel: String,
    /// Which environment.
    pub environment: Environment,
    /// Where the capability stands.
    pub state: CapabilityKind,
    /// The answers that fit.
    pub answers: Vec<Answer>,
    /// What can be sent back: its code in the form, and what it is.
    pub items: Vec<(String, Fault)>,
    /// The rules that name them.
    pub rules: RuleSet,
    /// What was typed.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("channels-answer-title", &[("channel", wallet(frame, &model.channel))]);
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(model.back.clone(), frame.t("channels-title"))}
                <h1>{title}</h1>
                {SummaryList::new(frame)
                    .row_of(frame.t("credentials-merchant"), name(frame, &model.merchant))
                    .row_of(frame.t("credentials-environment"), mode::word(frame, model.environment))
                    .row_of(frame.t("channels-state"), words::state(frame, model.state))}
                <form method="post" class="form">
                    {form.hidden("version")}
                    {answers(frame, model, &form)}
                    {form.text("number", frame.t("channels-number")).hint(frame.t("channels-number-hint")).maxlength(200).optional()}
                    {form.text("state", frame.t("channels-their-state")).hint(frame.t("channels-their-state-hint")).maxlength(200)}
                    {form.textarea("words", frame.t("channels-words")).hint(frame.t("channels-words-hint")).maxlength(4000).optional()}
                    {form.date("on", frame.t("channels-on")).hint(frame.t("channels-on-hint"))}
                    {objections(frame, model, &form)}
                    {Button::primary(frame.t("channels-record-submit"))}
                    <p class="hint">{frame.t("channels-file-after")}</p>
                </form>
            },
        )
    })
}

fn answers(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let choices = model
        .answers
        .iter()
        .map(|answer| {
            let hint = frame.t(&format!("channels-answer-{}-hint", answer.word()));
            Choice::new(answer.word(), words::answer(frame, *answer)).hint(hint)
        })
        .collect();
    form.radios("answer", frame.t("channels-answer"), choices).view()
}

/// What an objection asks of the merchant; left empty beside any other answer.
fn objections(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    if !model.answers.contains(&Answer::Objections) {
        return ().into_any();
    }
    let items = model
        .items
        .iter()
        .map(|(code, what)| Choice::new(code, items::label(frame, &model.rules, what)))
        .collect();
    let reasons = RedoReason::ALL
        .iter()
        .map(|reason| Choice::new(reason.word(), file_words::redo(frame, *reason)))
        .collect();
    view! {
        <section class="flow">
            <h2>{frame.t("channels-objections")}</h2>
            <p>{frame.t("channels-objections-text")}</p>
            {form.checkboxes("items", frame.t("channels-items"), items).optional()}
            {form.select("reason", frame.t("channels-reason"), reasons).empty(frame.t("channels-reason-none")).optional()}
            {form.textarea("say", frame.t("channels-say")).hint(frame.t("channels-say-hint")).maxlength(1000).optional()}
        </section>
    }
    .into_any()
}
