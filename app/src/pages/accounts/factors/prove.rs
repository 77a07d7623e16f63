//! Proving once more who one is, before an act that demands it. What was typed goes along unseen and is sent on with the
//! proof.

use super::{USE, key_part};
use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was wrong with the proof.
    pub form: FormState,
    /// Where form and proof go.
    pub action: String,
    /// What was typed, name by name, in its order; never passwords.
    pub kept: Vec<(String, String)>,
    /// Whether a code proves it: of an app, or one of the recovery codes.
    pub code: bool,
    /// Whether there is a passkey.
    pub passkey: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("factors-prove-title");
    Page::new(form.title(&title), || {
        let kept: Vec<_> = model
            .kept
            .iter()
            .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
            .collect();
        let by_key = model.passkey.then(|| key_part(frame, "proof_", USE, frame.t("factors-passkey-use")));
        let field = if model.code || model.passkey {
            form.text("proof_code", frame.t("factors-code"))
                .hint(frame.t("factors-code-hint"))
                .autocomplete("one-time-code")
                .maxlength(40)
                .short()
                .view()
        } else {
            form.password("proof_password", frame.t("accounts-password"))
                .autocomplete("current-password")
                .view()
        };
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("factors-prove-text")}</p>
                <form method="post" action=model.action.clone() class="form" id="proof" novalidate>
                    {kept}
                    {field}
                    {Button::primary(frame.t("factors-prove-submit"))}
                    {by_key}
                </form>
            },
        )
    })
}
