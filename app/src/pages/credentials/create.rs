//! A new credential: a name, and for which merchant.

use crate::ui::{Button, Choice, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The form, and the merchants to choose from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was typed.
    pub form: FormState,
    /// Id and name of each of the reader's merchants that has its number.
    pub merchants: Vec<(String, String)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("credentials-new-title");
    Page::new(form.title(&title), || {
        let whose = if let [_] = model.merchants.as_slice() {
            form.hidden("merchant")
        } else {
            let choices = model.merchants.iter().map(|(id, name)| Choice::new(id, name)).collect();
            form.radios("merchant", frame.t("credentials-merchant"), choices).view()
        };
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/credentials"), frame.t("credentials-title"))}
                <h1>{title}</h1>
                <p>{frame.t("credentials-new-text")}</p>
                <form method="post" class="form">
                    {whose}
                    {form.text("label", frame.t("credentials-label")).hint(frame.t("credentials-label-hint")).maxlength(80)}
                    {Button::primary(frame.t("credentials-new-submit"))}
                </form>
            },
        )
    })
}
