//! A claim is proposed: new, in a standing one's place, or from a published one.

use super::super::{claim_form, rooms::rooms};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, Tone, back_link_to, layout},
};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was typed.
    pub form: FormState,
    /// The contract of the claim whose place it takes.
    pub supersedes: Option<String>,
    /// Whether the published claim that it begins from is a markup on an interchange that has to be estimated.
    pub estimate: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title =
        frame.t(if model.supersedes.is_some() { "fees-own-successor" } else { "fees-own-propose-title" });
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let fields = fields(frame, &form, model);
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/claims")}
                {back_link_to(frame.at("/console/fees/claims"), frame.t("fees-own-title"))}
                <h1>{title}</h1>
                <p class="measure">{frame.t("fees-own-propose-text")}</p>
                {notes(frame, model)}
                {fields}
            },
        )
    })
}

fn notes(frame: &Frame, model: &Model) -> AnyView {
    let takes = model.supersedes.as_ref().map(|contract| {
        let words = [("contract", contract.clone())];
        Banner::new(Tone::Info, frame.ta("fees-own-takes", &words))
            .text(frame.t("fees-own-takes-text"))
            .view()
    });
    let estimate = model.estimate.then(|| {
        Banner::new(Tone::Info, frame.t("fees-own-estimate")).text(frame.t("fees-own-estimate-text")).view()
    });
    view! { {takes}{estimate} }.into_any()
}

fn fields(frame: &Frame, form: &Form<'_>, model: &Model) -> AnyView {
    let estimate = model.estimate.then(|| {
        let share = |name: &str, key: &str| form.text(name, frame.t(key)).inputmode("decimal").short();
        view! {
            <fieldset class="columns">
                <legend><h2>{frame.t("fees-own-interchange")}</h2></legend>
                {share("interchange_percent", "fees-own-interchange-percent").suffix("%")}
                {share("interchange_fixed", "fees-own-interchange-fixed")}
            </fieldset>
        }
    });
    let note = if model.estimate { "fees-own-estimate-source" } else { "fees-own-note" };
    let note = form.text("note", frame.t(note)).maxlength(500);
    let note = if model.estimate { note } else { note.optional() };
    view! {
        <form method="post" action=frame.at("/console/fees/claims/new") class="form compare-form">
            {form.hidden("supersedes")}
            {form.hidden("published")}
            {claim_form::dimensions(frame, form)}
            {source(frame, form)}
            {estimate}
            {note}
            {claim_form::figures(frame, form, "fees-claim-figures-hint")}
            {Button::primary(frame.t("fees-own-propose-act"))}
        </form>
    }
    .into_any()
}

fn source(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("fees-own-where")}</h2></legend>
            {form.text("contract", frame.t("fees-own-contract-number")).code().maxlength(100)}
            {form.text("page", frame.t("fees-own-page")).short().maxlength(50)}
            {form.text("address", frame.t("fees-own-address")).url().maxlength(500).optional()}
            {form.date("read_on", frame.t("fees-own-read-on"))}
            {form.date("from", frame.t("fees-own-from"))}
            {form.date("to", frame.t("fees-own-to")).optional()}
        </fieldset>
    }
    .into_any()
}
