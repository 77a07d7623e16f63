//! Another name for a passkey.

use crate::ui::{Button, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page; `id` is the passkey's, and the form holds `name`.
pub fn page(frame: &Frame, id: &str, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("factors-rename-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account/factors", frame.t("factors-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <form method="post" action=format!("/account/passkeys/{id}/name") class="form" novalidate>
                    {form
                        .text("name", frame.t("factors-passkey-name"))
                        .hint(frame.t("factors-passkey-name-hint"))
                        .maxlength(60)}
                    {Button::primary(frame.t("factors-passkey-rename"))}
                </form>
            },
        )
    })
}
