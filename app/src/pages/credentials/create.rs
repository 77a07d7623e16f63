//! A new credential: a name, for which merchant, where it speaks, until when and from where.

use super::mode;
use crate::ui::{Button, Choice, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use domain::credentials::Environment;
use leptos::prelude::*;

/// The form, and what there is to choose from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was typed.
    pub form: FormState,
    /// Id and name of each of the reader's merchants for which one can be made; none where the reader has no merchant
    /// yet.
    pub merchants: Vec<(String, String)>,
    /// Whether a test key can be made for any of them.
    pub test: bool,
    /// Whether a live key can be made for any of them.
    pub live: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("credentials-create");
    let framed = Frame { test: !model.live, ..frame.clone() };
    Page::new(form.title(&title), || {
        let frame = &framed;
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/credentials"), frame.t("credentials-title"))}
                <h1>{title}</h1>
                <p>{frame.t("credentials-new-text")}</p>
                <form method="post" class="form">
                    {whose(frame, model, &form)}
                    {environments(frame, model, &form)}
                    {form.text("label", frame.t("credentials-label")).hint(frame.t("credentials-label-hint")).maxlength(80)}
                    {form.date("expires", frame.t("credentials-expires")).hint(frame.t("credentials-expires-hint")).optional()}
                    {form.textarea("networks", frame.t("credentials-networks")).hint(frame.t("credentials-networks-hint")).maxlength(2000).optional()}
                    {Button::primary(frame.t("credentials-new-submit"))}
                </form>
            },
        )
    })
}

fn whose(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    if model.merchants.len() < 2 {
        return form.hidden("merchant");
    }
    let choices = model.merchants.iter().map(|(id, name)| Choice::new(id, name)).collect();
    form.radios("merchant", frame.t("credentials-merchant"), choices).view()
}

/// Where it is to speak; nothing to choose where only one can be had.
fn environments(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let choice = |environment: Environment| {
        let word = environment.word();
        Choice::new(word, frame.t(&format!("credentials-{word}")))
            .hint(frame.t(&format!("credentials-mode-{word}")))
    };
    match (model.test, model.live) {
        (true, true) => {
            let choices = vec![choice(Environment::Test), choice(Environment::Live)];
            form.radios("environment", frame.t("credentials-environment"), choices).view()
        }
        (_, live) => {
            let only = if live { Environment::Live } else { Environment::Test };
            view! { {mode::strip(frame, only)}{form.hidden("environment")} }.into_any()
        }
    }
}
