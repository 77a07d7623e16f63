//! What taking payments would cost, before anybody signs in: a section of the front page, and a page of its own whose
//! address holds the question.

use crate::{
    Frame, Page,
    islands::{Coin, Estimate, EstimateWords, Fault, Figures, Way},
    pages::fees::{
        compare::{COUNTRIES, CURRENCIES},
        words,
    },
    ui::{Button, Choice, Form, FormState, format, layout},
};
use domain::{
    applications::lists,
    channels::catalogue::Product,
    fees::{
        Exchange,
        estimate::{NoMonth, stops},
        typed::Wrong,
    },
    money::Currency,
};
use leptos::prelude::*;

/// The estimate.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What is asked.
    pub form: FormState,
    /// Every way to take payments, with the prices that hold today.
    pub ways: Vec<Way>,
    /// What currencies are worth.
    pub exchange: Exchange,
}

/// The message for a field that can't be used.
pub fn fault_key(fault: Fault) -> &'static str {
    match fault {
        Fault::Typed(Wrong::NoNumber) => "compare-error-number",
        Fault::Typed(Wrong::Decimals(_)) => "compare-error-decimals",
        Fault::Typed(Wrong::TooLarge) => "compare-error-too-large",
        Fault::NoMonth(NoMonth::Ticket) => "estimate-error-ticket",
        Fault::NoMonth(NoMonth::TooMany) => "estimate-error-too-many",
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("estimate-title");
    let form = Form::new(frame, &model.form);
    Page::new(form.title(&title), || {
        layout::front(
            frame,
            view! {
                <p><a href=frame.at("")>{frame.t("estimate-back")}</a></p>
                {form.summary()}
                <h1>{title}</h1>
                {body(frame, model)}
            },
        )
    })
}

/// The section of the front page.
pub fn section(frame: &Frame, model: &Model) -> AnyView {
    view! {
        <section class="card flow not-printed" id="estimate" aria-labelledby="estimate-heading">
            <h2 id="estimate-heading">{frame.t("estimate-title")}</h2>
            {body(frame, model)}
        </section>
    }
    .into_any()
}

fn body(frame: &Frame, model: &Model) -> AnyView {
    let figures = Figures::of(|name| model.form.value(name).to_owned());
    let priced = model.ways.iter().any(|way| !way.prices.is_empty());
    let text = if priced { "estimate-text" } else { "estimate-text-unpriced" };
    let (words, coins, questions) = (said(frame), coins(frame), questions(frame, model));
    let (ways, exchange) = (model.ways.clone(), model.exchange.clone());
    view! {
        <p class="measure">{frame.t(text)}</p>
        <Estimate words ways exchange coins figures>{questions}</Estimate>
    }
    .into_any()
}

fn said(frame: &Frame) -> EstimateWords {
    let blanks = [("payments", "{payments}".to_owned()), ("ticket", "{ticket}".to_owned())];
    EstimateWords {
        table: frame.t("estimate-table"),
        way: frame.t("catalogue-channel"),
        rate: frame.t("compare-rate"),
        month: frame.t("compare-month"),
        on_request: frame.t("estimate-on-request"),
        payments: frame.ta("estimate-payments", &blanks),
        unusable: frame.t("estimate-unusable"),
    }
}

fn coins(frame: &Frame) -> Vec<Coin> {
    let coin = |code: &&str| Coin {
        code: (*code).to_owned(),
        places: Currency::get(code).map_or(2, Currency::places),
        symbol: format::symbol(frame.lang, code),
    };
    CURRENCIES.iter().map(coin).collect()
}

fn questions(frame: &Frame, model: &Model) -> AnyView {
    let form = Form::new(frame, &model.form);
    let countries = COUNTRIES.iter().map(|code| Choice::new(*code, words::country(frame, code)));
    let sold = lists::get("mcc").into_iter().flat_map(|list| &list.entries);
    let sold = sold.map(|entry| Choice::new(entry.code(), entry.name(frame.lang)));
    let other = std::iter::once(Choice::new("", frame.t("estimate-sold-other")));
    let anywhere = std::iter::once(Choice::new("", frame.t("compare-any")));
    let products = Product::ALL.iter().map(|one| Choice::new(one.word(), words::product(frame, one.word())));
    let currencies = CURRENCIES.iter().map(|code| {
        let name = Currency::get(code).map_or(*code, |known| known.name(frame.lang));
        Choice::new(*code, format!("{code} {name}"))
    });
    let amount = |name: &str, key: &str| form.text(name, frame.t(key)).inputmode("decimal").short();
    view! {
        <form method="get" action=frame.at("/estimate") class="form estimate-form">
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-who")}</legend>
                {form.select("merchant_country", frame.t("compare-country"), countries.collect())}
                {form.select("sold", frame.t("estimate-sold"), other.chain(sold).collect())}
                {form.select("product", frame.t("compare-product"), anywhere.chain(products).collect())}
                {form.select("currency", frame.t("compare-currency"), currencies.collect())}
            </fieldset>
            <fieldset class="columns">
                <legend class="visually-hidden">{frame.t("compare-mix")}</legend>
                <div data-stops=written(&stops(1_000, 5))>{amount("volume", "estimate-volume")}</div>
                <div data-stops=written(&stops(1, 5))>{amount("ticket", "compare-ticket")}</div>
                <div data-stops=written(&(0..=20).map(|step| step * 5).collect::<Vec<_>>())>
                    {amount("abroad", "compare-abroad").suffix("%")}
                </div>
            </fieldset>
            {Button::secondary(frame.t("compare-submit"))}
        </form>
    }
    .into_any()
}

fn written(stops: &[u64]) -> String {
    stops.iter().map(u64::to_string).collect::<Vec<_>>().join(" ")
}
