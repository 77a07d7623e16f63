//! The second step of signing in: a code, or a passkey.

use super::key_form;
use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Whose password was right.
    pub email: String,
    /// `to`: the path to go on to.
    pub form: FormState,
    /// Whether they have an app that shows codes.
    pub app: bool,
    /// Whether they have a passkey.
    pub passkey: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("factors-second-title");
    Page::new(form.title(&title), || {
        let text = if model.app { "factors-second-text" } else { "factors-second-text-passkey" };
        let passkey =
            model.passkey.then(|| key_form(frame, form.value("to"), frame.t("factors-passkey-use")));
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.ta(text, &[("email", model.email.clone())])}</p>
                {passkey}
                <form method="post" action="/account/factor" class="form" novalidate>
                    {form.hidden("to")}
                    {form
                        .text("code", frame.t("factors-code"))
                        .hint(frame.t("factors-code-hint"))
                        .autocomplete("one-time-code")
                        .maxlength(40)
                        .short()}
                    {Button::primary(frame.t("factors-second-submit"))}
                </form>
                {Button::quiet(frame.t("factors-second-leave")).post("/account/sign-out")}
            },
        )
    })
}
