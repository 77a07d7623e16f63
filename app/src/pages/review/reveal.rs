//! Masked personal data, shown on purpose: the page that asks why, and the page that shows it for a minute. That one
//! leads back by itself; the server shows it no longer than it says.

use crate::{
    Frame, Page,
    pages::{applications::words, review::case::items},
    ui::{Banner, Button, Choice, Form, FormState, Icon, SummaryList, Tone, back_link_to, format, layout},
};
use domain::{
    applications::{Fault, RuleSet, Section, Values},
    review::reveal::{LONGEST_WORDS, Why},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page that asks shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// The rules of the application.
    pub rules: RuleSet,
    /// The section.
    pub section: Section,
    /// The codes of its fields that can be shown.
    pub fields: Vec<String>,
    /// Its answers, sealed ones masked.
    pub values: Values,
    /// What was shown of the application before, newest first.
    pub before: Vec<Past>,
    /// The form: `fields`, `reason`, `words`.
    pub form: FormState,
}

/// A reveal of the past.
#[derive(Clone, Debug)]
pub struct Past {
    /// The section's code.
    pub section: String,
    /// The codes of the fields.
    pub fields: Vec<String>,
    /// Why.
    pub why: Why,
    /// What was said about it.
    pub words: String,
    /// The address of whoever saw it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
}

/// What the page that shows it shows.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The case's own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// The rules of the application.
    pub rules: RuleSet,
    /// The section.
    pub section: Section,
    /// The codes of the fields that are shown.
    pub fields: Vec<String>,
    /// Its answers: those fields' as they are.
    pub values: Values,
    /// Until when.
    pub until: OffsetDateTime,
}

/// The address of the page that asks, with a field ticked.
pub fn path(case: &str, section: &str, field: Option<&str>) -> String {
    let ticked = field.map(|field| format!("?fields={field}")).unwrap_or_default();
    format!("{case}/reveal/{section}{ticked}")
}

/// Where the section stands on the case's page: the way back to the masked answers.
pub fn back(case: &str, section: &str) -> String {
    format!("{case}#section-{}", words::dashed(section))
}

/// The page that asks why.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let args = [("section", words::section(frame, &model.section))];
    let title = frame.ta("review-reveal-title", &args);
    Page::new(form.title(&title), || {
        layout::desk(
            frame,
            view! {
                {form.summary()}
                {way_back(frame, &model.path, &model.number, &model.section)}
                <h1>{title}</h1>
                <p class="measure">{frame.t("review-reveal-text")}</p>
                {asking(frame, model, &form)}
                {before(frame, model)}
            },
        )
    })
}

fn way_back(frame: &Frame, path: &str, number: &str, section: &Section) -> AnyView {
    let case = frame.ta("review-case-title", &[("number", number.to_owned())]);
    back_link_to(back(path, &section.code), case)
}

fn asking(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    let fields = model
        .section
        .fields
        .iter()
        .filter(|field| model.fields.contains(&field.code))
        .map(|field| {
            Choice::new(&field.code, frame.t(&field.label)).hint(words::answer(frame, field, &model.values))
        })
        .collect();
    let reasons = Why::ALL.iter().map(|why| Choice::new(why.word(), self::why(frame, *why))).collect();
    let most = u32::try_from(LONGEST_WORDS).unwrap_or(u32::MAX);
    view! {
        <form method="post" action=path(&model.path, &model.section.code, None) class="form">
            {form.checkboxes("fields", frame.t("review-reveal-fields"), fields)}
            {form.radios("reason", frame.t("review-reveal-reason"), reasons)}
            {form.textarea("words", frame.t("review-reveal-words")).hint(frame.t("review-reveal-words-hint")).rows(3).maxlength(most)}
            <div class="cluster">
                {Button::primary(frame.t("review-reveal-submit")).icon(Icon::Eye)}
                {Button::quiet(frame.t("common-cancel")).link(back(&model.path, &model.section.code))}
            </div>
        </form>
    }
    .into_any()
}

/// A reason in words.
fn why(frame: &Frame, why: Why) -> String {
    frame.t(&format!("review-reveal-why-{}", words::dashed(why.word())))
}

