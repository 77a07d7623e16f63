//! What the desk writes for itself, and what waits for a second person.

use super::{Model, items};
use crate::{
    Frame,
    ui::{Button, Form, format},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// A note.
#[derive(Clone, Debug)]
pub struct Note {
    /// Whether it says why the case was opened again.
    pub reopening: bool,
    /// Its text.
    pub text: String,
    /// The address of whoever wrote it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
}

/// The notes, newest first, and the form for another one.
pub(super) fn notes(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let lines: Vec<_> = model
        .notes
        .iter()
        .map(|note| {
            let args = [("email", note.by.clone()), ("at", format::instant(frame, note.at))];
            let head =
                note.reopening.then(|| view! { <strong>{frame.t("review-note-reopening")}</strong>" " });
            view! {
                <li class="desk-note">
                    <p class="hint">{head}{frame.ta("review-item-by", &args)}</p>
                    <p class="typed">{note.text.clone()}</p>
                </li>
            }
        })
        .collect();
    let list = if lines.is_empty() {
        view! { <p class="hint">{frame.t("review-notes-none")}</p> }.into_any()
    } else {
        view! { <ul class="plain flow">{lines}</ul> }.into_any()
    };
    let write = model.acts.note.then(|| {
        view! {
            <form method="post" action=format!("{}/notes", model.path) class="form">
                {form.textarea("text", frame.t("review-notes-text")).hint(frame.t("review-note-hint")).rows(3).maxlength(4000)}
                {Button::secondary(frame.t("review-notes-submit"))}
            </form>
        }
    });
    view! {
        <section class="flow" id="notes" tabindex="-1">
            <h2>{frame.t("review-notes-title")}</h2>
            {list}
            {write}
        </section>
    }
    .into_any()
}

/// Waivers that wait for their second person.
pub(super) fn waivers(frame: &Frame, model: &Model) -> AnyView {
    if model.proposed.is_empty() {
        return ().into_any();
    }
    let all: Vec<_> = model
        .proposed
        .iter()
        .map(|(what, waiver)| {
            items::waiver(frame, &model.path, &items::label(frame, &model.rules, what), waiver)
        })
        .collect();
    view! {
        <section class="flow" id="waivers">
            <h2>{frame.t("review-waive-waiting")}</h2>
            {all}
        </section>
    }
    .into_any()
}
