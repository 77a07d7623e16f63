//! The papers of an application: what is asked for, what has come, and the forms that send it.
//!
//! Each form is plain: a file goes with a post and a new page comes back. The live uploader stands around it.

use super::{examples::examples, phone, words};
use crate::{
    Frame, Page,
    pages::applications::{Head, words::numbered},
    ui::{
        Banner, Button, Form, FormState, Icon, Tone, back_link_to, badge, disclosure, format, icon, layout,
        live::uploader,
    },
};
use domain::{
    applications::Fault,
    documents::{Media, Refusal, Remark, Version, life, limits::MAX_BYTES},
    review::RedoReason,
};
use leptos::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// The papers of an application, as those see them who send them.
#[derive(Clone, Debug)]
pub struct Model {
    /// The application's id.
    pub application: Uuid,
    /// What people call it: `GW-…`.
    pub number: String,
    /// The business's name as declared; empty until then.
    pub name: String,
    /// What is asked for, in the rules' order.
    pub papers: Vec<Paper>,
    /// What is wrong with what was just sent.
    pub form: FormState,
}

/// A paper that is asked for.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its code in the rules.
    pub code: String,
    /// Message key of its name.
    pub label: String,
    /// For the how many-eth of several it is.
    pub number: Option<u8>,
    /// Message key of what a good picture of it looks like.
    pub hint: String,
    /// The kinds of files that are taken.
    pub media: Vec<Media>,
    /// Whether it can't be left out.
    pub required: bool,
    /// How many files of it there may be.
    pub most: u8,
    /// Whether anything of it can be sent now.
    pub open: bool,
    /// Whether it need not be given after all.
    pub not_needed: bool,
    /// Message key of the paper that serves for it, where none was given for itself.
    pub served: Option<String>,
    /// That it is asked for though nothing came of it: why, and the reviewer's own words.
    pub asked: Option<(RedoReason, String)>,
    /// Where all that is asked for stands, where anything is.
    pub changes: Option<String>,
    /// What has come of it.
    pub files: Vec<File>,
}

/// A file that has come, in the version that counts.
#[derive(Clone, Debug)]
pub struct File {
    /// The version's id.
    pub version: Uuid,
    /// The document's id.
    pub document: Uuid,
    /// The name it came with.
    pub name: String,
    /// Where it stands.
    pub state: Version,
    /// Its bytes.
    pub size: u64,
    /// Pictures of its pages.
    pub pictures: u16,
    /// What the sender had better know.
    pub remarks: Vec<Remark>,
    /// When it came.
    pub at: OffsetDateTime,
    /// Why it is to be sent again, and the reviewer's own words.
    pub redo: Option<(RedoReason, String)>,
    /// Whether another one can be sent in its place.
    pub replaceable: bool,
    /// Whether it can be taken away.
    pub removable: bool,
    /// A replacement of it that was not taken.
    pub not_taken: Option<Refusal>,
}

/// The name of the file field of a form: a new file of a paper, or one in place of a document.
pub fn field(paper: &str, document: Option<Uuid>) -> String {
    document.map_or_else(|| format!("file.{paper}"), |document| format!("file.{paper}.{document}"))
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("documents-title");
    Page::new(form.title(&title), || {
        let papers: Vec<_> =
            model.papers.iter().map(|paper| self::paper(frame, model, &form, paper)).collect();
        let head = Head { id: model.application, number: model.number.clone(), name: model.name.clone() };
        layout::merchant(
            frame,
            view! {
                {back_link_to(head.at(frame, ""), frame.t("applications-section-all"))}
                {form.summary()}
                {head.caption(frame)}
                <h1>{title}</h1>
                <p>{lead(frame)}</p>
                {help(frame)}
                {checking(frame, model)}
                {papers}
            },
        )
    })
}

fn lead(frame: &Frame) -> String {
    frame.ta("documents-lead", &[("max", format::size(MAX_BYTES))])
}

/// What a good picture looks like, and how an iPhone sends one that can be opened everywhere.
fn help(frame: &Frame) -> AnyView {
    let heic: Vec<_> = ["camera", "share", "mac"]
        .into_iter()
        .map(|way| view! { <li>{frame.t(&format!("documents-heic-{way}"))}</li> })
        .collect();
    view! {
        {disclosure(frame.t("documents-examples-title"), false, examples(frame))}
        {disclosure(frame.t("documents-heic-title"), false, view! { <ul>{heic}</ul> })}
    }
    .into_any()
}

