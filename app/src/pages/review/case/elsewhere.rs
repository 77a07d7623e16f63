//! What the case has in common with other cases of the tenant. The desk's alone.

use super::Model;
use crate::{
    Frame,
    pages::applications::words,
    ui::{Tone, badge},
};
use domain::review::Link;
use leptos::prelude::*;

/// Another case with what both have in common.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Its address, number and name; nothing where the reader stands on its side.
    pub case: Option<(String, String, String)>,
    /// Whether it is the same merchant's.
    pub same_merchant: bool,
    /// What both have in common.
    pub links: Vec<Linked>,
}

/// Something that both have in common.
#[derive(Clone, Debug)]
pub struct Linked {
    /// What.
    pub link: Link,
    /// Where it is in this case.
    pub here: Spot,
    /// Where it is in the other one.
    pub there: Spot,
    /// Of pages, how alike they are in per cent.
    pub alike: Option<u8>,
}

/// A place in an application.
#[derive(Clone, Debug)]
pub enum Spot {
    /// A field of a section.
    Field(String, String),
    /// A page of a file.
    Page {
        /// The paper's code.
        paper: String,
        /// The address of our picture of it.
        picture: String,
        /// Which page, where it is one.
        page: Option<u16>,
    },
}

/// So many other cases are shown, those that have most in common first.
const CASES: usize = 4;

/// How many more there are that aren't shown.
fn more(frame: &Frame, key: &str, count: usize) -> Option<AnyView> {
    let words = frame.tn(key, u64::try_from(count).unwrap_or(u64::MAX), &[]);
    (count > 0).then(|| view! { <p class="hint">{words}</p> }.into_any())
}

/// The panel.
pub(super) fn panel(frame: &Frame, model: &Model) -> AnyView {
    let (first, rest) = model.elsewhere.split_at_checked(CASES).unwrap_or((&model.elsewhere, &[]));
    let cases: Vec<_> = first.iter().map(|one| case(frame, model, one)).collect();
    let more = more(frame, "review-elsewhere-more-cases", rest.len());
    let none = cases.is_empty().then(|| view! { <p>{frame.t("review-elsewhere-none")}</p> });
    let list = (!cases.is_empty()).then(|| view! { <ul class="plain flow">{cases}</ul> });
    view! {
        <section class="flow" id="elsewhere">
            <h2>{frame.t("review-elsewhere-title")}</h2>
            <p class="hint">{frame.t("review-elsewhere-confidential")}</p>
            {none}
            {list}
            {more}
        </section>
    }
    .into_any()
}

fn case(frame: &Frame, model: &Model, other: &Elsewhere) -> AnyView {
    let name = match &other.case {
        Some((href, number, name)) => {
            let named = if name.is_empty() { number.clone() } else { format!("{number} · {name}") };
            view! { <a href=href.clone()>{named}</a> }.into_any()
        }
        None => frame.t("review-elsewhere-not-yours").into_any(),
    };
    let same = other.same_merchant.then(|| badge(Tone::Neutral, frame.t("review-elsewhere-same-merchant")));
    let seen = other.case.is_some();
    let shown = one_of_each(&other.links);
    let more = more(frame, "review-elsewhere-more-links", other.links.len() - shown.len());
    let links: Vec<_> = shown.into_iter().map(|one| line(frame, model, one, seen)).collect();
    view! {
        <li class="flow">
            <p class="cluster"><strong>{name}</strong>{same}</p>
            <ul class="plain checks">{links}</ul>
            {more}
        </li>
    }
    .into_any()
}

/// The first of each kind: a second paper that both have says less than a second kind of thing.
fn one_of_each(links: &[Linked]) -> Vec<&Linked> {
    links.chunk_by(|one, next| one.link == next.link).filter_map(<[Linked]>::first).collect()
}

fn line(frame: &Frame, model: &Model, linked: &Linked, seen: bool) -> AnyView {
    let what = frame.t(&format!("review-link-{}", linked.link));
    let tone = if linked.link == Link::Phone { Tone::Neutral } else { Tone::NeedsYou };
    let alike = linked.alike.map(|alike| {
        let words = frame.ta("review-elsewhere-alike", &[("percent", alike.to_string())]);
        view! { " ("{words}")" }
    });
    // Whoever stands on the other side is told no more of that application than that there is something.
    let there =
        seen.then(|| view! { " "{frame.t("review-elsewhere-there")}" "{spot(frame, model, &linked.there)} });
    view! {
        <li class="check">
            {badge(tone, what)}
            <span>{frame.t("review-elsewhere-here")}" "{spot(frame, model, &linked.here)}{there}{alike}</span>
        </li>
    }
    .into_any()
}

fn spot(frame: &Frame, model: &Model, spot: &Spot) -> AnyView {
    match spot {
        Spot::Field(section, field) => {
            let declared = model.rules.section(section);
            let field = declared.and_then(|section| section.field(field)).map(|field| frame.t(&field.label));
            let section = declared.map(|section| frame.t(&section.label));
            let both: Vec<String> = section.into_iter().chain(field).collect();
            let words = if both.is_empty() { frame.t("review-elsewhere-answer") } else { both.join(" › ") };
            words.into_any()
        }
        Spot::Page { paper, picture, page } => {
            let paper = match model.rules.paper(paper) {
                Some(paper) => words::paper(frame, paper),
                None => frame.t("review-elsewhere-paper"),
            };
            let words = match page {
                Some(page) => {
                    frame.ta("review-elsewhere-page", &[("paper", paper), ("page", page.to_string())])
                }
                None => paper,
            };
            view! { <a href=picture.clone()>{words}</a> }.into_any()
        }
    }
}
