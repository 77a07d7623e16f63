//! Taking an application back: asked once more.

use super::Head;
use crate::{
    Frame, Page,
    ui::{Button, layout},
};
use leptos::prelude::*;

/// The page.
pub fn page(frame: &Frame, head: &Head) -> Page {
    let title = frame.ta("applications-withdraw-title", &[("number", head.number.clone())]);
    Page::new(title.clone(), || {
        layout::merchant(
            frame,
            view! {
                {head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("applications-withdraw-text")}</p>
                <form method="post" class="form">
                    <div class="cluster">
                        {Button::danger(frame.t("applications-withdraw-submit"))}
                        {Button::secondary(frame.t("applications-withdraw-keep")).link(head.at(frame, "/status"))}
                    </div>
                </form>
            },
        )
    })
}
