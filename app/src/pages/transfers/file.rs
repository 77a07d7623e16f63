//! A file of what came in at the bank, with what it would do or did.

use super::list;
use crate::{
    Frame, Page,
    ui::{Banner, Button, Column, SummaryList, Table, Tone, back_link_to, badge, format, layout},
};
use domain::transfers::Outcome;
use leptos::prelude::*;
use time::Date;

/// A line of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which line.
    pub line: u64,
    /// The day it came.
    pub dated: Date,
    /// In minor units, all of two places.
    pub amount: String,
    /// Whose money it is.
    pub payer: String,
    /// What they wrote.
    pub reference: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The case it names.
    pub case_number: Option<String>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The file.
    pub file: list::File,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.ta("transfers-file-title", &[("when", format::instant(frame, model.file.at))]);
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                {back_link_to(frame.at(list::PATH), frame.t("transfers-title"))}
                <h1>{title}</h1>
                {about(frame, model)}
                {model.file.confirmed.is_none().then(|| confirm(frame, model))}
                {lines(frame, model)}
            },
        )
    })
}

fn about(frame: &Frame, model: &Model) -> AnyView {
    let of = |outcome: Outcome| model.lines.iter().filter(|line| line.outcome == outcome).count();
    let count = |count: usize| format::count(count as u64);
    let differing = of(Outcome::Amount) + of(Outcome::Payer) + of(Outcome::Account);
    SummaryList::new(frame)
        .row(frame.t("transfers-lines"), format::count(model.file.lines.into()))
        .row(frame.t("transfers-outcome-fits"), count(of(Outcome::Fits)))
        .row(frame.t("transfers-outcome-differs"), count(differing))
        .row(frame.t("transfers-outcome-nobody"), count(of(Outcome::Nobody)))
        .row(frame.t("transfers-outcome-known"), count(of(Outcome::Known)))
        .row(frame.t("transfers-imported-by"), model.file.by.clone())
        .row_of(frame.t("transfers-state"), list::taken(frame, model.file.confirmed))
        .view()
}

fn confirm(frame: &Frame, model: &Model) -> AnyView {
    let at = |act: &str| frame.at(&format!("{}/files/{}/{act}", list::PATH, model.file.id));
    let forms = view! {
        <div class="cluster">
            <form method="post" action=at("confirm")>{Button::primary(frame.t("transfers-confirm"))}</form>
            <form method="post" action=at("drop")>{Button::secondary(frame.t("transfers-drop"))}</form>
        </div>
    };
    Banner::new(Tone::NeedsYou, frame.t("transfers-confirm-title"))
        .text(frame.t("transfers-confirm-text"))
        .more(forms)
        .view()
}

fn lines(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("transfers-lines"))
        .column(Column::new(frame.t("transfers-line")).numeric())
        .column(Column::new(frame.t("transfers-dated")))
        .column(Column::new(frame.t("transfers-amount")).numeric())
        .column(Column::new(frame.t("transfers-payer")).wide())
        .column(Column::new(frame.t("transfers-reference")))
        .column(Column::new(frame.t("transfers-outcome")))
        .column(Column::new(frame.t("transfers-case")));
    for line in &model.lines {
        table = table.row(vec![
            line.line.to_string().into_any(),
            format::date(frame.lang, line.dated).into_any(),
            line.amount.clone().into_any(),
            line.payer.clone().into_any(),
            line.reference.clone().into_any(),
            outcome(frame, line.outcome),
            line.case_number.clone().unwrap_or_else(|| "–".into()).into_any(),
        ]);
    }
    table.view()
}

fn outcome(frame: &Frame, outcome: Outcome) -> AnyView {
    let tone = match outcome {
        Outcome::Fits => Tone::Good,
        Outcome::Amount | Outcome::Payer | Outcome::Account => Tone::Wrong,
        Outcome::Nobody | Outcome::Known => Tone::Neutral,
    };
    badge(tone, frame.t(&format!("transfers-outcome-{}", outcome.word())))
}
