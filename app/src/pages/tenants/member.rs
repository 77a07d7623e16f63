//! One of the staff: roles, leaving, coming back.

use super::{roles, staff::Member};
use crate::ui::{
    Banner, Button, Form, FormState, SummaryList, Tone, back_link_to, badge, dialog::disclosure, format,
    layout,
};
use crate::{Frame, Page};
use leptos::prelude::*;

/// Who, and the form that changes their roles.
#[derive(Clone, Debug)]
pub struct Model {
    /// Who.
    pub member: Member,
    /// Whether it is the reader.
    pub me: bool,
    /// What was chosen, and what is wrong with it.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let member = &model.member;
    Page::new(form.title(&member.email), || {
        let base = frame.at(&format!("/console/staff/{}", member.id));
        let both = member.at_merchant.then(|| {
            Banner::new(Tone::Info, frame.t("staff-at-merchant"))
                .text(frame.t("staff-at-merchant-text"))
                .view()
        });
        let rest = if member.active { active(frame, model, &form, &base) } else { inactive(frame, &base) };
        layout::console(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/console/staff"), frame.t("staff-title"))}
                <h1>{member.email.clone()}</h1>
                {both}
                {summary(frame, member)}
                {rest}
            },
        )
    })
}

fn summary(frame: &Frame, member: &Member) -> SummaryList {
    let (tone, word) =
        if member.active { (Tone::Good, "staff-active") } else { (Tone::Neutral, "staff-inactive") };
    SummaryList::new(frame)
        .row_of(frame.t("staff-state"), badge(tone, frame.t(word)))
        .row(frame.t("staff-since"), format::day_of(frame, member.since))
        .row(frame.t("staff-cases"), format::count(member.claimed))
        .row(frame.t("staff-roles"), roles::names(frame, &member.roles))
}

fn active(frame: &Frame, model: &Model, form: &Form<'_>, base: &str) -> AnyView {
    let words = if model.me { "staff-deactivate-self-text" } else { "staff-deactivate-text" };
    view! {
        <form method="post" action=base.to_owned() class="form">
            {form.checkboxes("roles", frame.t("staff-roles-change"), roles::choices(frame))}
            {Button::primary(frame.t("staff-roles-save"))}
        </form>
        {disclosure(frame.t("staff-deactivate"), false, view! {
            <p>{frame.t(words)}</p>
            {Button::danger(frame.t("staff-deactivate")).post(format!("{base}/deactivate"))}
        })}
    }
    .into_any()
}

fn inactive(frame: &Frame, base: &str) -> AnyView {
    view! {
        <p>{frame.t("staff-reactivate-text")}</p>
        {Button::primary(frame.t("staff-reactivate")).post(format!("{base}/reactivate"))}
    }
    .into_any()
}
