//! The terms of the road, the desk's own time, and the test-credential switch.

use crate::ui::{Button, Form, FormState, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The settings, as saved or typed.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Days, hours and the switches.
    pub form: FormState,
    /// The tenant's own account.
    pub account: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let account = Form::new(frame, &model.account);
    let title = frame.t("settings-title");
    Page::new(account.title(&form.title(&title)), || {
        let days = || frame.t("settings-days");
        layout::console(
            frame,
            view! {
                {form.summary()}
                {account.summary()}
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
                    <h2>{frame.t("settings-proof")}</h2>
                    {form.checkbox("account_verification", frame.t("settings-account-verification"))
                        .hint(frame.t("settings-account-verification-hint"))}
                    {form.checkbox("signing", frame.t("settings-signing"))
                        .hint(frame.t("settings-signing-hint"))}
                    {Button::primary(frame.t("common-save"))}
                </form>
                <form method="post" class="form" action=frame.at("/console/settings/account")>
                    <h2>{frame.t("settings-own-account")}</h2>
                    <p>{frame.t("settings-own-account-text")}</p>
                    {account.text("holder", frame.t("settings-own-account-holder")).optional()}
                    {account.text("bank", frame.t("settings-own-account-bank")).optional()}
                    {account.text("number", frame.t("settings-own-account-number")).code().optional()}
                    {Button::secondary(frame.t("settings-own-account-save"))}
                </form>
            },
        )
    })
}
