//! Changing the address in a session.

use crate::ui::{Button, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page; `current` is the address in use.
pub fn page(frame: &Frame, current: &str, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("accounts-change-email-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account", frame.t("accounts-hub-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.ta("accounts-change-email-text", &[("email", current.to_owned())])}</p>
                <form method="post" action="/account/email" class="form" novalidate>
                    {form.text("email", frame.t("accounts-email-new")).email().autocomplete("email")}
                    {form
                        .password("current_password", frame.t("accounts-password-current"))
                        .autocomplete("current-password")}
                    {Button::primary(frame.t("accounts-change-email-submit"))}
                </form>
            },
        )
    })
}
