//! What the merchant agreed to: every consent with its text, version, time, and who gave it from where; and the way to
//! take it back, with what follows said before.

use super::{Head, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, SummaryList, Tone, back_link_to, badge, format, layout},
};
use domain::applications::consent::{Asked, Follows};
use leptos::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its id, for its address.
    pub id: Uuid,
    /// Which text.
    pub kind: String,
    /// In which version.
    pub version: String,
    /// The address of whoever gave it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// From which network address.
    pub address: String,
    /// When it was taken back, and by whom where a person did.
    pub withdrawn: Option<(OffsetDateTime, Option<String>)>,
}

/// The consents of an application.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// Every one that was ever given, the newest first.
    pub given: Vec<Consent>,
    /// What is asked for and doesn't stand.
    pub lacking: Vec<Asked>,
    /// What follows now where one is taken back.
    pub follows: Follows,
}

/// What a consent is called, with its version.
pub fn name(frame: &Frame, kind: &str, version: &str) -> String {
    frame.ta(&format!("applications-{kind}-heading"), &[("version", version.to_owned())])
}

/// The page of all of them.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("consents-title");
    Page::new(title.clone(), || {
        let page = |one: &Consent| Some(model.head.at(frame, &format!("/consents/{}", one.id)));
        let given: Vec<_> = model.given.iter().map(|one| line(frame, one, page(one))).collect();
        let list = if given.is_empty() {
            view! { <p>{frame.t("consents-none")}</p> }.into_any()
        } else {
            view! { <ul class="entries">{given}</ul> }.into_any()
        };
        layout::merchant(
            frame,
            view! {
                {back(frame, model)}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                <p>{frame.t("consents-intro")}</p>
                {lacking(frame, model)}
                {list}
            },
        )
    })
}

fn back(frame: &Frame, model: &Model) -> AnyView {
    match model.follows {
        Follows::Undone => back_link_to(model.head.at(frame, ""), frame.t("applications-section-all")),
        _ => back_link_to(model.head.at(frame, "/status"), frame.t("consents-back-status")),
    }
}

/// What is asked for and doesn't stand, and the way to give it.
fn lacking(frame: &Frame, model: &Model) -> Vec<AnyView> {
    if model.follows == Follows::Noted {
        return Vec::new();
    }
    model.lacking.iter().map(|one| lacks(frame, model, one)).collect()
}

fn lacks(frame: &Frame, model: &Model, asked: &Asked) -> AnyView {
    let title = frame.ta("consents-lacking", &[("consent", name(frame, &asked.kind, &asked.version))]);
    let banner = Banner::new(Tone::NeedsYou, title);
    if model.follows == Follows::Undone {
        let section = model.head.at(frame, &format!("/sections/{}", asked.section));
        let way = Button::secondary(frame.t("consents-to-section")).link(section);
        return banner.text(frame.t("consents-lacking-draft")).action(way).view();
    }
    let text = if model.follows == Follows::Channel {
        "consents-lacking-channel"
    } else {
        "consents-lacking-review"
    };
    view! {
        {banner.text(frame.t(text))}
        <div class="flow">
            {text_of(frame, &asked.kind, &asked.version)}
            {Button::primary(frame.t("consents-give-again"))
                .post(model.head.at(frame, "/consents"))
                .with("kind", asked.kind.clone())
                .about(name(frame, &asked.kind, &asked.version))}
        </div>
    }
    .into_any()
}

