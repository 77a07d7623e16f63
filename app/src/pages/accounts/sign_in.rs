//! Signing in.

use super::factors::key_form;
use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The address typed, and `to`: the path to go on to. Never the password.
    pub form: FormState,
    /// Whether this installation can have passkeys.
    pub can_passkey: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("accounts-sign-in-title");
    Page::new(form.title(&title), || {
        let register = frame.brand.is_some().then(|| {
            view! {
                <p>
                    {frame.t("accounts-sign-in-new")}" "
                    <a href=frame.at("/register")>{frame.t("accounts-register-link")}</a>
                </p>
            }
        });
        let passkey =
            model.can_passkey.then(|| key_form(frame, form.value("to"), frame.t("factors-passkey-sign-in")));
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <form method="post" action="/account/sign-in" class="form" novalidate>
                    {form.hidden("to")}
                    {form.text("email", frame.t("accounts-email")).email().autocomplete("username")}
                    {form.password("password", frame.t("accounts-password")).autocomplete("current-password")}
                    {Button::primary(frame.t("accounts-sign-in-submit"))}
                </form>
                {passkey}
                <p><a href="/account/forgotten">{frame.t("accounts-forgotten-link")}</a></p>
                <p><a href="/account/confirm">{frame.t("accounts-confirm-again-link")}</a></p>
                {register}
            },
        )
    })
}
