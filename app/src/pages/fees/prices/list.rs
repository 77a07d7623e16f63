//! The price list: what waits for a second person, what holds, and what was.

use super::{super::rooms::rooms, least, words};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Button, Column, Empty, Icon, Table, disclosure, layout},
};
use domain::fees::offer::{Judgement, Line, StandingKind};
use leptos::prelude::*;
use time::Date;

/// A line.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What it says, on the days that are left to it.
    pub line: Line,
    /// Where it stands.
    pub kind: StandingKind,
    /// What it leaves.
    pub judgement: Judgement,
}

/// The list.
#[derive(Clone, Debug)]
pub struct Model {
    /// By channel, product, line of business.
    pub rows: Vec<Row>,
    /// The day it is.
    pub today: Date,
    /// Whether the reader may propose.
    pub proposes: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("prices-title");
    let of = |test: &dyn Fn(&Row) -> bool| model.rows.iter().filter(|row| test(row)).collect::<Vec<_>>();
    let ended = |row: &Row| {
        matches!(row.kind, StandingKind::Superseded | StandingKind::Declined)
            || row.line.to.is_some_and(|to| to < model.today && row.kind == StandingKind::Approved)
    };
    let waiting = of(&|row| row.kind == StandingKind::Proposed);
    let holding = of(&|row| row.kind == StandingKind::Approved && !ended(row));
    let past = of(&ended);
    Page::new(title.clone(), || {
        let new = Button::primary(frame.t("prices-new")).link(frame.at("/console/fees/prices/new"));
        let waiting = (!waiting.is_empty()).then(|| {
            view! { <h2>{frame.t("prices-waiting")}</h2>{table(frame, model, "prices-waiting", &waiting)} }
        });
        layout::console(
            frame,
            view! {
                {rooms(frame, "/console/fees/prices")}
                <h1>{title}</h1>
                <p class="measure">{frame.t("prices-text")}</p>
                {model.proposes.then(|| new.view())}
                {waiting}
                <h2>{frame.t("prices-holding")}</h2>
                {table(frame, model, "prices-holding", &holding)}
                {history(frame, model, &past)}
                {sheets::link(frame, &frame.at("/console/fees/prices"))}
            },
        )
    })
}

fn history(frame: &Frame, model: &Model, past: &[&Row]) -> Option<AnyView> {
    let title = frame.t("prices-history");
    (!past.is_empty()).then(|| disclosure(title, false, table(frame, model, "prices-history", past)))
}

fn table(frame: &Frame, model: &Model, caption: &str, rows: &[&Row]) -> AnyView {
    let none = Empty::new(Icon::Card, frame.t("prices-none")).text(frame.t("prices-none-text"));
    let mut table = Table::new(frame.t(caption))
        .column(Column::new(frame.t("prices-of")).wide())
        .column(Column::new(frame.t("prices-price")))
        .column(Column::new(frame.t("prices-days")))
        .column(Column::new(frame.t("prices-state")))
        .column(Column::new(frame.t("offers-least")))
        .empty(none);
    for row in rows {
        let href = frame.at(&format!("/console/fees/prices/{}", row.id));
        let (from, to) = (row.line.from, row.line.to);
        table = table.row(vec![
            view! { <a href=href>{words::of(frame, &row.line.claim)}</a> }.into_any(),
            words::short(frame, &row.line.claim).into_any(),
            view! { <span class="nowrap">{words::days(frame, from, to)}</span> }.into_any(),
            words::standing_on(frame, row.kind, (from, to), model.today),
            least(frame, &row.judgement),
        ]);
    }
    table.view()
}
