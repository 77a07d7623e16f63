//! While whoever signs is waited for: who that is, until when, and the link that they answer by.

use super::{Head, back_to_status, words::dashed};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, SummaryList, Tone, copy_field, format, layout, live::following},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Who is waited for.
#[derive(Clone, Debug)]
pub struct Model {
    /// Which application.
    pub head: Head,
    /// The code of the section that names whoever signs.
    pub section: String,
    /// Their name as declared.
    pub name: String,
    /// Where their mails go, masked; none where no address was declared as theirs.
    pub address: Option<String>,
    /// When the application runs out for want of it.
    pub ends: Option<OffsetDateTime>,
    /// The link that stands open.
    pub link: Option<Link>,
    /// A new link, shown this once.
    pub shown: Option<Shown>,
    /// Whether the reader may make and send links.
    pub submit: bool,
    /// Why nothing was done, where something was tried.
    pub form: FormState,
}

/// A link that stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whether it went by mail.
    pub by_mail: bool,
    /// When it was made.
    pub at: OffsetDateTime,
    /// When it was first looked at.
    pub opened: Option<OffsetDateTime>,
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

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("signing-title");
    Page::new(form.title(&title), || {
        let here = model.head.at(frame, "/signing");
        layout::merchant(
            frame,
            following(
                here.clone(),
                view! {
                    {back_to_status(frame, &model.head)}
                    {form.summary()}
                    {model.head.caption(frame)}
                    <h1>{title}</h1>
                    <p>{frame.t("signing-lead")}</p>
                    {facts(frame, model)}
                    {model.shown.as_ref().map(|shown| picture(frame, shown))}
                    {ways(frame, model, &here)}
                    <h2>{frame.t("signing-after")}</h2>
                    <p>{frame.t("signing-after-text")}</p>
                    <p>{Button::secondary(frame.t("signing-look")).link(here)}</p>
                },
            ),
        )
    })
}

/// Who signs, until when, and how the link stands.
fn facts(frame: &Frame, model: &Model) -> AnyView {
    let role = frame.t(&format!("applications-section-{}", dashed(&model.section)));
    let mut facts = SummaryList::new(frame)
        .row(frame.t("signing-who"), model.name.clone())
        .row(frame.t("signing-as"), role);
    if let Some(ends) = model.ends {
        facts = facts.row(frame.t("signing-until"), format::instant(frame, ends));
    }
    facts.row(frame.t("signing-link"), link(frame, model)).view()
}

fn link(frame: &Frame, model: &Model) -> String {
    let Some(link) = model.link else { return frame.t("signing-link-none") };
    let args = [
        ("at", format::instant(frame, link.at)),
        ("until", format::instant(frame, link.until)),
        ("opened", link.opened.map(|at| format::instant(frame, at)).unwrap_or_default()),
    ];
    match (link.opened, link.by_mail) {
        (Some(_), _) => frame.ta("signing-link-opened", &args),
        (None, true) => frame.ta("signing-link-mailed", &args),
        (None, false) => frame.ta("signing-link-shown", &args),
    }
}

/// The link to be scanned, and as text for whoever can't.
fn picture(frame: &Frame, shown: &Shown) -> AnyView {
    view! {
        <section class="card flow" aria-labelledby="signing-scan">
            <h2 id="signing-scan">{frame.t("signing-scan")}</h2>
            <p>{frame.t("signing-scan-text")}</p>
            <figure class="qr" role="img" aria-label=frame.t("signing-qr") inner_html=shown.qr.clone()></figure>
            {copy_field(frame.t("signing-copy"), "link", shown.link.clone())}
            <p class="hint">{frame.t("signing-once")}</p>
        </section>
    }
    .into_any()
}

/// The ways to whoever signs.
fn ways(frame: &Frame, model: &Model, here: &str) -> AnyView {
    if !model.submit {
        return Banner::new(Tone::Info, frame.t("signing-others")).view();
    }
    let label = if model.shown.is_some() { "signing-show-again" } else { "signing-show" };
    let show = Button::primary(frame.t(label)).post(here).with("by", "picture");
    let send = model.address.as_ref().map(|address| {
        let text = frame.ta("signing-send-text", &[("address", address.clone())]);
        view! {
            <p>{text}</p>
            {Button::secondary(frame.t("signing-send")).post(here).with("by", "mail")}
        }
    });
    let no_address = model.address.is_none().then(|| view! { <p>{frame.t("signing-no-mail")}</p> });
    view! {
        <h2>{frame.t("signing-ways")}</h2>
        <p class="hint">{frame.t("signing-replaces")}</p>
        {no_address}
        {show}
        {send}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::render;
    use domain::Lang;
    use time::macros::datetime;

    fn model(shown: Option<Shown>, submit: bool) -> Model {
        let at = datetime!(2026-11-28 09:00 UTC);
        Model {
            head: Head { id: uuid::Uuid::nil(), number: "GW-1".into(), name: "海风".into() },
            section: "representative".into(),
            name: "李海风".into(),
            address: Some("••••@haifeng.example".into()),
            ends: Some(at),
            link: Some(Link { by_mail: true, at, opened: None, until: at }),
            shown,
            submit,
            form: FormState::default(),
        }
    }

    #[test]
    fn the_page_follows_and_needs_no_script_to_go_on() {
        for lang in Lang::ALL {
            let frame = Frame { nonce: "n".into(), ..Frame::bare(lang) };
            let html = render(&frame, page(&frame, &model(None, true)));
            assert_eq!(html.matches("follow.js").count(), 1, "{html}");
            assert!(html.contains("data-follow=") && !html.contains("<leptos-island"), "{html}");
            assert!(html.contains("李海风") && html.contains("••••@haifeng.example"), "{html}");
            assert!(!html.contains("style="), "{html}");
        }
    }

    #[test]
    fn a_picture_stands_beside_its_link_and_whoever_may_not_has_no_buttons() {
        let frame = Frame::bare(Lang::En);
        let shown = Shown { link: "https://pay.example/t/x/sign/A".into(), qr: "<svg></svg>".into() };
        let html = render(&frame, page(&frame, &model(Some(shown), true)));
        assert!(html.contains("<svg></svg>") && html.contains("value=\"https://pay.example/t/x/sign/A\""));
        let html = render(&frame, page(&frame, &model(None, false)));
        assert!(!html.contains("action=\"/applications/") && !html.contains("name=\"by\""), "{html}");
    }
}
