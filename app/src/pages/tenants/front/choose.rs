//! Choosing country, kind and channels: a plain form that leads to this page again, with the choice in its address.

use super::Model;
use crate::{
    Frame,
    pages::applications::words,
    ui::{Button, Choice, Form, FormState, external_link, format},
};
use domain::{
    applications::{RuleSet, kinds},
    channels::Source,
};
use leptos::prelude::*;
use std::collections::BTreeSet;
use time::Date;

/// The form.
pub(super) fn form(frame: &Frame, model: &Model) -> AnyView {
    let mut state = FormState::default().with("country", &model.choice.country);
    state.set("kind", model.choice.kind.clone().unwrap_or_default());
    let wanted = model.choice.channels.clone();
    state.set_all("channel", wanted);
    let form = Form::new(frame, &state);
    let key = if model.choice.kind.is_some() { "front-show-again" } else { "front-show" };
    let open = model.choice.kind.is_none().then(|| view! { <p>{frame.t("front-choose-open")}</p> });
    view! {
        <section class="card flow not-printed" id="choose" aria-labelledby="choose-heading">
            <h2 id="choose-heading">{frame.t("front-choose")}</h2>
            {open}
            <form method="get" action=format!("{}#choose", frame.at("")) class="form">
                {form.radios("country", frame.t("front-country"), countries(frame, model)).inline()}
                {kinds(frame, model, &form)}
                {channels(frame, model, &form)}
                {Button::primary(frame.t(key))}
            </form>
        </section>
    }
    .into_any()
}

/// A country's name.
fn country(frame: &Frame, code: &str) -> String {
    frame.t(&format!("front-country-{}", code.to_ascii_lowercase()))
}

fn countries(frame: &Frame, model: &Model) -> Vec<Choice> {
    let codes: BTreeSet<&String> = model.offered.iter().map(|set| &set.country).collect();
    codes.into_iter().map(|code| Choice::new(code, country(frame, code))).collect()
}

/// The kinds of the chosen country; nothing until one is chosen.
fn kinds(frame: &Frame, model: &Model, form: &Form<'_>) -> Option<AnyView> {
    let there = model.offered.iter().filter(|set| set.country == model.choice.country);
    let choices: Vec<Choice> = there
        .map(|set| Choice::new(set.code(), frame.t(&set.label)).hint(frame.t(&format!("{}-hint", set.label))))
        .collect();
    (!choices.is_empty()).then(|| form.radios("kind", frame.t("front-kind"), choices).view())
}

/// The channels open to the chosen kind as boxes, and those that aren't with the reason.
fn channels(frame: &Frame, model: &Model, form: &Form<'_>) -> Option<AnyView> {
    let rules = model.rules()?;
    let open: Vec<Choice> = rules
        .channels
        .iter()
        .filter(|channel| channel.open)
        .map(|channel| {
            let choice = Choice::new(&channel.wallet, words::wallet(frame, &channel.wallet));
            match &channel.note {
                Some(note) => choice.hint(note.get(frame.lang)),
                None => choice,
            }
        })
        .collect();
    Some(
        view! {
            {form.checkboxes("channel", frame.t("front-channels"), open).optional()}
            {closed(frame, rules)}
        }
        .into_any(),
    )
}

/// The channels that can't be chosen: why not, and where that comes from.
pub(super) fn closed(frame: &Frame, rules: &RuleSet) -> Option<AnyView> {
    let rows: Vec<_> = rules
        .channels
        .iter()
        .filter(|channel| !channel.open)
        .map(|channel| {
            let name = words::wallet(frame, &channel.wallet);
            let note = channel
                .note
                .as_ref()
                .map(|note| view! { {frame.t("common-colon")}{note.get(frame.lang).to_owned()} });
            let source = channel.source.as_ref().map(|source| read_line(frame, source));
            view! {
                <li class="flow">
                    <p><strong>{name}</strong>{note}</p>
                    {source}
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="flow closed-channels">
                <p><strong>{frame.t("front-not-open")}</strong></p>
                <ul>{rows}</ul>
            </div>
        }
        .into_any()
    })
}

/// Where a rule comes from: what was read, and its date; a link where its words hold an address.
pub(super) fn source_line(frame: &Frame, source: &kinds::Source) -> AnyView {
    let address = source.title.split_whitespace().find(|word| word.starts_with("https://"));
    quoted(frame, &source.title, address, source.date)
}

/// Where a fact of the catalogue was read.
fn read_line(frame: &Frame, source: &Source) -> AnyView {
    quoted(frame, &source.title, Some(&source.address), source.read_on)
}

fn quoted(frame: &Frame, title: &str, address: Option<&str>, date: Date) -> AnyView {
    let said = frame.ta("front-source-date", &[("date", format::date(frame.lang, date))]);
    let title = match address {
        Some(address) => external_link(frame, address, title.to_owned()),
        None => view! { <span>{title.to_owned()}</span> }.into_any(),
    };
    view! { <p class="hint">{frame.t("front-source")}" "{title}" "{said}</p> }.into_any()
}
