//! An offer is proposed: to whom, and line by line. Lines that were added travel with the form.

use super::super::{
    prices::{Beneath, propose::fields, words},
    rooms::rooms,
};
use crate::{
    Frame, Page,
    ui::{Button, Choice, Form, FormState, back_link_to, layout},
};
use domain::fees::Claim;
use leptos::prelude::*;

/// The form.
#[derive(Clone, Debug)]
pub struct Model {
    /// What was typed.
    pub form: FormState,
    /// Lines that were added, and as they travel with the form.
    pub lines: Vec<(Claim, String)>,
    /// The claims a line may stand on, by their ids.
    pub beneath: Vec<(String, Beneath)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("offers-new");
    Page::new(form.title(&title), || {
        let number = form.text("number", frame.t("offers-number")).hint(frame.t("offers-number-hint"));
        let hidden: Vec<_> = model
            .lines
            .iter()
            .map(|(_, line)| view! { <input type="hidden" name="line" value=line.clone()/> })
            .collect();
        let head = if model.lines.is_empty() { "offers-line-first" } else { "offers-line-fields" };
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/offers")}
                {back_link_to(frame.at("/console/fees/offers"), frame.t("offers-title"))}
                <h1>{title}</h1>
                <form method="post" class="form" id="offer">
                    {number.code()}
                    {hidden}
                    {added(frame, &form, &model.lines)}
                    <h2>{frame.t(head)}</h2>
                    {fields(frame, &form, &model.beneath)}
                    <div class="cluster">
                        {Button::primary(frame.t("offers-propose"))}
                        {Button::secondary(frame.t("offers-add")).named("act", "add")}
                    </div>
                </form>
            },
        )
    })
}

/// What was added before, each line with a box to take it out again.
fn added(frame: &Frame, form: &Form<'_>, lines: &[(Claim, String)]) -> Option<AnyView> {
    let choice = |(at, (claim, _)): (usize, &(Claim, String))| {
        let line = frame.ta("offers-line", &[("at", (at + 1).to_string())]);
        let about = format!("{line}{}{}", frame.t("common-colon"), words::of(frame, claim));
        Choice::new(at.to_string(), about).hint(words::short(frame, claim))
    };
    let choices: Vec<_> = lines.iter().enumerate().map(choice).collect();
    (!choices.is_empty()).then(|| {
        form.checkboxes("out", frame.t("offers-added"), choices)
            .hint(frame.t("offers-added-hint"))
            .optional()
            .view()
    })
}
