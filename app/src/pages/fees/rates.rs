//! The tenant's table of currencies: what counts today and how old it is, one day's figures to enter, and what was
//! entered before.

use super::rooms::rooms;
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Button, Chips, Column, Empty, Form, FormState, Icon, Pager, Table, Tone, badge, format, layout},
};
use domain::{fees::rates as rules, money::Currency};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// Where the page stands, below the tenant's address.
pub const PATH: &str = "/console/fees/rates";

/// A figure.
#[derive(Clone, Debug)]
pub struct Line {
    /// The currency's code.
    pub currency: String,
    /// The day from which it holds.
    pub from: Date,
    /// One unit in millionths of a unit of the tenant's own currency.
    pub worth: u64,
    /// Whose address entered it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Whether another of the same day was entered after it.
    pub corrected: bool,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The tenant's own currency.
    pub base: String,
    /// The day that it is.
    pub today: Date,
    /// What counts today, by code.
    pub current: Vec<Line>,
    /// One day's figures, as typed; nothing for whoever may only read.
    pub form: Option<FormState>,
    /// Codes of the currencies that have a field of their own.
    pub fields: Vec<String>,
    /// What was entered, the last first.
    pub history: Vec<Line>,
    /// Currencies of the history: code (empty for all), address, whether it is on.
    pub chips: Vec<(String, String, bool)>,
    /// The address of the history's beginning, unless this is it.
    pub first: Option<String>,
    /// The address where it goes on.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("rates-title");
    let nothing = FormState::default();
    let form = Form::new(frame, model.form.as_ref().unwrap_or(&nothing));
    Page::new(form.title(&title), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, PATH)}
                <h1>{title}</h1>
                <p class="measure">{frame.ta("rates-text", &[("base", named(frame, &model.base))])}</p>
                {current(frame, model)}
                {model.form.is_some().then(|| enter(frame, model, &form))}
                {history(frame, model)}
                {sheets::link(frame, &frame.at("/console/fees/rates"))}
            },
        )
    })
}

/// A currency by its code and name.
fn named(frame: &Frame, code: &str) -> String {
    Currency::get(code).map_or_else(|| code.to_owned(), |known| format!("{code} {}", known.name(frame.lang)))
}

/// `1 USD = 7.12 CNY`.
fn worth(model: &Model, line: &Line) -> String {
    format!("1 {} = {} {}", line.currency, rules::written(line.worth), model.base)
}

fn age(frame: &Frame, line: &Line, today: Date) -> AnyView {
    let days = u64::try_from((today - line.from).whole_days()).unwrap_or_default();
    let tone = if rules::is_current(line.from, today) { Tone::Good } else { Tone::NeedsYou };
    badge(tone, frame.tn("rates-age", days, &[]))
}

fn current(frame: &Frame, model: &Model) -> AnyView {
    let empty = Empty::new(Icon::Chart, frame.t("rates-none")).text(frame.t("rates-none-text"));
    let table = Table::new(frame.t("rates-current"))
        .column(Column::new(frame.t("compare-currency")).wide())
        .column(Column::new(frame.t("rates-worth")).numeric())
        .column(Column::new(frame.t("rates-from")).numeric())
        .column(Column::new(frame.t("rates-how-old")))
        .column(Column::new(frame.t("rates-by")))
        .empty(empty);
    let table = model.current.iter().fold(table, |table, line| {
        table.row(vec![
            named(frame, &line.currency).into_any(),
            worth(model, line).into_any(),
            format::date(frame.lang, line.from).into_any(),
            age(frame, line, model.today),
            line.by.clone().into_any(),
        ])
    });
    view! {
        <section class="flow" aria-labelledby="current">
            <h2 id="current">{frame.t("rates-current")}</h2>
            {table}
        </section>
    }
    .into_any()
}

fn enter(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let base = || model.base.clone();
    let fields: Vec<_> = model
        .fields
        .iter()
        .map(|code| {
            let label = frame.ta("rates-one", &[("currency", named(frame, code))]);
            form.text(&format!("worth_{code}"), label)
                .inputmode("decimal")
                .short()
                .suffix(base())
                .optional()
                .view()
        })
        .collect();
    let asked = model.form.as_ref().is_some_and(|state| {
        state.value("sure") == "yes" || state.errors().iter().any(|error| error.key == "rates-error-leap")
    });
    let sure = asked.then(|| form.checkbox("sure", frame.t("rates-sure")).view());
    view! {
        <section class="flow" aria-labelledby="enter">
            <h2 id="enter">{frame.t("rates-enter")}</h2>
            <p class="measure">{frame.t("rates-enter-text")}</p>
            <form method="post" action=frame.at(PATH) class="form compare-form">
                {form.text("on", frame.t("rates-from")).code().short().hint(frame.t("rates-from-hint"))}
                <fieldset class="columns">
                    <legend class="visually-hidden">{frame.t("rates-worth")}</legend>
                    {fields}
                </fieldset>
                <fieldset class="columns">
                    <legend class="visually-hidden">{frame.t("rates-other")}</legend>
                    {form.text("other", frame.t("rates-other")).code().short().hint(frame.t("rates-other-hint")).optional()}
                    {form.text("other_worth", frame.t("rates-other-worth"))
                        .inputmode("decimal")
                        .short()
                        .suffix(base())
                        .optional()}
                </fieldset>
                {sure}
                {Button::primary(frame.t("rates-submit"))}
            </form>
        </section>
    }
    .into_any()
}

fn history(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.current.is_empty() && model.history.is_empty() {
        return None;
    }
    let chip = |chips: Chips, (code, href, on): &(String, String, bool)| {
        let label = if code.is_empty() { frame.t("rates-all") } else { code.clone() };
        chips.chip(label, href.clone(), *on)
    };
    let chips = model.chips.iter().fold(Chips::new(frame, frame.t("rates-history")), chip);
    let table = Table::new(frame.t("rates-history"))
        .column(Column::new(frame.t("rates-from")))
        .column(Column::new(frame.t("rates-worth")).numeric())
        .column(Column::new(frame.t("rates-by")))
        .column(Column::new(frame.t("rates-at")).numeric())
        .column(Column::new(frame.t("rates-counts")))
        .compact(true)
        .empty(Empty::new(Icon::Chart, frame.t("rates-none-of")))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    let table = model.history.iter().fold(table, |table, line| {
        let counts = if line.corrected {
            badge(Tone::Neutral, frame.t("rates-corrected"))
        } else {
            badge(Tone::Good, frame.t("rates-counting"))
        };
        table.row(vec![
            view! { <span class="nowrap">{format::date(frame.lang, line.from)}</span> }.into_any(),
            worth(model, line).into_any(),
            line.by.clone().into_any(),
            format::time(frame, line.at),
            counts,
        ])
    });
    Some(
        view! {
            <section class="flow" aria-labelledby="history">
                <h2 id="history">{frame.t("rates-history")}</h2>
                {chips}
                {table}
            </section>
        }
        .into_any(),
    )
}
