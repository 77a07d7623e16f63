//! Inviting someone to a merchant.

use super::{Merchant, choices};
use crate::{
    Frame, Page,
    ui::{Button, Choice, Form, FormState, back_link_to, layout},
};
use domain::Lang;
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, merchant: &Merchant, state: &FormState) -> Page {
    let form = Form::new(frame, state);
    let title = frame.t("members-invite-title");
    Page::new(form.title(&title), || {
        let languages = Lang::ALL.map(|lang| Choice::new(lang.tag(), lang.own_name())).to_vec();
        layout::merchant(
            frame,
            view! {
                {back_link_to(merchant.at(frame, ""), frame.t("members-title"))}
                {form.summary()}
                {merchant.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("members-invite-text")}</p>
                <form method="post" class="form" novalidate>
                    {form.text("email", frame.t("staff-email")).email().autocomplete("off")}
                    {form.checkboxes("roles", frame.t("members-roles"), choices(frame))}
                    {form.radios("lang", frame.t("staff-mail-language"), languages).inline()}
                    {Button::primary(frame.t("staff-invite-submit"))}
                </form>
            },
        )
    })
}
