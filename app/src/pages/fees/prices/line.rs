//! One line of the price list: what it says and leaves, whose price it would change, and the second person's answer.

use super::{super::rooms::rooms, Beneath, beneath, judged, preset, words};
use crate::{
    Frame, Page,
    pages::credentials::rights::person,
    ui::{
        Banner, Button, Column, Form, FormState, SummaryList, Table, Tone, back_link_to, format, layout, name,
    },
};
use domain::fees::offer::{Grounds, Judgement, Line, StandingKind, rehearsal::Change};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// The line, and what the reader can do about it.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its id.
    pub id: String,
    /// What it says, on the days that are left to it.
    pub line: Line,
    /// Where it stands.
    pub kind: StandingKind,
    /// The day it is.
    pub today: Date,
    /// The claim beneath, where it is known still.
    pub beneath: Option<Beneath>,
    /// What it leaves.
    pub judgement: Judgement,
    /// Who proposed it, and when.
    pub proposed: (String, OffsetDateTime),
    /// Who answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Why it was approved below cost.
    pub reason: Option<String>,
    /// The line in whose place it comes, and the one that takes its own; by their ids.
    pub chain: (Option<String>, Option<String>),
    /// Whose price would change; of a line that waits alone.
    pub rehearsal: Option<Rehearsal>,
    /// The second person's answer.
    pub answer: Answer,
    /// Whether the reader may propose another in its place.
    pub replace: bool,
}

/// Whose price would change.
#[derive(Clone, Debug, Default)]
pub struct Rehearsal {
    /// From which day on.
    pub from: Option<Date>,
    /// Groups of merchants that it is alike for.
    pub changed: Vec<Merchants>,
    /// For how many nothing changes.
    pub kept: u64,
}

/// Merchants that a change is alike for.
#[derive(Clone, Debug)]
pub struct Merchants {
    /// Names and numbers; of many the first.
    pub named: Vec<(String, String)>,
    /// How many.
    pub count: u64,
    /// The version of the offer that they pay by; none: the list.
    pub offer: Option<i32>,
    /// What changes on each mix.
    pub changes: Vec<Change>,
}

/// What the second person can do.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The reason as it was typed.
    pub form: FormState,
    /// Why it can't be answered, as a message key; nothing where it can.
    pub why_not: Option<&'static str>,
    /// Why it can only be declined, as a message key.
    pub only_decline: Option<&'static str>,
    /// Why approving takes a reason.
    pub grounds: Option<Grounds>,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = words::of(frame, &model.line.claim);
    let form = Form::new(frame, &model.answer.form);
    Page::new(form.title(&title), || {
        let at = format!("/console/fees/prices/{}", model.id);
        let waits = model.kind == StandingKind::Proposed;
        let answer = waits.then(|| answer(frame, &form, &model.answer, &at));
        let instead = Button::secondary(frame.t("prices-propose-instead"))
            .link(frame.at(&format!("/console/fees/prices/new?replaces={}", model.id)));
        layout::console(
            frame,
            view! {
                {form.summary()}
                {rooms(frame, "/console/fees/prices")}
                {back_link_to(frame.at("/console/fees/prices"), frame.t("prices-title"))}
                {trouble(frame, &model.answer)}
                <h1>{title.clone()}</h1>
                <p class="cluster">
                    <strong class="figure">{words::short(frame, &model.line.claim)}</strong>
                    {words::standing_on(frame, model.kind, (model.line.from, model.line.to), model.today)}
                </p>
                {facts(frame, model)}
                <h2>{frame.t("prices-margin-title")}</h2>
                {grounds(frame, model.judgement.grounds())}
                <p class="measure">{frame.t("prices-margin-text")}</p>
                {judged(frame, &model.judgement, &model.line.claim.currency)}
                {model.rehearsal.as_ref().map(|rehearsal| rehearsed(frame, model, rehearsal))}
                {answer}
                {model.replace.then(|| instead.view())}
            },
        )
    })
}

/// Why nothing was done.
pub(in super::super) fn trouble(frame: &Frame, answer: &Answer) -> Option<AnyView> {
    let key = answer.trouble.as_ref()?;
    Some(Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view())
}

/// Why it takes a senior.
pub(in super::super) fn grounds(frame: &Frame, grounds: Option<Grounds>) -> Option<AnyView> {
    let (title, text) = match grounds? {
        Grounds::BelowCost => ("prices-below-cost", "prices-below-cost-text"),
        Grounds::Untold => ("prices-untold-title", "prices-untold-text"),
    };
    Some(Banner::new(Tone::NeedsYou, frame.t(title)).text(frame.t(text)).view())
}

fn facts(frame: &Frame, model: &Model) -> AnyView {
    let link = |id: &str, key: &str| {
        let href = frame.at(&format!("/console/fees/prices/{id}"));
        view! { <a href=href>{frame.t(key)}</a> }
    };
    let person = |(who, at): &(String, OffsetDateTime)| person(frame, who, *at);
    let mut list = words::list(frame, &model.line.claim)
        .row(frame.t("prices-days"), words::days(frame, model.line.from, model.line.to))
        .row_of(frame.t("prices-beneath"), beneath(frame, &model.line.beneath, model.beneath.as_ref()))
        .row_of(frame.t("prices-proposed-by"), person(&model.proposed));
    if let Some(answered) = &model.answered {
        list = list.row_of(frame.t(answered_key(model.kind)), person(answered));
    }
    if let Some(reason) = &model.reason {
        list = list.row(frame.t("prices-reason-given"), reason.clone());
    }
    if let Some(before) = &model.chain.0 {
        list = list.row_of(frame.t("prices-predecessor"), link(before, "prices-predecessor-link"));
    }
    if let Some(after) = &model.chain.1 {
        list = list.row_of(frame.t("prices-successor"), link(after, "prices-successor-link"));
    }
    list.view()
}