/// A consent in a list: its name, who gave it, when and from where, what was taken back; the name leads to its page,
/// where the reader has one.
pub fn line(frame: &Frame, consent: &Consent, href: Option<String>) -> AnyView {
    let (tone, word) = state(consent);
    let name = name(frame, &consent.kind, &consent.version);
    let name = match href {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    view! {
        <li class="entry">
            <div class="entry-words">
                <p>{name}</p>
                <p class="hint">{given(frame, consent)}</p>
                {withdrawn(frame, consent).map(|words| view! { <p class="hint">{words}</p> })}
            </div>
            {badge(tone, frame.t(word))}
        </li>
    }
    .into_any()
}

/// Whether it stands.
const fn state(consent: &Consent) -> (Tone, &'static str) {
    if consent.withdrawn.is_some() {
        (Tone::Neutral, "consents-withdrawn")
    } else {
        (Tone::Good, "consents-stands")
    }
}

/// Who gave it, when and from where.
fn given(frame: &Frame, consent: &Consent) -> String {
    let words = [
        ("who", consent.by.clone()),
        ("when", format::instant(frame, consent.at)),
        ("address", consent.address.clone()),
    ];
    frame.ta("consents-given", &words)
}

/// Who took it back, and when.
fn withdrawn(frame: &Frame, consent: &Consent) -> Option<String> {
    let (at, by) = consent.withdrawn.as_ref()?;
    let when = ("when", format::instant(frame, *at));
    Some(match by {
        Some(who) => frame.ta("consents-withdrawn-by", &[("who", who.clone()), when]),
        None => frame.ta("consents-withdrawn-at", &[when]),
    })
}

/// The text of a version, as it is read.
pub(super) fn text(frame: &Frame, kind: &str, version: &str) -> String {
    frame.t(&format!("applications-{kind}-{version}"))
}

/// The same, paragraph by paragraph.
pub(super) fn paragraphs(frame: &Frame, kind: &str, version: &str) -> Vec<AnyView> {
    let text = text(frame, kind, version);
    text.split("\n\n").map(|part| view! { <p>{part.trim().to_owned()}</p> }.into_any()).collect()
}

/// The text as it was accepted.
pub(super) fn text_of(frame: &Frame, kind: &str, version: &str) -> AnyView {
    let label = name(frame, kind, version);
    view! { <section class="card flow agreement" aria-label=label>{paragraphs(frame, kind, version)}</section> }
        .into_any()
}

/// The page of one, which takes it back.
pub fn one(frame: &Frame, model: &Model, consent: &Consent) -> Page {
    let title = name(frame, &consent.kind, &consent.version);
    Page::new(title.clone(), || {
        let withdraw = consent.withdrawn.is_none().then(|| {
            let follows = words::dashed(model.follows.word());
            view! {
                <h2>{frame.t("consents-withdraw-title")}</h2>
                <p>{frame.t(&format!("consents-follows-{follows}"))}</p>
                {Button::danger(frame.t("consents-withdraw"))
                    .post(model.head.at(frame, &format!("/consents/{}", consent.id)))}
            }
        });
        let (tone, word) = state(consent);
        let mut facts = SummaryList::new(frame)
            .row_of(frame.t("consents-state"), badge(tone, frame.t(word)))
            .row(frame.t("consents-who"), consent.by.clone())
            .row(frame.t("consents-when"), format::instant(frame, consent.at))
            .row(frame.t("consents-from"), consent.address.clone());
        if let Some(words) = withdrawn(frame, consent) {
            facts = facts.row(frame.t("consents-withdrawn"), words);
        }
        layout::merchant(
            frame,
            view! {
                {back_link_to(model.head.at(frame, "/consents"), frame.t("consents-title"))}
                {model.head.caption(frame)}
                <h1>{title}</h1>
                {facts}
                {text_of(frame, &consent.kind, &consent.version)}
                {withdraw}
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::has;
    use domain::{
        Lang,
        applications::{consent, rules},
    };

    #[test]
    fn every_consent_and_what_follows_has_words() {
        for lang in Lang::ALL {
            for follows in Follows::ALL {
                assert!(
                    has(lang, &format!("consents-follows-{}", words::dashed(follows.word()))),
                    "{follows}"
                );
            }
            for set in rules::load_all().unwrap().all() {
                for asked in consent::asked(set) {
                    for key in ["heading", &asked.version] {
                        let key = format!("applications-{}-{key}", asked.kind);
                        assert!(has(lang, &key), "{key} in {}", lang.tag());
                    }
                }
            }
        }
    }
}
