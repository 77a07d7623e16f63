//! The one answer that shows recovery codes.

use crate::ui::{Banner, Button, Tone, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Default)]
pub struct Model {
    /// The codes.
    pub codes: Vec<String>,
    /// Where to go on to.
    pub to: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("factors-recovery-title");
    Page::new(title.clone(), || {
        let codes: Vec<_> =
            model.codes.iter().map(|code| view! { <li><code>{code.clone()}</code></li> }).collect();
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {Banner::new(Tone::NeedsYou, frame.t("factors-recovery-once")).text(frame.t("factors-recovery-once-text"))}
                <ol class="recovery-codes">{codes}</ol>
                {Button::primary(frame.t("factors-recovery-done")).link(model.to.clone())}
            },
        )
    })
    .alone()
}
