//! The terms of the road, the desk's own time, and the test-credential switch.

use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The settings, as saved or typed.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Days, hours and the switch.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("settings-title");
    Page::new(form.title(&title), || {
        let days = || frame.t("settings-days");
        layout::console(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t("settings-text")}</p>
                <form method="post" class="form">
                    {form.hidden("version")}
                    <h2>{frame.t("settings-merchant")}</h2>
                    {form.text("draft_days", frame.t("settings-draft-days"))
                        .hint(frame.t("settings-draft-days-hint"))
                        .digits()
                        .short()
                        .suffix(days())}
                    {form.text("changes_days", frame.t("settings-changes-days"))
                        .hint(frame.t("settings-changes-days-hint"))
                        .digits()
                        .short()
                        .suffix(days())}
                    <h2>{frame.t("settings-desk")}</h2>
                    {form.text("sla_hours", frame.t("settings-sla-hours"))
                        .hint(frame.t("settings-sla-hours-hint"))
                        .digits()
                        .short()
                        .suffix(frame.t("settings-hours"))}
                    <h2>{frame.t("settings-keys")}</h2>
                    {form.checkbox("test_credentials", frame.t("settings-test-credentials"))
                        .hint(frame.t("settings-test-credentials-hint"))}
                    {Button::primary(frame.t("common-save"))}
                </form>
            },
        )
    })
}
