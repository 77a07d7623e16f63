//! A file of a list beside the one before it, to be confirmed or left aside.

use super::{list_name, lists};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Column, SummaryList, Table, Tone, back_link_to, format, layout},
};
use domain::screening::lists::Entry;
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The file.
    pub file: lists::File,
    /// How many entries came, went and changed.
    pub counts: (usize, usize, usize),
    /// The first that came.
    pub added: Vec<Entry>,
    /// The first that went.
    pub removed: Vec<Entry>,
    /// The first that changed: before, and now.
    pub changed: Vec<(Entry, Entry)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let (source, own) = &model.file.list;
    let words =
        [("list", list_name(frame, *source, own)), ("date", format::date(frame.lang, model.file.dated))];
    let title = frame.ta("screening-file-title", &words);
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                {back_link_to(frame.at(lists::PATH), frame.t("screening-title"))}
                <h1>{title}</h1>
                {about(frame, model)}
                {model.file.confirmed.is_none().then(|| confirm(frame, model))}
                {entries(frame, "added", model.counts.0, &model.added)}
                {entries(frame, "removed", model.counts.1, &model.removed)}
                {changed(frame, model)}
            },
        )
    })
}

fn about(frame: &Frame, model: &Model) -> AnyView {
    let count = |count: usize| format::count(count as u64);
    SummaryList::new(frame)
        .row(frame.t("screening-entries"), format::count(model.file.entries.into()))
        .row(frame.t("screening-added"), count(model.counts.0))
        .row(frame.t("screening-removed"), count(model.counts.1))
        .row(frame.t("screening-changed"), count(model.counts.2))
        .row(frame.t("screening-imported-by"), model.file.by.clone())
        .row_of(frame.t("screening-imported-at"), format::time(frame, model.file.at))
        .row_of(frame.t("screening-state"), lists::state(frame, model.file.confirmed))
        .view()
}

fn confirm(frame: &Frame, model: &Model) -> AnyView {
    let at = |act: &str| frame.at(&format!("{}/files/{}/{act}", lists::PATH, model.file.id));
    let forms = view! {
        <div class="cluster">
            <form method="post" action=at("confirm")>{Button::primary(frame.t("screening-confirm"))}</form>
            <form method="post" action=at("drop")>{Button::secondary(frame.t("screening-drop"))}</form>
        </div>
    };
    Banner::new(Tone::NeedsYou, frame.t("screening-confirm-title"))
        .text(frame.t("screening-confirm-text"))
        .more(forms)
        .view()
}

fn names(entry: &Entry) -> String {
    entry.names.join(" · ")
}

/// Everything that an entry says but its reference: whatever of it changed can be seen.
fn whole(entry: &Entry) -> String {
    let others = entry.births.iter().chain(&entry.numbers).cloned();
    [names(entry)].into_iter().chain(others).collect::<Vec<_>>().join(" · ")
}

fn entries(frame: &Frame, what: &str, count: usize, shown: &[Entry]) -> Option<AnyView> {
    let title = frame.t(&format!("screening-{what}"));
    if shown.is_empty() {
        return None;
    }
    let mut table = Table::new(title.clone())
        .column(Column::new(frame.t("screening-reference")))
        .column(Column::new(frame.t("screening-names")).wide())
        .column(Column::new(frame.t("screening-births")));
    for entry in shown {
        table = table.row(vec![
            entry.reference.clone().into_any(),
            names(entry).into_any(),
            entry.births.join(", ").into_any(),
        ]);
    }
    Some(section(frame, title, table, (count, shown.len())))
}

fn changed(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.changed.is_empty() {
        return None;
    }
    let title = frame.t("screening-changed");
    let mut table = Table::new(title.clone())
        .column(Column::new(frame.t("screening-reference")))
        .column(Column::new(frame.t("screening-before")).wide())
        .column(Column::new(frame.t("screening-now")).wide());
    for (was, is) in &model.changed {
        table = table.row(vec![is.reference.clone().into_any(), whole(was).into_any(), whole(is).into_any()]);
    }
    Some(section(frame, title, table, (model.counts.2, model.changed.len())))
}

fn section(frame: &Frame, title: String, table: Table, (count, shown): (usize, usize)) -> AnyView {
    let more = (count > shown).then(|| {
        let words = [("shown", format::count(shown as u64)), ("count", format::count(count as u64))];
        view! { <p class="hint">{frame.ta("screening-first", &words)}</p> }
    });
    view! { <section class="flow"><h2>{title}</h2>{more}{table.view()}</section> }.into_any()
}
