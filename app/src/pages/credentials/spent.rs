//! A credential whose secret was drawn already, or that has ended: make another.

use crate::ui::{Button, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame) -> Page {
    let title = frame.t("credentials-spent-title");
    Page::new(title.clone(), || {
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t("credentials-spent-text")}</p>
                <div class="cluster">
                    {Button::primary(frame.t("credentials-create")).link(frame.at("/credentials/new"))}
                    {Button::secondary(frame.t("credentials-spent-back")).link(frame.at("/credentials"))}
                </div>
            },
        )
    })
}
