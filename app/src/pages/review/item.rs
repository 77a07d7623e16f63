//! One item of a case, looked at closely: the file or the answer, what was asked and answered, what our machines found,
//! what the desk made of it, and the form for judging it.

use super::{
    case::{
        File, checks, history,
        items::{self, Item},
    },
    reveal,
    viewer::{Look, Viewed, viewer},
};
use crate::{
    Frame, Page,
    pages::applications::words,
    ui::{Banner, Button, Choice, Form, FormState, SummaryList, Tone, back_link_to, layout},
};
use domain::{
    applications::{Fault, RuleSet, Values},
    review::{Reason, RedoReason, Screened, Waiver},
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// The rules of the application.
    pub rules: RuleSet,
    /// The item.
    pub item: Item,
    /// The answers of its section; sealed ones masked.
    pub values: Values,
    /// The versions of its document, newest first.
    pub files: Vec<File>,
    /// How it is looked at.
    pub view: Look,
    /// What this page calls itself to the pictures that it shows.
    pub look: String,
    /// Whether the reader may have a sealed answer shown.
    pub reveal: bool,
    /// What our machines found of it.
    pub results: Vec<Screened>,
    /// Whether the reader may judge it.
    pub judge: bool,
    /// Whether the reader may propose that it is waived.
    pub waive: bool,
    /// The form: `mark`, `redo`, `words`, `ground`; and `reason` for a waiver.
    pub form: FormState,
    /// Why nothing was done, after it was tried; message keys.
    pub trouble: Option<(String, String)>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let label = items::label(frame, &model.rules, &model.item.what);
    Page::new(form.title(&label), || {
        let right = view! {
            {answer(frame, model)}
            {asked(frame, model)}
            {results(frame, model)}
            {said(frame, model)}
            {judging(frame, model, &form)}
            {items::earlier(frame, &model.item)}
            {waiving(frame, model, &form)}
        };
        let body = if model.files.is_empty() {
            view! { <div class="item-page flow">{right}</div> }.into_any()
        } else {
            layout::panes(
                frame.t("review-item-file"),
                viewer(frame, &viewed(model, &label)),
                frame.t("review-item-judgement"),
                right,
            )
        };
        layout::desk(
            frame,
            view! {
                {back_link_to(
                    format!("{}#{}", model.path, model.item.anchor()),
                    frame.ta("review-case-title", &[("number", model.number.clone())]),
                )}
                {form.summary()}
                {model.trouble.as_ref().map(|(title, text)| {
                    Banner::new(Tone::NeedsYou, frame.t(title)).text(frame.t(text)).view()
                })}
                <h1>{label.clone()}</h1>
                <p class="cluster">{items::standing(frame, &model.item)}</p>
                {body}
            },
        )
    })
}

fn viewed<'a>(model: &'a Model, label: &str) -> Viewed<'a> {
    Viewed {
        path: model.item.path(&model.path),
        label: label.to_owned(),
        files: &model.files,
        look: model.view,
        id: &model.look,
    }
}

fn answer(frame: &Frame, model: &Model) -> AnyView {
    let Fault::Field(section, field) = &model.item.what else { return ().into_any() };
    let Some(field) = model.rules.field(&format!("{section}.{field}")) else { return ().into_any() };
    let shown = words::answer(frame, field, &model.values);
    let reveal = (field.sealed && model.reveal && !shown.is_empty()).then(|| {
        Button::quiet(frame.t("review-reveal"))
            .about(frame.t(&field.label))
            .small()
            .link(reveal::path(&model.path, section, Some(&field.code)))
            .view()
    });
    let list = SummaryList::new(frame).row(frame.t(&field.label), shown).view();
    view! { {list} {reveal} }.into_any()
}

fn asked(frame: &Frame, model: &Model) -> AnyView {
    let Some(asked) = &model.item.asked else { return ().into_any() };
    let field = match &model.item.what {
        Fault::Field(section, field) => model.rules.field(&format!("{section}.{field}")),
        _ => None,
    };
    view! {
        <h2>{frame.t("review-item-asked")}</h2>
        {items::exchange(frame, &model.item.what, asked, field, Some(&model.values))}
    }
    .into_any()
}

fn results(frame: &Frame, model: &Model) -> AnyView {
    if model.results.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = model
        .results
        .iter()
        .map(|one| {
            let text = checks::words(frame, &model.rules, one);
            view! { <li class="check">{checks::mark(frame, one.outcome)}<span>{text}</span></li> }
        })
        .collect();
    view! { <h2>{frame.t("review-item-checks")}</h2><ul class="plain checks">{rows}</ul> }.into_any()
}

