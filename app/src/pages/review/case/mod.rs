//! One case: what our checks found at the top, papers on the left, what was declared on the right, what can be done at
//! the bottom.

mod bar;
pub mod checks;
mod consents;
pub mod desk_notes;
pub mod elsewhere;
mod facts;
mod found;
pub(crate) mod history;
pub mod items;
mod judge;
mod papers;
pub mod signatures;

use super::{Due, keys, queue::Holder};
use crate::{
    Frame, Page,
    pages::{
        applications::consents::Consent,
        audit::Entry,
        screening::hit::{self, Hit},
    },
    ui::{Banner, Button, Form, FormState, Tone, back_link_by_key, layout},
};
use domain::{
    applications::{Answers, Fault, Finding, RuleSet, StateKind, Verdict, consent::Asked},
    documents::{Media, Remark, Version},
    review::{Found, Mark, Reason},
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The case's own address: `/t/{slug}/desk/cases/{id}`.
    pub path: String,
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// Where the application stands.
    pub state: StateKind,
    /// When it was handed in last, and the how many-eth time.
    pub submitted: Option<(OffsetDateTime, u16)>,
    /// When the answer is owed.
    pub due: Option<Due>,
    /// Who holds the case.
    pub holder: Holder,
    /// Until when it is put off.
    pub until: Option<OffsetDateTime>,
    /// Whether it is with the seniors.
    pub escalated: bool,
    /// What was handed up to the seniors, newest first.
    pub escalations: Vec<Escalation>,
    /// The merchant's number, once it was taken aboard.
    pub merchant_number: Option<String>,
    /// The rules it was started under.
    pub rules: RuleSet,
    /// The answers by section; sealed ones masked.
    pub answers: Answers,
    /// The version of each section that was answered.
    pub sections: BTreeMap<String, Saved>,
    /// What our checks find in the answers.
    pub findings: Vec<Finding>,
    /// What they find in answers, files and lists together; what can't be so first.
    pub found: Vec<Found>,
    /// Everything that is judged, with what was made of it.
    pub items: Vec<items::Item>,
    /// Waivers that wait for a second person.
    pub proposed: Vec<(Fault, items::Waiver)>,
    /// What our machines found when they looked last.
    pub screening: Option<checks::Screening>,
    /// Who of it may stand on a list; open hits first.
    pub hits: Vec<Hit>,
    /// What it has in common with other cases.
    pub elsewhere: Vec<elsewhere::Elsewhere>,
    /// What the desk has written for itself, newest first.
    pub notes: Vec<desk_notes::Note>,
    /// Every version of every paper, newest first.
    pub files: Vec<File>,
    /// What this page calls itself to the pictures that it shows.
    pub look: String,
    /// What the merchant agreed to, newest first.
    pub consents: Vec<Consent>,
    /// What is asked for and doesn't stand.
    pub lacking: Vec<Asked>,
    /// What whoever was to sign said, newest first.
    pub signatures: Vec<signatures::Signature>,
    /// What happened, newest first, as far as it is of the chosen kind.
    pub timeline: Vec<Entry>,
    /// The kinds of events that can be chosen: word, address, and whether it is the chosen one.
    pub kinds: Vec<(&'static str, String, bool)>,
    /// The address of what happened before, where there is more.
    pub older: Option<String>,
    /// The advice that waits for a decision.
    pub advice: Option<Advice>,
    /// What was decided before, newest first.
    pub decisions: Vec<Decision>,
    /// What the reader can do.
    pub acts: Acts,
    /// The application's version.
    pub version: i32,
    /// The form for recommending or deciding: `seen`, `verdict` or `decision`, `reasons`, `words`, `note`.
    pub form: FormState,
    /// Why nothing was done, after it was tried.
    pub trouble: Option<Trouble>,
}

/// The version of a section that is shown.
#[derive(Clone, Debug)]
pub struct Saved {
    /// The how many-eth version.
    pub version: i32,
    /// The address of whoever saved it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
}

/// A version of a file.
#[derive(Clone, Debug)]
pub struct File {
    /// The version's id, for addresses.
    pub id: String,
    /// The document's id: versions of one document belong together.
    pub document: String,
    /// The paper's code.
    pub paper: String,
    /// The name it came with.
    pub name: String,
    /// Where it stands in its life.
    pub version: Version,
    /// Its kind.
    pub media: Option<Media>,
    /// Its bytes.
    pub size: u64,
    /// SHA-256 over them, in lower-case hex.
    pub sha256: String,
    /// Pictures of pages that can be looked at.
    pub pictures: u16,
    /// What whoever looks has to know.
    pub remarks: Vec<Remark>,
    /// The pages in which another font stood in for one of theirs.
    pub substituted: Vec<u16>,
    /// When it came.
    pub at: OffsetDateTime,
    /// Whether it is the one that counts of its document.
    pub current: bool,
}

/// A reviewer's advice.
#[derive(Clone, Debug)]
pub struct Advice {
    /// What.
    pub verdict: Verdict,
    /// The address of whoever gave it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Whether they no longer work here.
    pub left: bool,
    /// Grounds and words.
    pub said: Said,
}

/// A handing up to the seniors.
#[derive(Clone, Debug)]
pub struct Escalation {
    /// The address of whoever handed it up.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Why.
    pub reason: String,
    /// Who answered what and when, where somebody did.
    pub answer: Option<(String, OffsetDateTime, String)>,
    /// Whether it has ended.
    pub ended: bool,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// `approved`, `rejected` or `returned`.
    pub outcome: &'static str,
    /// The address of whoever decided.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
    /// Grounds and words.
    pub said: Said,
}

/// Grounds and words of an advice or a decision.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// On what grounds, confidential ones among them.
    pub reasons: Vec<Reason>,
    /// Words for the merchant.
    pub words: Option<String>,
    /// Words for the desk.
    pub note: Option<String>,
}

