//! A merchant's channels, for the desk: where each stands, what each answered word for word, and the right to live keys.

use super::words;
use crate::{
    Frame, Page,
    pages::{credentials::rights, documents::words as file_words},
    ui::{
        Banner, Button, Column, Empty, Form, FormState, Icon, SummaryList, Table, Tone, back_link_to, badge,
        format, layout,
    },
};
use domain::{
    applications::Ball,
    channels::{Answer, CapabilityKind},
    credentials::Environment,
    documents::Version,
};
use leptos::prelude::*;
use time::{Date, OffsetDateTime};

/// One capability.
#[derive(Clone, Debug)]
pub struct Line {
    /// The channel's word.
    pub channel: String,
    /// Which environment.
    pub environment: Environment,
    /// Where it stands.
    pub state: CapabilityKind,
    /// Since when.
    pub since: OffsetDateTime,
    /// Who is to act next.
    pub ball: Option<Ball>,
    /// Whether the reader can record an answer.
    pub record: bool,
}

/// The file of an answer.
#[derive(Clone, Debug)]
pub struct File {
    /// Its version's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it stands in its life.
    pub version: Version,
    /// Its bytes.
    pub size: u64,
    /// Pictures of its pages that can be looked at.
    pub pictures: u16,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answered {
    /// Its id.
    pub id: String,
    /// The application in whose dossier it lies.
    pub application: String,
    /// Whose.
    pub channel: String,
    /// About which environment.
    pub environment: Environment,
    /// As we read it.
    pub answer: Answer,
    /// The day it is of.
    pub on: Date,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// The channel's number, state and words; nothing where they were erased.
    pub verbatim: Option<(String, String, String)>,
    /// Its file.
    pub file: Option<File>,
    /// What is wrong with the file that was just sent for it.
    pub form: FormState,
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's address: `/t/{slug}/desk/cases/{id}`.
    pub case: String,
    /// What people call the case.
    pub number: String,
    /// The merchant's name.
    pub merchant: String,
    /// The merchant's number.
    pub merchant_number: String,
    /// Its capabilities.
    pub capabilities: Vec<Line>,
    /// What channels answered, newest first.
    pub answers: Vec<Answered>,
    /// Whether the reader records answers.
    pub records: bool,
    /// The right that is proposed or open.
    pub right: Option<rights::Right>,
    /// Why the reader can't propose it, as a message key; nothing where they can.
    pub propose: Option<&'static str>,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("channels-title");
    // At most one file was just sent.
    let nothing = FormState::default();
    let refused = model.answers.iter().map(|answer| &answer.form).find(|form| form.is_refused());
    let form = Form::new(frame, refused.unwrap_or(&nothing));
    Page::new(form.title(&title), || {
        let trouble = model
            .trouble
            .as_ref()
            .map(|key| Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view());
        layout::desk(
            frame,
            view! {
                {form.summary()}
                {back_link_to(model.case.clone(), frame.ta("channels-back-case", &[("number", model.number.clone())]))}
                {trouble}
                <h1>{title}</h1>
                <p>{model.merchant.clone()}" "<code>{model.merchant_number.clone()}</code></p>
                {capabilities(frame, model)}
                {right(frame, model)}
                <h2>{frame.t("channels-history")}</h2>
                <p class="hint">{frame.t("channels-history-text")}</p>
                {history(frame, model)}
            },
        )
    })
}

fn capabilities(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("channels-title"))
        .column(Column::new(frame.t("channels-channel")))
        .column(Column::new(frame.t("credentials-environment")))
        .column(Column::new(frame.t("channels-state")))
        .column(Column::new(frame.t("channels-since")).numeric())
        .column(Column::new(frame.t("channels-ball")))
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(Empty::new(Icon::Card, frame.t("channels-none")).text(frame.t("channels-none-text")));
    for line in &model.capabilities {
        let name = words::wallet(frame, &line.channel);
        let environment = frame.t(&format!("credentials-{}", line.environment.word()));
        let record = line.record.then(|| {
            let href = format!("{}/channels/{}/{}", model.case, line.channel, line.environment.word());
            Button::secondary(frame.t("channels-record"))
                .link(href)
                .about(format!("{name} {environment}"))
                .small()
                .view()
        });
        let sign = if line.environment == Environment::Live { Tone::Good } else { Tone::Info };
        table = table.row(vec![
            name.into_any(),
            badge(sign, environment),
            words::state(frame, line.state),
            format::day_of(frame, line.since).into_any(),
            words::ball(frame, line.ball).into_any(),
            record.into_any(),
        ]);
    }
    table
}

