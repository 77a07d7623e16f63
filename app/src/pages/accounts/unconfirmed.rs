//! After the right password for an address that isn't confirmed: how to confirm it.

use crate::ui::{Banner, Button, Tone, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address, as it was typed.
    pub email: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("accounts-unconfirmed-title");
    Page::new(title.clone(), || {
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {Banner::new(Tone::NeedsYou, frame.t("accounts-unconfirmed-banner"))
                    .text(frame.ta("accounts-unconfirmed-text", &[("email", model.email.clone())]))}
                <p>{frame.t("accounts-sent-look")}</p>
                {Button::primary(frame.t("accounts-confirm-again-submit"))
                    .post("/account/confirm")
                    .with("email", model.email.clone())}
            },
        )
    })
}
