//! Prices: the tenant's list with what each line leaves, and a merchant's own without.

pub mod line;
pub mod list;
pub mod own;
pub mod propose;
pub mod words;

use crate::{
    Frame,
    ui::{Column, Table, Tone, badge, format},
};
use domain::{
    channels::catalogue,
    fees::offer::{Grounds, Judgement, OnMix},
};
use leptos::prelude::*;

/// A claim of cost in a few words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beneath {
    /// What it is called.
    pub name: String,
    /// The channel it is of, by its code.
    pub channel: String,
    /// Whether it is the tenant's own.
    pub own: bool,
    /// What a payment costs by it.
    pub short: String,
    /// Where it is shown.
    pub href: Option<String>,
}

/// A claim of cost, with the way to it.
pub(super) fn beneath(frame: &Frame, id: &str, beneath: Option<&Beneath>) -> AnyView {
    let Some(known) = beneath else {
        return frame.ta("prices-beneath-gone", &[("id", id.to_owned())]).into_any();
    };
    let channel = catalogue::name(&known.channel, frame.lang).to_owned();
    let name = called(frame, format!("{channel}{}{}", frame.t("common-colon"), known.name), known.own);
    let link = match known.href.clone() {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! { {link}" · "{known.short.clone()} }.into_any()
}

/// A claim's name, which says where it is the tenant's own.
fn called(frame: &Frame, name: String, own: bool) -> String {
    if own { frame.ta("prices-beneath-own", &[("name", name)]) } else { name }
}

/// What a line leaves on each mix, in its currency.
pub(super) fn judged(frame: &Frame, judgement: &Judgement, currency: &str) -> AnyView {
    let money = |amount: i128| format::money(frame.lang, amount, currency);
    let columns = ["prices-volume", "prices-pays", "prices-cost", "prices-margin", "prices-margin-share"];
    let first = Table::new(frame.t("prices-margin-title")).column(Column::new(frame.t("prices-mix")).wide());
    let mut table =
        columns.iter().fold(first, |table, key| table.column(Column::new(frame.t(key)).numeric()));
    for mix in &judgement.mixes {
        let untold = || frame.t("prices-untold");
        let cost = mix.cost.as_ref().map_or_else(|_| untold(), |cost| money(*cost));
        let margin = mix.margin().map_or_else(untold, money);
        let share = mix.margin().map(|margin| signed_rate(mix.share(margin))).unwrap_or_default();
        let cells = [preset(frame, mix.preset), money(mix.volume), money(mix.price), cost, margin, share];
        let cells = cells.map(IntoAny::into_any).into();
        let stands_out = mix.margin().is_none_or(|margin| margin < 0);
        table = if stands_out { table.marked_row(cells) } else { table.row(cells) };
    }
    table.view()
}

/// The name of a preset mix.
pub(super) fn preset(frame: &Frame, code: &str) -> String {
    frame.t(&format!("compare-preset-{code}"))
}

/// A share that may be less than nothing.
pub(in crate::pages) fn signed_rate(share: i128) -> String {
    let sign = if share < 0 { "−" } else { "" };
    format!("{sign}{}", format::rate(share.abs()))
}

/// What is left on the mix that leaves the least, in a few words with its mix.
pub(super) fn least(frame: &Frame, judgement: &Judgement) -> AnyView {
    let told = |mix: &OnMix| mix.margin().map(|margin| signed_rate(mix.share(margin)));
    let Some(worst) = judgement.worst() else { return frame.t("prices-untold").into_any() };
    let grounds = judgement.grounds();
    // Its mark says the same where it can't be told.
    let share = told(worst).or_else(|| (grounds != Some(Grounds::Untold)).then(|| frame.t("prices-untold")));
    let mark = grounds.map(|grounds| ground(frame, grounds));
    view! {
        <div class="stack-tight">
            <span>{share}" "{mark}</span>
            <span class="hint">{preset(frame, worst.preset)}</span>
        </div>
    }
    .into_any()
}

/// Why it takes a senior, in a word.
pub(super) fn ground(frame: &Frame, grounds: Grounds) -> AnyView {
    match grounds {
        Grounds::BelowCost => badge(Tone::Wrong, frame.t("prices-below-cost")),
        Grounds::Untold => badge(Tone::NeedsYou, frame.t("prices-untold-title")),
    }
}
