//! One offer: each line with what it leaves, what the merchant pays today, and the second person's answer.

use super::super::{
    prices::{
        Beneath, judged,
        line::{self, Answer, answered_key},
        words,
    },
    rooms::rooms,
};
use crate::{
    Frame, Page,
    pages::credentials::rights::person,
    ui::{Column, Empty, Form, Icon, SummaryList, Table, Tone, back_link_to, badge, format, layout, named},
};
use domain::fees::offer::{Grounds, Judgement, Line, Price, StandingKind};
use leptos::prelude::*;
use time::OffsetDateTime;

/// The offer.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its id.
    pub id: String,
    /// The merchant's name.
    pub merchant: String,
    /// The how-manieth of theirs it is.
    pub version: i32,
    /// Where it stands.
    pub kind: StandingKind,
    /// Its lines: what each says, stands on and leaves.
    pub lines: Vec<(Line, Option<Beneath>, Judgement)>,
    /// Why it takes a senior, if it does.
    pub grounds: Option<Grounds>,
    /// Who proposed it, and when.
    pub proposed: (String, OffsetDateTime),
    /// Who answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was approved below cost.
    pub reason: Option<String>,
    /// Who of the merchant's accepted it, when, and from which network address.
    pub accepted: Option<(String, OffsetDateTime, String)>,
    /// When another took its place.
    pub superseded: Option<OffsetDateTime>,
    /// What the merchant pays today.
    pub paid: Vec<Price>,
    /// The second person's answer.
    pub answer: Answer,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let names = [("merchant", named(frame, &model.merchant)), ("version", model.version.to_string())];
    let title = frame.ta("offers-name", &names);
    let form = Form::new(frame, &model.answer.form);
    Page::new(form.title(&title), || {
        let at = format!("/console/fees/offers/{}", model.id);
        let waits = model.kind == StandingKind::Proposed;
        let answer = waits.then(|| line::answer(frame, &form, &model.answer, &at));
        let told = (model.kind == StandingKind::Approved)
            .then(|| view! { <p class="hint">{frame.t("offers-waits")}</p> });
        let lines: Vec<_> =
            model.lines.iter().enumerate().map(|(at, one)| offered(frame, at + 1, one)).collect();
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/offers")}
                {back_link_to(frame.at("/console/fees/offers"), frame.t("offers-title"))}
                {line::trouble(frame, &model.answer)}
                <h1>{title.clone()}</h1>
                <p class="cluster">{words::standing(frame, model.kind)}</p>
                {told}
                {facts(frame, model)}
                {line::grounds(frame, model.grounds)}
                {lines}
                <h2>{frame.t("offers-now")}</h2>
                {paid(frame, &model.paid)}
                {answer}
            },
        )
    })
}

fn facts(frame: &Frame, model: &Model) -> AnyView {
    let person = |(who, at): &(String, OffsetDateTime)| person(frame, who, *at);
    let mut list = SummaryList::new(frame).row_of(frame.t("prices-proposed-by"), person(&model.proposed));
    if let Some(answered) = &model.answered {
        list = list.row_of(frame.t(answered_key(model.kind)), person(answered));
    }
    if let Some(reason) = &model.reason {
        list = list.row(frame.t("prices-reason-given"), reason.clone());
    }
    if let Some((who, at, address)) = &model.accepted {
        list = list
            .row_of(frame.t("offers-accepted-by"), person(&(who.clone(), *at)))
            .row(frame.t("offers-accepted-from"), address.clone());
    }
    if let Some(at) = model.superseded {
        list = list.row_of(frame.t("offers-superseded"), format::time(frame, at));
    }
    list.view()
}

fn offered(frame: &Frame, at: usize, one: &(Line, Option<Beneath>, Judgement)) -> AnyView {
    let (line, beneath, judgement) = one;
    let title = format!(
        "{}{}{}",
        frame.ta("offers-line", &[("at", at.to_string())]),
        frame.t("common-colon"),
        words::of(frame, &line.claim)
    );
    view! {
        <h2>{title}</h2>
        <p><strong class="figure">{words::short(frame, &line.claim)}</strong></p>
        {line::figures(frame, line, beneath.as_ref())}
        {judged(frame, judgement, &line.claim.currency)}
    }
    .into_any()
}

/// What a merchant pays today, in a table of few words.
fn paid(frame: &Frame, prices: &[Price]) -> AnyView {
    let mut table = Table::new(frame.t("offers-now"))
        .column(Column::new(frame.t("prices-of")).wide())
        .column(Column::new(frame.t("prices-price")))
        .column(Column::new(frame.t("prices-state")))
        .empty(Empty::new(Icon::Card, frame.t("prices-own-none")));
    for price in prices {
        let (tone, key) =
            if price.agreed { (Tone::Good, "prices-agreed") } else { (Tone::Neutral, "prices-listed") };
        table = table.row(vec![
            words::of(frame, &price.claim).into_any(),
            words::short(frame, &price.claim).into_any(),
            badge(tone, frame.t(key)),
        ]);
    }
    table.view()
}
