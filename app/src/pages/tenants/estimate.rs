//! What taking payments would cost, before anybody signs in: a section of the front page, and a page of its own whose
//! address holds the question.

use crate::{
    Frame, Page,
    pages::fees::{
        compare::{CURRENCIES, shares, written},
        words,
    },
    ui::{Button, Choice, Form, FormState, back_link_to, format, layout},
};
use domain::{
    applications::lists,
    channels::catalogue::Product,
    fees::{
        Claim, Exchange, dimensions,
        estimate::{NoMonth, stops},
    },
    money::Currency,
};
use leptos::prelude::*;
use live::estimate::{Answer, Coin, Fault, Figures, Luggage, Reckoner, Words};

/// Stands in a sentence where a number comes.
const BLANK: &str = "\u{1}";

/// A way to take payments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it is called.
    pub name: String,
    /// Where more is said about it.
    pub href: String,
    /// The prices that hold today; none: on request.
    pub prices: Vec<Claim>,
}

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
        Fault::Typed(wrong) => words::no_figure(wrong),
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
                {form.summary()}
                {back_link_to(frame.at(""), frame.t("estimate-back"))}
                <h1>{title}</h1>
                {body(frame, model, &form)}
            },
        )
    })
}

/// The section of the front page.
pub fn section(frame: &Frame, model: &Model) -> AnyView {
    view! {
        <section class="card flow not-printed" id="estimate" aria-labelledby="estimate-heading">
            <h2 id="estimate-heading">{frame.t("estimate-title")}</h2>
            {body(frame, model, &Form::new(frame, &model.form))}
            <p><a href=frame.at("/estimate")>{frame.t("estimate-own-page")}</a></p>
        </section>
    }
    .into_any()
}

fn body(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let priced = model.ways.iter().any(|way| !way.prices.is_empty());
    let text = if priced { "estimate-text" } else { "estimate-text-unpriced" };
    let reckoner = reckoner(frame, model);
    let Luggage { ways, worths, coins, words } = Luggage::pack(&reckoner);
    let answer = reckoner.answer(&Figures::of(|name| model.form.value(name).to_owned()));
    view! {
        <p class="measure">{frame.t(text)}</p>
        <div
            class="estimate flow"
            data-estimate=""
            data-ways=ways.join("\n")
            data-worths=worths.join("\n")
            data-coins=coins.join("\n")
            data-words=words.join("\n")
        >
            {questions(frame, form)}
            {answered(frame, model, &answer)}
        </div>
    }
    .into_any()
}

fn reckoner(frame: &Frame, model: &Model) -> Reckoner {
    let blanks = [("payments", BLANK.to_owned()), ("ticket", BLANK.to_owned())];
    let sentence = frame.ta("estimate-payments", &blanks);
    let mut pieces = sentence.splitn(3, BLANK).map(str::to_owned);
    let mut piece = || pieces.next().unwrap_or_default();
    Reckoner {
        ways: model.ways.iter().map(|way| way.prices.clone()).collect(),
        exchange: model.exchange.clone(),
        coins: coins(frame),
        words: Words {
            on_request: frame.t("estimate-on-request"),
            unusable: frame.t("estimate-unusable"),
            payments: [piece(), piece(), piece()],
        },
    }
}

/// The answer as it stands at first: a row for each way, also where there is nothing to say yet.
fn answered(frame: &Frame, model: &Model, answer: &Answer) -> AnyView {
    let told = answer.rows.iter().map(|row| (row.way, row.rate.clone(), row.month.clone(), row.length));
    let empty = (0..model.ways.len()).map(|way| (way, String::new(), String::new(), 0));
    let lines: Vec<_> = if answer.rows.is_empty() { empty.collect() } else { told.collect() };
    let rows: Vec<_> = lines
        .into_iter()
        .filter_map(|(place, rate, month, length)| {
            let way = model.ways.get(place)?.clone();
            Some(view! {
                <tr data-way=place.to_string()>
                    <th scope="row"><a href=way.href>{way.name}</a></th>
                    <td class="numeric">
                        <span data-rate="">{rate}</span>
                        <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                            <rect width=length.to_string() height="1"/>
                        </svg>
                    </td>
                    <td class="numeric" data-month="">{month}</td>
                </tr>
            })
        })
        .collect();
    let caption = frame.t("estimate-table");
    let name = caption.clone();
    let nothing = answer.rows.is_empty();
    view! {
        <div class="estimate-answer flow">
            <p role="status" data-said="">{answer.sentence.clone()}</p>
            <div class="table-wrap" role="group" aria-label=name tabindex="0" hidden=nothing>
                <table class="table">
                    <caption class="visually-hidden">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{frame.t("catalogue-channel")}</th>
                            <th scope="col" class="numeric">{frame.t("compare-rate")}</th>
                            <th scope="col" class="numeric">{frame.t("compare-month")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn coins(frame: &Frame) -> Vec<Coin> {
    let coin = |code: &&str| Coin {
        code: (*code).to_owned(),
        places: Currency::get(code).map_or(2, Currency::places),
        symbol: format::symbol(frame.lang, code),
    };
    CURRENCIES.iter().map(coin).collect()
}

fn questions(frame: &Frame, form: &Form<'_>) -> AnyView {
    let countries = dimensions::countries().map(|code| Choice::new(code, words::country(frame, code)));
    let sold = lists::get("mcc").into_iter().flat_map(|list| &list.entries);
    let sold = sold.map(|entry| Choice::new(entry.code(), entry.name(frame.lang)));
    let other = std::iter::once(Choice::new("", frame.t("estimate-sold-other")));
    let anywhere = std::iter::once(Choice::new("", frame.t("compare-any")));
    let products = Product::ALL
        .iter()
        .map(|one| Choice::new(one.word(), words::option(&words::product(frame, one.word()))));
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
                <div data-stops=shares()>
                    {amount("abroad", "compare-abroad").suffix("%")}
                </div>
            </fieldset>
            {Button::secondary(frame.t("compare-submit"))}
        </form>
    }
    .into_any()
}
