//! The one answer that shows a secret. No script stands on it, nothing keeps it, and it can't be had again.

use crate::ui::{Banner, Button, SummaryList, Tone, copy_field, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The secret and what it belongs to.
#[derive(Clone)]
pub struct Model {
    /// What the credential is called.
    pub label: String,
    /// The merchant's name and number.
    pub merchant: String,
    /// The secret.
    pub secret: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-drawn-title");
    Page::new(title.clone(), || {
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {Banner::new(Tone::NeedsYou, frame.t("credentials-drawn-once")).text(frame.t("credentials-drawn-once-text"))}
                {SummaryList::new(frame)
                    .row(frame.t("credentials-label"), model.label.clone())
                    .row(frame.t("credentials-merchant"), model.merchant.clone())}
                {copy_field(frame.t("credentials-secret"), "secret", model.secret.clone())}
                {Button::primary(frame.t("credentials-drawn-done")).link(frame.at("/credentials"))}
            },
        )
    })
}