/// What the reader can do.
#[derive(Clone, Debug, Default)]
pub struct Acts {
    /// Take the case.
    pub claim: bool,
    /// Put it back.
    pub release: bool,
    /// Give it to somebody.
    pub assign: bool,
    /// Put it off.
    pub snooze: bool,
    /// Take up what was put off.
    pub resume: bool,
    /// Hand it up.
    pub escalate: bool,
    /// Hand it back.
    pub hand_back: bool,
    /// Recommend.
    pub recommend: bool,
    /// Judge items and send them back.
    pub judge: bool,
    /// Decide.
    pub decide: bool,
    /// Propose that a requirement is waived.
    pub waive: bool,
    /// Write notes.
    pub note: bool,
    /// Have masked answers shown.
    pub reveal: bool,
    /// Take the closed application up again.
    pub reopen: bool,
    /// The message key of why there is nothing to judge.
    pub why_not: Option<String>,
}

/// Why nothing was done.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// The case isn't as it was on the page.
    Moved(Vec<Moved>),
    /// It isn't open, or not to the reader; a message key.
    NotOpen(String),
}

/// Something that isn't as it was on the page.
#[derive(Clone, Debug)]
pub enum Moved {
    /// The case itself went on.
    Case,
    /// Answers of this section changed.
    Section(String),
    /// A file of this paper came, went or was replaced.
    Paper(String),
}

impl Model {
    /// The item of this name.
    fn item(&self, what: &Fault) -> Option<&items::Item> {
        self.items.iter().find(|item| item.what == *what)
    }

    /// The items that go back to the merchant.
    fn sent_back(&self) -> usize {
        let back = |item: &&items::Item| {
            item.judged.as_ref().is_some_and(|judged| judged.judgement.mark() == Mark::SentBack)
        };
        self.items.iter().filter(back).count()
    }
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.form);
    let title = frame.ta("review-case-title", &[("number", model.number.clone())]);
    Page::new(form.title(&title), || {
        layout::desk(
            frame,
            view! {
                {back_link_by_key(frame, frame.at("/desk"), frame.t("review-case-back"))}
                {form.summary()}
                {model.trouble.as_ref().map(|trouble| banner(frame, model, trouble))}
                {bar::head(frame, model, &title)}
                {found::strip(frame, model)}
                {items::accept_form(model)}
                {layout::panes(
                    frame.t("review-papers-title"),
                    papers::pane(frame, model),
                    frame.t("review-facts-title"),
                    view! {
                        {hit::of_case(frame, &model.hits)}
                        {signatures::signatures(frame, model)}
                        {elsewhere::panel(frame, model)}
                        {checks::checks(frame, model)}
                        {desk_notes::waivers(frame, model)}
                        {facts::sections(frame, model)}
                        {history::escalations(frame, model)}
                        {history::advice(frame, model)}
                        {judge::form(frame, model, &form)}
                        {history::decisions(frame, model)}
                        {desk_notes::notes(frame, model, &form)}
                        {consents::consents(frame, model)}
                        {history::timeline(frame, model)}
                    },
                )}
                {keys::help(frame, keys::CASE)}
                {bar::bar(frame, model)}
            },
        )
    })
}

fn banner(frame: &Frame, model: &Model, trouble: &Trouble) -> AnyView {
    match trouble {
        Trouble::NotOpen(key) => Banner::new(Tone::Wrong, frame.t("review-refused-title"))
            .text(format!("{} {}", frame.t(key), frame.t("review-refused-text")))
            .view(),
        Trouble::Moved(moved) => moved
            .iter()
            .map(|what| moved_words(frame, model, what))
            .fold(
                Banner::new(Tone::NeedsYou, frame.t("review-moved-title")).text(frame.t("review-moved-text")),
                Banner::point,
            )
            .action(Button::secondary(frame.t("review-moved-look")).link(model.path.clone()))
            .view(),
    }
}

fn moved_words(frame: &Frame, model: &Model, moved: &Moved) -> String {
    let named = |key: &str, label: Option<&String>, code: &str| {
        let name = label.map_or_else(|| code.to_owned(), |label| frame.t(label));
        frame.ta(key, &[("name", name)])
    };
    match moved {
        Moved::Case => frame.t("review-moved-case"),
        Moved::Section(code) => {
            named("review-moved-section", model.rules.section(code).map(|section| &section.label), code)
        }
        Moved::Paper(code) => {
            named("review-moved-paper", model.rules.paper(code).map(|paper| &paper.label), code)
        }
    }
}
