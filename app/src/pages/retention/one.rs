//! One application: what keeps it, and what an admin can do about it.

use super::{Entry, PATH, list::Line, words};
use crate::{
    Frame, Page,
    pages::applications::words::dashed,
    pages::review::state_badge,
    ui::{
        Banner, Button, Choice, Column, Empty, Form, FormState, Icon, SummaryList, Table, Tone, back_link_to,
        format, layout, name,
    },
};
use domain::retention::{EndReason, Why};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// A legal hold.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Its id.
    pub id: String,
    /// Why it lies there; nothing once its application was purged.
    pub reason: Option<String>,
    /// The address of whoever placed it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Who lifted it, and when.
    pub lifted: Option<(String, OffsetDateTime)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The application.
    pub line: Line,
    /// The message key of its kind's name.
    pub kind: String,
    /// Its holds, the oldest first.
    pub holds: Vec<Hold>,
    /// What was asked or due for it, the newest first.
    pub entries: Vec<Entry>,
    /// Whether its relationship can be ended.
    pub is_aboard: bool,
    /// Whether it may be erased now; or why not.
    pub may_erase: Result<(), Why>,
    /// The day it is in its country.
    pub today: Date,
    /// What was typed, in whichever form.
    pub form: FormState,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("retention-one", &[("number", model.line.number.clone())]);
    Page::new(form.title(&title), || {
        let acts = (!model.line.purged).then(|| {
            view! { {end(frame, &form, model)} {place(frame, &form, model)} {erase(frame, &form, model)} }
        });
        layout::console(
            frame,
            view! {
                {form.summary()}
                {back_link_to(frame.at(PATH), frame.t("retention-title"))}
                <h1>{title}</h1>
                {said(frame, model)}
                {summary(frame, model)}
                {holds(frame, model)}
                <section class="flow" aria-labelledby="erasures">
                    <h2 id="erasures">{frame.t("retention-erasures")}</h2>
                    {words::entries(frame, &model.entries, false)}
                </section>
                {acts}
            },
        )
    })
}

/// What came of it, or what keeps it, before anything else.
fn said(frame: &Frame, model: &Model) -> AnyView {
    if model.line.purged {
        return Banner::new(Tone::Good, frame.t("retention-purged"))
            .text(frame.t("retention-purged-text"))
            .view();
    }
    let refused = model.entries.iter().find_map(|entry| entry.ground.as_ref());
    match refused {
        Some((ground, law)) if model.line.set_aside => {
            Banner::new(Tone::NeedsYou, frame.t("retention-refused-title"))
                .text(words::forbidden(frame, *ground, law.as_ref()))
                .point(frame.t("retention-refused-aside"))
                .view()
        }
        _ => ().into_any(),
    }
}

fn summary(frame: &Frame, model: &Model) -> AnyView {
    let line = &model.line;
    let ended = line.standing.ended().map(|day| format::date(frame.lang, day)).unwrap_or_default();
    let kept = if line.purged { frame.t("retention-purged") } else { words::kept(frame, line) };
    SummaryList::new(frame)
        .row_of(frame.t("retention-name"), name(frame, &line.name))
        .row(frame.t("retention-kind"), frame.t(&model.kind))
        .row_of(frame.t("retention-state"), state_badge(frame, line.state))
        .row(frame.t("retention-ended"), ended)
        .row(frame.t("retention-law"), line.law.name.get(frame.lang))
        .row(frame.t("retention-kept"), kept)
        .view()
}

fn holds(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("retention-holds"))
        .column(Column::new(frame.t("retention-hold-reason")).wide())
        .column(Column::new(frame.t("retention-hold-placed")))
        .column(Column::new(frame.t("retention-hold-lifted")))
        .empty(Empty::new(Icon::Shield, frame.t("retention-holds-none")));
    for hold in &model.holds {
        let lifted = if let Some((by, at)) = &hold.lifted {
            view! { <p>{by.clone()}</p> {format::time(frame, *at)} }.into_any()
        } else {
            let path = frame.at(&format!("{PATH}/{}/holds/{}/lift", model.line.id, hold.id));
            Button::secondary(frame.t("retention-lift"))
                .small()
                .about(hold.reason.clone().unwrap_or_default())
                .post(path)
                .view()
        };
        table = table.row(vec![
            hold.reason.clone().unwrap_or_else(|| frame.t("retention-hold-reason-gone")).into_any(),
            view! { <p>{hold.by.clone()}</p> {format::time(frame, hold.at)} }.into_any(),
            lifted,
        ]);
    }
    view! {
        <section class="flow" aria-labelledby="holds">
            <h2 id="holds">{frame.t("retention-holds")}</h2>
            <p class="measure">{frame.t("retention-holds-text")}</p>
            {table.view()}
        </section>
    }
    .into_any()
}

fn action(frame: &Frame, model: &Model, act: &str) -> String {
    frame.at(&format!("{PATH}/{}/{act}", model.line.id))
}

fn end(frame: &Frame, form: &Form<'_>, model: &Model) -> Option<AnyView> {
    if !model.is_aboard {
        return None;
    }
    let reasons = EndReason::ALL
        .iter()
        .map(|reason| {
            Choice::new(reason.word(), frame.t(&format!("retention-end-reason-{}", dashed(reason.word()))))
        })
        .collect();
    Some(
        view! {
            <section class="flow" aria-labelledby="end">
                <h2 id="end">{frame.t("retention-end")}</h2>
                <p class="measure">{frame.t("retention-end-text")}</p>
                <form method="post" action=action(frame, model, "end") class="form">
                    {form.text("on", frame.t("retention-end-on")).code().short().hint(model.today.to_string())}
                    {form.radios("end_reason", frame.t("retention-end-reason"), reasons)}
                    {Button::danger(frame.t("retention-end-do"))}
                </form>
            </section>
        }
        .into_any(),
    )
}

fn place(frame: &Frame, form: &Form<'_>, model: &Model) -> AnyView {
    view! {
        <section class="flow" aria-labelledby="place">
            <h2 id="place">{frame.t("retention-place")}</h2>
            <form method="post" action=action(frame, model, "holds") class="form">
                {form.textarea("hold_reason", frame.t("retention-hold-reason"))
                    .hint(frame.t("retention-hold-reason-hint"))}
                {Button::secondary(frame.t("retention-place-do"))}
            </form>
        </section>
    }
    .into_any()
}

fn erase(frame: &Frame, form: &Form<'_>, model: &Model) -> AnyView {
    let (text, label) = match model.may_erase {
        Err(Why::UnderWay) => {
            return view! {
                <section class="flow" aria-labelledby="erase">
                    <h2 id="erase">{frame.t("retention-erase")}</h2>
                    <p class="measure">{frame.t("retention-why-under-way")}</p>
                </section>
            }
            .into_any();
        }
        Ok(()) => (frame.t("retention-erase-text"), "retention-erase-do"),
        Err(Why::Kept(ground)) => {
            (words::forbidden(frame, ground, Some(&model.line.law)), "retention-restrict-do")
        }
    };
    view! {
        <section class="flow" aria-labelledby="erase">
            <h2 id="erase">{frame.t("retention-erase")}</h2>
            <p class="measure">{text}</p>
            <form method="post" action=action(frame, model, "erase") class="form">
                {form.text("number", frame.t("retention-erase-number"))
                    .code()
                    .short()
                    .hint(frame.t("retention-erase-number-hint"))}
                {Button::danger(frame.t(label))}
            </form>
        </section>
    }
    .into_any()
}
