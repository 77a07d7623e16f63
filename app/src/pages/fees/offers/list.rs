//! Every offer, by its state.

use super::super::{
    prices::{least, words},
    rooms::rooms,
};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Button, Chips, Column, Empty, Icon, Pager, Table, format, layout, name},
};
use domain::fees::offer::{Judgement, StandingKind};
use leptos::prelude::*;
use time::OffsetDateTime;

/// An offer.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The merchant's name.
    pub merchant: String,
    /// The merchant's number.
    pub number: String,
    /// The how-manieth of theirs it is.
    pub version: i32,
    /// How many lines it has.
    pub lines: usize,
    /// Where it stands.
    pub kind: StandingKind,
    /// What the line that leaves the least leaves.
    pub least: Judgement,
    /// Who proposed it, and when.
    pub proposed: (String, OffsetDateTime),
}

/// The list.
#[derive(Clone, Debug)]
pub struct Model {
    /// The newest first.
    pub rows: Vec<Row>,
    /// States to choose from: none for all, the address, whether it is on.
    pub states: Vec<(Option<StandingKind>, String, bool)>,
    /// Whether the reader may propose.
    pub proposes: bool,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("offers-title");
    Page::new(title.clone(), || {
        let new = Button::primary(frame.t("offers-new")).link(frame.at("/console/fees/offers/new"));
        layout::console(
            frame,
            view! {
                {rooms(frame, "/console/fees/offers")}
                <h1>{title}</h1>
                <p class="measure">{frame.t("offers-text")}</p>
                {model.proposes.then(|| new.view())}
                {states(frame, model)}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/console/fees/offers"))}
            },
        )
    })
}

fn states(frame: &Frame, model: &Model) -> AnyView {
    let label = |kind: Option<StandingKind>| {
        kind.map_or_else(|| frame.t("offers-all"), |kind| frame.t(&format!("prices-state-{kind}")))
    };
    let chips = Chips::new(frame, frame.t("offers-states"));
    model
        .states
        .iter()
        .fold(chips, |chips, (kind, href, on)| chips.chip(label(*kind), href.clone(), *on))
        .view()
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("offers-title"))
        .column(Column::new(frame.t("offers-merchant")).wide())
        .column(Column::new(frame.t("offers-version")).numeric())
        .column(Column::new(frame.t("offers-lines")).numeric())
        .column(Column::new(frame.t("prices-state")))
        .column(Column::new(frame.t("offers-least")))
        .column(Column::new(frame.t("offers-proposed")))
        .empty(Empty::new(Icon::Card, frame.t("offers-none")).text(frame.t("offers-none-text")))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for row in &model.rows {
        let href = frame.at(&format!("/console/fees/offers/{}", row.id));
        let (who, at) = &row.proposed;
        table = table.row(vec![
            view! { <a href=href>{name(frame, &row.merchant)}</a>" "<code>{row.number.clone()}</code> }
                .into_any(),
            row.version.to_string().into_any(),
            row.lines.to_string().into_any(),
            words::standing(frame, row.kind),
            least(frame, &row.least),
            view! { <div class="stack-tight"><span>{who.clone()}</span>{format::time(frame, *at)}</div> }
                .into_any(),
        ]);
    }
    table
}