fn said(frame: &Frame, model: &Model) -> Option<AnyView> {
    let judged = model.item.judged.as_ref()?;
    Some(view! { <p>{items::said(frame, &model.item.what, judged)}</p> }.into_any())
}

fn judging(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    if !model.judge {
        return ().into_any();
    }
    let what = &model.item.what;
    let mark = |word: &str| {
        Choice::new(word, frame.t(&format!("review-judge-{}", words::dashed(word))))
            .hint(frame.t(&format!("review-judge-{}-hint", words::dashed(word))))
    };
    let marks = ["accepted", "sent_back", "rejected"]
        .into_iter()
        .filter(|word| model.item.given || *word == "sent_back")
        .map(mark)
        .collect();
    let redo = RedoReason::fitting(what)
        .iter()
        .map(|reason| Choice::new(reason.word(), items::redo(frame, what, *reason)))
        .collect();
    let grounds = Reason::ALL
        .iter()
        .map(|reason| {
            let words = history::reason(frame, *reason);
            let words = if reason.is_sayable() {
                words
            } else {
                frame.ta("review-judge-confidential", &[("ground", words)])
            };
            Choice::new(reason.word(), words)
        })
        .collect();
    let reject = model.item.given.then(|| {
        view! {
            {form.select("ground", frame.t("review-judge-ground"), grounds)
                .empty(frame.t("review-judge-choose"))
                .hint(frame.t("review-judge-ground-hint"))
                .optional()}
        }
    });
    view! {
        <h2>{frame.t("review-judge-title")}</h2>
        <form method="post" action=model.item.path(&model.path) class="form">
            <input type="hidden" name="item" value=model.item.token.clone()/>
            {form.radios("mark", frame.t("review-judge-mark"), marks)}
            {form.select("redo", frame.t("review-judge-redo"), redo)
                .empty(frame.t("review-judge-choose"))
                .hint(frame.t("review-judge-redo-hint"))
                .optional()}
            {form.textarea("words", frame.t("review-words")).hint(frame.t("review-judge-words-hint")).maxlength(1000).optional()}
            {reject}
            {Button::primary(frame.t("review-judge-submit"))}
        </form>
    }
    .into_any()
}

