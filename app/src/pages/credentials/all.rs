//! Every merchant's credentials, for an admin: never a secret.

use super::Line;
use crate::pages::sheets;
use crate::ui::{Button, Chips, Column, Empty, Form, FormState, Icon, Pager, Table, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// One choice of a filter: its message key, its address, whether it is on.
pub type Chosen = (String, String, bool);

/// A page of credentials.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Filters by environment.
    pub environments: Vec<Chosen>,
    /// Filters by state.
    pub states: Vec<Chosen>,
    /// What was searched for, and what travels with the search.
    pub search: FormState,
    /// Whether anything is filtered.
    pub filtered: bool,
    /// The newest first.
    pub credentials: Vec<Line>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-all-title");
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                <div class="between">
                    <h1>{title}</h1>
                    {Button::secondary(frame.t("credentials-rights-title")).link(frame.at("/live"))}
                </div>
                <p class="measure">{frame.t("credentials-all-text")}</p>
                {filters(frame, model)}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/console/credentials"))}
            },
        )
    })
}

fn filters(frame: &Frame, model: &Model) -> AnyView {
    let chips = |label: &str, all: &[Chosen]| {
        let chips = all.iter().fold(Chips::new(frame, frame.t(label)), |chips, (key, href, on)| {
            chips.chip(frame.t(key), href.clone(), *on)
        });
        // Both rows begin with "All": what each is of stands before it. The list has that for its name already.
        view! { <div class="cluster"><span class="hint" aria-hidden="true">{frame.t(label)}</span>{chips}</div> }
    };
    let form = Form::new(frame, &model.search);
    view! {
        {chips("credentials-environment", &model.environments)}
        {chips("credentials-state", &model.states)}
        <form method="get" class="form search" role="search">
            {form.hidden("environment")}
            {form.hidden("state")}
            {form.text("q", frame.t("credentials-all-search")).hint(frame.t("credentials-all-search-hint")).maxlength(80)}
            {Button::secondary(frame.t("common-search")).icon(Icon::Search)}
        </form>
    }
    .into_any()
}

fn table(frame: &Frame, model: &Model) -> Table {
    let empty = if model.filtered {
        Empty::new(Icon::Search, frame.t("credentials-none-found"))
            .text(frame.t("credentials-none-found-text"))
    } else {
        Empty::new(Icon::Key, frame.t("credentials-none")).text(frame.t("credentials-all-none-text"))
    };
    let mut table = Table::new(frame.t("credentials-all-title"))
        .column(Column::new(frame.t("credentials-label")))
        .column(Column::new(frame.t("credentials-merchant")).wide())
        .column(Column::new(frame.t("credentials-environment")))
        .column(Column::new(frame.t("credentials-secret")))
        .column(Column::new(frame.t("credentials-state")))
        .column(Column::new(frame.t("credentials-used")))
        .column(Column::new(frame.t("credentials-created-by")))
        .column(Column::new(frame.t("credentials-created")).numeric())
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(empty)
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.credentials {
        let revoke = (!line.is_over()).then(|| {
            let href = frame.at(&format!("/console/credentials/{}/revoke", line.id));
            Button::quiet(frame.t("credentials-revoke")).link(href).about(line.label.clone()).small().view()
        });
        table = table.row(vec![
            line.label.clone().into_any(),
            line.whose(frame),
            line.environment(frame),
            line.shown(),
            line.standing(frame),
            line.used(frame),
            line.created_by.clone().into_any(),
            format::day_of(frame, line.created_at).into_any(),
            revoke.into_any(),
        ]);
    }
    table
}
