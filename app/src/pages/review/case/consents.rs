//! What the merchant agreed to, as the desk sees it: text, version, time, who and from where, and what was taken back.

use super::Model;
use crate::{
    Frame,
    pages::applications::consents::{line, name},
    ui::{Banner, Tone},
};
use leptos::prelude::*;

/// The list, and what keeps the case from being approved.
pub(super) fn consents(frame: &Frame, model: &Model) -> AnyView {
    let lacking = (!model.lacking.is_empty()).then(|| {
        let banner = Banner::new(Tone::Wrong, frame.t("consents-desk-lacking"))
            .text(frame.t("consents-desk-lacking-text"));
        let names = model.lacking.iter().map(|one| name(frame, &one.kind, &one.version));
        names.fold(banner, Banner::point).view()
    });
    let lines: Vec<_> = model.consents.iter().map(|consent| line(frame, consent, None)).collect();
    let list = if lines.is_empty() {
        view! { <p class="hint">{frame.t("consents-none")}</p> }.into_any()
    } else {
        view! { <ul class="entries">{lines}</ul> }.into_any()
    };
    view! { <h2>{frame.t("consents-title")}</h2> {lacking} {list} }.into_any()
}
