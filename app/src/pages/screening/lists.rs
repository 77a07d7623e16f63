//! The lists that are screened against: what counts of each, what a hit means, and a file to import.

use super::list_name;
use crate::pages::sheets;
use crate::{
    Frame, Page,
    pages::applications::words::dashed,
    ui::{Button, Choice, Column, Empty, Form, FormState, Icon, Table, Tone, badge, format, layout},
};
use domain::screening::lists::{Meaning, Source, Wrong};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// Where the page stands, below the tenant's address.
pub const PATH: &str = "/console/screening";

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// Whose it is.
    pub source: Source,
    /// What the tenant calls it, where it is its own.
    pub name: String,
    /// Its id and what a hit means, once a file of it came.
    pub begun: Option<(String, Meaning)>,
    /// The day of the file that counts, and how many entries it has.
    pub current: Option<(Date, u32)>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its id.
    pub id: String,
    /// Whose list it is of, and what the tenant calls that.
    pub list: (Source, String),
    /// The day its publisher gave it.
    pub dated: Date,
    /// How many entries it has.
    pub entries: u32,
    /// The address of whoever imported it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Whether it was confirmed; nothing where it waits.
    pub confirmed: Option<bool>,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The lists.
    pub lists: Vec<List>,
    /// The files, the newest first.
    pub files: Vec<File>,
    /// The form for another file.
    pub form: FormState,
    /// Lines that can't be used.
    pub faults: Vec<(u64, Wrong)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("screening-title");
    Page::new(form.title(&title), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p class="measure">{frame.t("screening-text")}</p>
                {faults(frame, model)}
                {lists(frame, model)}
                {import(frame, &form)}
                {files(frame, model)}
                {sheets::link(frame, &frame.at("/console/screening"))}
            },
        )
    })
}

fn faults(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.faults.is_empty() {
        return None;
    }
    let mut table = Table::new(frame.t("screening-faults"))
        .show_caption()
        .column(Column::new(frame.t("screening-line")).numeric())
        .column(Column::new(frame.t("screening-wrong")).wide());
    for (line, wrong) in &model.faults {
        table = table.row(vec![line.to_string().into_any(), frame.t(wrong.message_key()).into_any()]);
    }
    Some(table.view())
}

fn lists(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("screening-lists"))
        .column(Column::new(frame.t("screening-list")).wide())
        .column(Column::new(frame.t("screening-dated")))
        .column(Column::new(frame.t("screening-entries")).numeric())
        .column(Column::new(frame.t("screening-meaning")));
    for list in &model.lists {
        let (dated, entries) = match list.current {
            Some((dated, entries)) => {
                (format::date(frame.lang, dated).into_any(), format::count(entries.into()).into_any())
            }
            None => (badge(Tone::NeedsYou, frame.t("screening-none-yet")), "–".into_any()),
        };
        let means = list.begun.as_ref().map(|(id, set)| means(frame, id, list, *set));
        table = table.row(vec![
            list_name(frame, list.source, &list.name).into_any(),
            dated,
            entries,
            means.into_any(),
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="lists">
            <h2 id="lists">{frame.t("screening-lists")}</h2>
            <p class="measure">{frame.t("screening-meaning-text")}</p>
            {table.view()}
        </section>
    }
    .into_any()
}

/// What a hit means: a button for each other meaning.
fn means(frame: &Frame, id: &str, list: &List, set: Meaning) -> AnyView {
    let others: Vec<_> = Meaning::ALL
        .iter()
        .filter(|meaning| **meaning != set)
        .map(|meaning| {
            let words = frame.t(&format!("screening-meaning-{}", dashed(meaning.word())));
            let of = list_name(frame, list.source, &list.name);
            let label = frame.ta("screening-mean", &[("list", of)]);
            let path = frame.at(&format!("{PATH}/lists/{id}"));
            Button::quiet(words).small().about(label).post(path).with("meaning", meaning.word()).view()
        })
        .collect();
    view! { <div class="cluster">{super::meaning(frame, set)}{others}</div> }.into_any()
}

fn import(frame: &Frame, form: &Form<'_>) -> AnyView {
    let sources = Source::ALL
        .iter()
        .map(|source| {
            Choice::new(source.word(), frame.t(&format!("screening-source-{}", dashed(source.word()))))
        })
        .collect();
    let heading = |name: &str| {
        form.text(name, frame.t(&format!("screening-{}", dashed(name)))).short().optional().view()
    };
    let headings =
        ["heading_name", "heading_aliases", "heading_reference", "heading_number", "heading_birth"];
    let headings: Vec<_> = headings.into_iter().map(heading).collect();
    view! {
        <section class="flow" aria-labelledby="import">
            <h2 id="import">{frame.t("screening-import")}</h2>
            <p class="measure">{frame.t("screening-import-text")}</p>
            <form method="post" action=frame.at(PATH) enctype="multipart/form-data" class="form">
                {form.select("source", frame.t("screening-source"), sources).empty(frame.t("screening-choose"))}
                {form.text("name", frame.t("screening-name")).hint(frame.t("screening-name-hint")).optional()}
                {form.text("dated", frame.t("screening-dated")).code().short().hint("2026-11-23")}
                {form.file("file", frame.t("screening-file")).hint(frame.t("screening-file-hint")).accept("text/csv,.csv")}
                {form.file("second", frame.t("screening-second")).hint(frame.t("screening-second-hint")).accept("text/csv,.csv").optional()}
                <fieldset class="columns">
                    <legend>{frame.t("screening-headings")}</legend>
                    {headings}
                </fieldset>
                {Button::primary(frame.t("screening-look"))}
            </form>
        </section>
    }
    .into_any()
}

fn files(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("screening-files"))
        .column(Column::new(frame.t("screening-list")).wide())
        .column(Column::new(frame.t("screening-dated")))
        .column(Column::new(frame.t("screening-entries")).numeric())
        .column(Column::new(frame.t("screening-imported-by")))
        .column(Column::new(frame.t("screening-imported-at")).numeric())
        .column(Column::new(frame.t("screening-state")))
        .empty(Empty::new(Icon::Document, frame.t("screening-files-none")));
    for file in &model.files {
        let name = list_name(frame, file.list.0, &file.list.1);
        let href = frame.at(&format!("{PATH}/files/{}", file.id));
        table = table.row(vec![
            view! { <a href=href>{name}</a> }.into_any(),
            format::date(frame.lang, file.dated).into_any(),
            format::count(file.entries.into()).into_any(),
            file.by.clone().into_any(),
            format::time(frame, file.at),
            state(frame, file.confirmed),
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="files">
            <h2 id="files">{frame.t("screening-files")}</h2>
            {table.view()}
        </section>
    }
    .into_any()
}

/// Whether a file was confirmed.
pub(super) fn state(frame: &Frame, confirmed: Option<bool>) -> AnyView {
    match confirmed {
        None => badge(Tone::NeedsYou, frame.t("screening-file-waiting")),
        Some(true) => badge(Tone::Good, frame.t("screening-file-confirmed")),
        Some(false) => badge(Tone::Neutral, frame.t("screening-file-dropped")),
    }
}