/// The right to live keys: who proposed it, and what the reader can do.
fn right(frame: &Frame, model: &Model) -> AnyView {
    let propose = model.propose.is_none().then(|| {
        Button::primary(frame.t("credentials-right-propose"))
            .post(format!("{}/channels/propose", model.case))
            .view()
    });
    let body = if let Some(right) = &model.right {
        let (tone, key) = match right.opened {
            Some(_) => (Tone::Good, "credentials-right-open"),
            None => (Tone::NeedsYou, "credentials-right-proposed"),
        };
        let mut list =
            SummaryList::new(frame).row_of(frame.t("credentials-state"), badge(tone, frame.t(key))).row_of(
                frame.t("credentials-rights-proposed-by"),
                who(frame, &right.proposed_by, right.proposed_at),
            );
        if let Some((by, at)) = &right.opened {
            list = list.row_of(frame.t("credentials-rights-opened-by"), who(frame, by, *at));
        }
        view! { {list}{rights::acts(frame, right)} }.into_any()
    } else {
        let why = model.propose.map(|key| view! { <p class="hint">{frame.t(key)}</p> });
        view! { <p class="measure">{frame.t("credentials-right-text")}</p>{why}{propose} }.into_any()
    };
    view! {
        <section class="flow" id="live">
            <h2>{frame.t("credentials-right-title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn who(frame: &Frame, email: &str, at: OffsetDateTime) -> AnyView {
    view! { {email.to_owned()}" · "{format::time(frame, at)} }.into_any()
}

fn history(frame: &Frame, model: &Model) -> AnyView {
    if model.answers.is_empty() {
        return Empty::new(Icon::Mail, frame.t("channels-history-none"))
            .text(frame.t("channels-history-none-text"))
            .view();
    }
    let entries: Vec<_> = model.answers.iter().map(|answered| entry(frame, model, answered)).collect();
    view! { <ol class="plain-list flow">{entries}</ol> }.into_any()
}

fn entry(frame: &Frame, model: &Model, answered: &Answered) -> AnyView {
    let title = frame.ta(
        "channels-entry",
        &[
            ("channel", words::wallet(frame, &answered.channel)),
            ("environment", frame.t(&format!("credentials-{}", answered.environment.word()))),
            ("answer", words::answer(frame, answered.answer)),
        ],
    );
    let mut list = SummaryList::new(frame)
        .row(frame.t("channels-on"), format::date(frame.lang, answered.on))
        .row_of(frame.t("channels-recorded"), who(frame, &answered.by, answered.at));
    list = match &answered.verbatim {
        Some((number, state, words)) => list
            .row_of(frame.t("channels-number"), typed(frame, number))
            .row_of(frame.t("channels-their-state"), typed(frame, state))
            .row_of(frame.t("channels-words"), typed(frame, words)),
        None => list.row(frame.t("channels-words"), frame.t("channels-erased")),
    };
    list = list.row_of(frame.t("channels-file"), file(frame, answered));
    view! {
        <li class="card flow" id=format!("answer-{}", answered.id)>
            <h3>{title}</h3>
            {list}
            {attach(frame, model, answered)}
        </li>
    }
    .into_any()
}

/// A channel's own words, in whatever language they are.
fn typed(frame: &Frame, text: &str) -> AnyView {
    if text.is_empty() {
        return view! { <span class="not-given">{frame.t("common-not-given")}</span> }.into_any();
    }
    view! { <span class="typed" lang="">{text.to_owned()}</span> }.into_any()
}

fn file(frame: &Frame, answered: &Answered) -> AnyView {
    let Some(file) = &answered.file else {
        return view! { <span class="not-given">{frame.t("common-not-given")}</span> }.into_any();
    };
    let (tone, word) = file_words::state(frame, &file.version);
    let refused = match &file.version {
        Version::Rejected { fault: domain::documents::life::Fault::File(refusal) } => {
            Some(view! { <p>{file_words::refused(frame, *refusal)}</p> })
        }
        _ => None,
    };
    let at = frame.at(&format!("/documents/{}", file.id));
    let pages: Vec<_> = (1..=file.pictures)
        .map(|page| {
            let label = frame.ta("channels-file-page", &[("page", page.to_string())]);
            view! { <li><a href=format!("{at}/pages/{page}")>{label}</a></li> }
        })
        .collect();
    let original = (file.pictures > 0).then(|| {
        view! { <a href=format!("{at}/original")>{frame.t("channels-file-original")}</a> }
    });
    let pages = (!pages.is_empty()).then(|| view! { <ul class="cluster plain-list">{pages}</ul> });
    view! {
        <div class="stack-tight">
            <span>{file.name.clone()}" "{format::size(file.size)}</span>
            {badge(tone, word)}
            {refused}
            {pages}
            {original}
        </div>
    }
    .into_any()
}

/// The form for the answer's file, where there is none or it wasn't taken.
fn attach(frame: &Frame, model: &Model, answered: &Answered) -> AnyView {
    let missing = answered.file.as_ref().is_none_or(|file| matches!(file.version, Version::Rejected { .. }));
    if !missing || !model.records {
        return ().into_any();
    }
    let form = Form::new(frame, &answered.form);
    let action = format!(
        "{}/channels/answers/{}/file",
        frame.at(&format!("/desk/cases/{}", answered.application)),
        answered.id
    );
    let name = format!("file-{}", answered.id);
    view! {
        <form method="post" class="form" enctype="multipart/form-data" action=action>
            {form.file(&name, frame.t("channels-file-attach")).hint(frame.t("channels-file-hint")).accept("image/jpeg,image/png,application/pdf")}
            {Button::secondary(frame.t("channels-file-send")).icon(Icon::Upload)}
        </form>
    }
    .into_any()
}
