//! What the law keeps by country, what is over or set aside, and what was erased.

use super::{Entry, PATH, words};
use crate::{
    Frame, Page,
    pages::{fees::words::country, review::state_badge, sheets},
    ui::{Button, Column, Empty, Form, FormState, Icon, Pager, Table, Tone, badge, format, layout, name},
};
use domain::{
    applications::StateKind,
    retention::{
        Law, Standing,
        laws::{Attested, CountsFrom},
    },
};
use leptos::prelude::*;
use time::Date;

/// An application.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub number: String,
    /// The business's name; empty where it was purged.
    pub name: String,
    /// Where it stands.
    pub state: StateKind,
    /// How far it has come, as the law sees it.
    pub standing: Standing,
    /// The law of its country.
    pub law: Law,
    /// Whether a hold lies on it.
    pub held: bool,
    /// The last day on which it is kept.
    pub until: Option<Date>,
    /// Whether it is set aside.
    pub set_aside: bool,
    /// Whether nothing personal of it is left.
    pub purged: bool,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The laws, by their countries.
    pub laws: Vec<Law>,
    /// Applications, the newest first.
    pub lines: Vec<Line>,
    /// What was asked or due, the newest first.
    pub entries: Vec<Entry>,
    /// The number that was looked for.
    pub form: FormState,
    /// Where the first page is, where this isn't it.
    pub first: Option<String>,
    /// Where the next one is.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("retention-title");
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                <h1>{title}</h1>
                <p class="measure">{frame.t("retention-text")}</p>
                {find(frame, model)}
                {applications(frame, model)}
                <section class="flow" aria-labelledby="erasures">
                    <h2 id="erasures">{frame.t("retention-erasures")}</h2>
                    {words::entries(frame, &model.entries, true)}
                </section>
                {law(frame, &model.laws)}
            },
        )
    })
}

fn find(frame: &Frame, model: &Model) -> AnyView {
    let form = Form::new(frame, &model.form);
    view! {
        <form method="get" action=frame.at(PATH) class="search" role="search">
            {form.text("number", frame.t("retention-find")).search().maxlength(20).optional()}
            {Button::secondary(frame.t("common-filter")).icon(Icon::Filter)}
        </form>
    }
    .into_any()
}

fn applications(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("retention-over"))
        .column(Column::new(frame.t("retention-number")))
        .column(Column::new(frame.t("retention-name")).wide())
        .column(Column::new(frame.t("retention-state")))
        .column(Column::new(frame.t("retention-ended")))
        .column(Column::new(frame.t("retention-kept")).wide())
        .empty(Empty::new(Icon::Tasks, frame.t("retention-none")).text(frame.t("retention-none-text")))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.lines {
        let href = frame.at(&format!("{PATH}/{}", line.id));
        let ended = line.standing.ended().map(|day| format::date(frame.lang, day));
        let kept = if line.purged {
            badge(Tone::Good, frame.t("retention-purged"))
        } else {
            let aside = line.set_aside.then(|| badge(Tone::NeedsYou, frame.t("retention-set-aside")));
            let kept = words::kept(frame, line);
            view! { {aside} <p>{kept}</p> }.into_any()
        };
        table = table.row(vec![
            view! { <a class="code" href=href>{line.number.clone()}</a> }.into_any(),
            name(frame, &line.name),
            state_badge(frame, line.state),
            ended.unwrap_or_else(|| "–".into()).into_any(),
            kept,
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="over">
            <h2 id="over">{frame.t("retention-over")}</h2>
            {table.view()}
            {sheets::link(frame, &frame.at(PATH))}
        </section>
    }
    .into_any()
}

fn law(frame: &Frame, laws: &[Law]) -> AnyView {
    let mut table = Table::new(frame.t("retention-laws"))
        .column(Column::new(frame.t("retention-country")))
        .column(Column::new(frame.t("retention-law")).wide())
        .column(Column::new(frame.t("retention-years")).numeric())
        .column(Column::new(frame.t("retention-source")).wide());
    for law in laws {
        let years = match law.counts_from {
            CountsFrom::Day => "retention-years-day",
            CountsFrom::YearEnd => "retention-years-year-end",
        };
        let attested = match law.attested {
            Attested::Quoted => "retention-attested-quoted",
            Attested::Known => "retention-attested-known",
        };
        let source = &law.source;
        table = table.row(vec![
            country(frame, &law.country).into_any(),
            law.name.get(frame.lang).to_owned().into_any(),
            frame.ta(years, &[("years", law.years.to_string())]).into_any(),
            view! {
                <a href=source.address.clone() rel="noreferrer">{source.title.clone()}</a>
                <p class="quiet">
                    {frame.ta(attested, &[("day", format::date(frame.lang, source.as_of))])}
                </p>
            }
            .into_any(),
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="laws">
            <h2 id="laws">{frame.t("retention-laws")}</h2>
            <p class="measure">{frame.t("retention-laws-text")}</p>
            {table.view()}
        </section>
    }
    .into_any()
}
