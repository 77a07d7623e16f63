//! What is judged, beside the thing itself: where it stands, who said what about it, what the merchant was asked and
//! answered, and what can be done.

use super::{Model, history};
use crate::{
    Frame,
    pages::{applications::words, documents},
    ui::{Button, SummaryList, Tone, badge, format},
};
use domain::{
    applications::{Fault, Field, RuleSet, Section, Values},
    review::{Judgement, RedoReason, Reply, Requirement, Waiver as State},
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// An item of the case.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub what: Fault,
    /// The word that names it as it stands on this page.
    pub token: String,
    /// Whether the rules ask for it.
    pub required: bool,
    /// Whether there is an answer or a file.
    pub given: bool,
    /// Where it stands.
    pub requirement: Requirement,
    /// What the desk made of it, as far as it counts.
    pub judged: Option<Judged>,
    /// What it made of it before, newest first.
    pub earlier: Vec<Judged>,
    /// What the merchant was asked about it last.
    pub asked: Option<Asked>,
    /// The latest waiver of it.
    pub waiver: Option<Waiver>,
    /// The code of the paper whose file serves for it, where none was given for itself.
    pub served_by: Option<String>,
}

/// A judgement.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What.
    pub judgement: Judgement,
    /// The address of whoever judged.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// The section's version it was made on.
    pub version: Option<i32>,
}

/// What the merchant was asked, and what came back.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Why it went back.
    pub reason: RedoReason,
    /// The reviewer's words.
    pub words: String,
    /// When.
    pub at: OffsetDateTime,
    /// What was done about it.
    pub reply: Reply,
    /// The merchant's explanation.
    pub explanation: Option<String>,
    /// The answer as it was then; sealed ones masked.
    pub before: Option<Values>,
    /// The file as it was then, by its version's id, where another one has come.
    pub before_file: Option<String>,
}

/// A waiver.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub state: State,
    /// Why.
    pub reason: String,
    /// The address of whoever proposed it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Who answered, and when.
    pub answered: Option<(String, OffsetDateTime)>,
    /// Whether the reader may answer it.
    pub mine: bool,
}

impl Item {
    /// Its anchor on the case's page.
    pub fn anchor(&self) -> String {
        anchor(&self.what)
    }

    /// Its own page.
    pub fn path(&self, case: &str) -> String {
        format!("{case}/items/{}", self.what.token())
    }
}

/// The anchor of an item on the case's page.
pub fn anchor(what: &Fault) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    format!("item-{}", what.token().chars().map(plain).collect::<String>())
}

/// What an item is called.
pub fn label(frame: &Frame, rules: &RuleSet, what: &Fault) -> String {
    match what {
        Fault::Field(section, field) => {
            let path = format!("{section}.{field}");
            let label = rules.field(&path).map_or(path, |field| frame.t(&field.label));
            match rules.section(section).filter(|section| is_shared(frame, rules, section, &label)) {
                Some(section) => {
                    let args = [("field", label), ("section", words::section(frame, section))];
                    frame.ta("review-item-of-section", &args)
                }
                None => label,
            }
        }
        Fault::Paper(paper) | Fault::Document(paper, _) => {
            // A paper may have come under a code that the rules have no more.
            let own = || frame.t(&format!("applications-paper-{}", words::dashed(paper)));
            rules.paper(paper).map_or_else(own, |paper| words::paper(frame, paper))
        }
    }
}

/// Whether another section has a field of the same name: then the section is named with it.
fn is_shared(frame: &Frame, rules: &RuleSet, section: &Section, label: &str) -> bool {
    let others = rules.sections.iter().filter(|other| other.code != section.code);
    section.instance.is_some()
        || others.flat_map(|other| &other.fields).any(|field| frame.t(&field.label) == label)
}

/// Where it stands, in a word.
pub(super) fn stands(frame: &Frame, item: &Item) -> String {
    frame.t(&format!("review-item-{}", words::dashed(item.requirement.word())))
}

/// Where it stands, as a badge.
pub fn standing(frame: &Frame, item: &Item) -> AnyView {
    let tone = match item.requirement {
        Requirement::Accepted | Requirement::Waived => Tone::Good,
        Requirement::Submitted | Requirement::Due => Tone::NeedsYou,
        Requirement::Verifying => Tone::Waiting,
        Requirement::RedoRequested | Requirement::Rejected | Requirement::Expired => Tone::Wrong,
        Requirement::NotApplicable => Tone::Neutral,
    };
    badge(tone, stands(frame, item))
}

