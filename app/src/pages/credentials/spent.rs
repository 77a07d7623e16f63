//! A secret that was shown already, or a credential that has ended: the way out is to replace it.

use crate::ui::{Button, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// Which credential, if it can still be replaced.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The address of the form that replaces it.
    pub replace: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-spent-title");
    Page::new(title.clone(), || {
        let replace = model
            .replace
            .clone()
            .map(|href| Button::primary(frame.t("credentials-spent-replace")).link(href).view());
        let text = if model.replace.is_some() { "credentials-spent-text" } else { "credentials-spent-over" };
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t(text)}</p>
                <div class="cluster">
                    {replace}
                    {Button::secondary(frame.t("credentials-spent-back")).link(frame.at("/credentials"))}
                </div>
            },
        )
    })
}
