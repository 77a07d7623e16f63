//! One tenant: settings, limits, health, suspension; an invitation where nobody administers it.

use super::{DeadLetters, Tenant, dead, list, new::languages};
use crate::ui::{
    Banner, Button, Form, FormState, SummaryList, Tone, back_link_to, dialog::disclosure, format, layout,
};
use crate::{Frame, Page};
use leptos::prelude::*;
use time::OffsetDateTime;

/// The tenant and its forms.
#[derive(Clone, Debug)]
pub struct Model {
    /// The tenant.
    pub tenant: Tenant,
    /// Its jobs that were given up.
    pub dead: Vec<DeadLetters>,
    /// The limits as they stand or were typed.
    pub limits: FormState,
    /// The invitation of an administrator, as typed; shown while there is none.
    pub invite: FormState,
    /// Now, for "since".
    pub now: OffsetDateTime,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let (form, invite) = (Form::new(frame, &model.limits), Form::new(frame, &model.invite));
    let tenant = &model.tenant;
    let title = format!("{} · {}", tenant.name_en, tenant.name_zh);
    // One of the two was sent, so that at most one was refused.
    let tab = if model.invite.is_refused() { invite.title(&title) } else { form.title(&title) };
    Page::new(tab, || {
        let base = format!("/operator/tenants/{}", tenant.slug);
        let shut = tenant.suspended.then(|| {
            Banner::new(Tone::Wrong, frame.t("operator-suspended"))
                .text(frame.t("operator-suspended-text"))
                .view()
        });
        layout::console(
            frame,
            view! {
                {form.summary()}
                {invite.summary()}
                {back_link_to("/operator", frame.t("operator-title"))}
                <h1>{title}</h1>
                {shut}
                {summary(frame, model)}
                {(!tenant.has_admin).then(|| invitation(frame, &invite, &base))}
                <h2>{frame.t("operator-limits")}</h2>
                <p>{frame.t("operator-limits-text")}</p>
                <form method="post" action=format!("{base}/limits") class="form">
                    {form.hidden("version")}
                    {form.text("staff_limit", frame.t("operator-staff-limit")).digits().short()}
                    {form.text("storage_gib", frame.t("operator-storage-limit")).digits().short().suffix("GiB")}
                    {Button::primary(frame.t("operator-limits-save"))}
                </form>
                <h2>{frame.t("operator-dead")}</h2>
                {dead::letters(frame, &model.dead, format!("{base}/retry"))}
                {suspension(frame, tenant, &base)}
            },
        )
    })
}

fn summary(frame: &Frame, model: &Model) -> SummaryList {
    let tenant = &model.tenant;
    let address = format!("/t/{}", tenant.slug);
    SummaryList::new(frame)
        .row_of(frame.t("operator-state"), list::state(frame, tenant.suspended))
        .row_of(frame.t("operator-slug"), view! { <code>{address}</code> })
        .row(frame.t("operator-language"), tenant.languages.join(" · "))
        .row(frame.t("operator-zone"), tenant.time_zone.clone())
        .row(frame.t("operator-currency"), tenant.currency.clone())
        .row(frame.t("operator-calendar"), frame.t(&format!("operator-calendar-{}", tenant.calendar)))
        .row(frame.t("operator-sla"), format::count(tenant.sla_hours))
        .row(
            frame.t("operator-staff"),
            format!("{} / {}", format::count(tenant.staff.0), format::count(tenant.staff.1)),
        )
        .row(
            frame.t("operator-storage"),
            format!("{} / {}", format::size(tenant.storage.0), format::size(tenant.storage.1)),
        )
        .row_of(frame.t("operator-health"), dead::verdict(frame, tenant.queue, model.now))
        .row(frame.t("operator-open"), format::count(tenant.queue.open))
        .row_of(frame.t("operator-oldest"), dead::oldest(frame, tenant.queue, model.now))
        .row(frame.t("operator-since"), format::day_of(frame, tenant.created_at))
}

fn invitation(frame: &Frame, form: &Form<'_>, base: &str) -> AnyView {
    view! {
        <h2>{frame.t("operator-invite-title")}</h2>
        <p>{frame.t("operator-invite-text")}</p>
        <form method="post" action=format!("{base}/invite") class="form">
            {form.text("email", frame.t("operator-invite-email")).email()}
            {form.radios("lang", frame.t("operator-admin-lang"), languages()).inline()}
            {Button::secondary(frame.t("staff-invite-submit"))}
        </form>
    }
    .into_any()
}

fn suspension(frame: &Frame, tenant: &Tenant, base: &str) -> AnyView {
    if tenant.suspended {
        return view! {
            <h2>{frame.t("operator-resume")}</h2>
            <p>{frame.t("operator-resume-text")}</p>
            {Button::secondary(frame.t("operator-resume")).post(format!("{base}/resume"))}
        }
        .into_any();
    }
    disclosure(
        frame.t("operator-suspend"),
        false,
        view! {
            <p>{frame.t("operator-suspend-text")}</p>
            {Button::danger(frame.t("operator-suspend")).post(format!("{base}/suspend"))}
        },
    )
}
