//! What is asked, section by section, before anybody has to answer it.

use super::Model;
use crate::{
    Frame,
    ui::{Tone, badge},
};
use domain::applications::{Answer, Condition, Field, RuleSet, Section};
use leptos::prelude::*;

/// How sure it is, with this choice, that something is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Always.
    Always,
    /// It depends on what will be answered.
    Sometimes,
    /// Not with the channels that are chosen.
    Never,
}

impl Asked {
    /// By its conditions: those about channels are decided by the choice, where there is one.
    pub(super) fn of(when: &[Condition], model: &Model, rules: &RuleSet) -> Self {
        let chosen = &model.choice.channels;
        let mut asked = Self::Always;
        for condition in when {
            if chosen.is_empty() || !is_of_channels(condition, rules) {
                asked = Self::Sometimes;
            } else if !condition.one_of.iter().any(|word| chosen.contains(word)) {
                return Self::Never;
            }
        }
        asked
    }

    /// A mark beside what may not be asked.
    pub(super) fn mark(self, frame: &Frame, key: &str) -> Option<AnyView> {
        (self == Self::Sometimes).then(|| badge(Tone::Neutral, frame.t(key)))
    }
}

fn is_of_channels(condition: &Condition, rules: &RuleSet) -> bool {
    rules.field(&condition.field).is_some_and(|field| field.answer == Answer::Channels)
}

/// Every section with its questions.
pub(super) fn sections(frame: &Frame, model: &Model, rules: &RuleSet) -> AnyView {
    let sections: Vec<_> =
        rules.sections.iter().filter_map(|section| self::section(frame, model, rules, section)).collect();
    view! {
        <h3>{frame.t("front-questions")}</h3>
        <p>{frame.t("front-questions-text")}</p>
        <div class="questions">{sections}</div>
    }
    .into_any()
}

fn section(frame: &Frame, model: &Model, rules: &RuleSet, section: &Section) -> Option<AnyView> {
    let asked = Asked::of(&section.when, model, rules);
    let fields: Vec<_> =
        section.fields.iter().filter_map(|field| self::field(frame, model, rules, field)).collect();
    if asked == Asked::Never || fields.is_empty() {
        return None;
    }
    let times = section.repeat.map(|repeat| {
        let words = [("least", repeat.min.to_string()), ("most", repeat.max.to_string())];
        badge(Tone::Neutral, frame.ta("front-questions-times", &words))
    });
    Some(
        view! {
            <section class="question-part">
                <h4>{frame.t(&section.label)}</h4>
                <p class="cluster">{times}{asked.mark(frame, "front-questions-sometimes")}</p>
                <p class="hint">{frame.t(&format!("{}-intro", section.label))}</p>
                <ul>{fields}</ul>
            </section>
        }
        .into_any(),
    )
}

fn field(frame: &Frame, model: &Model, rules: &RuleSet, field: &Field) -> Option<AnyView> {
    let asked = Asked::of(&field.when, model, rules);
    let sometimes = if field.required_when.is_empty() { asked } else { Asked::Sometimes };
    let optional = (!field.required).then(|| format!(" {}", frame.t("form-optional")));
    let sealed = field.sealed.then(|| badge(Tone::Neutral, frame.t("front-sealed")));
    // What is accepted is one long sentence: its hint says nothing of what to have at hand.
    let hint = field.hint.as_ref().filter(|_| !matches!(field.answer, Answer::Accept { .. }));
    let hint = hint.map(|key| view! { <span class="hint">{frame.t(key)}</span> });
    let why = field.why.as_ref().map(|key| {
        view! { <span class="hint">{frame.ta("front-why", &[("why", frame.t(key))])}</span> }
    });
    (asked != Asked::Never).then(|| {
        view! {
            <li>
                <span class="question">{frame.t(&field.label)}{optional}</span>
                " "{sealed}" "{sometimes.mark(frame, "front-questions-sometimes")}" "{hint}" "{why}
            </li>
        }
        .into_any()
    })
}
