//! Many claims at once: a file is looked at first; what is wrong stands in a table, line by line; what is right is
//! proposed as a whole.

use super::{super::rooms::rooms, list::counted};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Column, Form, FormState, Table, Tone, back_link_to, layout},
};
use leptos::prelude::*;

/// Faults that are shown.
const SHOWN: usize = 200;

/// A line's fault.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The line; 0: the file.
    pub line: u64,
    /// The column; empty: the line as a whole.
    pub column: String,
    /// A message key.
    pub key: &'static str,
    /// Its placeholders.
    pub args: Vec<(&'static str, String)>,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What is wrong with the form.
    pub form: FormState,
    /// What is wrong in the file.
    pub faults: Vec<Fault>,
    /// A file in which nothing is wrong: what it holds, its kind, and how many claims.
    pub ready: Option<(String, &'static str, usize)>,
    /// The columns there are, and those that are needed.
    pub columns: (Vec<&'static str>, Vec<&'static str>),
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("fees-import-title");
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        let upload = upload(frame, &form);
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/claims")}
                {back_link_to(frame.at("/console/fees/claims"), frame.t("fees-own-title"))}
                <h1>{title}</h1>
                <p class="measure">{frame.t("fees-import-text")}</p>
                {faults(frame, model)}
                {ready(frame, model)}
                {upload}
                {columns(frame, model)}
            },
        )
    })
}

fn upload(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! {
        <form method="post" enctype="multipart/form-data" class="form">
            {form.file("file", frame.t("fees-import-file")).hint(frame.t("fees-import-file-hint")).accept(".csv,.json")}
            {Button::secondary(frame.t("fees-import-check"))}
        </form>
    }
    .into_any()
}

/// What is right is sent on as it was looked at.
fn ready(frame: &Frame, model: &Model) -> Option<AnyView> {
    let (text, kind, count) = model.ready.as_ref()?;
    let form = view! {
        <form method="post" enctype="multipart/form-data">
            <input type="hidden" name="kind" value=*kind/>
            <input type="hidden" name="text" value=text.clone()/>
            {Button::primary(frame.tn("fees-import-propose", counted(*count), &[]))}
        </form>
    };
    let banner = Banner::new(Tone::Good, frame.tn("fees-import-ready", counted(*count), &[]));
    Some(banner.text(frame.t("fees-import-ready-text")).more(form).view())
}

fn faults(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.faults.is_empty() {
        return None;
    }
    let count = model.faults.len();
    let mut table = Table::new(frame.t("fees-import-faults"))
        .column(Column::new(frame.t("fees-import-line")).numeric())
        .column(Column::new(frame.t("fees-import-column")))
        .column(Column::new(frame.t("fees-import-what")).wide());
    for fault in model.faults.iter().take(SHOWN) {
        let line = if fault.line == 0 { "–".to_owned() } else { fault.line.to_string() };
        let column = if fault.column.is_empty() { "–".to_owned() } else { fault.column.clone() };
        table = table.row(vec![
            line.into_any(),
            view! { <code>{column}</code> }.into_any(),
            frame.ta(fault.key, &fault.args).into_any(),
        ]);
    }
    let more =
        (count > SHOWN).then(|| frame.ta("fees-import-more", &[("count", (count - SHOWN).to_string())]));
    let section = view! {
        {Banner::new(Tone::Wrong, frame.tn("fees-import-wrong", counted(count), &[])).text(frame.t("fees-import-wrong-text")).view()}
        {table.view()}
        <p class="hint">{more}</p>
    };
    Some(section.into_any())
}

fn columns(frame: &Frame, model: &Model) -> AnyView {
    let list = |names: &[&'static str]| {
        let names: Vec<_> = names.iter().map(|name| view! { <code>{*name}</code>" " }).collect();
        view! { <p>{names}</p> }
    };
    view! {
        <section class="flow" aria-labelledby="columns">
            <h2 id="columns">{frame.t("fees-import-columns")}</h2>
            <p class="measure">{frame.t("fees-import-columns-text")}</p>
            {list(&model.columns.0)}
            <p>{frame.t("fees-import-needed")}</p>
            {list(&model.columns.1)}
        </section>
    }
    .into_any()
}
