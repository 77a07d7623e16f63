//! Inviting someone to the staff.

use super::roles;
use crate::ui::{Button, Choice, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use domain::Lang;
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("staff-invite-title");
    Page::new(form.title(&title), || {
        let languages = Lang::ALL.map(|lang| Choice::new(lang.tag(), lang.own_name())).to_vec();
        layout::console(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/console/staff"), frame.t("staff-title"))}
                <h1>{title}</h1>
                <p>{frame.t("staff-invite-text")}</p>
                <form method="post" class="form">
                    {form.text("email", frame.t("staff-email")).email()}
                    {form.checkboxes("roles", frame.t("staff-roles"), roles::choices(frame))}
                    {form.radios("lang", frame.t("staff-mail-language"), languages).inline()}
                    {Button::primary(frame.t("staff-invite-submit"))}
                </form>
            },
        )
    })
}
