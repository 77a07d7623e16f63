//! Registering at a tenant.

use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What was typed; never the password.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let name = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
    let title = frame.ta("accounts-register-title", &[("brand", name)]);
    let home = frame.at("/home");
    Page::new(form.title(&title), || {
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("accounts-register-intro")}</p>
                <form method="post" action=frame.at("/register") class="form" novalidate>
                    {form.text("email", frame.t("accounts-email")).email().autocomplete("email")}
                    {form
                        .password("password", frame.t("accounts-password-choose"))
                        .hint(frame.t("accounts-password-hint"))
                        .autocomplete("new-password")}
                    {Button::primary(frame.t("accounts-register-submit"))}
                </form>
                <p>
                    {frame.t("accounts-register-known")}" "
                    <a href=format!("/account/sign-in?to={home}")>{frame.t("accounts-sign-in-submit")}</a>
                </p>
            },
        )
    })
}
