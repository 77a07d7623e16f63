//! A tenant's front page: whose it is, what a visitor chooses, what they will need for it, how it goes, and where to
//! begin. The choice stands in the address: it can be shared and printed, and no session is needed.

mod choose;
mod needs;
mod questions;

use super::estimate;
use crate::ui::{Button, layout};
use crate::{Frame, Page};
use domain::applications::{Choice, RuleSet};
use leptos::prelude::*;

/// What a visitor sees before giving an address.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The kinds of merchants, as their rules stand today.
    pub offered: Vec<RuleSet>,
    /// What is chosen among them.
    pub choice: Choice,
    /// The whole address of this page with its choice, for the printed sheet.
    pub address: String,
    /// Where a signed-in reader goes on to.
    pub onward: Option<Onward>,
    /// What taking payments would cost.
    pub estimate: estimate::Model,
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

impl Model {
    fn rules(&self) -> Option<&RuleSet> {
        let kind = self.choice.kind.as_ref()?;
        self.offered.iter().find(|set| set.code() == *kind)
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
    let title = frame.ta("front-title", &[("brand", brand)]);
    Page::new(frame.t("front-tab"), || {
        layout::front(
            frame,
            view! {
                <div class="opening flow">
                    <h1>{title}</h1>
                    <p class="lead">{frame.t("front-sentence")}</p>
                    <div class="cluster">{start(frame, model)}{sign_in(frame, model)}</div>
                    <p><a href=frame.at("/channels")>{frame.t("catalogue-title")}</a></p>
                </div>
                {steps(frame)}
                {choose::form(frame, model)}
                {estimate::section(frame, &model.estimate)}
                {model.rules().map(|rules| needs(frame, model, rules))}
            },
        )
    })
}

/// What the chosen kind takes.
fn needs(frame: &Frame, model: &Model, rules: &RuleSet) -> AnyView {
    let days = [("from", rules.usual_days.0.to_string()), ("to", rules.usual_days.1.to_string())];
    view! {
        <section class="flow sheet" id="needs" aria-labelledby="needs-heading">
            <h2 id="needs-heading">{frame.ta("front-for", &[("kind", frame.t(&rules.label))])}</h2>
            <p>{frame.ta("front-days", &days)}</p>
            <p class="hint not-printed">{frame.t("front-share")}</p>
            {needs::channels(frame, model, rules)}
            {needs::papers(frame, model, rules)}
            {questions::sections(frame, model, rules)}
            {needs::sources(frame, rules)}
            <p class="printed-only">{model.address.clone()}</p>
            <div class="cluster not-printed">{start(frame, model)}</div>
        </section>
    }
    .into_any()
}

/// The way in, with what is chosen.
fn start(frame: &Frame, model: &Model) -> AnyView {
    let onward = |key: &str, path: &str| Button::primary(frame.t(key)).link(frame.at(path)).view();
    let query = model.choice.query();
    match model.onward {
        Some(Onward::Desk) => onward("front-go-desk", "/desk"),
        Some(Onward::Console) => onward("front-go-console", "/console"),
        Some(Onward::Merchant) => {
            let another = (!query.is_empty()).then(|| {
                let href = frame.at(&format!("/applications/start{query}"));
                Button::secondary(frame.t("front-start-another")).link(href).view()
            });
            view! { {onward("front-go-on", "/home")} {another} }.into_any()
        }
        None if frame.reader.is_some() => onward("front-start", &format!("/applications/start{query}")),
        None => onward("front-start", &format!("/register{query}")),
    }
}

fn sign_in(frame: &Frame, model: &Model) -> Option<AnyView> {
    let back = frame.at(&format!("/applications/start{}", model.choice.query()));
    let back = back.replace('?', "%3F").replace('&', "%26").replace('=', "%3D");
    let to = if model.choice.kind.is_some() { back } else { frame.at("/home") };
    frame.reader.is_none().then(|| {
        Button::secondary(frame.t("layout-sign-in")).link(format!("/account/sign-in?to={to}")).view()
    })
}

/// How it goes, from here until takings come in.
fn steps(frame: &Frame) -> AnyView {
    let steps: Vec<_> = ["choose", "fill-in", "review", "test", "live"]
        .into_iter()
        .map(|step| {
            view! {
                <li>
                    <strong>{frame.t(&format!("front-step-{step}"))}</strong>
                    <span class="hint">{frame.t(&format!("front-step-{step}-text"))}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="flow not-printed" aria-labelledby="way-heading">
            <h2 id="way-heading">{frame.t("front-steps")}</h2>
            <ol class="road">{steps}</ol>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
