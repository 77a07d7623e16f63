//! What whoever was to sign said, as the desk sees it: to which text, when and from where.

use super::Model;
use crate::{
    Frame,
    pages::applications::consents::name,
    ui::{Banner, Tone, badge, format},
};
use domain::applications::signing::Answer;
use leptos::prelude::*;
use time::OffsetDateTime;

/// A signature, or a disavowal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// What was said.
    pub answer: Answer,
    /// Who was to sign, by their name as declared.
    pub name: String,
    /// When.
    pub at: OffsetDateTime,
    /// From which network address.
    pub address: String,
    /// The agreement's kind.
    pub kind: String,
    /// Its version.
    pub version: String,
    /// In which language it was read.
    pub lang: String,
    /// SHA-256 of it as it was read, in lower-case hex.
    pub hash: String,
}

/// The list, and a warning where the latest one is a disavowal; nothing where nobody was asked yet.
pub(super) fn signatures(frame: &Frame, model: &Model) -> AnyView {
    let Some(latest) = model.signatures.first() else { return ().into_any() };
    let disowned = (latest.answer == Answer::Disowned).then(|| {
        Banner::new(Tone::Wrong, frame.t("review-signature-disowned-title"))
            .text(frame.t("review-signature-disowned-text"))
            .view()
    });
    let lines: Vec<_> = model.signatures.iter().map(|one| line(frame, one)).collect();
    view! {
        <section class="flow" id="signatures">
            <h2>{frame.t("review-signatures")}</h2>
            {disowned}
            <ul class="entries">{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(frame: &Frame, one: &Signature) -> AnyView {
    let (tone, word) = match one.answer {
        Answer::Confirmed => (Tone::Good, "review-signature-confirmed"),
        Answer::Disowned => (Tone::Wrong, "review-signature-disowned"),
    };
    let args = [
        ("name", one.name.clone()),
        ("at", format::instant(frame, one.at)),
        ("address", one.address.clone()),
    ];
    let text = [("agreement", name(frame, &one.kind, &one.version)), ("lang", one.lang.clone())];
    view! {
        <li class="entry">
            <div class="entry-words">
                <p>{frame.ta("review-signature-by", &args)}</p>
                <p class="hint">{frame.ta("review-signature-text", &text)}</p>
                <p class="hint">"SHA-256 "<span class="code">{one.hash.clone()}</span></p>
            </div>
            {badge(tone, frame.t(word))}
        </li>
    }
    .into_any()
}
