//! What goes back to the merchant, before it is sent: exactly as the merchant will read it, in their language.

use super::case::items;
use crate::{
    Frame, Page,
    pages::applications::changes::hint,
    ui::{Banner, Button, Tone, back_link_to, format, layout},
};
use domain::{
    Lang,
    applications::{Item, RuleSet},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// The rules of the application.
    pub rules: RuleSet,
    /// What goes back, in the rules' order.
    pub items: Vec<Item>,
    /// The language in which the merchant reads.
    pub lang: Lang,
    /// When the request runs out.
    pub until: OffsetDateTime,
    /// What it is bound to.
    pub seen: String,
    /// Why it can't be sent, as a message key.
    pub why_not: Option<String>,
    /// That something has moved on since the preview was opened.
    pub moved: bool,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("review-changes-title");
    Page::new(title.clone(), || {
        let theirs = Frame { lang: model.lang, ..frame.clone() };
        let preview: Vec<_> = model.items.iter().map(|item| request(&theirs, model, item)).collect();
        let until = [("when", format::instant(frame, model.until))];
        let moved = model.moved.then(|| {
            Banner::new(Tone::NeedsYou, frame.t("review-moved-title"))
                .text(frame.t("review-changes-moved"))
                .view()
        });
        let send = match &model.why_not {
            Some(key) => view! { <p>{frame.t(key)}</p> }.into_any(),
            None => view! {
                <p>{frame.ta("review-changes-until", &until)}</p>
                <form method="post" class="form">
                    <input type="hidden" name="seen" value=model.seen.clone()/>
                    {Button::primary(frame.t("review-changes-send"))}
                </form>
            }
            .into_any(),
        };
        let language = frame.t(&format!("review-changes-lang-{}", model.lang.tag().to_ascii_lowercase()));
        layout::desk(
            frame,
            view! {
                {back_link_to(
                    model.path.clone(),
                    frame.ta("review-case-title", &[("number", model.number.clone())]),
                )}
                {moved}
                <h1>{title}</h1>
                <p>{frame.ta("review-changes-text", &[("language", language)])}</p>
                <div class="flow narrow" lang=model.lang.tag()>{preview}</div>
                {send}
            },
        )
    })
}

fn request(theirs: &Frame, model: &Model, item: &Item) -> AnyView {
    let own = (!item.words.is_empty()).then(|| view! { <p class="typed">{item.words.clone()}</p> });
    let hint = hint(theirs, &model.rules, item).map(|hint| view! { <p class="hint">{hint}</p> });
    view! {
        <section class="card flow">
            <h2>{items::label(theirs, &model.rules, &item.what)}</h2>
            <p><strong>{items::redo(theirs, &item.what, item.reason)}</strong></p>
            {own}
            {hint}
        </section>
    }
    .into_any()
}
