//! The staff of a tenant, and who is invited.

use super::roles;
use crate::pages::sheets;
use crate::ui::{Banner, Button, Column, Empty, Icon, Table, Tone, badge, format, layout};
use crate::{Frame, Page};
use domain::permissions::Role;
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// The staff as an admin sees them.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// All of them, the active first.
    pub members: Vec<Member>,
    /// Invitations that nobody has accepted or withdrawn.
    pub invitations: Vec<Invited>,
    /// Active staff now.
    pub used: u64,
    /// Active staff at most.
    pub limit: u64,
    /// The last day of the working calendar, where its next year is owed soon: due dates go by weekdays after it.
    pub calendar_ends: Option<Date>,
}

/// One of the staff.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their id, as in the address of their page.
    pub id: String,
    /// Their address.
    pub email: String,
    /// As what they work here.
    pub roles: Vec<Role>,
    /// Whether they may work here now.
    pub active: bool,
    /// Cases in their hands.
    pub claimed: u64,
    /// Whether they ever held a role at a merchant here.
    pub at_merchant: bool,
    /// Since when.
    pub since: OffsetDateTime,
}

/// Someone invited.
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

/// A warning about the working calendar, for the pages that an administrator sees first.
pub(in crate::pages) fn calendar(frame: &Frame, ends: Option<Date>) -> Option<AnyView> {
    let day = [("day", format::date(frame.lang, ends?))];
    let banner = Banner::new(Tone::NeedsYou, frame.ta("staff-calendar-ends", &day));
    Some(banner.text(frame.t("staff-calendar-ends-text")).view())
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("staff-title");
    Page::new(title.clone(), || {
        let full = model.used >= model.limit;
        let invite = (!full).then(|| {
            Button::primary(frame.t("staff-invite"))
                .link(frame.at("/console/staff/invite"))
                .icon(Icon::Plus)
                .view()
        });
        let full = full.then(|| {
            Banner::new(Tone::NeedsYou, frame.t("staff-full")).text(frame.t("staff-full-text")).view()
        });
        layout::console(
            frame,
            view! {
                <div class="between"><h1>{title}</h1>{invite}</div>
                {calendar(frame, model.calendar_ends)}
                <p>{used(frame, model)}</p>
                {full}
                {members(frame, model)}
                {sheets::link(frame, &frame.at("/console/staff"))}
                <h2>{frame.t("staff-invitations")}</h2>
                {invitations(frame, model)}
            },
        )
    })
}

fn used(frame: &Frame, model: &Model) -> String {
    let numbers = [("used", format::count(model.used)), ("limit", format::count(model.limit))];
    frame.ta("staff-used", &numbers)
}

fn members(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("staff-title"))
        .column(Column::new(frame.t("staff-person")))
        .column(Column::new(frame.t("staff-roles")))
        .column(Column::new(frame.t("staff-state")))
        .column(Column::new(frame.t("staff-cases")).numeric())
        .column(Column::new(frame.t("staff-since")).numeric());
    for member in &model.members {
        let href = frame.at(&format!("/console/staff/{}", member.id));
        let (tone, word) =
            if member.active { (Tone::Good, "staff-active") } else { (Tone::Neutral, "staff-inactive") };
        let both = member.at_merchant.then(|| badge(Tone::Info, frame.t("staff-at-merchant")));
        table = table.row(vec![
            view! { <a href=href>{member.email.clone()}</a> }.into_any(),
            roles::names(frame, &member.roles).into_any(),
            view! { <span class="cluster">{badge(tone, frame.t(word))}{both}</span> }.into_any(),
            format::count(member.claimed).into_any(),
            format::day_of(frame, member.since).into_any(),
        ]);
    }
    table
}

fn invitations(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("staff-invitations"))
        .column(Column::new(frame.t("staff-person")))
        .column(Column::new(frame.t("staff-roles")))
        .column(Column::new(frame.t("staff-state")))
        .column(Column::new(frame.t("staff-until")).numeric())
        .column(Column::new(frame.t("staff-act")).quiet())
        .empty(
            Empty::new(Icon::Mail, frame.t("staff-no-invitations"))
                .text(frame.t("staff-no-invitations-text")),
        );
    for invited in &model.invitations {
        let (tone, word) =
            if invited.open { (Tone::Waiting, "staff-invited") } else { (Tone::Neutral, "staff-run-out") };
        let action = frame.at(&format!("/console/staff/invitations/{}/withdraw", invited.id));
        table = table.row(vec![
            invited.email.clone().into_any(),
            roles::names(frame, &invited.roles).into_any(),
            badge(tone, frame.t(word)),
            format::time(frame, invited.expires_at),
            Button::quiet(frame.t("staff-withdraw")).post(action).about(invited.email.clone()).small().view(),
        ]);
    }
    table
}