/// Why something goes back, in the words that belong to the reason.
pub fn redo(frame: &Frame, what: &Fault, reason: RedoReason) -> String {
    match what {
        // A channel may give any reason for anything: what only a file can be is said of the file.
        _ if !RedoReason::fitting(what).contains(&reason) => documents::words::redo(frame, reason),
        Fault::Field(..) => frame.t(&format!("applications-redo-{}", words::dashed(reason.word()))),
        Fault::Paper(_) => documents::words::missing(frame, reason),
        Fault::Document(..) => documents::words::redo(frame, reason),
    }
}

/// What was made of it, by whom and when.
pub fn said(frame: &Frame, what: &Fault, judged: &Judged) -> String {
    let who = [("email", judged.by.clone()), ("at", format::instant(frame, judged.at))];
    let mark = match &judged.judgement {
        Judgement::Accepted => frame.t("review-mark-accepted"),
        Judgement::SentBack { reason, words } => {
            let why = redo(frame, what, *reason);
            let args = [("why", why), ("words", words.clone())];
            frame.ta(
                if words.is_empty() { "review-mark-sent-back" } else { "review-mark-sent-back-words" },
                &args,
            )
        }
        Judgement::Rejected { reason } => {
            frame.ta("review-mark-rejected", &[("why", history::reason(frame, *reason))])
        }
    };
    let by = frame.ta("review-item-by", &who);
    frame.ta("review-item-said", &[("mark", mark), ("by", by)])
}

/// The id of the form below.
const ACCEPT: &str = "accept";

/// The form that the buttons beside the items submit, each with its item: a case has dozens of them.
pub(super) fn accept_form(model: &Model) -> Option<AnyView> {
    let action = format!("{}/items", model.path);
    model.acts.judge.then(|| view! { <form id=ACCEPT method="post" action=action></form> }.into_any())
}

/// The line below an item on the case's page: where it stands, what was said, and what can be done.
pub(super) fn line(frame: &Frame, model: &Model, item: &Item) -> AnyView {
    let what = label(frame, &model.rules, &item.what);
    let said = item.judged.as_ref().map(|judged| {
        let note = match &judged.judgement {
            Judgement::Accepted => None,
            _ => Some(view! { <p class="hint">{self::said(frame, &item.what, judged)}</p> }),
        };
        note.into_any()
    });
    let accept = (model.acts.judge && item.given && item.requirement != Requirement::Accepted).then(|| {
        let button = Button::secondary(frame.t("review-item-accept"))
            .about(what.clone())
            .small()
            .form(ACCEPT)
            .named("item", item.token.clone());
        let is_file = matches!(item.what, Fault::Document(..));
        if is_file { button.key(frame, "a").view() } else { button.view() }
    });
    let word = if model.acts.judge { "review-item-judge" } else { "review-item-look" };
    let look = Button::quiet(frame.t(word)).about(what).small().link(item.path(&model.path)).view();
    let show = item.given || item.required || item.judged.is_some() || model.acts.judge;
    show.then(|| {
        view! {
            <div class="item-line" id=item.anchor()>
                <div class="cluster">{standing(frame, item)}{accept}{look}</div>
                {said}
                {answered(frame, model, item)}
            </div>
        }
    })
    .into_any()
}

/// What the merchant was asked, and what came back: the answer before beside the answer now.
pub(super) fn answered(frame: &Frame, model: &Model, item: &Item) -> AnyView {
    let Some(asked) = &item.asked else { return ().into_any() };
    let field = match &item.what {
        Fault::Field(section, field) => model.rules.field(&format!("{section}.{field}")),
        _ => None,
    };
    let now = match &item.what {
        Fault::Field(section, _) => model.answers.get(section),
        _ => None,
    };
    exchange(frame, &item.what, asked, field, now)
}

