//! One of a merchant's people, for its owners: other roles, or none any more.

use super::{Member, Merchant, choices};
use crate::{
    Frame, Page,
    ui::{Button, Form, FormState, SummaryList, back_link_to, disclosure, format, layout},
};
use leptos::prelude::*;

/// Who, and the form that changes their roles.
#[derive(Clone, Debug)]
pub struct Model {
    /// At which merchant.
    pub merchant: Merchant,
    /// Who.
    pub member: Member,
    /// What was chosen, and what is wrong with it.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let member = &model.member;
    Page::new(form.title(&member.email), || {
        let base = model.merchant.at(frame, &format!("/people/{}", member.id));
        let words = if member.me { "members-remove-self-text" } else { "members-remove-text" };
        layout::merchant(
            frame,
            view! {
                {back_link_to(model.merchant.at(frame, ""), frame.t("members-title"))}
                {form.summary()}
                {model.merchant.caption(frame)}
                <h1>{member.email.clone()}</h1>
                {SummaryList::new(frame)
                    .row(frame.t("members-since-label"), format::day_of(frame, member.since))}
                <form method="post" action=base.clone() class="form">
                    {form.checkboxes("roles", frame.t("members-roles"), choices(frame))}
                    {Button::primary(frame.t("common-save"))}
                </form>
                {disclosure(frame.t("members-remove"), false, view! {
                    <p>{frame.t(words)}</p>
                    {Button::danger(frame.t("members-remove")).post(format!("{base}/remove"))}
                })}
            },
        )
    })
}
