//! The fields of a claim, for every form that has some: what it is about, and its figures.
//!
//! A figure that is left empty was not published, or isn't known; what costs nothing is typed as 0.

use super::{figures, words};
use crate::{
    Frame,
    ui::{Choice, Form, form::Field},
};
use domain::{
    applications::lists::{self, Entry},
    channels::catalogue,
    fees::{dimensions, rounding::Rounding},
    money::Currency,
};
use leptos::prelude::*;

/// Lines that a field for steps shows.
const STEP_LINES: u32 = 4;

/// The fields of what a claim is about.
pub fn dimensions(frame: &Frame, form: &Form<'_>) -> AnyView {
    let channels = catalogue::all()
        .iter()
        .map(|one| Choice::new(one.code.clone(), catalogue::name(&one.code, frame.lang)));
    let optional = |name: &str, key: &str, choices: Vec<Choice>| {
        form.select(name, frame.t(key), choices).empty(frame.t("fees-claim-any")).optional()
    };
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("fees-claim-about")}</h2></legend>
            {form.select("channel", frame.t("catalogue-channel"), channels.collect()).empty(frame.t("fees-claim-choose"))}
            {currency(frame, form)}
            {optional("product", "compare-product", products(frame))}
            {optional("country", "compare-country", countries(frame))}
            {optional("subject", "compare-subject", subjects(frame))}
            {optional("card_class", "compare-means", means(frame))}
            {industries(frame, form)}
        </fieldset>
    }
    .into_any()
}

/// The currency of every amount.
pub fn currency(frame: &Frame, form: &Form<'_>) -> AnyView {
    let all = Currency::all();
    let choices =
        all.iter().map(|one| Choice::new(one.code(), format!("{} {}", one.code(), one.name(frame.lang))));
    form.select("currency", frame.t("compare-currency"), choices.collect())
        .empty(frame.t("fees-claim-choose"))
        .view()
}

/// The lines of business, by their codes.
pub fn industries(frame: &Frame, form: &Form<'_>) -> AnyView {
    form.text("industry", frame.t("compare-industry"))
        .hint(frame.t("fees-claim-industry-hint"))
        .code()
        .optional()
        .view()
}

/// Where it is paid, or what is sold.
pub fn products(frame: &Frame) -> Vec<Choice> {
    dimensions::PRODUCTS
        .iter()
        .map(|word| Choice::new(*word, words::option(&words::product(frame, word))))
        .collect()
}

fn countries(frame: &Frame) -> Vec<Choice> {
    let areas = dimensions::AREAS.iter().map(|code| Choice::new(*code, words::country(frame, code)));
    let countries = lists::get("countries").into_iter().flat_map(|list| &list.entries);
    areas.chain(countries.map(|entry| Choice::new(entry.code(), entry.name(frame.lang)))).collect()
}

/// Kinds of merchants.
pub(super) fn subjects(frame: &Frame) -> Vec<Choice> {
    dimensions::SUBJECTS
        .iter()
        .map(|word| Choice::new(*word, words::option(&words::subject(frame, word))))
        .collect()
}

/// What is paid with.
pub(super) fn means(frame: &Frame) -> Vec<Choice> {
    dimensions::CARD_CLASSES
        .iter()
        .map(|word| Choice::new(*word, words::option(&words::means(frame, word))))
        .collect()
}

/// Lines of business by their codes, then scopes that have none in the list.
pub(super) fn lines_of_business(frame: &Frame) -> Vec<Choice> {
    let listed = lists::get("mcc").into_iter().flat_map(|list| list.entries.iter().map(Entry::code));
    let scopes = dimensions::SCOPES.into_iter();
    listed
        .chain(scopes)
        .map(|code| Choice::new(code, format!("{code} {}", words::industry(frame, code))))
        .collect()
}

/// The fields of every figure, below what is to be known of them.
pub fn figures(frame: &Frame, form: &Form<'_>, hint: &str) -> AnyView {
    view! {
        <p class="hint measure">{frame.t(hint)}</p>
        {payment(frame, form)}
        {steps(frame, form)}
        {after(frame, form)}
        {month(frame, form)}
    }
    .into_any()
}

fn share(frame: &Frame, form: &Form<'_>, name: &str, key: &str) -> Field {
    form.text(name, frame.t(key)).inputmode("decimal").short().suffix("%")
}

/// Of the claim's currency, which is chosen beside it.
fn amount(frame: &Frame, form: &Form<'_>, name: &str, key: &str) -> Field {
    form.text(name, frame.t(key)).inputmode("decimal").code().short()
}

fn payment(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("fees-claim-payment")}</h2></legend>
            {share(frame, form, "percent", "fees-percent")}
            {amount(frame, form, "fixed", "fees-fixed")}
            {amount(frame, form, "attempt_fee", "fees-attempt")}
            {amount(frame, form, "min", "fees-min").optional()}
            {amount(frame, form, "max", "fees-max").optional()}
            {share(frame, form, "cross_border", "fees-cross-border")}
            {share(frame, form, "fx", "fees-fx")}
        </fieldset>
    }
    .into_any()
}

fn steps(frame: &Frame, form: &Form<'_>) -> AnyView {
    let kinds = vec![
        Choice::new("whole", frame.t("fees-claim-tiers-whole")),
        Choice::new("graduated", frame.t("fees-claim-tiers-graduated")),
    ];
    view! {
        <fieldset class="flow">
            <legend><h2>{frame.t("fees-claim-steps")}</h2></legend>
            {form.select("tiers_kind", frame.t("fees-claim-tiers-kind"), kinds).empty(frame.t("fees-claim-tiers-none")).optional()}
            {form
                .textarea("tiers", frame.t("fees-tiers"))
                .hint(frame.t("fees-claim-tiers-hint"))
                .rows(STEP_LINES)
                .optional()}
            {form
                .textarea("dispute", frame.t("fees-dispute"))
                .hint(frame.t("fees-claim-dispute-hint"))
                .rows(STEP_LINES)
                .optional()}
        </fieldset>
    }
    .into_any()
}

fn after(frame: &Frame, form: &Form<'_>) -> AnyView {
    let answers = || vec![Choice::new("yes", frame.t("common-yes")), Choice::new("no", frame.t("common-no"))];
    let returned = |name: &str, key: &str| {
        form.select(name, frame.t(key), answers()).empty(frame.t("fees-not-published"))
    };
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("fees-refund")}</h2></legend>
            {amount(frame, form, "refund_fee", "fees-claim-refund-fee")}
            {returned("returns_percent", "fees-claim-returns-percent")}
            {returned("returns_fixed", "fees-claim-returns-fixed")}
        </fieldset>
    }
    .into_any()
}

fn month(frame: &Frame, form: &Form<'_>) -> AnyView {
    let rules = Rounding::ALL.iter().map(|rule| Choice::new(rule.word(), figures::rounding(frame, *rule)));
    let days =
        form.text("delay_days", frame.t("fees-delay")).digits().short().suffix(frame.t("settings-days"));
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("fees-claim-month")}</h2></legend>
            {amount(frame, form, "monthly_fee", "fees-monthly")}
            {amount(frame, form, "monthly_minimum", "fees-monthly-minimum")}
            {share(frame, form, "tax", "fees-tax")}
            {days}
            {form
                .select("rounding", frame.t("fees-claim-rounding"), rules.collect())
                .empty(frame.t("fees-not-published"))}
        </fieldset>
    }
    .into_any()
}
