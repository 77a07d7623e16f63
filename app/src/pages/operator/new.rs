//! A new tenant.

use crate::ui::{Button, Choice, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use domain::{Lang, tenants::calendar};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("operator-new-title");
    Page::new(form.title(&title), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                {back_link_to("/operator", frame.t("operator-title"))}
                <h1>{title}</h1>
                <form method="post" class="form">
                    {form.text("name_en", frame.t("operator-name-en")).maxlength(80).lang(Lang::En)}
                    {form.text("name_zh", frame.t("operator-name-zh")).maxlength(80).lang(Lang::ZhCn)}
                    {form.text("slug", frame.t("operator-slug")).hint(frame.t("operator-slug-hint")).maxlength(40).code().prefix("/t/")}
                    {form.radios("default_lang", frame.t("operator-language"), languages()).inline()}
                    {form.text("time_zone", frame.t("operator-zone")).hint(frame.t("operator-zone-hint"))}
                    {form.text("currency", frame.t("operator-currency")).hint(frame.t("operator-currency-hint")).maxlength(3).short()}
                    {form.radios("calendar", frame.t("operator-calendar"), calendars(frame))}
                    {form.text("sla_hours", frame.t("operator-sla")).hint(frame.t("operator-sla-hint")).digits().short()}
                    {form.text("staff_limit", frame.t("operator-staff-limit")).digits().short()}
                    {form.text("storage_gib", frame.t("operator-storage-limit")).digits().short().suffix("GiB")}
                    <h2>{frame.t("operator-admin")}</h2>
                    <p>{frame.t("operator-admin-text")}</p>
                    {form.text("admin_email", frame.t("operator-admin-email")).email()}
                    {form.radios("admin_lang", frame.t("operator-admin-lang"), languages()).inline()}
                    {Button::primary(frame.t("operator-create"))}
                </form>
            },
        )
    })
}

/// The languages a mail can be in.
pub(super) fn languages() -> Vec<Choice> {
    Lang::ALL.map(|lang| Choice::new(lang.tag(), lang.own_name())).to_vec()
}

fn calendars(frame: &Frame) -> Vec<Choice> {
    calendar::CODES
        .iter()
        .map(|code| Choice::new(*code, frame.t(&format!("operator-calendar-{code}"))))
        .collect()
}
