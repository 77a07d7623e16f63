//! One stored mix: what its payments come to.

use super::{Home, Line, uploaded};
use crate::{
    Frame, Page,
    ui::{Button, Column, Icon, SummaryList, Table, back_link_to, format},
};
use domain::fees::stored::{Stored, Sum};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// Where it is kept.
    pub home: Home,
    /// What it is.
    pub mix: Line,
    /// Its groups.
    pub stored: Stored,
    /// Whether the reader may delete it.
    pub may_delete: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let mix = &model.mix;
    Page::new(mix.name.clone(), || {
        let delete = model
            .may_delete
            .then(|| Button::quiet(frame.t("mixes-delete")).link(model.home.delete(frame, &mix.id)).view());
        model.home.around(
            frame,
            view! {
                {back_link_to(model.home.list(frame), frame.t("mixes-title"))}
                <h1>{mix.name.clone()}</h1>
                {summary(frame, mix)}
                <div class="cluster">
                    {Button::primary(frame.t("mixes-compare")).link(model.home.compare(frame, Some(&mix.id))).icon(Icon::Chart)}
                    {delete}
                </div>
                <h2>{frame.t("mixes-sums")}</h2>
                {sums(frame, &model.stored)}
            }
            .into_any(),
        )
    })
}

/// What it is, in a few lines.
pub(super) fn summary(frame: &Frame, mix: &Line) -> SummaryList {
    SummaryList::new(frame)
        .row(frame.t("mixes-payments"), format::count(mix.rows.into()))
        .row(frame.t("mixes-groups"), format::count(mix.groups.into()))
        .row(frame.t("mixes-currencies"), mix.currencies.join(" "))
        .row_of(frame.t("mixes-uploaded"), uploaded(frame, mix))
}

fn sums(frame: &Frame, stored: &Stored) -> Table {
    let mut table = Table::new(frame.t("mixes-sums"))
        .column(Column::new(frame.t("mixes-column-currency")))
        .column(Column::new(frame.t("mixes-from")))
        .column(Column::new(frame.t("mixes-volume")).numeric())
        .column(Column::new(frame.t("mixes-paid")).numeric())
        .column(Column::new(frame.t("mixes-average")).numeric())
        .column(Column::new(frame.t("mixes-failed")).numeric())
        .column(Column::new(frame.t("mixes-refunded")).numeric())
        .column(Column::new(frame.t("mixes-disputed")).numeric());
    for ((currency, abroad, foreign), sum) in stored.sums() {
        let from = match (abroad, foreign) {
            (false, false) => "mixes-from-home",
            (true, false) => "mixes-from-abroad",
            (false, true) => "mixes-from-home-foreign",
            (true, true) => "mixes-from-abroad-foreign",
        };
        table = table.row(vec![
            currency.to_owned().into_any(),
            frame.t(from).into_any(),
            format::money(frame.lang, sum.volume, currency).into_any(),
            format::count(sum.paid).into_any(),
            average(frame, &sum, currency).into_any(),
            format::count(sum.failed).into_any(),
            format::count(sum.refunds).into_any(),
            format::count(sum.disputes).into_any(),
        ]);
    }
    table
}

/// The average ticket, half-up; a dash where nothing was paid.
fn average(frame: &Frame, sum: &Sum, currency: &str) -> String {
    let paid = i128::from(sum.paid);
    if paid == 0 {
        return "–".to_owned();
    }
    format::money(frame.lang, domain::fees::Rounding::HalfUp.divide(sum.volume, paid), currency)
}
