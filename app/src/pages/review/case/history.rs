//! What was advised and decided, and what happened.

use super::{Model, Said};
use crate::{
    Frame,
    pages::{applications::words::dashed, audit},
    ui::{Banner, Chips, SummaryList, Tone, format},
};
use domain::{applications::Verdict, review::Reason};
use leptos::prelude::*;

/// The advice that waits for a decision.
pub(super) fn advice(frame: &Frame, model: &Model) -> AnyView {
    let Some(advice) = &model.advice else { return ().into_any() };
    let tone = if advice.verdict == Verdict::Approve { Tone::Good } else { Tone::Wrong };
    let args = [
        ("verdict", frame.t(&format!("review-verdict-{}", advice.verdict))),
        ("email", advice.by.clone()),
        ("at", format::instant(frame, advice.at)),
    ];
    view! {
        <section class="flow">
            <h2>{frame.t("review-advice-title")}</h2>
            {Banner::new(tone, frame.ta("review-advice-by", &args))}
            {advice.left.then(|| view! { <p>{frame.t("review-advice-left")}</p> })}
            {said(frame, &advice.said)}
        </section>
    }
    .into_any()
}

/// What was handed up to the seniors, and what they answered.
pub(super) fn escalations(frame: &Frame, model: &Model) -> AnyView {
    if model.escalations.is_empty() {
        return ().into_any();
    }
    let by = |key: &str, email: &str, at| {
        frame.ta(key, &[("email", email.to_owned()), ("at", format::instant(frame, at))])
    };
    let all: Vec<_> = model
        .escalations
        .iter()
        .map(|raised| {
            let tone = if raised.ended { Tone::Info } else { Tone::NeedsYou };
            let answer = raised.answer.as_ref().map(|(email, at, words)| {
                view! {
                    <p><strong>{by("review-handed-back-by", email, *at)}</strong></p>
                    <p class="typed">{words.clone()}</p>
                }
            });
            view! {
                <li class="flow">
                    {Banner::new(tone, by("review-escalated-by", &raised.by, raised.at)).text(raised.reason.clone())}
                    {answer}
                </li>
            }
        })
        .collect();
    view! {
        <section class="flow">
            <h2>{frame.t("review-escalations-title")}</h2>
            <ul class="plain flow">{all}</ul>
        </section>
    }
    .into_any()
}

/// What was decided before.
pub(super) fn decisions(frame: &Frame, model: &Model) -> AnyView {
    if model.decisions.is_empty() {
        return ().into_any();
    }
    let decisions: Vec<_> = model
        .decisions
        .iter()
        .map(|decision| {
            let args = [
                ("verdict", frame.t(&format!("review-decision-{}", decision.outcome))),
                ("email", decision.by.clone()),
                ("at", format::instant(frame, decision.at)),
            ];
            view! { <li class="flow"><p><strong>{frame.ta("review-advice-by", &args)}</strong></p>{said(frame, &decision.said)}</li> }
        })
        .collect();
    view! {
        <section class="flow">
            <h2>{frame.t("review-decisions-title")}</h2>
            <ul class="plain flow">{decisions}</ul>
        </section>
    }
    .into_any()
}

/// Everything that happened, as far as the desk may know.
pub(super) fn timeline(frame: &Frame, model: &Model) -> AnyView {
    let kinds = model
        .kinds
        .iter()
        .fold(Chips::new(frame, frame.t("review-timeline-kinds")), |chips, (word, href, on)| {
            chips.chip(frame.t(&format!("review-timeline-{word}")), href.clone(), *on)
        });
    let none =
        model.timeline.is_empty().then(|| view! { <p class="hint">{frame.t("review-timeline-none")}</p> });
    let older =
        model.older.clone().map(|href| view! { <p><a href=href>{frame.t("review-timeline-older")}</a></p> });
    view! {
        <section class="flow" id="timeline">
            <h2>{frame.t("review-timeline-title")}</h2>
            {kinds}
            {none}
            {audit::timeline(frame, &model.timeline, true)}
            {older}
        </section>
    }
    .into_any()
}

/// A ground in words.
pub(crate) fn reason(frame: &Frame, reason: Reason) -> String {
    frame.t(&format!("review-reason-{}", dashed(reason.word())))
}

fn said(frame: &Frame, said: &Said) -> AnyView {
    let grounds: Vec<String> = said.reasons.iter().map(|ground| reason(frame, *ground)).collect();
    let mut list = SummaryList::new(frame);
    let mut any = false;
    let texts = [
        ("review-grounds", (!grounds.is_empty()).then(|| grounds.join(&frame.t("audit-detail-comma")))),
        ("review-words", said.words.clone()),
        ("review-note", said.note.clone()),
    ];
    for (key, text) in texts {
        if let Some(text) = text {
            any = true;
            list = list.row_of(frame.t(key), view! { <span class="typed">{text}</span> });
        }
    }
    if any { list.view() } else { ().into_any() }
}
