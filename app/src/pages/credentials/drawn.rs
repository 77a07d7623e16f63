//! The one answer that shows a secret. No script stands on it, nothing keeps it, and it can't be had again.

use super::mode;
use crate::ui::{Banner, Button, SummaryList, Tone, copy_field, format, layout};
use crate::{Frame, Page};
use domain::credentials::Environment;
use leptos::prelude::*;
use time::OffsetDateTime;

/// What becomes of the credential that this one takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// It takes nobody's place.
    Nothing,
    /// It is refused from now on.
    AtOnce,
    /// It goes on until then.
    Until(OffsetDateTime),
}

/// The secret and what it belongs to.
#[derive(Clone)]
pub struct Model {
    /// What the credential is called.
    pub label: String,
    /// The merchant's name and number, as far as it has them.
    pub merchant: String,
    /// Where it speaks.
    pub environment: Environment,
    /// Whether it takes another's place.
    pub replaced: Replaced,
    /// When it ends of itself.
    pub ends: Option<OffsetDateTime>,
    /// The secret.
    pub secret: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-drawn-title");
    let framed = mode::framed(frame, model.environment);
    Page::new(title.clone(), || {
        let frame = &framed;
        let replaced = match model.replaced {
            Replaced::Nothing => None,
            Replaced::AtOnce => Some(Banner::new(Tone::Info, frame.t("credentials-overlap-over"))),
            Replaced::Until(at) => {
                let when = [("when", format::instant(frame, at))];
                let banner = Banner::new(Tone::Waiting, frame.ta("credentials-overlap-until", &when));
                Some(banner.text(frame.t("credentials-overlap-until-text")))
            }
        };
        let replaced = replaced.map(Banner::view);
        let ends = model.ends.map(|at| {
            let when = [("when", format::instant(frame, at))];
            view! { <p class="hint">{frame.ta("credentials-until", &when)}</p> }
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
                {ends}
                {replaced}
                {Button::primary(frame.t("credentials-drawn-done")).link(frame.at("/credentials"))}
            },
        )
    })
    .alone()
}