/// Who approved or declined.
pub(in super::super) const fn answered_key(kind: StandingKind) -> &'static str {
    match kind {
        StandingKind::Declined => "prices-declined-by",
        _ => "prices-approved-by",
    }
}

fn rehearsed(frame: &Frame, model: &Model, rehearsal: &Rehearsal) -> AnyView {
    let day = rehearsal.from.unwrap_or(model.today);
    let text = frame.ta("prices-rehearsal-text", &[("day", format::date(frame.lang, day))]);
    let groups: Vec<_> = rehearsal.changed.iter().map(|one| group(frame, model, one)).collect();
    let none = groups.is_empty().then(|| view! { <p>{frame.t("prices-rehearsal-none")}</p> });
    let shown = [("shown", format::count(rehearsal.kept))];
    let kept = (rehearsal.kept > 0)
        .then(|| view! { <p class="hint">{frame.tn("prices-rehearsal-kept", rehearsal.kept, &shown)}</p> });
    view! {
        <h2>{frame.t("prices-rehearsal")}</h2>
        <p class="measure">{text}</p>
        {none}
        {groups}
        {kept}
    }
    .into_any()
}

fn group(frame: &Frame, model: &Model, merchants: &Merchants) -> AnyView {
    let title = if let (Some(version), Some((merchant, _))) = (merchants.offer, merchants.named.first()) {
        let words = [("merchant", merchant.clone()), ("version", version.to_string())];
        frame.ta("prices-rehearsal-offer", &words)
    } else {
        let shown = [("shown", format::count(merchants.count))];
        frame.tn("prices-rehearsal-list", merchants.count, &shown)
    };
    let names: Vec<_> = merchants
        .named
        .iter()
        .map(|(of, number)| view! { <li>{name(frame, of)}" "<code>{number.clone()}</code></li> })
        .collect();
    let more = merchants.count.saturating_sub(u64::try_from(merchants.named.len()).unwrap_or(u64::MAX));
    let more = (more > 0).then(|| {
        view! { <li>{frame.ta("prices-rehearsal-more", &[("count", format::count(more))])}</li> }
    });
    view! {
        <h3>{title.clone()}</h3>
        <ul>{names}{more}</ul>
        {changes(frame, title, &model.line.claim.currency, &merchants.changes)}
    }
    .into_any()
}

fn changes(frame: &Frame, caption: String, currency: &str, all: &[Change]) -> AnyView {
    let money = |amount: i128| format::money(frame.lang, amount, currency);
    let told = |amount: Option<i128>| amount.map_or_else(|| frame.t("prices-on-request"), money);
    let columns = ["prices-volume", "prices-before", "prices-after", "prices-change"];
    let first = Table::new(caption).column(Column::new(frame.t("prices-mix")).wide());
    let mut table =
        columns.iter().fold(first, |table, key| table.column(Column::new(frame.t(key)).numeric()));
    for change in all {
        let more = change.before.zip(change.after).map(|(before, after)| money(after - before));
        let cells = [
            preset(frame, change.preset),
            money(change.volume),
            told(change.before),
            told(change.after),
            more.unwrap_or_else(|| "–".into()),
        ];
        table = table.row(cells.map(IntoAny::into_any).into());
    }
    table.view()
}

/// Approving and declining, or why the reader can't; posted below this address.
pub(in super::super) fn answer(frame: &Frame, form: &Form<'_>, answer: &Answer, at: &str) -> AnyView {
    let body = match answer.why_not {
        Some(key) => view! { <p class="hint">{frame.t(key)}</p> }.into_any(),
        None => buttons(frame, form, answer, at),
    };
    view! { <section class="flow" aria-labelledby="answer"><h2 id="answer">{frame.t("prices-answer")}</h2>{body}</section> }
        .into_any()
}

fn buttons(frame: &Frame, form: &Form<'_>, answer: &Answer, at: &str) -> AnyView {
    let decline = Button::quiet(frame.t("prices-decline")).post(frame.at(&format!("{at}/decline")));
    let approve = if let Some(key) = answer.only_decline {
        view! { <p class="hint">{frame.t(key)}</p> }.into_any()
    } else {
        let reason = answer.grounds.map(|_| {
            form.textarea("reason", frame.t("prices-reason")).hint(frame.t("prices-reason-hint")).view()
        });
        view! {
            <form method="post" action=frame.at(&format!("{at}/approve")) class="form">
                {reason}
                {Button::primary(frame.t("prices-approve"))}
            </form>
        }
        .into_any()
    };
    view! { {approve}{decline} }.into_any()
}

/// A list of figures as a fact of its own.
pub(in super::super) fn figures(frame: &Frame, line: &Line, known: Option<&Beneath>) -> SummaryList {
    words::list(frame, &line.claim)
        .row(frame.t("prices-days"), words::days(frame, line.from, line.to))
        .row_of(frame.t("prices-beneath"), beneath(frame, &line.beneath, known))
}
