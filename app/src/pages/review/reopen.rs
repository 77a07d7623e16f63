//! A closed application is to be taken up again: why.

use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, Tone, back_link_to, layout},
};
use domain::applications::StateKind;
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// Where the application stands.
    pub state: StateKind,
    /// The form: `reason`.
    pub form: FormState,
    /// Why it can't be reopened, as a message key.
    pub why_not: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("review-reopen-title", &[("number", model.number.clone())]);
    Page::new(form.title(&title), || {
        let to_merchant = matches!(model.state, StateKind::Withdrawn | StateKind::Expired);
        let text = if to_merchant {
            "review-reopen-to-merchant"
        } else if model.state == StateKind::Approved {
            "review-reopen-approved"
        } else {
            "review-reopen-to-desk"
        };
        let body = match &model.why_not {
            Some(key) => Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view(),
            None => view! {
                <p>{frame.t(text)}</p>
                <form method="post" class="form">
                    {form.textarea("reason", frame.t("review-reopen-reason")).hint(frame.t("review-note-hint")).maxlength(4000)}
                    {Button::primary(frame.t("review-reopen-submit"))}
                </form>
            }
            .into_any(),
        };
        layout::desk(
            frame,
            view! {
                {back_link_to(
                    model.path.clone(),
                    frame.ta("review-item-back", &[("number", model.number.clone())]),
                )}
                {form.summary()}
                <h1>{title}</h1>
                {body}
            },
        )
    })
}
