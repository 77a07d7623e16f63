//! Asking for a link to set a new password.

use crate::ui::{Button, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("accounts-forgotten-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account/sign-in", frame.t("accounts-sign-in-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("accounts-forgotten-text")}</p>
                <form method="post" action="/account/forgotten" class="form" novalidate>
                    {form.text("email", frame.t("accounts-email")).email().autocomplete("username")}
                    {Button::primary(frame.t("accounts-forgotten-submit"))}
                </form>
            },
        )
    })
}