/// Question and answer, with old and new side by side where an answer was changed.
pub fn exchange(
    frame: &Frame,
    what: &Fault,
    asked: &Asked,
    field: Option<&Field>,
    now: Option<&Values>,
) -> AnyView {
    let (tone, reply) = match asked.reply {
        Reply::Open => (Tone::Waiting, "review-reply-open"),
        Reply::Changed => (Tone::Info, "review-reply-changed"),
        Reply::Explained => (Tone::Info, "review-reply-explained"),
        Reply::Waived => (Tone::Good, "review-item-waived"),
    };
    let question = frame.ta(
        "review-asked",
        &[("why", redo(frame, what, asked.reason)), ("at", format::instant(frame, asked.at))],
    );
    let own = (!asked.words.is_empty()).then(|| view! { <p class="typed">{asked.words.clone()}</p> });
    let explained = asked.explanation.clone().map(|text| {
        view! {
            <p class="hint">{frame.t("review-explained")}</p>
            <blockquote class="typed">{text}</blockquote>
        }
    });
    let both =
        field.zip(asked.before.as_ref()).filter(|_| asked.reply == Reply::Changed).map(|(field, before)| {
            let (old, new) =
                (words::answer(frame, field, before), now.map(|now| words::answer(frame, field, now)));
            side_by_side(frame, old, new.unwrap_or_default())
        });
    view! {
        <div class="exchange flow">
            <p class="cluster">{badge(tone, frame.t(reply))}<span class="hint">{question}</span></p>
            {own}
            {explained}
            {both}
        </div>
    }
    .into_any()
}

fn side_by_side(frame: &Frame, old: String, new: String) -> AnyView {
    let shown = |text: String| if text.is_empty() { frame.t("common-not-given") } else { text };
    view! {
        <dl class="before-after">
            <div><dt>{frame.t("review-before")}</dt><dd class="answer"><del>{shown(old)}</del></dd></div>
            <div><dt>{frame.t("review-now")}</dt><dd class="answer"><ins>{shown(new)}</ins></dd></div>
        </dl>
    }
    .into_any()
}

/// Everything that was said about an item before.
pub fn earlier(frame: &Frame, item: &Item) -> AnyView {
    if item.earlier.is_empty() {
        return ().into_any();
    }
    let lines: Vec<_> = item
        .earlier
        .iter()
        .map(|judged| {
            let version = judged.version.map(|version| {
                let args = [("version", version.to_string())];
                view! { " "<span class="hint">{frame.ta("review-item-on-version", &args)}</span> }
            });
            view! { <li>{said(frame, &item.what, judged)}{version}</li> }
        })
        .collect();
    view! { <h3>{frame.t("review-item-earlier")}</h3><ul>{lines}</ul> }.into_any()
}

/// A waiver in words, with the buttons of whoever may answer it.
pub fn waiver(frame: &Frame, path: &str, label: &str, waiver: &Waiver) -> AnyView {
    let (tone, word) = match waiver.state {
        State::Proposed { .. } => (Tone::NeedsYou, "review-waive-open"),
        State::Confirmed { .. } => (Tone::Good, "review-item-waived"),
        State::Declined { .. } => (Tone::Neutral, "review-waive-declined"),
    };
    let args = [("email", waiver.by.clone()), ("at", format::instant(frame, waiver.at))];
    let mut list = SummaryList::new(frame)
        .row(frame.t("review-waive-what"), label.to_owned())
        .row_of(frame.t("review-waive-why"), view! { <span class="typed">{waiver.reason.clone()}</span> })
        .row(frame.t("review-waive-proposed"), frame.ta("review-item-by", &args));
    if let Some((email, at)) = &waiver.answered {
        let args = [("email", email.clone()), ("at", format::instant(frame, *at))];
        list = list.row(frame.t("review-waive-answered"), frame.ta("review-item-by", &args));
    }
    let act = |answer: &'static str, button: Button| {
        button
            .about(label.to_owned())
            .post(format!("{path}/waivers/{}", waiver.id))
            .with("answer", answer)
            .view()
    };
    let buttons = waiver.mine.then(|| {
        view! {
            <div class="cluster">
                {act("confirm", Button::primary(frame.t("review-waive-confirm")))}
                {act("decline", Button::secondary(frame.t("review-waive-decline")))}
            </div>
        }
    });
    view! {
        <div class="flow waiver">
            <p>{badge(tone, frame.t(word))}</p>
            {list}
            {buttons}
        </div>
    }
    .into_any()
}
