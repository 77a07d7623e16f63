//! The catalogue: which channels there are, what is known of each, and what it published that it costs. Open to
//! everybody; every fact and every price says where it was read.

use crate::{
    Frame, Page,
    pages::{
        applications::words::dashed,
        fees::{claims, words},
    },
    ui::{Button, Column, Table, back_link_to, layout},
};
use domain::{
    channels::catalogue::{Channel, Fact, Product, Role, Topic},
    fees::published::Published,
};
use leptos::prelude::*;
use time::Date;

/// A channel in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// It.
    pub channel: &'static Channel,
    /// How many prices it has published.
    pub prices: usize,
}

/// The list.
pub fn list(frame: &Frame, lines: &[Line]) -> Page {
    let title = frame.t("catalogue-title");
    let table = |role: Role, key: &str| {
        let heading = frame.t(key);
        let columns = Table::new(heading.clone())
            .column(Column::new(frame.t("catalogue-channel")).wide())
            .column(Column::new(frame.t("catalogue-topic-products")).wide())
            .column(Column::new(frame.t("catalogue-topic-settlement")))
            .column(Column::new(frame.t("catalogue-prices")).numeric());
        let rows = lines.iter().filter(|line| line.channel.role == role);
        let table = rows.fold(columns, |table, line| table.row(row(frame, line)));
        view! { <section class="flow"><h2>{heading}</h2>{table}</section> }
    };
    Page::new(title.clone(), || {
        layout::front(
            frame,
            view! {
                {back_link_to(frame.at(""), frame.t("catalogue-front"))}
                <h1>{title}</h1>
                <p class="lead">{frame.t("catalogue-text")}</p>
                {table(Role::Wallet, "catalogue-wallets")}
                {table(Role::Acquirer, "catalogue-acquirers")}
            },
        )
    })
}

fn row(frame: &Frame, line: &Line) -> Vec<AnyView> {
    let channel = line.channel;
    let href = frame.at(&format!("/channels/{}", channel.code));
    let unknown = || frame.t("catalogue-unknown");
    let products = products(frame, channel.words(Topic::Products)).unwrap_or_else(unknown);
    let settlement = channel
        .number(Topic::Settlement)
        .map_or_else(unknown, |days| frame.ta("fees-business-days", &[("days", days.to_string())]));
    vec![
        view! { <a href=href>{channel.name.get(frame.lang).to_owned()}</a> }.into_any(),
        products.into_any(),
        settlement.into_any(),
        line.prices.to_string().into_any(),
    ]
}

/// Products by name, in their order; nothing where none is known.
fn products(frame: &Frame, words: &[String]) -> Option<String> {
    let known = Product::ALL.iter().filter(|product| words.iter().any(|word| word == product.word()));
    let names: Vec<_> = known.map(|product| words::product(frame, product.word())).collect();
    (!names.is_empty()).then(|| names.join(&frame.t("fees-comma")))
}

/// A channel's page.
#[derive(Clone, Debug)]
pub struct One {
    /// It.
    pub channel: &'static Channel,
    /// What it published that it costs.
    pub claims: Vec<Published>,
    /// Of those it rides on: what they are called, and where they stand.
    pub rides_on: Vec<(String, String)>,
    /// The day on which prices have to hold.
    pub today: Date,
    /// Days for which a price is current at this tenant.
    pub current_days: u16,
}

/// A channel: what is known of it, and what it costs.
pub fn one(frame: &Frame, model: &One) -> Page {
    let title = model.channel.name.get(frame.lang).to_owned();
    let facts = &model.channel.facts;
    Page::new(title.clone(), || {
        let known = (!facts.is_empty()).then(|| {
            let rows: Vec<_> = facts.iter().map(|one| fact(frame, one)).collect();
            view! { <dl class="facts">{rows}</dl> }
        });
        let missing = missing(frame, model.channel);
        layout::front(
            frame,
            view! {
                {back_link_to(frame.at("/channels"), frame.t("catalogue-title"))}
                <h1>{title}</h1>
                {rides(frame, model)}
                <section class="flow" aria-labelledby="prices">
                    <h2 id="prices">{frame.t("catalogue-prices")}</h2>
                    {claims::section(frame, &model.claims, (model.today, model.current_days))}
                </section>
                <section class="flow" aria-labelledby="facts">
                    <h2 id="facts">{frame.t("catalogue-facts")}</h2>
                    {known}
                    {missing}
                </section>
            },
        )
    })
}

/// On whom it rides: their prices are its.
fn rides(frame: &Frame, model: &One) -> Option<AnyView> {
    let links: Vec<_> = model
        .rides_on
        .iter()
        .map(|(name, href)| Button::secondary(name.clone()).link(href.clone()).view())
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <p>{frame.t("catalogue-rides-on")}</p>
            <div class="cluster">{links}</div>
        }
        .into_any()
    })
}

fn topic_name(frame: &Frame, topic: Topic) -> String {
    frame.t(&format!("catalogue-topic-{}", dashed(topic.word())))
}

fn fact(frame: &Frame, fact: &Fact) -> AnyView {
    view! {
        <div class="fact">
            <dt>{topic_name(frame, fact.topic)}</dt>
            <dd>
                <p>{fact.text.get(frame.lang).to_owned()}</p>
                {words::source(frame, &fact.source, fact.as_of, None)}
            </dd>
        </div>
    }
    .into_any()
}

/// What nobody has found a source for is said to be unknown, not guessed.
fn missing(frame: &Frame, channel: &Channel) -> Option<AnyView> {
    let asked =
        Topic::ALL.iter().filter(|topic| **topic != Topic::RidesOn && channel.fact(**topic).is_none());
    let names: Vec<_> = asked.map(|topic| topic_name(frame, *topic)).collect();
    (!names.is_empty()).then(|| {
        let topics = names.join(&frame.t("fees-comma"));
        view! { <p class="hint">{frame.ta("catalogue-missing", &[("topics", topics)])}</p> }.into_any()
    })
}
