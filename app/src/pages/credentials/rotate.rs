//! A credential is replaced: how long does the old one go on?

use super::{Line, mode};
use crate::ui::{Button, Choice, Form, FormState, SummaryList, back_link_to, format, layout};
use crate::{Frame, Page};
use domain::credentials::Overlap;
use leptos::prelude::*;

/// The credential, and what was chosen.
#[derive(Clone, Debug)]
pub struct Model {
    /// The credential that is to be replaced.
    pub line: Line,
    /// The overlap.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("credentials-rotate-title", &[("label", model.line.label.clone())]);
    let framed = mode::framed(frame, model.line.environment);
    Page::new(form.title(&title), || {
        let frame = &framed;
        let choices = Overlap::ALL
            .iter()
            .rev()
            .map(|overlap| {
                let key = format!("credentials-overlap-{}", overlap.word());
                let choice = Choice::new(overlap.word(), frame.t(&key));
                if *overlap == Overlap::None {
                    choice.hint(frame.t("credentials-overlap-none-hint"))
                } else {
                    choice
                }
            })
            .collect();
        let end = model.line.until.map(|at| {
            let when = [("when", format::instant(frame, at))];
            view! { <p>{frame.ta("credentials-rotate-end", &when)}</p> }
        });
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at("/credentials"), frame.t("credentials-title"))}
                <h1>{title}</h1>
                {mode::strip(frame, model.line.environment)}
                <p>{frame.t("credentials-rotate-text")}</p>
                {end}
                {SummaryList::new(frame)
                    .row_of(frame.t("credentials-secret"), model.line.shown())
                    .row_of(frame.t("credentials-used"), model.line.used(frame))}
                <form method="post" class="form">
                    {form.radios("overlap", frame.t("credentials-overlap"), choices)}
                    {Button::primary(frame.t("credentials-rotate-submit"))}
                </form>
            },
        )
    })
}
