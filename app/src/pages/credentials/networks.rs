//! From which networks a credential may be used.

use super::{Line, mode};
use crate::ui::{Button, Form, FormState, back_link_to, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The credential, and what was typed.
#[derive(Clone, Debug)]
pub struct Model {
    /// The credential.
    pub line: Line,
    /// The networks, one a line.
    pub form: FormState,
    /// The address that this request comes from.
    pub address: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("credentials-networks-title", &[("label", model.line.label.clone())]);
    let framed = mode::framed(frame, model.line.environment);
    Page::new(form.title(&title), || {
        let frame = &framed;
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/credentials"), frame.t("credentials-title"))}
                <h1>{title}</h1>
                {mode::strip(frame, model.line.environment)}
                <p>{frame.t("credentials-networks-text")}</p>
                <p class="hint">{frame.ta("credentials-networks-yours", &[("address", model.address.clone())])}</p>
                <form method="post" class="form">
                    {form.textarea("networks", frame.t("credentials-networks")).hint(frame.t("credentials-networks-hint")).maxlength(2000).optional()}
                    {Button::primary(frame.t("common-save"))}
                </form>
            },
        )
    })
}