/// Who saw what of this application, and why: everybody of the desk reads it.
fn before(frame: &Frame, model: &Model) -> Option<AnyView> {
    let lines: Vec<_> = model
        .before
        .iter()
        .map(|past| {
            let fields: Vec<String> = past
                .fields
                .iter()
                .map(|field| {
                    items::label(frame, &model.rules, &Fault::Field(past.section.clone(), field.clone()))
                })
                .collect();
            let args = [
                ("email", past.by.clone()),
                ("at", format::instant(frame, past.at)),
                ("fields", fields.join(&frame.t("audit-detail-comma"))),
                ("why", why(frame, past.why)),
            ];
            view! {
                <li class="flow">
                    <p>{frame.ta("review-reveal-was", &args)}</p>
                    <p class="hint typed">{past.words.clone()}</p>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="flow">
                <h2>{frame.t("review-reveal-before")}</h2>
                <ul class="plain flow">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// The page that shows it.
pub fn shown(frame: &Frame, model: &Shown) -> Page {
    let args = [("section", words::section(frame, &model.section))];
    let title = frame.ta("review-reveal-shown-title", &args);
    Page::new(title.clone(), || {
        let until = [("time", format::clock(frame, model.until))];
        let list = model.section.fields.iter().filter(|field| model.fields.contains(&field.code)).fold(
            SummaryList::new(frame),
            |list, field| {
                let value = words::answer(frame, field, &model.values);
                list.row_of(frame.t(&field.label), view! { <strong class="answer">{value}</strong> })
            },
        );
        layout::desk(
            frame,
            view! {
                {way_back(frame, &model.path, &model.number, &model.section)}
                <h1>{title}</h1>
                {Banner::new(Tone::NeedsYou, frame.ta("review-reveal-until", &until)).text(frame.t("review-reveal-until-text"))}
                {list}
                {Button::primary(frame.t("review-reveal-hide")).link(back(&model.path, &model.section.code))}
            },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Lang, applications::rules};
    use time::macros::{date, datetime};

    fn rules() -> RuleSet {
        rules::load_all().unwrap().current("cn-enterprise", date!(2026 - 11 - 28)).unwrap().clone()
    }

    fn values(number: &str) -> Values {
        [("id_number", number), ("phone", "••••8000")].map(|(name, value)| (name.into(), value.into())).into()
    }

    fn model() -> Model {
        let rules = rules();
        Model {
            path: "/t/harbour/desk/cases/c1".into(),
            number: "GW-7K2M9QX4D".into(),
            section: rules.section("representative").unwrap().clone(),
            rules,
            fields: vec!["id_number".into(), "phone".into()],
            values: values("••••002X"),
            before: vec![Past {
                section: "bank".into(),
                fields: vec!["account_number".into()],
                why: Why::LookUp,
                words: "<b>The bank</b> asks".into(),
                by: "rui@harbour.example".into(),
                at: datetime!(2026-11-28 02:00 UTC),
            }],
            form: FormState::default().with("fields", "phone"),
        }
    }

    #[test]
    fn it_asks_in_both_languages_for_fields_a_reason_and_words() {
        for lang in Lang::ALL {
            let html = page(&Frame::bare(lang), &model()).body;
            assert!(html.contains("action=\"/t/harbour/desk/cases/c1/reveal/representative\""), "{html}");
            assert!(html.contains("••••002X") && html.contains("••••8000"), "{html}");
            assert!(html.contains("&lt;b&gt;The bank") && html.contains("rui@harbour.example"), "{html}");
            for why in Why::ALL {
                assert!(html.contains(&format!("value=\"{}\"", why.word())), "{html}");
            }
            assert!(!html.contains("review-") && !html.contains("applications-field"), "{html}");
        }
    }

    #[test]
    fn it_shows_what_was_asked_for_and_until_when() {
        let Model { path, number, rules, section, .. } = model();
        let model = Shown {
            path,
            number,
            rules,
            section,
            fields: vec!["id_number".into()],
            values: values("11010519491231002X"),
            until: datetime!(2026-11-28 02:01:07 UTC),
        };
        for lang in Lang::ALL {
            let html = shown(&Frame::bare(lang), &model).body;
            assert!(html.contains("11010519491231002X") && html.contains("02:01:07"), "{html}");
            assert!(!html.contains("8000"), "{html}");
            assert!(html.contains("href=\"/t/harbour/desk/cases/c1#section-representative\""), "{html}");
            assert!(!html.contains("<leptos-island") && !html.contains("review-reveal"), "{html}");
        }
    }
}
