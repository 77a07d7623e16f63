//! Confirming an address: the page a mail's link opens, and asking for that mail once more.
//!
//! Opening the link changes nothing, since mail scanners open links too; the button does.

use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// A link that is good.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address it confirms.
    pub email: String,
    /// Whether it is a new address in the place of the one used so far.
    pub change: bool,
    /// What went wrong at the button.
    pub form: FormState,
}

/// The page of a link. Its button posts to the page's own address, which holds the token.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let word = if model.change { "change" } else { "address" };
    let title = frame.t(&format!("accounts-confirm-{word}-title"));
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.ta(&format!("accounts-confirm-{word}-text"), &[("email", model.email.clone())])}</p>
                <form method="post" class="form">
                    {Button::primary(frame.t(&format!("accounts-confirm-{word}-submit")))}
                </form>
            },
        )
    })
}

/// The page that asks for the mail once more.
pub fn again(frame: &Frame, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("accounts-confirm-again-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("accounts-confirm-again-text")}</p>
                <form method="post" action="/account/confirm" class="form" novalidate>
                    {form.text("email", frame.t("accounts-email")).email().autocomplete("email")}
                    {Button::primary(frame.t("accounts-confirm-again-submit"))}
                </form>
            },
        )
    })
}
