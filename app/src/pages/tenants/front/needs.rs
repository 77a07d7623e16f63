//! What a kind of business takes: channels, papers with what a good picture looks like, and where the rules come from.

use super::{Model, choose, questions::Asked};
use crate::{
    Frame,
    pages::{
        applications::words,
        documents::{examples, kinds_taken},
    },
    ui::{Icon, Tone, badge, disclosure, icon},
};
use domain::applications::{Paper, RuleSet};
use leptos::prelude::*;

/// The channels of the choice; all that are open where none is chosen.
pub(super) fn channels(frame: &Frame, model: &Model, rules: &RuleSet) -> AnyView {
    let chosen = &model.choice.channels;
    let rows: Vec<_> = rules
        .channels
        .iter()
        .filter(|channel| channel.open && (chosen.is_empty() || chosen.contains(&channel.wallet)))
        .map(|channel| {
            let word = if chosen.is_empty() { "front-offered" } else { "front-chosen" };
            let note = channel
                .note
                .as_ref()
                .map(|note| view! { <p class="hint">{note.get(frame.lang).to_owned()}</p> });
            view! {
                <li>
                    <p class="with-icon">
                        {icon(Icon::Check)}<strong>{words::wallet(frame, &channel.wallet)}</strong>
                        {badge(Tone::Good, frame.t(word))}
                    </p>
                    {note}
                </li>
            }
        })
        .collect();
    let closed = view! { <div class="printed-only">{choose::closed(frame, rules)}</div> };
    view! {
        <h3>{frame.t("front-your-channels")}</h3>
        <ul class="plain flow">{rows}</ul>
        {closed}
    }
    .into_any()
}

/// The papers, each with what it has to look like, and what a good picture is.
pub(super) fn papers(frame: &Frame, model: &Model, rules: &RuleSet) -> AnyView {
    let rows: Vec<_> =
        rules.papers.iter().filter_map(|paper| self::paper(frame, model, rules, paper)).collect();
    view! {
        <h3>{frame.t("front-papers")}</h3>
        <p>{frame.t("front-papers-text")}</p>
        {examples(frame)}
        <ul class="plain papers-needed">{rows}</ul>
    }
    .into_any()
}

fn paper(frame: &Frame, model: &Model, rules: &RuleSet, paper: &Paper) -> Option<AnyView> {
    let asked = Asked::of(&paper.when, model, rules);
    let each = paper.per.as_ref().and_then(|family| rules.section(family)).map(|section| {
        let words = [("what", frame.t(&section.label))];
        view! { <p class="hint">{frame.ta("front-paper-each", &words)}</p> }
    });
    let need = frame.t(if paper.min > 0 { "documents-required" } else { "documents-optional" });
    (asked != Asked::Never).then(|| {
        view! {
            <li>
                <p class="with-icon">
                    {icon(Icon::Document)}<strong>{frame.t(&paper.label)}</strong>
                    {asked.mark(frame, "front-paper-sometimes")}
                </p>
                <p>{frame.t(&paper.hint)}</p>
                {each}
                <p class="hint">{need}" · "{kinds_taken(frame, &paper.media)}</p>
            </li>
        }
        .into_any()
    })
}

/// Where the rules come from.
pub(super) fn sources(frame: &Frame, rules: &RuleSet) -> AnyView {
    let rows: Vec<_> =
        rules.sources.iter().map(|source| view! { <li>{choose::source_line(frame, source)}</li> }).collect();
    view! {
        <div class="not-printed">
            {disclosure(frame.t("front-sources"), false, view! { <ul>{rows}</ul> })}
        </div>
    }
    .into_any()
}
