//! A merchant's own prices: what waits for its word, what it pays today, and what is on request. There is nothing here
//! of what anything costs the tenant: the model has no room for it.

use super::{super::compare::OWN, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Column, Empty, Icon, Table, Tone, badge, disclosure, format, layout, name},
};
use domain::{channels::catalogue, fees::offer::Price};
use leptos::prelude::*;
use time::OffsetDateTime;

/// The prices of one of the reader's merchants.
#[derive(Clone, Debug)]
pub struct Merchant {
    /// Its name.
    pub name: String,
    /// What it pays today.
    pub prices: Vec<Price>,
    /// The version of the offer in force, and when it was accepted.
    pub accepted: Option<(i32, OffsetDateTime)>,
    /// An offer that waits for its word.
    pub waiting: Option<Waiting>,
}

/// An offer that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// The how-manieth it is.
    pub version: i32,
    /// What would be paid.
    pub prices: Vec<Price>,
    /// Whether the reader may accept it.
    pub accept: bool,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The reader's merchants.
    pub merchants: Vec<Merchant>,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("prices-own-title");
    Page::new(title.clone(), || {
        let trouble = model
            .trouble
            .as_ref()
            .map(|key| Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view());
        let several = model.merchants.len() > 1;
        let merchants: Vec<_> = model.merchants.iter().map(|one| merchant(frame, one, several)).collect();
        layout::merchant(
            frame,
            view! {
                {trouble}
                <h1>{title}</h1>
                <p>{frame.t("prices-own-text")}</p>
                {Button::secondary(frame.t("compare-own-title")).link(frame.at(OWN))}
                {merchants}
            },
        )
    })
}

fn merchant(frame: &Frame, merchant: &Merchant, several: bool) -> AnyView {
    let head = several.then(|| view! { <h2>{name(frame, &merchant.name)}</h2> });
    let waiting = merchant.waiting.as_ref().map(|waiting| offered(frame, waiting, several));
    let by = match merchant.accepted {
        Some((version, at)) => {
            let words = [("version", version.to_string()), ("day", format::day_of(frame, at))];
            frame.ta("prices-own-agreed-since", &words)
        }
        None => frame.t("prices-own-by-list"),
    };
    let now = if merchant.prices.is_empty() {
        Empty::new(Icon::Card, frame.t("prices-own-none")).text(frame.t("prices-own-none-text")).view()
    } else {
        view! { <p>{by}</p>{table(frame, frame.t("prices-own-now"), &merchant.prices)}{request(frame, &merchant.prices)} }
            .into_any()
    };
    view! { {head}{waiting}{heading(several, frame.t("prices-own-now"))}{now} }.into_any()
}

/// Of a merchant's parts: below its name where there are several.
fn heading(several: bool, text: String) -> AnyView {
    if several { view! { <h3>{text}</h3> }.into_any() } else { view! { <h2>{text}</h2> }.into_any() }
}

fn offered(frame: &Frame, waiting: &Waiting, several: bool) -> AnyView {
    let version = [("version", waiting.version.to_string())];
    let act = if waiting.accept {
        let accept = Button::primary(frame.t("prices-own-accept"))
            .post(frame.at(&format!("/offers/{}/accept", waiting.id)))
            .with("version", waiting.version.to_string());
        view! { <p>{frame.ta("prices-own-accept-text", &version)}</p>{accept} }.into_any()
    } else {
        view! { <p>{frame.t("prices-own-owner")}</p> }.into_any()
    };
    let title = frame.t("prices-own-waiting");
    view! {
        <section class="card flow">
            {heading(several, title.clone())}
            <p>{frame.t("prices-own-waiting-text")}</p>
            {table(frame, title, &waiting.prices)}
            {act}
        </section>
    }
    .into_any()
}

/// Prices, each down to its figures and to what its channel publishes of itself.
fn table(frame: &Frame, caption: String, prices: &[Price]) -> AnyView {
    let mut table = Table::new(caption)
        .column(Column::new(frame.t("catalogue-channel")).wide())
        .column(Column::new(frame.t("prices-price")).wide());
    for price in prices {
        let href = frame.at(&format!("/channels/{}", price.channel));
        let kind = if price.agreed { "prices-agreed" } else { "prices-listed" };
        let tone = if price.agreed { Tone::Good } else { Tone::Neutral };
        let more = view! {
            {words::list(frame, &price.claim)}
            <p><a href=href>{frame.t("prices-own-published")}</a></p>
        };
        let cost = view! {
            <div class="stack-tight">
                <span><strong>{words::short(frame, &price.claim)}</strong>" "{badge(tone, frame.t(kind))}</span>
                {disclosure(frame.t("prices-figures"), false, more)}
            </div>
        };
        table = table.row(vec![
            view! {
                <div class="stack-tight">
                    <span>{catalogue::name(&price.channel, frame.lang).to_owned()}</span>
                    <span class="hint">{words::about(frame, &price.claim)}" · "{price.claim.currency.clone()}</span>
                    <span class="hint">{words::days(frame, price.from, price.to)}</span>
                </div>
            }
            .into_any(),
            cost.into_any(),
        ]);
    }
    table.view()
}

/// Channels without a price.
fn request(frame: &Frame, prices: &[Price]) -> Option<AnyView> {
    let priced = |code: &str| prices.iter().any(|price| price.channel == code);
    let rest = catalogue::all().iter().filter(|channel| {
        let rides = channel.words(catalogue::Topic::RidesOn);
        !priced(&channel.code) && !rides.iter().any(|acquirer| priced(acquirer))
    });
    let names: Vec<_> = rest.map(|channel| catalogue::name(&channel.code, frame.lang).to_owned()).collect();
    let words = [("channels", names.join(&frame.t("fees-comma")))];
    (!names.is_empty()).then(|| {
        view! { <p class="hint"><strong>{frame.t("prices-own-request")}</strong>" "{frame.ta("prices-own-request-text", &words)}</p> }
            .into_any()
    })
}
