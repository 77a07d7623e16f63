//! Going on with a phone: the picture to scan on one screen, the upload of one paper on the other.

use super::{
    examples::examples,
    papers::{field, kinds_taken},
};
use crate::{
    Frame, Page,
    pages::applications::{Head, words},
    ui::{
        Banner, Button, Form, FormState, Icon, Tone, back_link_to, copy_field, disclosure, format, layout,
        live::following,
    },
};
use domain::{applications::Paper, documents::Media};
use leptos::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// A link whose file is waited for.
#[derive(Clone, Debug)]
pub struct Followed {
    /// Which application.
    pub head: Head,
    /// The link's id.
    pub link: Uuid,
    /// Which paper.
    pub paper: Paper,
    /// Until when it is good.
    pub until: OffsetDateTime,
}

/// A new link.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The address that it opens.
    pub link: String,
    /// The same as a picture, SVG of ours.
    pub qr: String,
}

/// The page on the first screen: it follows until a file has come.
pub fn follow(frame: &Frame, model: &Followed, shown: Option<&Shown>) -> Page {
    let paper = words::paper(frame, &model.paper);
    let title = frame.ta("phone-title", &[("paper", paper)]);
    Page::new(title.clone(), || {
        let papers = model.head.at(frame, &format!("/papers#{}", model.paper.code));
        let here = model.head.at(frame, &format!("/papers/phone/{}", model.link));
        let until = [("until", format::instant(frame, model.until))];
        layout::merchant(
            frame,
            following(
                here.clone(),
                view! {
                    {back_link_to(papers, frame.t("phone-back"))}
                    {model.head.caption(frame)}
                    <h1>{title}</h1>
                    {shown.map(|shown| picture(frame, shown))}
                    <p>{frame.ta("phone-until", &until)}</p>
                    <p>{frame.t("phone-follow")}</p>
                    <p>{Button::secondary(frame.t("phone-look")).link(here)}</p>
                },
            ),
        )
    })
}

fn picture(frame: &Frame, shown: &Shown) -> AnyView {
    view! {
        <p>{frame.t("phone-scan")}</p>
        <figure class="qr" role="img" aria-label=frame.t("phone-qr") inner_html=shown.qr.clone()></figure>
        {copy_field(frame.t("phone-copy"), "link", shown.link.clone())}
        <p class="hint">{frame.t("phone-once")}</p>
    }
    .into_any()
}

/// The button on the page of papers that leads here: for a paper by its code, or a file in place of a document.
pub(super) fn button(
    frame: &Frame,
    action: String,
    (code, document): (&str, Option<Uuid>),
    name: String,
) -> AnyView {
    let button = Button::quiet(frame.t("phone-button")).small().about(name).post(action).with("paper", code);
    match document {
        Some(document) => button.with("document", document.to_string()).view(),
        None => button.view(),
    }
}

/// The upload of one paper, on a phone that isn't signed in.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address of this page.
    pub path: String,
    /// The paper.
    pub paper: Paper,
    /// Whether the file takes the place of another.
    pub replaces: bool,
    /// How many more files of it there may be.
    pub more: usize,
    /// Until when the link is good.
    pub until: OffsetDateTime,
    /// What is wrong with what was just sent.
    pub form: FormState,
}

/// The page on the phone.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = words::paper(frame, &model.paper);
    Page::new(form.title(&title), || {
        let until = [("until", format::instant(frame, model.until))];
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.t(&model.paper.hint)}</p>
                {upload(frame, model, &form)}
                <p class="hint">{frame.ta("phone-until", &until)}</p>
                {disclosure(frame.t("documents-examples-title"), true, examples(frame))}
            },
        )
    })
}

fn upload(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let name = [("paper", words::paper(frame, &model.paper))];
    let label = if model.replaces { "documents-file-new" } else { "documents-file" };
    let control = form
        .file(&field(&model.paper.code, None), frame.ta(label, &name))
        .hint(kinds_taken(frame, &model.paper.media))
        .accept(Media::accept(&model.paper.media));
    let control = if model.more > 1 { control.multiple() } else { control };
    view! {
        <form method="post" action=model.path.clone() enctype="multipart/form-data" class="form">
            {control}
            {Button::primary(frame.t("documents-send")).icon(Icon::Upload)}
        </form>
    }
    .into_any()
}

/// A file has come: on with the other screen.
pub fn used(frame: &Frame) -> Page {
    closed(frame, Tone::Good, "used")
}

/// The link isn't good any more, or not on this phone.
pub fn over(frame: &Frame) -> Page {
    closed(frame, Tone::Info, "over")
}

fn closed(frame: &Frame, tone: Tone, which: &str) -> Page {
    let title = frame.t(&format!("phone-{which}"));
    Page::new(title.clone(), || {
        let text = frame.t(&format!("phone-{which}-text"));
        layout::merchant(
            frame,
            view! { <h1>{title.clone()}</h1> {Banner::new(tone, title).text(text).view()} },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::render, i18n::has};
    use domain::{Lang, applications::rules};
    use time::macros::datetime;

    #[test]
    fn a_phone_is_shown_one_paper_and_nothing_else() {
        let book = rules::load_all().unwrap();
        let set = book.all().iter().find(|set| set.paper("business_licence").is_some()).unwrap();
        let paper = set.paper("business_licence").unwrap().clone();
        let until = datetime!(2026-11-28 09:00 UTC);
        let path = "/t/harbour/phone/A".to_owned();
        let model =
            Model { path, paper: paper.clone(), replaces: false, more: 2, until, form: FormState::default() };
        for lang in Lang::ALL {
            let frame = Frame::bare(lang);
            let html = render(&frame, page(&frame, &model));
            assert!(html.contains("multipart/form-data") && html.contains("multiple"), "{html}");
            assert!(!html.contains("/applications/") && !html.contains("<leptos-island"), "{html}");
            assert!(!html.contains("follow.js"), "{html}");
            for which in ["used", "over"] {
                for key in ["", "-text"] {
                    assert!(has(lang, &format!("phone-{which}{key}")));
                }
            }
        }
        let head = Head { id: Uuid::nil(), number: "GW-1".into(), name: String::new() };
        let followed = Followed { head, link: Uuid::nil(), paper, until };
        let shown = Shown { link: "https://pay.example/x".into(), qr: "<svg></svg>".into() };
        let frame = Frame::bare(Lang::En);
        let html = render(&frame, follow(&frame, &followed, Some(&shown)));
        assert!(html.contains("<svg></svg>") && html.contains("follow.js"), "{html}");
    }
}
