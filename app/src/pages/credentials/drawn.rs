//! The one answer that shows a secret. No script stands on it, nothing keeps it, and it can't be had again.

use super::mode;
use crate::ui::{Banner, Button, SummaryList, Tone, copy_field, format, layout};
use crate::{Frame, Page};
use domain::credentials::Environment;
use leptos::prelude::*;
use time::OffsetDateTime;

/// The secret and what it belongs to.
#[derive(Clone)]
pub struct Model {
    /// What the credential is called.
    pub label: String,
    /// The merchant's name and number, as far as it has them.
    pub merchant: String,
    /// Where it speaks.
    pub environment: Environment,
    /// Whether it takes another's place, and until when that one goes on.
    pub replaced: Option<Option<OffsetDateTime>>,
    /// The secret.
    pub secret: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-drawn-title");
    let framed = mode::framed(frame, model.environment);
    Page::new(title.clone(), || {
        let frame = &framed;
        let replaced = model.replaced.map(|until| match until {
            Some(at) => {
                let when = [("when", format::instant(frame, at))];
                Banner::new(Tone::Waiting, frame.ta("credentials-overlap-until", &when))
                    .text(frame.t("credentials-overlap-until-text"))
                    .view()
            }
            None => Banner::new(Tone::Info, frame.t("credentials-overlap-over")).view(),
        });
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {mode::strip(frame, model.environment)}
                {Banner::new(Tone::NeedsYou, frame.t("credentials-drawn-once")).text(frame.t("credentials-drawn-once-text"))}
                {SummaryList::new(frame)
                    .row(frame.t("credentials-label"), model.label.clone())
                    .row(frame.t("credentials-merchant"), model.merchant.clone())
                    .row_of(frame.t("credentials-environment"), mode::word(frame, model.environment))}
                {copy_field(frame.t("credentials-secret"), "secret", model.secret.clone())}
                {replaced}
                {Button::primary(frame.t("credentials-drawn-done")).link(frame.at("/credentials"))}
            },
        )
    })
}
