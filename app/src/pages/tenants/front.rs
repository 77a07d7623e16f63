//! A tenant's front page: which channels there are, which papers it takes, how long, and where to begin.

use crate::ui::{Button, Icon, Tone, badge, card, icon, layout};
use crate::{Frame, Page};
use domain::applications::Wallet;
use leptos::prelude::*;

/// What a visitor sees before giving an address.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// What each kind of merchant needs.
    pub kinds: Vec<Kind>,
    /// Where a signed-in reader goes on to.
    pub onward: Option<Onward>,
}

/// Where a reader who is signed in belongs here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Onward {
    /// To their applications.
    Merchant,
    /// To the desk.
    Desk,
    /// To the console.
    Console,
}

/// What one kind of merchant needs.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Message key of its name.
    pub label: String,
    /// Message keys of its papers: name, what a good one looks like, and whether it can do without.
    pub papers: Vec<(String, String, bool)>,
    /// The wallets, whether each is offered, and the message key of a note.
    pub channels: Vec<(Wallet, bool, Option<String>)>,
    /// Working days a decision usually takes, from and to.
    pub days: (u8, u8),
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
    let title = frame.ta("front-title", &[("brand", brand)]);
    Page::new(frame.t("front-tab"), || {
        let kinds: Vec<_> = model.kinds.iter().map(|one| kind(frame, one)).collect();
        layout::front(
            frame,
            view! {
                <div class="opening flow">
                    <h1>{title}</h1>
                    <p class="lead">{frame.t("front-sentence")}</p>
                    {start(frame, model)}
                </div>
                {kinds}
                {start(frame, model)}
            },
        )
    })
}

fn start(frame: &Frame, model: &Model) -> AnyView {
    let onward = |key: &str, path: &str| Button::primary(frame.t(key)).link(frame.at(path)).view();
    match model.onward {
        Some(Onward::Merchant) => onward("front-go-on", "/home"),
        Some(Onward::Desk) => onward("front-go-desk", "/desk"),
        Some(Onward::Console) => onward("front-go-console", "/console"),
        None if frame.reader.is_some() => onward("front-start", "/home"),
        None => {
            let back = format!("/account/sign-in?to={}", frame.at("/home"));
            view! {
                <div class="cluster">
                    {Button::primary(frame.t("front-start")).link(frame.at("/register"))}
                    {Button::secondary(frame.t("layout-sign-in")).link(back)}
                </div>
            }
            .into_any()
        }
    }
}

fn kind(frame: &Frame, kind: &Kind) -> AnyView {
    let days = [("from", kind.days.0.to_string()), ("to", kind.days.1.to_string())];
    view! {
        <section class="flow">
            <h2>{frame.ta("front-for", &[("kind", frame.t(&kind.label))])}</h2>
            <p>{frame.ta("front-days", &days)}</p>
            <div class="grid">
                {card(frame.t("front-channels"), channels(frame, kind))}
                {card(frame.t("front-papers"), papers(frame, kind))}
            </div>
        </section>
    }
    .into_any()
}

fn channels(frame: &Frame, kind: &Kind) -> AnyView {
    let rows: Vec<_> = kind
        .channels
        .iter()
        .map(|(wallet, offered, note)| {
            let name = frame.t(&format!("tenants-wallet-{}", wallet.word().replace('_', "-")));
            let (tone, word) =
                if *offered { (Tone::Good, "front-offered") } else { (Tone::Neutral, "front-not-offered") };
            let note = note.as_ref().map(|key| view! { <p class="hint">{frame.t(key)}</p> });
            view! {
                <li>
                    <p class="between"><strong>{name}</strong>{badge(tone, frame.t(word))}</p>
                    {note}
                </li>
            }
        })
        .collect();
    view! { <ul class="plain-list flow">{rows}</ul> }.into_any()
}

fn papers(frame: &Frame, kind: &Kind) -> AnyView {
    let rows: Vec<_> = kind
        .papers
        .iter()
        .map(|(label, hint, needed)| {
            let optional = (!needed).then(|| format!(" {}", frame.t("form-optional")));
            view! {
                <li>
                    <p class="with-icon">{icon(Icon::Document)}<span><strong>{frame.t(label)}</strong>{optional}</span></p>
                    <p class="hint">{frame.t(hint)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="plain-list flow">{rows}</ul> }.into_any()
}
