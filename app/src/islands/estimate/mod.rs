//! What taking payments would cost, reckoned as the figures move, by the engine that the server has too. Without
//! JavaScript the form's button does it.

mod answer;
mod figures;

pub use answer::{Coin, EstimateWords, Way};
pub use figures::{Fault, Figures};

use super::range;
use answer::answer;
use domain::fees::Exchange;
use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// Stands around the plain form that asks, with its answer below.
#[island]
pub fn Estimate(
    /// Its words.
    words: EstimateWords,
    /// Every way to take payments, with the prices that hold today.
    ways: Vec<Way>,
    /// What currencies are worth.
    exchange: Exchange,
    /// The currencies that the form offers.
    coins: Vec<Coin>,
    /// What the form says to begin with.
    figures: Figures,
    /// The plain form.
    children: Children,
) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let figures = RwSignal::new(figures);
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            range::raise(&root);
        }
    });
    let changed = move |event: ev::Event| {
        range::follow(&event);
        if let Some(root) = root.get_untracked() {
            figures.set(Figures::of(|name| typed(&root, name)));
        }
    };
    view! {
        <div class="estimate flow" node_ref=root on:input=changed>
            {children()}
            {move || answer(&words, &ways, &exchange, &coins, &figures.get())}
        </div>
    }
}

/// What a field of the form says now.
fn typed(root: &Element, name: &str) -> String {
    let field = root.query_selector(&format!("[name={name}]")).ok().flatten();
    let value = field.and_then(|field| {
        let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
        input.or_else(|| field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value))
    });
    value.unwrap_or_default()
}
