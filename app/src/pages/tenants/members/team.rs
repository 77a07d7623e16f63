//! A merchant's people. Its owners see everybody and who is invited; the others see what is theirs to do, whom to ask
//! for the rest, and how to leave.

use super::{super::roles, Member, Merchant};
use crate::{
    Frame, Page,
    ui::{Button, Empty, Form, FormState, Icon, Tone, back_link_to, badge, disclosure, format, layout},
};
use domain::permissions::Role;
use leptos::prelude::*;
use time::OffsetDateTime;

/// A merchant with its people.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which.
    pub merchant: Merchant,
    /// Everybody for an owner; for the others the owners and themselves.
    pub members: Vec<Member>,
    /// Who is invited, for owners.
    pub invitations: Vec<Invited>,
    /// Whether the reader is an owner.
    pub manage: bool,
    /// Whether the reader belongs to several merchants.
    pub several: bool,
    /// What is wrong with what was tried.
    pub form: FormState,
}

/// Somebody invited.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The invitation's id.
    pub id: String,
    /// To whom.
    pub email: String,
    /// As what.
    pub roles: Vec<Role>,
    /// Until when.
    pub expires_at: OffsetDateTime,
    /// Whether it can still be accepted.
    pub open: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("members-title");
    Page::new(form.title(&title), || {
        let back = model.several.then(|| back_link_to(frame.at("/members"), frame.t("members-all")));
        let invite = model.manage.then(|| {
            Button::primary(frame.t("staff-invite"))
                .link(model.merchant.at(frame, "/invite"))
                .icon(Icon::Plus)
                .view()
        });
        layout::merchant(
            frame,
            view! {
                {back}
                {form.summary()}
                {model.merchant.caption(frame)}
                <div class="between"><h1>{title}</h1>{invite}</div>
                {own_part(frame, model)}
                <h2>{frame.t(if model.manage { "members-people" } else { "members-owners" })}</h2>
                {people(frame, model)}
                {invited(frame, model)}
                {leave(frame, model)}
            },
        )
    })
}

/// What the reader does here, and that the rest is others' part.
fn own_part(frame: &Frame, model: &Model) -> Option<AnyView> {
    let mine = &model.members.iter().find(|member| member.me)?.roles;
    let points: Vec<_> = mine
        .iter()
        .map(|role| view! { <li><strong>{roles::name(frame, *role)}</strong>{frame.t("common-colon")}{roles::hint(frame, *role)}</li> })
        .collect();
    let rest = (!mine.contains(&Role::Owner)).then(|| view! { <p>{frame.t("members-rest")}</p> });
    Some(view! { <p>{frame.t("members-your-part")}</p> <ul>{points}</ul> {rest} }.into_any())
}

fn people(frame: &Frame, model: &Model) -> AnyView {
    let shown = model.members.iter().filter(|member| model.manage || member.roles.contains(&Role::Owner));
    let lines: Vec<_> = shown.map(|member| person(frame, model, member)).collect();
    view! { <ul class="entries">{lines}</ul> }.into_any()
}

fn person(frame: &Frame, model: &Model, member: &Member) -> AnyView {
    let name = if model.manage {
        let href = model.merchant.at(frame, &format!("/people/{}", member.id));
        view! { <a href=href>{member.email.clone()}</a> }.into_any()
    } else {
        member.email.clone().into_any()
    };
    let me = member.me.then(|| badge(Tone::Info, frame.t("members-you")));
    let since = frame.ta("members-since", &[("day", format::day_of(frame, member.since))]);
    view! {
        <li class="entry">
            <div class="entry-words">
                <p>{name}</p>
                <p class="hint">{roles::names(frame, &member.roles)}" · "{since}</p>
            </div>
            {me}
        </li>
    }
    .into_any()
}

fn invited(frame: &Frame, model: &Model) -> Option<AnyView> {
    let lines: Vec<_> = model.invitations.iter().map(|one| invitation(frame, model, one)).collect();
    let list = if lines.is_empty() {
        Empty::new(Icon::Mail, frame.t("staff-no-invitations"))
            .text(frame.t("staff-no-invitations-text"))
            .view()
    } else {
        view! { <ul class="entries">{lines}</ul> }.into_any()
    };
    model.manage.then(|| view! { <h2>{frame.t("staff-invitations")}</h2> {list} }.into_any())
}

fn invitation(frame: &Frame, model: &Model, invited: &Invited) -> AnyView {
    let (tone, word) =
        if invited.open { (Tone::Waiting, "staff-invited") } else { (Tone::Neutral, "staff-run-out") };
    let until = [("when", format::instant(frame, invited.expires_at))];
    let key = if invited.open { "members-good-until" } else { "members-was-good-until" };
    let action = model.merchant.at(frame, &format!("/invitations/{}/withdraw", invited.id));
    view! {
        <li class="entry">
            <div class="entry-words">
                <p>{invited.email.clone()}</p>
                <p class="hint">{roles::names(frame, &invited.roles)}" · "{frame.ta(key, &until)}</p>
            </div>
            <div class="cluster">
                {badge(tone, frame.t(word))}
                {Button::quiet(frame.t("staff-withdraw")).post(action).about(invited.email.clone()).small()}
            </div>
        </li>
    }
    .into_any()
}

fn leave(frame: &Frame, model: &Model) -> AnyView {
    let action = model.merchant.at(frame, "/leave");
    disclosure(
        frame.t("members-leave"),
        model.form.is_refused(),
        view! {
            <p>{frame.t("members-leave-text")}</p>
            {Button::danger(frame.t("members-leave")).post(action)}
        },
    )
}
