//! What channels cost on a mix, beside one another: a plain form whose state stands in the address, and what came of
//! it.

mod outcome;

use super::{
    mixes::{self, Line},
    rooms::rooms,
    words,
};
use crate::{
    Frame, Page,
    ui::{Button, Chips, Choice, Form, FormState, layout},
};
use domain::{
    applications::lists,
    channels::catalogue::Product,
    fees::{Shelf, board::Row},
    money::Currency,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The countries of merchants that claims are about.
pub const COUNTRIES: [&str; 9] = ["CN", "US", "DE", "FR", "GB", "HK", "LU", "SG", "TW"];
/// The currencies that claims are in.
pub const CURRENCIES: [&str; 7] = ["CNY", "USD", "EUR", "GBP", "HKD", "JPY", "TWD"];
/// The kinds of merchants that claims are about.
pub const SUBJECTS: [&str; 3] = ["enterprise", "individual", "micro"];
/// The means that claims are about and that a mix may have.
pub const MEANS: [&str; 5] = ["standard", "premium", "commercial", "amex", "international"];

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// What was asked for.
    pub form: FormState,
    /// Kinds of business to begin from: code, address, whether it is on.
    pub presets: Vec<(&'static str, String, bool)>,
    /// The past payments that tell what is sold, in place of figures.
    pub stored: Option<Line>,
    /// What came of it, where something was asked for that could be answered.
    pub board: Option<Board>,
    /// Where claims' names and sources stand.
    pub shelf: Arc<Shelf>,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Board {
    /// The currency of every number.
    pub currency: String,
    /// Those with a bill first, the cheapest first.
    pub rows: Vec<Row>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("compare-title");
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees")}
                <h1>{title}</h1>
                <p class="measure">{frame.t("compare-text")}</p>
                {presets(frame, model)}
                {questions(frame, &form, model.stored.as_ref())}
                {model.board.as_ref().map(|board| outcome::section(frame, model, board))}
            },
        )
    })
}

fn presets(frame: &Frame, model: &Model) -> AnyView {
    let chips = Chips::new(frame, frame.t("compare-presets"));
    let chip = |chips: Chips, (code, href, on): &(&'static str, String, bool)| {
        chips.chip(frame.t(&format!("compare-preset-{code}")), href.clone(), *on)
    };
    model.presets.iter().fold(chips, chip).view()
}

fn questions(frame: &Frame, form: &Form<'_>, stored: Option<&Line>) -> AnyView {
    let any = || Choice::new("", frame.t("compare-any"));
    let countries = COUNTRIES.iter().map(|code| Choice::new(*code, words::country(frame, code)));
    let currencies = CURRENCIES.iter().map(|code| {
        let name = Currency::get(code).map_or(*code, |known| known.name(frame.lang));
        Choice::new(*code, format!("{code} {name}"))
    });
    let products = Product::ALL.iter().map(|one| Choice::new(one.word(), words::product(frame, one.word())));
    let subjects = SUBJECTS.iter().map(|word| Choice::new(*word, words::subject(frame, word)));
    let means = MEANS.iter().map(|word| Choice::new(*word, words::means(frame, word)));
    let industries = lists::get("mcc").into_iter().flat_map(|list| &list.entries);
    let industries = industries
        .map(|entry| Choice::new(entry.code(), format!("{} {}", entry.code(), entry.name(frame.lang))));
    let optional = |choices: &mut dyn Iterator<Item = Choice>| -> Vec<Choice> {
        std::iter::once(any()).chain(choices).collect()
    };
    view! {
        <form method="get" action=frame.at("/console/fees") class="form compare-form">
            {stored.map(|mix| mixes::chosen(frame, mix))}
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-who")}</legend>
                {form.select("country", frame.t("compare-country"), countries.collect())}
                {form.select("subject", frame.t("compare-subject"), optional(&mut subjects.into_iter()))}
                {form.select("industry", frame.t("compare-industry"), optional(&mut industries.into_iter()))}
                {form.select("product", frame.t("compare-product"), optional(&mut products.into_iter()))}
                {form.select("means", frame.t("compare-means"), optional(&mut means.into_iter()))}
                {form.select("currency", frame.t("compare-currency"), currencies.collect())}
            </fieldset>
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-mix")}</legend>
                {stored.is_none().then(|| sold(frame, form))}
                {share(frame, form, "waiting", "compare-waiting")}
                {form.text("on", frame.t("compare-on")).code().short().optional()}
            </fieldset>
            <p class="hint">{frame.t("compare-few")}</p>
            {form.checkbox("verified", frame.t("compare-verified"))}
            {Button::primary(frame.t("compare-submit"))}
        </form>
    }
    .into_any()
}

/// What is sold in a month, in figures.
fn sold(frame: &Frame, form: &Form<'_>) -> AnyView {
    let share = |name, key| share(frame, form, name, key);
    view! {
        {form.text("payments", frame.t("compare-payments")).inputmode("numeric").short()}
        {form.text("ticket", frame.t("compare-ticket")).inputmode("decimal").short()}
        {share("abroad", "compare-abroad")}
        {share("foreign", "compare-foreign")}
        {share("refunds", "compare-refunds")}
        {share("disputes", "compare-disputes")}
        {share("failed", "compare-failed")}
    }
    .into_any()
}

fn share(frame: &Frame, form: &Form<'_>, name: &str, key: &str) -> AnyView {
    form.text(name, frame.t(key)).inputmode("decimal").short().suffix("%").view()
}
