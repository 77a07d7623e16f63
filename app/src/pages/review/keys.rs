//! Single keys: which there are on a page of the desk, and the switch that turns them off. They are pressed in
//! `public/keys.js`; whatever they do a link or a button does too.

use crate::{
    Frame,
    ui::{Button, Icon, icon},
};
use leptos::prelude::*;

/// Keys with the message that says what they do.
pub(super) type Keys = [(&'static [&'static str], &'static str)];

/// What keys do in the queue.
pub(super) const QUEUE: &Keys = &[
    (&["J", "K"], "review-keys-cases"),
    (&["Enter"], "review-keys-open"),
    (&["C"], "review-keys-take"),
    (&["X"], "review-keys-choose"),
    (&["/"], "review-keys-search"),
    (&["?"], "review-keys-list"),
];

/// What they do on a case.
pub(super) const CASE: &Keys = &[
    (&["J", "K"], "review-keys-parts"),
    (&["A"], "review-keys-accept"),
    (&["C"], "review-keys-take"),
    (&["S"], "review-keys-send"),
    (&["R"], "review-keys-judge"),
    (&["U"], "review-keys-back"),
    (&["?"], "review-keys-list"),
];

/// The list of a page's keys, folded away, with the switch. Where it is and keys are on, the page listens for them.
pub(super) fn help(frame: &Frame, keys: &Keys) -> AnyView {
    let on = frame.keys;
    let rows = keys.iter().map(|(keys, does)| {
        let keys: Vec<_> = keys.iter().map(|key| view! { <kbd>{*key}</kbd>" " }).collect();
        view! { <li>{keys}{frame.t(does)}</li> }
    });
    let list = on.then(|| view! { <ul class="plain">{rows.collect::<Vec<_>>()}</ul> });
    view! {
        <details class="disclosure keys" data-keys=on.then_some("")>
            <summary aria-keyshortcuts=on.then_some("?")>
                {icon(Icon::ChevronRight)}
                <span>{frame.t("review-keys-title")}</span>
            </summary>
            <div class="disclosure-body flow">{list}{switch(frame)}</div>
        </details>
    }
    .into_any()
}

/// Turns single keys off, or on again.
pub(super) fn switch(frame: &Frame) -> AnyView {
    let (word, to) = if frame.keys { ("review-keys-off", "off") } else { ("review-keys-on", "on") };
    Button::quiet(frame.t(word))
        .small()
        .post("/preferences")
        .with("keys", to)
        .with("to", frame.path.clone())
        .view()
}