fn waiving(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let standing = model.item.waiver.as_ref().map(|waiver| {
        let label = items::label(frame, &model.rules, &model.item.what);
        items::waiver(frame, &model.path, &label, waiver)
    });
    let open =
        model.item.waiver.as_ref().is_none_or(|waiver| matches!(waiver.state, Waiver::Declined { .. }));
    let propose = (model.waive && open && model.item.required).then(|| {
        view! {
            <p>{frame.t("review-waive-text")}</p>
            <form method="post" action=format!("{}/waive", model.item.path(&model.path)) class="form">
                {form.textarea("reason", frame.t("review-waive-reason")).hint(frame.t("review-note-hint")).rows(3).maxlength(4000)}
                {Button::secondary(frame.t("review-waive-submit"))}
            </form>
        }
    });
    if standing.is_none() && propose.is_none() {
        return ().into_any();
    }
    view! { <h2>{frame.t("review-waive-title")}</h2>{standing}{propose} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{
        DocumentId, Lang, VersionId,
        applications::rules,
        documents::{Media, Version},
        review::{Judgement, Outcome, Requirement},
    };
    use time::{OffsetDateTime, macros::date};
    use uuid::Uuid;

    fn rules() -> RuleSet {
        rules::load_all().unwrap().current("cn-enterprise", date!(2026 - 11 - 23)).unwrap().clone()
    }

    fn file(id: u128, version: Version) -> File {
        File {
            id: VersionId(Uuid::from_u128(id)).to_string(),
            document: DocumentId(Uuid::from_u128(9)).to_string(),
            paper: "business_licence".into(),
            name: "licence.pdf".into(),
            version,
            media: Some(Media::Pdf),
            size: 1,
            sha256: String::new(),
            pictures: 3,
            remarks: vec![],
            substituted: vec![],
            at: OffsetDateTime::UNIX_EPOCH,
            current: id == 2,
        }
    }

    fn model(look: Look) -> Model {
        let what = Fault::Document("business_licence".into(), DocumentId(Uuid::from_u128(9)));
        let judged = items::Judged {
            judgement: Judgement::Rejected { reason: Reason::SuspectedForgery },
            by: "li@harbour.example".into(),
            at: OffsetDateTime::UNIX_EPOCH,
            version: None,
        };
        Model {
            path: "/t/harbour/desk/cases/c1".into(),
            number: "GW-7K2M9QX4D".into(),
            rules: rules(),
            item: Item {
                token: format!("{}@v2", what.token()),
                what: what.clone(),
                required: true,
                given: true,
                requirement: Requirement::Rejected,
                judged: Some(judged),
                earlier: vec![],
                asked: None,
                served_by: None,
                waiver: None,
            },
            values: Values::new(),
            files: vec![
                file(2, Version::PendingReview { pages: 3 }),
                file(1, Version::Superseded { by: VersionId(Uuid::from_u128(2)) }),
            ],
            view: look,
            look: "L".into(),
            reveal: true,
            results: vec![Screened {
                what,
                outcome: Outcome::Pass,
                key: domain::review::screened::FILE_SOUND.into(),
                args: vec![],
            }],
            judge: true,
            waive: true,
            form: FormState::default(),
            trouble: None,
        }
    }

    fn html(lang: Lang, look: Look) -> String {
        page(&Frame::bare(lang), &model(look)).body
    }

    #[test]
    fn everything_has_words_in_both_languages() {
        for lang in Lang::ALL {
            let html = html(lang, Look { page: 1, ..Look::default() });
            for area in ["review-", "applications-", "documents-", "audit-"] {
                let bare =
                    html.split([' ', '>', '"']).find(|word| word.starts_with(area) && !word.contains('='));
                assert_eq!(bare, None, "a key without words in {}", lang.tag());
            }
        }
    }

    #[test]
    fn the_viewer_is_made_of_links() {
        let html = html(Lang::En, Look { version: 0, page: 2, turn: 3, zoom: 1, beside: false });
        assert!(html.contains("class=\"viewer zoom-1\""), "{html}");
        let item =
            "/t/harbour/desk/cases/c1/items/document:business_licence:00000000-0000-0000-0000-000000000009";
        for query in [
            "version=0&amp;page=1&amp;turn=3&amp;zoom=1",
            "version=0&amp;page=3&amp;turn=3&amp;zoom=1",
            "version=0&amp;page=2&amp;turn=0&amp;zoom=1",
            "version=0&amp;page=2&amp;turn=3&amp;zoom=2",
            "version=0&amp;page=2&amp;turn=3&amp;zoom=0",
            "version=1&amp;page=1&amp;turn=3&amp;zoom=1",
            "version=0&amp;page=2&amp;turn=3&amp;zoom=1&amp;beside=yes",
        ] {
            assert!(html.contains(&format!("{item}?{query}")), "{query}: {html}");
        }
        // Turned by the server, so that what is written on it stands upright.
        let page = "/documents/00000000-0000-0000-0000-000000000002/pages/2?look=L&amp;turn=3";
        assert!(html.contains(page), "{html}");
        assert_eq!(html.matches("<img").count(), 1, "{html}");
        for keys in ["k", "j", "r", "v", "Plus", "- 0"] {
            assert!(html.contains(&format!("aria-keyshortcuts=\"{keys}\"")), "{keys}: {html}");
        }
    }

    #[test]
    fn the_version_before_stands_beside_the_one_now() {
        let html = html(Lang::En, Look { page: 1, beside: true, ..Look::default() });
        for version in [1, 2] {
            let page = format!("/documents/00000000-0000-0000-0000-00000000000{version}/pages/1?look=L");
            assert!(html.contains(&page), "{page}: {html}");
        }
        assert!(html.contains("This version alone"), "{html}");
        // Before the oldest there is none.
        let oldest = super::page(
            &Frame::bare(Lang::En),
            &model(Look { version: 1, page: 1, beside: true, ..Look::default() }),
        );
        assert_eq!(oldest.body.matches("<img").count(), 1, "{}", oldest.body);
    }

    #[test]
    fn keys_that_are_off_bring_no_script() {
        let model = model(Look { page: 1, ..Look::default() });
        let frame = Frame { keys: false, ..Frame::bare(Lang::En) };
        let off = page(&frame, &model).body;
        assert!(!off.contains("data-viewer") && off.contains("name=\"keys\" value=\"on\""), "{off}");
        let on = page(&Frame::bare(Lang::En), &model).body;
        assert!(
            on.contains("data-viewer=")
                && !on.contains("<leptos-island")
                && on.contains("name=\"keys\" value=\"off\""),
            "{on}"
        );
    }

    #[test]
    fn the_form_names_the_item_as_it_stands() {
        let html = html(Lang::En, Look { page: 1, ..Look::default() });
        assert!(html.contains("name=\"item\" value=\"document:business_licence:"), "{html}");
        assert!(html.contains("@v2\""), "{html}");
        assert!(html.contains("Suspected forgery (confidential)"), "{html}");
    }
}
