//! The list: what stands, what waits, what has gone.

use super::{
    super::{figures, rooms::rooms},
    Line, words,
};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    pages::credentials::rights::person,
    ui::{Banner, Button, Chips, Column, Empty, Form, FormState, Icon, Pager, Table, Tone, layout},
};
use leptos::prelude::*;

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Which are shown: the word, its address, whether it is on.
    pub chips: Vec<(&'static str, String, bool)>,
    /// The newest first.
    pub lines: Vec<Line>,
    /// Imports of which every claim on the page waits for the reader: id, how many.
    pub imports: Vec<(String, usize)>,
    /// Whether the reader proposes claims.
    pub manages: bool,
    /// For how many days a claim is current.
    pub limit: FormState,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("fees-own-title");
    let form = Form::new(frame, &model.limit);
    Page::new(form.title(&title), || {
        let limit = limit(frame, model, &form);
        layout::console(
            frame,
            view! {
                {form.summary()}
                {trouble(frame, model.trouble.as_deref())}
                {rooms(frame, "/console/fees/claims")}
                <h1>{title}</h1>
                <p class="measure">{frame.t("fees-own-text")}</p>
                {ways(frame, model)}
                {chips(frame, model)}
                {imports(frame, model)}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/console/fees/claims"))}
                {limit}
            },
        )
    })
}

/// Why nothing was done.
pub(super) fn trouble(frame: &Frame, key: Option<&str>) -> Option<AnyView> {
    key.map(|key| Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view())
}

fn ways(frame: &Frame, model: &Model) -> AnyView {
    let at = |path: &str| frame.at(&format!("/console/fees/claims/{path}"));
    let propose = model.manages.then(|| {
        view! {
            {Button::primary(frame.t("fees-own-propose")).link(at("new"))}
            {Button::secondary(frame.t("fees-own-import")).link(at("import"))}
        }
    });
    view! {
        <div class="cluster">
            {propose}
            {Button::secondary(frame.t("fees-own-export-csv")).link(at("export.csv"))}
            {Button::secondary(frame.t("fees-own-export-json")).link(at("export.json"))}
        </div>
    }
    .into_any()
}

fn chips(frame: &Frame, model: &Model) -> AnyView {
    let chips = Chips::new(frame, frame.t("fees-own-shown"));
    let chip = |chips: Chips, (word, href, on): &(&'static str, String, bool)| {
        chips.chip(frame.t(&format!("fees-own-shown-{word}")), href.clone(), *on)
    };
    model.chips.iter().fold(chips, chip).view()
}

/// A number of claims, as texts count them.
pub(super) fn counted(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What came with one import is approved together.
fn imports(frame: &Frame, model: &Model) -> Vec<AnyView> {
    let one = |(id, count): &(String, usize)| {
        let post = frame.at(&format!("/console/fees/claims/imports/{id}/approve"));
        let approve = Button::primary(frame.t("fees-own-import-approve")).post(post).small();
        Banner::new(Tone::NeedsYou, frame.tn("fees-own-import-waits", counted(*count), &[]))
            .text(frame.t("fees-own-import-waits-text"))
            .action(approve)
            .view()
    };
    model.imports.iter().map(one).collect()
}

fn table(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("fees-own-title"))
        .column(Column::new(frame.t("catalogue-channel")).wide())
        .column(Column::new(frame.t("fees-own-figures")))
        .column(Column::new(frame.t("fees-own-days")))
        .column(Column::new(frame.t("fees-own-place")))
        .column(Column::new(frame.t("fees-own-proposed-by")))
        .empty(Empty::new(Icon::Card, frame.t("fees-own-none")).text(frame.t("fees-own-none-text")))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.lines {
        let claim = &line.own.terms.claim;
        let first = view! {
            <div class="stack-tight">
                <a href=words::address(frame, &line.own)>{words::channel(frame, claim)}</a>
                <span class="hint">{words::about(frame, claim)}</span>
                <span class="hint">{words::source(frame, &line.own)}</span>
            </div>
        };
        table = table.row(vec![
            first.into_any(),
            figures::short_of(frame, claim).into_any(),
            view! { <span class="nowrap">{words::days(frame, &line.own)}</span> }.into_any(),
            words::place(frame, line),
            person(frame, &line.proposed.0, line.proposed.1),
        ]);
    }
    table.view()
}

/// For how long a claim is current: to be changed by whoever proposes claims.
fn limit(frame: &Frame, model: &Model, form: &Form<'_>) -> Option<AnyView> {
    model.manages.then(|| {
        view! {
            <section class="flow" aria-labelledby="limit">
                <h2 id="limit">{frame.t("fees-own-limit")}</h2>
                <form method="post" action=frame.at("/console/fees/claims/limit") class="form">
                    {form.hidden("version")}
                    {form
                        .text("days", frame.t("fees-own-limit-days"))
                        .hint(frame.t("fees-own-limit-hint"))
                        .digits()
                        .short()
                        .suffix(frame.t("settings-days"))}
                    {Button::secondary(frame.t("common-save"))}
                </form>
            </section>
        }
        .into_any()
    })
}
