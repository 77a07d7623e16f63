//! A merchant's channels, for the desk: where each stands, what each answered word for word, and the right to live keys.

use super::words::{self, wallet};
use crate::{
    Frame, Page,
    pages::{
        credentials::{mode, rights},
        documents::words as file_words,
    },
    ui::{
        Banner, Button, Column, Empty, Form, FormState, Icon, SummaryList, Table, Tone, back_link_to, badge,
        format, layout, name,
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
                {back_link_to(model.case.clone(), frame.ta("review-case-title", &[("number", model.number.clone())]))}
                {trouble}
                <h1>{title}</h1>
                <p>{name(frame, &model.merchant)}" "<code>{model.merchant_number.clone()}</code></p>
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
        let channel = wallet(frame, &line.channel);
        let about = format!("{channel} {}", frame.t(&format!("credentials-{}", line.environment.word())));
        let record = line.record.then(|| {
            let href = format!("{}/channels/{}/{}", model.case, line.channel, line.environment.word());
            Button::secondary(frame.t("channels-record")).link(href).about(about).small().view()
        });
        table = table.row(vec![
            channel.into_any(),
            mode::word(frame, line.environment),
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
        let proposed = rights::person(frame, &right.proposed_by, right.proposed_at);
        let mut list = SummaryList::new(frame)
            .row_of(frame.t("credentials-state"), rights::standing(frame, right))
            .row_of(frame.t("credentials-rights-proposed-by"), proposed);
        if let Some((by, at)) = &right.opened {
            list = list.row_of(frame.t("credentials-rights-opened-by"), rights::person(frame, by, *at));
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

fn history(frame: &Frame, model: &Model) -> AnyView {
    if model.answers.is_empty() {
        return Empty::new(Icon::Mail, frame.t("channels-history-none"))
            .text(frame.t("channels-history-none-text"))
            .view();
    }
    let entries: Vec<_> = model.answers.iter().map(|answered| entry(frame, model, answered)).collect();
    view! { <ol class="plain flow">{entries}</ol> }.into_any()
}

fn entry(frame: &Frame, model: &Model, answered: &Answered) -> AnyView {
    let title = frame.ta(
        "channels-entry",
        &[
            ("channel", wallet(frame, &answered.channel)),
            ("environment", frame.t(&format!("credentials-{}", answered.environment.word()))),
            ("answer", words::answer(frame, answered.answer)),
        ],
    );
    let mut list = SummaryList::new(frame)
        .row(frame.t("channels-on"), format::date(frame.lang, answered.on))
        .row_of(frame.t("channels-recorded"), rights::person(frame, &answered.by, answered.at));
    list = match &answered.verbatim {
        Some((number, state, words)) => list
            .row_of(frame.t("channels-number"), typed(frame, number))
            .row_of(frame.t("channels-their-state"), typed(frame, state))
            .row_of(frame.t("channels-words"), typed(frame, words)),
        None => list.row(frame.t("channels-words"), frame.t("channels-erased")),
    };
    list = list.row_of(frame.t("channels-file"), file(frame, answered, &title));
    let attach = attach(frame, model, answered, &title);
    view! {
        <li class="card flow" id=format!("answer-{}", answered.id)>
            <h3>{title}</h3>
            {list}
            {attach}
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

fn file(frame: &Frame, answered: &Answered, about: &str) -> AnyView {
    let Some(file) = &answered.file else {
        return view! { <span class="not-given">{frame.t("review-item-due")}</span> }.into_any();
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
            let label = frame.ta("review-file-page", &[("page", page.to_string())]);
            let about = view! { <span class="visually-hidden">{format!(" {about}")}</span> };
            view! { <li><a href=format!("{at}/pages/{page}")>{label}{about}</a></li> }
        })
        .collect();
    let original = (file.pictures > 0).then(|| {
        Button::quiet(frame.t("documents-original"))
            .icon(Icon::Download)
            .small()
            .about(about)
            .link(format!("{at}/original"))
            .view()
    });
    let pages = (!pages.is_empty()).then(|| view! { <ul class="cluster plain">{pages}</ul> });
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
fn attach(frame: &Frame, model: &Model, answered: &Answered, about: &str) -> AnyView {
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
            {Button::secondary(frame.t("channels-file-send")).icon(Icon::Upload).about(about)}
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::{date, datetime};

    const AT: OffsetDateTime = datetime!(2026-11-27 02:00 UTC);

    fn model() -> Model {
        let file = File {
            id: "v1".into(),
            name: "answer.pdf".into(),
            version: Version::Scanned { pages: 1 },
            size: 1_000,
            pictures: 1,
        };
        let answered = |id: &str, channel: &str, file: Option<File>| Answered {
            id: id.into(),
            application: "c1".into(),
            channel: channel.into(),
            environment: Environment::Live,
            answer: Answer::Yes,
            on: date!(2026 - 11 - 26),
            by: "li@harbour.example".into(),
            at: AT,
            verbatim: Some(("2088".into(), "FINISHED".into(), "<b>ok</b>".into())),
            file,
            form: FormState::default(),
        };
        let line = |environment| Line {
            channel: "alipay".into(),
            environment,
            state: CapabilityKind::Requested,
            since: AT,
            ball: Some(Ball::Channel),
            record: true,
        };
        Model {
            case: "/t/harbour/desk/cases/c1".into(),
            number: "GW-7K2M9QX4D".into(),
            merchant: "海曼（上海）有限公司".into(),
            merchant_number: "M1".into(),
            capabilities: vec![line(Environment::Test), line(Environment::Live)],
            answers: vec![answered("a1", "alipay", Some(file)), answered("a2", "wechat_pay", None)],
            records: true,
            right: None,
            propose: None,
            trouble: None,
        }
    }

    #[test]
    fn test_and_live_look_as_they_do_beside_keys() {
        let html = page(&Frame::bare(Lang::En), &model()).body;
        assert_eq!(html.matches("badge mode-test").count(), 1, "{html}");
        assert!(!html.contains("<b>ok") && !html.contains("channels-") && !html.contains("credentials-"));
    }

    #[test]
    fn every_act_on_an_answer_says_on_which() {
        let html = page(&Frame::bare(Lang::En), &model()).body;
        let hidden = |answer: &str| format!("<span class=\"visually-hidden\"> {answer}</span>");
        assert_eq!(html.matches(&hidden("Alipay (Live): Yes")).count(), 2, "page and original: {html}");
        assert_eq!(html.matches(&hidden("WeChat Pay (Live): Yes")).count(), 1, "sending a file: {html}");
    }
}
