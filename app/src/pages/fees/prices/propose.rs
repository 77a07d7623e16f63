//! A line is proposed: what it is for, what is paid, what it stands on, and from when on.

use super::{
    super::{claim_form, rooms::rooms},
    Beneath, called,
};
use crate::{
    Frame, Page,
    ui::{Button, Choice, Form, FormState, back_link_to, format, layout},
};
use domain::channels::catalogue;
use leptos::prelude::*;
use time::Date;

/// The form.
#[derive(Clone, Debug)]
pub struct Model {
    /// What was typed.
    pub form: FormState,
    /// The claims it may stand on, by their ids.
    pub beneath: Vec<(String, Beneath)>,
    /// The first day of the line in whose place it comes.
    pub replaces: Option<Date>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("prices-new");
    Page::new(form.title(&title), || {
        let replaces = model.replaces.map(|since| {
            let since = frame.ta("prices-replaces", &[("since", format::date(frame.lang, since))]);
            view! { <p><strong>{since}</strong>" "{frame.t("prices-replaces-hint")}</p> }
        });
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/prices")}
                {back_link_to(frame.at("/console/fees/prices"), frame.t("prices-title"))}
                <h1>{title}</h1>
                {replaces}
                <form method="post" class="form">
                    {form.hidden("replaces")}
                    {fields(frame, &form, &model.beneath)}
                    {Button::primary(frame.t("prices-propose"))}
                </form>
            },
        )
    })
}

/// The fields of one line.
pub(in super::super) fn fields(frame: &Frame, form: &Form<'_>, beneath: &[(String, Beneath)]) -> AnyView {
    let channels = catalogue::all()
        .iter()
        .map(|one| Choice::new(one.code.clone(), catalogue::name(&one.code, frame.lang)))
        .collect();
    view! {
        <fieldset class="columns">
            <legend><h2>{frame.t("prices-about")}</h2></legend>
            {form.select("channel", frame.t("catalogue-channel"), channels).empty(frame.t("fees-claim-choose"))}
            {claim_form::currency(frame, form)}
            {form
                .select("product", frame.t("compare-product"), claim_form::products(frame))
                .empty(frame.t("fees-claim-any"))
                .optional()}
            {form
                .text("industry", frame.t("compare-industry"))
                .hint(frame.t("prices-industry-hint"))
                .code()
                .optional()}
        </fieldset>
        {claim_form::figures(frame, form, "prices-figures-hint")}
        {form
            .select("beneath", frame.t("prices-beneath"), choices(frame, beneath))
            .hint(frame.t("prices-beneath-hint"))
            .empty(frame.t("prices-beneath-choose"))}
        {form.date("from", frame.t("prices-from"))}
        {form.date("to", frame.t("prices-to")).hint(frame.t("prices-to-hint")).optional()}
    }
    .into_any()
}

fn choices(frame: &Frame, all: &[(String, Beneath)]) -> Vec<Choice> {
    let one = |(id, beneath): &(String, Beneath)| {
        let channel = catalogue::name(&beneath.channel, frame.lang);
        let colon = frame.t("common-colon");
        let name = called(frame, format!("{channel}{colon}{}", beneath.name), beneath.own);
        Choice::new(id.clone(), format!("{name} · {}", beneath.short))
    };
    all.iter().map(one).collect()
}