/// While a check is under way the page says so; looking again is a plain link.
fn checking(frame: &Frame, model: &Model) -> Option<AnyView> {
    let under_way = model
        .papers
        .iter()
        .flat_map(|paper| &paper.files)
        .any(|file| matches!(file.state, Version::Quarantined { .. }));
    under_way.then(|| {
        Banner::new(Tone::Waiting, frame.t("documents-checking"))
            .text(frame.t("documents-checking-text"))
            .action(Button::secondary(frame.t("documents-look-again")).link(address(frame, model, "")))
            .view()
    })
}

fn address(frame: &Frame, model: &Model, rest: &str) -> String {
    frame.at(&format!("/applications/{}/papers{rest}", model.application))
}

fn paper(frame: &Frame, model: &Model, form: &Form<'_>, paper: &Paper) -> AnyView {
    let heading = format!("{}-heading", paper.code);
    let label = numbered(frame, &paper.label, paper.number);
    let need = frame.t(if paper.not_needed {
        "applications-paper-status-not-needed"
    } else if paper.required {
        "documents-required"
    } else {
        "documents-optional"
    });
    let served = paper.served.as_ref().map(|label| {
        view! { <p>{frame.ta("applications-paper-served", &[("paper", frame.t(label))])}</p> }
    });
    let asked = paper.asked.as_ref().map(|(reason, said)| {
        let nothing =
            paper.files.is_empty() && RedoReason::fitting(&Fault::Paper(String::new())).contains(reason);
        let title = if nothing { words::missing(frame, *reason) } else { words::redo(frame, *reason) };
        request(frame, paper, title, *reason, said)
    });
    let files: Vec<_> = paper.files.iter().map(|file| self::file(frame, model, form, paper, file)).collect();
    let list = (!files.is_empty()).then(|| view! { <ul class="paper-files">{files}</ul> });
    let more = paper.open && paper.files.len() < usize::from(paper.most);
    let send = more.then(|| upload(frame, model, form, paper, None));
    let closed = (!paper.open && paper.files.is_empty() && !paper.not_needed)
        .then(|| view! { <p class="hint">{frame.t("documents-closed")}</p> });
    view! {
        <section class="card flow paper" id=paper.code.clone() aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{label}</h2>
            <p class="hint">{need}" · "{frame.t(&paper.hint)}</p>
            {served}
            {asked}
            {list}
            {send}
            {closed}
        </section>
    }
    .into_any()
}

/// What the desk says about a paper or a file, how to put it right, and the way to explain that it is right.
fn request(frame: &Frame, paper: &Paper, title: String, reason: RedoReason, said: &str) -> AnyView {
    let mut banner = Banner::new(Tone::NeedsYou, title);
    if !said.trim().is_empty() {
        banner = banner.text(said);
    }
    if let Some(hint) = words::redo_hint(frame, reason) {
        banner = banner.point(hint);
    }
    if let Some(changes) = &paper.changes {
        banner = banner
            .action(Button::quiet(frame.t("applications-explanation-title")).link(changes.clone()).small());
    }
    banner.view()
}

fn file(frame: &Frame, model: &Model, form: &Form<'_>, paper: &Paper, file: &File) -> AnyView {
    let (tone, word) = words::state(frame, &file.state);
    let details = [("size", format::size(file.size)), ("at", format::instant(frame, file.at))];
    let refused = match file.state {
        Version::Rejected { fault: life::Fault::File(refusal) } => Some(words::refused(frame, refusal)),
        _ => None,
    };
    let refused = refused.map(|text| view! { <p class="error">{icon(Icon::Wrong)}{text}</p> });
    let not_taken = file.not_taken.map(|refusal| {
        let why = [("why", words::refused(frame, refusal))];
        view! { <p class="error">{icon(Icon::Wrong)}{frame.ta("documents-replacement-not-taken", &why)}</p> }
    });
    let remarks: Vec<_> = file
        .remarks
        .iter()
        .map(|remark| view! { <p class="hint">{icon(Icon::NeedsYou)}{frame.t(&remark.message_key())}</p> })
        .collect();
    let redo = file
        .redo
        .as_ref()
        .map(|(reason, said)| request(frame, paper, words::redo(frame, *reason), *reason, said));
    let shown = if file.name.is_empty() { frame.t("documents-no-name") } else { file.name.clone() };
    view! {
        <li class="paper-file flow">
            <div class="paper-file-head">
                <p class="paper-file-name"><bdi>{shown}</bdi></p>
                {badge(tone, word)}
            </div>
            <p class="hint">{frame.ta("documents-details", &details)}</p>
            {redo}
            {refused}
            {not_taken}
            {remarks}
            {pictures(frame, file)}
            {acts(frame, model, form, paper, file)}
        </li>
    }
    .into_any()
}

