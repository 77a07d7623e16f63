//! The end of a credential, once more asked.

use super::{Line, own};
use crate::ui::{Button, SummaryList, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The credential, and where the reader came from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The credential.
    pub line: Line,
    /// The list it stands in: `/credentials` or `/console/credentials`, on the tenant's side.
    pub list: &'static str,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.ta("credentials-revoke-title", &[("label", model.line.label.clone())]);
    Page::new(title.clone(), || {
        let list = frame.at(model.list);
        layout::merchant(
            frame,
            view! {
                {back_link_to(list.clone(), frame.t("credentials-title"))}
                <h1>{title}</h1>
                {SummaryList::new(frame)
                    .row_of(frame.t("credentials-merchant"), own::merchant(&model.line))
                    .row_of(frame.t("credentials-secret"), model.line.shown())
                    .row_of(frame.t("credentials-state"), model.line.state_badge(frame))}
                <p>{frame.t("credentials-revoke-text")}</p>
                <div class="cluster">
                    {Button::danger(frame.t("credentials-revoke")).post(format!("{list}/{}/revoke", model.line.id))}
                    {Button::secondary(frame.t("common-cancel")).link(list)}
                </div>
            },
        )
    })
}
