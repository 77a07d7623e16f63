//! Setting a new password by a link from a mail.

use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The account's address, for password managers and for the reader.
    pub email: String,
    /// What is wrong; never the password.
    pub form: FormState,
}

/// The page. It posts to its own address, which holds the token.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("accounts-new-password-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.ta("accounts-new-password-text", &[("email", model.email.clone())])}</p>
                <form method="post" class="form" novalidate>
                    // Password managers file the new password under it; it has no name, so it isn't sent.
                    <input type="hidden" autocomplete="username" value=model.email.clone()/>
                    {form
                        .password("password", frame.t("accounts-password-choose"))
                        .hint(frame.t("accounts-password-hint"))
                        .autocomplete("new-password")}
                    {Button::primary(frame.t("accounts-new-password-submit"))}
                </form>
            },
        )
    })
}
