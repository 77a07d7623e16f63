//! The papers: our own pictures of them, page by page. Originals leave only as downloads.

use super::{
    super::viewer::{self, Look},
    File, Model, facts,
    items::{self, Item},
};
use crate::{
    Frame,
    pages::applications::words,
    ui::{Button, Icon, Tone, badge, disclosure, format},
};
use domain::{
    applications::{Fault, Paper},
    documents::{Version, life},
};
use leptos::prelude::*;

/// The left pane: a part for each paper the rules name, in their order.
pub(super) fn pane(frame: &Frame, model: &Model) -> AnyView {
    let papers: Vec<_> = model.rules.papers.iter().map(|paper| part(frame, model, paper)).collect();
    let title = frame.t("review-papers-title");
    view! {
        <div class="part-head"><h2>{title.clone()}</h2>{facts::accept_all(frame, model, facts::PAPERS, &title)}</div>
        {papers}
    }
    .into_any()
}

fn part(frame: &Frame, model: &Model, paper: &Paper) -> AnyView {
    let label = words::paper(frame, paper);
    let files: Vec<_> = model
        .files
        .iter()
        .filter(|file| file.paper == paper.code && file.current)
        .map(|file| {
            let earlier: Vec<&File> = model
                .files
                .iter()
                .filter(|other| other.document == file.document && other.id != file.id)
                .collect();
            current(frame, model, &label, file, &earlier)
        })
        .collect();
    let served = model.item(&Fault::Paper(paper.code.clone())).and_then(|item| item.served_by.clone());
    let served = served.and_then(|code| model.rules.paper(&code)).map(|other| {
        let by = [("paper", words::paper(frame, other))];
        view! { <p class="hint">{frame.ta("applications-paper-served", &by)}</p> }
    });
    let missing = (files.is_empty() && served.is_none()).then(|| {
        let (tone, key) = if paper.min > 0 {
            (Tone::NeedsYou, "review-item-due")
        } else {
            (Tone::Neutral, "review-papers-optional")
        };
        badge(tone, frame.t(key))
    });
    let what = Fault::Paper(paper.code.clone());
    let line = model.item(&what).map(|item| items::line(frame, model, item));
    view! { <section class="paper flow" id=format!("paper-{}", paper.code) tabindex="-1" data-part=""><h3>{label}</h3>{missing}{served}{line}{files}</section> }
        .into_any()
}

fn current(frame: &Frame, model: &Model, label: &str, file: &File, earlier: &[&File]) -> AnyView {
    let item = model.items.iter().find(|item| is_of(item, file));
    let line = item.map(|item| items::line(frame, model, item));
    let beside = item.and_then(|item| beside(frame, model, label, item, file));
    let before = (!earlier.is_empty()).then(|| {
        let files: Vec<_> = earlier
            .iter()
            .map(|file| view! { <li class="flow">{about(frame, file)}{earlier_pages(frame, file)}</li> })
            .collect();
        disclosure(frame.t("review-file-previous"), false, view! { <ul class="plain flow">{files}</ul> })
    });
    view! {
        <article class="file flow">
            {about(frame, file)}
            {line}
            {beside}
            {pages(frame, model, label, item, file)}
            {before}
        </article>
    }
    .into_any()
}

fn is_of(item: &Item, file: &File) -> bool {
    matches!(&item.what, Fault::Document(_, document) if document.to_string() == file.document)
}

/// The first page of the file that was asked about beside that of the one that came for it.
fn beside(frame: &Frame, model: &Model, label: &str, item: &Item, file: &File) -> Option<AnyView> {
    let before = item.asked.as_ref()?.before_file.clone()?;
    let picture = |id: &str, key: &str| {
        let src = viewer::picture(frame, id, 1, &model.look, 0);
        let alt = frame.ta(&format!("{key}-of"), &[("paper", label.to_owned())]);
        let to = Look { page: 1, beside: true, ..Look::default() }.at(&item.path(&model.path));
        view! {
            <figure>
                <figcaption>{frame.t(key)}</figcaption>
                <a class="page-picture" href=to><img src=src alt=alt loading="lazy" decoding="async"/></a>
            </figure>
        }
    };
    (file.pictures > 0).then(|| {
        view! {
            <div class="before-after-files">{picture(&before, "review-before")}{picture(&file.id, "review-now")}</div>
        }
        .into_any()
    })
}

