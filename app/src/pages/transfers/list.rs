//! What waits: proofs under way, orders to the bank, and files of what came in there.

use crate::{
    Frame, Page,
    ui::{Button, Column, Empty, Form, FormState, Icon, Table, Tone, badge, format, layout},
};
use domain::transfers::{ProofKind, statement::Wrong};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Where the page stands, below the tenant's address.
pub const PATH: &str = "/console/transfers";

/// A proof under way.
#[derive(Clone, Debug)]
pub struct Line {
    /// What people call its application.
    pub number: String,
    /// The business's name.
    pub name: String,
    /// Where it stands.
    pub state: ProofKind,
    /// What stands with the transfer.
    pub reference: String,
    /// Since when.
    pub since: OffsetDateTime,
    /// When the application runs out.
    pub until: Option<OffsetDateTime>,
}

/// A file of what came in.
#[derive(Clone, Debug)]
pub struct File {
    /// Its id.
    pub id: String,
    /// How many lines it has.
    pub lines: u32,
    /// The address of whoever imported it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Whether it was taken in; nothing where it waits.
    pub confirmed: Option<bool>,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Proofs under way.
    pub waiting: Vec<Line>,
    /// Whether orders go to the bank by themselves.
    pub by_itself: bool,
    /// Files of orders, and how many stand in each.
    pub batches: Vec<(String, u64)>,
    /// Files of what came in.
    pub files: Vec<File>,
    /// The form for another file.
    pub form: FormState,
    /// Lines that can't be used.
    pub faults: Vec<(u64, Wrong)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("transfers-title");
    Page::new(form.title(&title), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p class="measure">{frame.t("transfers-text")}</p>
                {faults(frame, model)}
                {waiting(frame, model)}
                {orders(frame, model)}
                {import(frame, &form)}
                {files(frame, model)}
            },
        )
    })
}

fn faults(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.faults.is_empty() {
        return None;
    }
    let mut table = Table::new(frame.t("transfers-faults"))
        .show_caption()
        .column(Column::new(frame.t("transfers-line")).numeric())
        .column(Column::new(frame.t("transfers-wrong")).wide());
    for (line, wrong) in &model.faults {
        table = table.row(vec![line.to_string().into_any(), frame.t(wrong.message_key()).into_any()]);
    }
    Some(table.view())
}

fn waiting(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("transfers-waiting"))
        .column(Column::new(frame.t("transfers-case")))
        .column(Column::new(frame.t("transfers-merchant")).wide())
        .column(Column::new(frame.t("transfers-state")))
        .column(Column::new(frame.t("transfers-reference")))
        .column(Column::new(frame.t("transfers-since")).numeric())
        .column(Column::new(frame.t("transfers-until")).numeric())
        .empty(Empty::new(Icon::Card, frame.t("transfers-waiting-none")));
    for line in &model.waiting {
        table = table.row(vec![
            line.number.clone().into_any(),
            line.name.clone().into_any(),
            state(frame, line.state),
            line.reference.clone().into_any(),
            format::time(frame, line.since),
            line.until.map_or_else(|| "–".into_any(), |at| format::time(frame, at)),
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="waiting">
            <h2 id="waiting">{frame.t("transfers-waiting")}</h2>
            {table.view()}
        </section>
    }
    .into_any()
}

fn state(frame: &Frame, state: ProofKind) -> AnyView {
    let tone = if state == ProofKind::Ordered { Tone::NeedsYou } else { Tone::Waiting };
    badge(tone, frame.t(&format!("transfers-state-{}", state.word())))
}

fn orders(frame: &Frame, model: &Model) -> AnyView {
    if model.by_itself && model.batches.is_empty() {
        return view! { <p class="measure">{frame.t("transfers-orders-by-itself")}</p> }.into_any();
    }
    let ordered = model.waiting.iter().filter(|line| line.state == ProofKind::Ordered).count();
    let count = match ordered {
        0 => frame.t("transfers-orders-none"),
        _ => frame.tn("transfers-orders-waiting", ordered as u64, &[]),
    };
    let export =
        Button::secondary(frame.t("transfers-orders-export")).post(frame.at(&format!("{PATH}/orders")));
    let batches: Vec<_> = model
        .batches
        .iter()
        .map(|(id, count)| {
            let href = frame.at(&format!("{PATH}/orders/{id}"));
            view! { <li><a href=href>{frame.tn("transfers-orders-file", *count, &[])}</a></li> }
        })
        .collect();
    let list = (!batches.is_empty()).then(|| view! { <ul>{batches}</ul> });
    view! {
        <section class="flow" aria-labelledby="orders">
            <h2 id="orders">{frame.t("transfers-orders")}</h2>
            <p class="measure">{frame.t("transfers-orders-text")}</p>
            <p>{count}</p>
            {export.view()}
            {list}
        </section>
    }
    .into_any()
}

fn import(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! {
        <section class="flow" aria-labelledby="import">
            <h2 id="import">{frame.t("transfers-import")}</h2>
            <p class="measure">{frame.t("transfers-import-text")}</p>
            <form method="post" action=frame.at(PATH) enctype="multipart/form-data" class="form">
                {form.file("file", frame.t("transfers-file")).hint(frame.t("transfers-file-hint")).accept("text/csv,.csv")}
                {Button::primary(frame.t("transfers-look"))}
            </form>
        </section>
    }
    .into_any()
}

fn files(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("transfers-files"))
        .column(Column::new(frame.t("transfers-imported-at")))
        .column(Column::new(frame.t("transfers-imported-by")).wide())
        .column(Column::new(frame.t("transfers-lines")).numeric())
        .column(Column::new(frame.t("transfers-state")))
        .empty(Empty::new(Icon::Document, frame.t("transfers-files-none")));
    for file in &model.files {
        let href = frame.at(&format!("{PATH}/files/{}", file.id));
        table = table.row(vec![
            view! { <a href=href>{format::instant(frame, file.at)}</a> }.into_any(),
            file.by.clone().into_any(),
            format::count(file.lines.into()).into_any(),
            taken(frame, file.confirmed),
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="files">
            <h2 id="files">{frame.t("transfers-files")}</h2>
            {table.view()}
        </section>
    }
    .into_any()
}

/// Whether a file was taken in.
pub(super) fn taken(frame: &Frame, confirmed: Option<bool>) -> AnyView {
    match confirmed {
        None => badge(Tone::NeedsYou, frame.t("transfers-file-waiting")),
        Some(true) => badge(Tone::Good, frame.t("transfers-file-confirmed")),
        Some(false) => badge(Tone::Neutral, frame.t("transfers-file-dropped")),
    }
}
