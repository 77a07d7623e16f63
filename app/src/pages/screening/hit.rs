//! One hit: who was declared, who is listed, what matched, what people said, and the reader's own word.

use super::{list_name, meaning, role, standing};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Choice, Form, FormState, SummaryList, Tone, back_link_to, format, layout},
};
use domain::screening::{
    Birth,
    hit::{Standing, TERMS, Verdict},
    lists::{Meaning, Source},
    parties::Role,
};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// A hit.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its own address.
    pub path: String,
    /// Whose list it is on, and what the tenant calls that.
    pub list: (Source, String),
    /// The day of the list's file.
    pub dated: Date,
    /// What it means.
    pub meaning: Meaning,
    /// What the party is.
    pub role: Role,
    /// The name as it was declared.
    pub declared: String,
    /// The listed name that is like it.
    pub listed: String,
    /// The other names of the entry.
    pub names: Vec<String>,
    /// What the publisher calls the entry.
    pub reference: String,
    /// Dates of birth on the list.
    pub births: Vec<String>,
    /// How alike the names are, to 100.
    pub score: u8,
    /// Whether the number of a paper is the same.
    pub number: bool,
    /// What dates of birth say.
    pub birth: Birth,
    /// When it was found.
    pub at: OffsetDateTime,
    /// Where it stands.
    pub standing: Standing,
    /// Until when somebody else is somebody else.
    pub until: Option<Date>,
    /// What people said.
    pub said: Vec<Said>,
}

/// What a person said.
#[derive(Clone, Debug)]
pub struct Said {
    /// What.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Their address.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address.
    pub case: String,
    /// What people call the case.
    pub number: String,
    /// The hit.
    pub hit: Hit,
    /// The form for the reader's word.
    pub form: FormState,
    /// Why they may not have it, as a message key.
    pub why_not: Option<String>,
    /// Why nothing was done, after it was tried.
    pub trouble: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("screening-hit-title", &[("number", model.number.clone())]);
    Page::new(form.title(&title), || {
        layout::desk(
            frame,
            view! {
                {back_link_to(model.case.clone(), frame.ta("review-case-title", &[("number", model.number.clone())]))}
                {form.summary()}
                {model.trouble.as_ref().map(|key| Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view())}
                <h1>{title}</h1>
                <p class="measure">{frame.t("screening-confidential")}</p>
                {about(frame, &model.hit)}
                {said(frame, &model.hit)}
                {judge(frame, model, &form)}
            },
        )
    })
}

fn about(frame: &Frame, hit: &Hit) -> AnyView {
    let list =
        [("list", list_name(frame, hit.list.0, &hit.list.1)), ("date", format::date(frame.lang, hit.dated))];
    let until = hit.until.map(|until| {
        let words = [("date", format::date(frame.lang, until))];
        view! { " "{frame.ta("screening-until", &words)} }
    });
    SummaryList::new(frame)
        .row(frame.t("screening-declared"), format!("{} ({})", hit.declared, role(frame, hit.role)))
        .row(frame.t("screening-listed"), hit.listed.clone())
        .row(frame.t("screening-names"), hit.names.join(" · "))
        .row(frame.t("screening-reference"), hit.reference.clone())
        .row(frame.t("screening-matched"), matched(frame, hit))
        .row(frame.t("screening-births"), births(frame, hit))
        .row(frame.t("screening-list"), frame.ta("screening-list-dated", &list))
        .row_of(frame.t("screening-meaning"), meaning(frame, hit.meaning))
        .row_of(frame.t("screening-state"), view! { {standing(frame, hit.standing)}{until} })
        .row_of(frame.t("screening-found-at"), format::time(frame, hit.at))
        .view()
}

fn matched(frame: &Frame, hit: &Hit) -> String {
    if hit.number {
        frame.t("screening-matched-number")
    } else {
        frame.ta("screening-matched-name", &[("score", hit.score.to_string())])
    }
}

fn births(frame: &Frame, hit: &Hit) -> String {
    let words = frame.t(&format!("screening-birth-{}", hit.birth));
    if hit.births.is_empty() { words } else { format!("{} ({words})", hit.births.join(", ")) }
}

fn said(frame: &Frame, hit: &Hit) -> Option<AnyView> {
    let lines: Vec<_> = hit
        .said
        .iter()
        .map(|said| {
            let args = [("email", said.by.clone()), ("at", format::instant(frame, said.at))];
            view! {
                <li class="desk-note">
                    <p class="hint"><strong>{frame.t(&format!("screening-verdict-{}", said.verdict))}</strong>" "{frame.ta("review-item-by", &args)}</p>
                    <p class="typed">{said.reason.clone()}</p>
                </li>
            }
        })
        .collect();
    let any = !lines.is_empty();
    any.then(|| view! { <section class="flow"><h2>{frame.t("screening-said-title")}</h2><ul class="plain flow">{lines}</ul></section> }.into_any())
}

fn judge(frame: &Frame, model: &Model, form: &Form<'_>) -> AnyView {
    if let Some(why) = &model.why_not {
        let open = model.hit.standing == Standing::Open;
        return open.then(|| Banner::new(Tone::Waiting, frame.t(why)).view()).into_any();
    }
    let verdicts = Verdict::ALL
        .iter()
        .map(|one| Choice::new(one.word(), frame.t(&format!("screening-verdict-{one}"))))
        .collect();
    let months = TERMS.map(|(one, _)| Choice::new(one, frame.t(&format!("screening-months-{one}")))).into();
    let text = if model.hit.meaning.people() > 1 { "screening-judge-two" } else { "screening-judge-one" };
    view! {
        <section class="flow">
            <h2>{frame.t("screening-judge")}</h2>
            <p class="measure">{frame.t(text)}</p>
            <form method="post" action=model.hit.path.clone() class="form">
                {form.radios("verdict", frame.t("screening-verdict"), verdicts)}
                {form.textarea("reason", frame.t("screening-reason")).hint(frame.t("screening-reason-hint")).rows(3).maxlength(4000)}
                {form.radios("months", frame.t("screening-months"), months).inline().hint(frame.t("screening-months-hint"))}
                {Button::primary(frame.t("screening-judge-submit"))}
            </form>
        </section>
    }
    .into_any()
}

/// The hits of a case, for the case's page: nothing where there are none.
pub fn of_case(frame: &Frame, hits: &[Hit]) -> Option<AnyView> {
    if hits.is_empty() {
        return None;
    }
    let open = hits.iter().filter(|hit| hit.standing == Standing::Open).count();
    let lines: Vec<_> = hits
        .iter()
        .map(|hit| {
            let words = [("declared", hit.declared.clone()), ("listed", hit.listed.clone())];
            view! {
                <li class="check">
                    {standing(frame, hit.standing)}
                    <span>
                        <a href=hit.path.clone()>{frame.ta("screening-hit-line", &words)}</a>
                        " · "{role(frame, hit.role)}" · "{list_name(frame, hit.list.0, &hit.list.1)}" · "{matched(frame, hit)}
                    </span>
                </li>
            }
        })
        .collect();
    let title = frame.tn("screening-case-hits", open as u64, &[]);
    Some(
        view! {
            <section class="flow" id="hits">
                <h2>{title}</h2>
                <p class="hint">{frame.t("screening-confidential")}</p>
                <ul class="plain checks">{lines}</ul>
            </section>
        }
        .into_any(),
    )
}