/// Name, state, remarks, and the way to the original.
fn about(frame: &Frame, file: &File) -> AnyView {
    let name = if file.name.is_empty() { frame.t("review-file-no-name") } else { file.name.clone() };
    let kind = file.media.map(|media| media.word().to_uppercase()).unwrap_or_default();
    let args = [("kind", kind), ("size", format::size(file.size)), ("at", format::instant(frame, file.at))];
    let remarks: Vec<_> = file
        .remarks
        .iter()
        .map(|remark| view! { <li>{badge(Tone::NeedsYou, frame.t(&remark.message_key()))}</li> })
        .collect();
    let remarks = (!remarks.is_empty()).then(|| view! { <ul class="plain">{remarks}</ul> });
    let download = (file.pictures > 0).then(|| {
        Button::quiet(frame.t("documents-original"))
            .link(frame.at(&format!("/documents/{}/original", file.id)))
            .icon(Icon::Download)
            .about(name.clone())
            .small()
    });
    view! {
        <p class="cluster"><strong class="file-name">{name}</strong>{state(frame, &file.version)}</p>
        <p class="hint">{frame.ta("review-file-details", &args)}</p>
        {refusal(frame, &file.version)}
        {remarks}
        <p class="hint">{frame.t("review-file-sha256")}" "<code class="hash">{file.sha256.clone()}</code></p>
        {download.map(Button::view)}
    }
    .into_any()
}

fn state(frame: &Frame, version: &Version) -> AnyView {
    let tone = match version {
        Version::Accepted { .. } => Tone::Good,
        Version::Scanned { .. } | Version::PendingReview { .. } => Tone::NeedsYou,
        Version::Uploading { .. } | Version::Quarantined { .. } => Tone::Waiting,
        Version::Rejected { .. } | Version::RedoRequested { .. } | Version::Expired => Tone::Wrong,
        Version::Superseded { .. } | Version::Purged { .. } => Tone::Neutral,
    };
    badge(tone, frame.t(&format!("review-file-state-{}", words::dashed(version.word()))))
}

/// Why it wasn't taken, where our machines refused it.
fn refusal(frame: &Frame, version: &Version) -> Option<AnyView> {
    match version {
        Version::Rejected { fault: life::Fault::File(refusal) } => {
            Some(view! { <p>{frame.t(&refusal.message_key())}</p> }.into_any())
        }
        _ => None,
    }
}

/// That another font stood in for one of this page's own, where it did.
fn substituted(frame: &Frame, file: &File, page: u16) -> Option<AnyView> {
    file.substituted.contains(&page).then(|| {
        let words = frame.ta("review-file-substituted", &[("page", page.to_string())]);
        view! { <p class="hint">{words}</p> }.into_any()
    })
}

/// Links to each page of a version that counts no more.
fn earlier_pages(frame: &Frame, file: &File) -> AnyView {
    links(frame, file, |page| viewer::picture(frame, &file.id, page, "", 0))
}

/// The pictures themselves, loaded as they come into view, each with the way to the viewer; and links to each.
fn pages(frame: &Frame, model: &Model, label: &str, item: Option<&Item>, file: &File) -> AnyView {
    let anchor = |page: u16| format!("page-{}-{page}", file.id);
    let to = |page: u16| match item {
        Some(item) => Look { page, ..Look::default() }.at(&item.path(&model.path)),
        None => viewer::picture(frame, &file.id, page, "", 0),
    };
    let pictures: Vec<_> = (1..=file.pictures)
        .map(|page| {
            let args = [
                ("paper", label.to_owned()),
                ("page", page.to_string()),
                ("pages", file.pictures.to_string()),
            ];
            let src = viewer::picture(frame, &file.id, page, &model.look, 0);
            view! {
                {substituted(frame, file, page)}
                <a class="page-picture" id=anchor(page) href=to(page)>
                    <img src=src alt=frame.ta("review-file-page-of", &args) loading="lazy" decoding="async"/>
                </a>
            }
        })
        .collect();
    view! {
        {links(frame, file, |page| format!("#{}", anchor(page)))}
        {pictures}
    }
    .into_any()
}

fn links(frame: &Frame, file: &File, href: impl Fn(u16) -> String) -> AnyView {
    if file.pictures == 0 {
        return view! { <p class="hint">{frame.t("review-file-no-pictures")}</p> }.into_any();
    }
    let links: Vec<_> = (1..=file.pictures)
        .map(|page| {
            let word = frame.ta("review-file-page", &[("page", page.to_string())]);
            view! { <li><a href=href(page)>{word}</a></li> }
        })
        .collect();
    view! { <ul class="cluster plain" aria-label=frame.t("review-file-pages")>{links}</ul> }.into_any()
}
