//! Every tenant, with limits and health.

use super::{Tenant, dead};
use crate::pages::sheets;
use crate::ui::{Button, Column, Empty, Icon, Pager, Table, Tone, badge, format, layout};
use crate::{Frame, Page};
use domain::Lang;
use leptos::prelude::*;
use time::OffsetDateTime;

/// A page of tenants.
#[derive(Clone, Debug)]
pub struct Model {
    /// By slug.
    pub tenants: Vec<Tenant>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
    /// Now, for "since".
    pub now: OffsetDateTime,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("operator-title");
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                <div class="between">
                    <h1>{title}</h1>
                    {Button::primary(frame.t("operator-new")).link("/operator/new").icon(Icon::Plus)}
                </div>
                {table(frame, model)}
                {sheets::link(frame, "/operator")}
            },
        )
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("operator-title"))
        .column(Column::new(frame.t("operator-tenant")))
        .column(Column::new(frame.t("operator-state")))
        .column(Column::new(frame.t("operator-staff")).numeric())
        .column(Column::new(frame.t("operator-storage")).numeric())
        .column(Column::new(frame.t("operator-health")))
        .column(Column::new(frame.t("operator-oldest")).numeric())
        .column(Column::new(frame.t("operator-dead-count")).numeric())
        .empty(Empty::new(Icon::Shop, frame.t("operator-none")).text(frame.t("operator-none-text")))
        .pager(Pager::new(frame).next(model.next.clone()));
    for tenant in &model.tenants {
        let name = if frame.lang == Lang::En { &tenant.name_en } else { &tenant.name_zh };
        let href = format!("/operator/tenants/{}", tenant.slug);
        let slug = tenant.slug.clone();
        table = table.row(vec![
            view! { <a href=href>{name.clone()}</a>" "<code>{slug}</code> }.into_any(),
            state(frame, tenant.suspended),
            format!("{} / {}", format::count(tenant.staff.0), format::count(tenant.staff.1)).into_any(),
            format!("{} / {}", format::size(tenant.storage.0), format::size(tenant.storage.1)).into_any(),
            dead::verdict(frame, tenant.queue, model.now),
            dead::oldest(frame, tenant.queue, model.now),
            format::count(tenant.queue.dead).into_any(),
        ]);
    }
    table
}

/// Whether it is open.
pub(super) fn state(frame: &Frame, suspended: bool) -> AnyView {
    if suspended {
        badge(Tone::Wrong, frame.t("operator-suspended"))
    } else {
        badge(Tone::Good, frame.t("operator-active"))
    }
}