/// Our own pictures of the pages, small; each opens in full.
fn pictures(frame: &Frame, file: &File) -> Option<AnyView> {
    let all = file.pictures;
    let pictures: Vec<_> = (1..=all)
        .map(|page| {
            let whole = frame.at(&format!("/documents/{}/pages/{page}", file.version));
            let small = format!("{whole}/small");
            let words = [("page", page.to_string()), ("pages", all.to_string())];
            let alt = frame.ta("documents-page", &words);
            view! { <li><a href=whole><img src=small alt=alt loading="lazy" decoding="async"/></a></li> }
        })
        .collect();
    (all > 0).then(|| view! { <ul class="paper-pages">{pictures}</ul> }.into_any())
}

/// Replacing, keeping and removing a file.
fn acts(frame: &Frame, model: &Model, form: &Form<'_>, paper: &Paper, file: &File) -> AnyView {
    let original = (file.pictures > 0).then(|| {
        Button::quiet(frame.t("documents-original"))
            .icon(Icon::Download)
            .small()
            .about(file.name.clone())
            .link(frame.at(&format!("/documents/{}/original", file.version)))
            .view()
    });
    let remove = file.removable.then(|| {
        Button::quiet(frame.t("common-remove"))
            .small()
            .about(file.name.clone())
            .post(address(frame, model, "/remove"))
            .with("document", file.document.to_string())
            .view()
    });
    let replace = file.replaceable.then(|| {
        let name = field(&paper.code, Some(file.document));
        let wanted = file.state.is_wrong() || model.form.error_of(&name).is_some();
        disclosure(
            frame.t("documents-replace"),
            wanted,
            upload(frame, model, form, paper, Some(file.document)),
        )
    });
    view! { <div class="paper-file-acts">{original}{remove}</div>{replace} }.into_any()
}

fn upload(frame: &Frame, model: &Model, form: &Form<'_>, paper: &Paper, document: Option<Uuid>) -> AnyView {
    let (label, act) = match document {
        Some(_) => ("documents-file-new", "documents-replace-send"),
        None if paper.files.is_empty() => ("documents-file", "documents-send"),
        None => ("documents-file-more", "documents-send"),
    };
    let name = [("paper", numbered(frame, &paper.label, paper.number))];
    let control = form
        .file(&field(&paper.code, document), frame.ta(label, &name))
        .hint(kinds_taken(frame, &paper.media))
        .accept(Media::accept(&paper.media));
    let several = document.is_none() && usize::from(paper.most) > paper.files.len() + 1;
    let control = if several { control.multiple() } else { control };
    let hidden = document.map(|document| {
        view! { <input type="hidden" name="document" value=document.to_string()/> }
    });
    let id =
        document.map_or_else(|| format!("send-{}", paper.code), |document| format!("replace-{document}"));
    let plain = view! {
        <form method="post" id=id action=address(frame, model, "") enctype="multipart/form-data" class="form">
            <input type="hidden" name="paper" value=paper.code.clone()/>
            {hidden}
            {control}
            {Button::secondary(frame.t(act)).icon(Icon::Upload).about(numbered(frame, &paper.label, paper.number))}
        </form>
    };
    let taken: Vec<&str> = paper.media.iter().map(|media| media.mime()).collect();
    let name = numbered(frame, &paper.label, paper.number);
    let on = phone::button(frame, address(frame, model, "/phone"), (&paper.code, document), name);
    view! { {uploader(frame, MAX_BYTES, &taken, plain)} {on} }.into_any()
}

/// Which kinds of files are taken, and how large.
pub fn kinds_taken(frame: &Frame, media: &[Media]) -> String {
    let kinds: Vec<String> = media.iter().map(|media| media.extension().to_uppercase()).collect();
    let kinds = kinds.join(&frame.t("common-comma"));
    frame.ta("documents-kinds", &[("kinds", kinds), ("max", format::size(MAX_BYTES))])
}

#[cfg(test)]
mod tests;
