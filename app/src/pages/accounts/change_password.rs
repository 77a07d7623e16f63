//! Changing the password in a session.

use crate::ui::{Button, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page; `email` is the account's address, for password managers.
pub fn page(frame: &Frame, email: &str, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("accounts-change-password-title");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {back_link_to("/account", frame.t("accounts-hub-title"))}
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("accounts-change-password-text")}</p>
                <form method="post" action="/account/password" class="form" novalidate>
                    <input type="hidden" autocomplete="username" value=email.to_owned()/>
                    {form
                        .password("current_password", frame.t("accounts-password-current"))
                        .autocomplete("current-password")}
                    {form
                        .password("password", frame.t("accounts-password-choose"))
                        .hint(frame.t("accounts-password-hint"))
                        .autocomplete("new-password")}
                    {Button::primary(frame.t("accounts-change-password-submit"))}
                </form>
                <p><a href="/account/forgotten">{frame.t("accounts-forgotten-link")}</a></p>
            },
        )
    })
}
