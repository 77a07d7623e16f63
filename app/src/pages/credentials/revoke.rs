//! The end of a credential, once more asked; an admin says why.

use super::{Line, mode};
use crate::ui::{Button, Choice, Form, FormState, SummaryList, back_link_to, layout};
use crate::{Frame, Page};
use domain::credentials::RevokeReason;
use leptos::prelude::*;

/// The credential, and where the reader came from.
#[derive(Clone, Debug)]
pub struct Model {
    /// The credential.
    pub line: Line,
    /// The list it stands in: `/credentials` or `/console/credentials`, on the tenant's side.
    pub list: &'static str,
    /// The reason, where one is asked for.
    pub reason: Option<FormState>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.ta("credentials-revoke-title", &[("label", model.line.label.clone())]);
    let nothing = FormState::default();
    let form = Form::new(frame, model.reason.as_ref().unwrap_or(&nothing));
    let framed = mode::framed(frame, model.line.environment);
    Page::new(form.title(&title), || {
        let frame = &framed;
        let list = frame.at(model.list);
        let action = format!("{list}/{}/revoke", model.line.id);
        let reasons = || {
            let key = |reason: &RevokeReason| format!("credentials-reason-{}", reason.word());
            RevokeReason::ALL.iter().map(|reason| Choice::new(reason.word(), frame.t(&key(reason)))).collect()
        };
        let reason = model.reason.is_some().then(|| {
            form.radios("reason", frame.t("credentials-reason"), reasons())
                .hint(frame.t("credentials-reason-hint"))
                .view()
        });
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                {back_link_to(list.clone(), frame.t("credentials-title"))}
                <h1>{title}</h1>
                {mode::strip(frame, model.line.environment)}
                {SummaryList::new(frame)
                    .row_of(frame.t("credentials-merchant"), model.line.whose(frame))
                    .row_of(frame.t("credentials-secret"), model.line.shown())
                    .row_of(frame.t("credentials-used"), model.line.used(frame))
                    .row_of(frame.t("credentials-state"), model.line.standing(frame))}
                <p>{frame.t("credentials-revoke-text")}</p>
                <form method="post" class="form" action=action>
                    {reason}
                    <div class="cluster">
                        {Button::danger(frame.t("credentials-revoke"))}
                        {Button::secondary(frame.t("common-cancel")).link(list.clone())}
                    </div>
                </form>
            },
        )
    })
}
