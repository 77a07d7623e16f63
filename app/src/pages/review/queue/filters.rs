//! What narrows the queue: a form whose answers stand in the address, and what is chosen as chips to take away.

use super::rows::step;
use crate::{
    Frame,
    pages::applications::words::wallet,
    ui::{Button, Chips, Choice, Form, FormState, dialog::disclosure},
};
use domain::{applications::StateKind, channels::catalogue};
use leptos::prelude::*;

/// The filters that there are, and those that are on.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// What is chosen: `kind`, `channel`, `step`, `holder`, `due`, and what travels along.
    pub form: FormState,
    /// The kinds of merchant: code and message key.
    pub kinds: Vec<(String, String)>,
    /// Who can hold cases: id and address.
    pub colleagues: Vec<(String, String)>,
    /// What is on, each with the address without it.
    pub on: Vec<(Filter, String)>,
    /// The address without any of them.
    pub clear: String,
}

/// A filter that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// What is searched for, as it may be shown.
    Search(String),
    /// A kind of merchant, by its message key.
    Kind(String),
    /// A wallet's word.
    Channel(String),
    /// Where the application stands.
    Step(StateKind),
    /// Nobody's hands.
    Nobody,
    /// Somebody's, by their address.
    Holder(String),
    /// `overdue`, `today` or `week`.
    Due(&'static str),
}

impl Filters {
    /// The names of everything that travels from one form of the queue to the next.
    pub(super) const NAMES: [&str; 8] =
        ["state", "order", "search", "kind", "channel", "step", "holder", "due"];

    /// Whether any is on.
    pub(super) const fn any(&self) -> bool {
        !self.on.is_empty()
    }
}

pub(super) fn view(frame: &Frame, filters: &Filters) -> AnyView {
    let chosen = filters.on.iter().any(|(filter, _)| !matches!(filter, Filter::Search(_)));
    view! {
        {disclosure(frame.t("review-filters"), chosen, form(frame, filters))}
        {chips(frame, filters)}
    }
    .into_any()
}

fn form(frame: &Frame, filters: &Filters) -> AnyView {
    let form = Form::new(frame, &filters.form);
    let any = || frame.t("common-any");
    let kinds = filters.kinds.iter().map(|(code, label)| Choice::new(code, frame.t(label))).collect();
    let wallets = catalogue::wallets().map(|one| Choice::new(&one.code, one.name.get(frame.lang))).collect();
    let steps = StateKind::ALL.iter().filter(|kind| **kind != StateKind::Draft);
    let steps = steps.map(|kind| Choice::new(kind.word(), step(frame, *kind))).collect();
    let people = filters.colleagues.iter().map(|(id, email)| Choice::new(id, email));
    let people =
        std::iter::once(Choice::new("nobody", frame.t("review-queue-nobody"))).chain(people).collect();
    let due = ["overdue", "today", "week"].map(|word| Choice::new(word, due_by(frame, word))).to_vec();
    view! {
        <form method="get" action=frame.at("/desk") class="filters">
            {["state", "order", "search"].into_iter().map(|name| form.hidden(name)).collect::<Vec<_>>()}
            {form.select("kind", frame.t("review-case-kind"), kinds).empty(any()).optional()}
            {form.select("channel", frame.t("review-filter-channel"), wallets).empty(any()).optional()}
            {form.select("step", frame.t("review-queue-column-state"), steps).empty(any()).optional()}
            {form.select("holder", frame.t("review-queue-column-holder"), people).empty(any()).optional()}
            {form.select("due", frame.t("review-queue-column-due"), due).empty(any()).optional()}
            {Button::secondary(frame.t("review-filters-apply"))}
        </form>
    }
    .into_any()
}

/// Each filter that is on, by name and value: a click takes it away.
fn chips(frame: &Frame, filters: &Filters) -> AnyView {
    if !filters.any() {
        return ().into_any();
    }
    let mut chips = Chips::new(frame, frame.t("review-filters-on"));
    for (filter, without) in &filters.on {
        let (name, value) = filter.words(frame);
        let label = frame.ta("review-filter-is", &[("name", frame.t(name)), ("value", value)]);
        chips = chips.taken_away(label, without);
    }
    chips.clear(frame.t("review-filters-clear"), filters.clear.clone()).view()
}

impl Filter {
    /// The message key of its name, and its value in words.
    fn words(&self, frame: &Frame) -> (&'static str, String) {
        match self {
            Self::Search(typed) => ("common-search", typed.clone()),
            Self::Kind(label) => ("review-case-kind", frame.t(label)),
            Self::Channel(word) => ("review-filter-channel", wallet(frame, word)),
            Self::Step(kind) => ("review-queue-column-state", step(frame, *kind)),
            Self::Nobody => ("review-queue-column-holder", frame.t("review-queue-nobody")),
            Self::Holder(email) => ("review-queue-column-holder", email.clone()),
            Self::Due(word) => ("review-queue-column-due", due_by(frame, word)),
        }
    }
}

fn due_by(frame: &Frame, word: &str) -> String {
    frame.t(&format!("review-due-by-{word}"))
}
