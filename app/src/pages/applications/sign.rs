//! The page of whoever signs, on their own phone: what was declared in their name, to be confirmed or disowned.

use super::{consents, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Form, FormState, SummaryList, Tone, format, layout, named},
};
use domain::applications::{Answer, Answers, Section};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What was declared in somebody's name.
#[derive(Clone, Debug)]
pub struct Model {
    /// The address of this page.
    pub path: String,
    /// What people call the application.
    pub number: String,
    /// The business's name as declared.
    pub business: String,
    /// Their name as declared.
    pub name: String,
    /// The sections that are shown.
    pub sections: Vec<Section>,
    /// The answers of these sections; sealed ones masked.
    pub answers: Answers,
    /// Kind and version of the agreement.
    pub agreement: (String, String),
    /// When it was handed in.
    pub handed_in: Option<OffsetDateTime>,
    /// Until when the link is good.
    pub until: OffsetDateTime,
    /// What is wrong with what was sent.
    pub form: FormState,
}

/// The agreement as it is read: what is kept as a digest with the signature.
pub fn agreement(frame: &Frame, kind: &str, version: &str) -> String {
    consents::text(frame, kind, version)
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.t("sign-title");
    Page::new(form.title(&title), || {
        let brand = frame.brand.as_ref().map(|brand| brand.name.clone()).unwrap_or_default();
        let args =
            [("business", named(frame, &model.business)), ("brand", brand), ("name", model.name.clone())];
        let sections: Vec<_> = model.sections.iter().map(|one| section(frame, model, one)).collect();
        layout::merchant(
            frame,
            view! {
                {form.summary()}
                <h1>{title}</h1>
                <p>{frame.ta("sign-lead", &args)}</p>
                <p>{frame.t("sign-what")}</p>
                {facts(frame, model)}
                <h2>{frame.t("sign-declared")}</h2>
                <p class="hint">{frame.t("sign-masked")}</p>
                {sections}
                {confirm(frame, model, &form)}
                {disown(frame, model)}
            },
        )
    })
}

fn facts(frame: &Frame, model: &Model) -> AnyView {
    let mut facts = SummaryList::new(frame)
        .row(frame.t("sign-you"), model.name.clone())
        .row(frame.t("sign-business"), model.business.clone())
        .row(frame.t("sign-number"), model.number.clone());
    if let Some(at) = model.handed_in {
        facts = facts.row(frame.t("sign-handed-in"), format::instant(frame, at));
    }
    facts.row(frame.t("sign-until"), format::instant(frame, model.until)).view()
}

/// What a section says; what was left out is left out.
fn section(frame: &Frame, model: &Model, section: &Section) -> AnyView {
    let Some(values) = model.answers.get(&section.code) else { return ().into_any() };
    let mut list = SummaryList::new(frame);
    for field in section.fields.iter().filter(|field| !matches!(field.answer, Answer::Accept { .. })) {
        let said = words::answer(frame, field, values);
        if !said.is_empty() {
            list = list.row(frame.t(&field.label), said);
        }
    }
    view! { <section class="card flow"><h3>{words::section(frame, section)}</h3>{list}</section> }.into_any()
}

fn confirm(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let (kind, version) = &model.agreement;
    view! {
        <h2>{frame.t("sign-agreement")}</h2>
        {consents::text_of(frame, kind, version)}
        <form method="post" action=model.path.clone() class="form" id="confirm">
            <input type="hidden" name="answer" value="confirmed"/>
            {form.checkbox("agreed", frame.t("sign-agreed"))}
            {Button::primary(frame.t("sign-confirm"))}
        </form>
    }
    .into_any()
}

fn disown(frame: &Frame, model: &Model) -> AnyView {
    view! {
        <h2>{frame.t("sign-not-me")}</h2>
        <p>{frame.t("sign-not-me-text")}</p>
        {Button::danger(frame.t("sign-disown")).post(model.path.clone()).with("answer", "disowned")}
    }
    .into_any()
}

/// It was answered; nothing of what was shown stands here any more.
pub fn answered(frame: &Frame) -> Page {
    closed(frame, Tone::Good, "answered")
}

/// The link was replaced, has run out, or isn't needed any more.
pub fn over(frame: &Frame) -> Page {
    closed(frame, Tone::Info, "over")
}

fn closed(frame: &Frame, tone: Tone, which: &str) -> Page {
    let title = frame.t(&format!("sign-{which}"));
    Page::new(title.clone(), || {
        let text = frame.t(&format!("sign-{which}-text"));
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
    use domain::{
        Lang,
        applications::{rules, signing},
    };
    use time::macros::datetime;

    #[test]
    fn whoever_signs_reads_what_was_declared_and_has_both_ways() {
        let book = rules::load_all().unwrap();
        let set = book.all().iter().find(|set| set.country == "CN" && set.kind == "enterprise").unwrap();
        let sections: Vec<Section> = signing::declared(set).into_iter().cloned().collect();
        let own = [("name".to_owned(), "李海风".to_owned()), ("id_number".to_owned(), "••••002X".to_owned())];
        let model = Model {
            path: "/t/harbour/sign/A".into(),
            number: "GW-1".into(),
            business: "海风<b>".into(),
            name: "李海风".into(),
            sections,
            answers: Answers::from([("representative".to_owned(), own.into())]),
            agreement: ("agreement".into(), "2026-11".into()),
            handed_in: None,
            until: datetime!(2026-11-28 09:00 UTC),
            form: FormState::default(),
        };
        for lang in Lang::ALL {
            let frame = Frame::bare(lang);
            let html = render(&frame, page(&frame, &model));
            assert!(html.contains("••••002X") && html.contains("海风&lt;b&gt;"), "{html}");
            assert!(html.contains("value=\"confirmed\"") && html.contains("value=\"disowned\""), "{html}");
            assert!(!html.contains("<leptos-island") && !html.contains("follow.js"), "{html}");
            assert!(!html.contains("style="), "{html}");
            assert!(agreement(&frame, "agreement", "2026-11").len() > 200);
            for which in ["answered", "over"] {
                for key in ["", "-text"] {
                    assert!(has(lang, &format!("sign-{which}{key}")));
                }
            }
        }
        let gone = render(&Frame::bare(Lang::En), answered(&Frame::bare(Lang::En)));
        assert!(!gone.contains("李海风"), "{gone}");
    }
}
