//! The queue's table.

use super::{
    super::{Due, due::due},
    Model, empty,
};
use crate::{
    Frame,
    pages::applications::words,
    ui::{Button, Column, Pager, Sorted, Table, Tone, badge, format, name},
};
use domain::{applications::StateKind, review::CaseState};
use leptos::prelude::*;
use time::OffsetDateTime;

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its id, for addresses.
    pub id: String,
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// Where it stands.
    pub state: StateKind,
    /// How the desk stands to it.
    pub desk: CaseState,
    /// Until when it is put off.
    pub until: Option<OffsetDateTime>,
    /// The wallets' words.
    pub channels: Vec<String>,
    /// When it was handed in last.
    pub submitted_at: Option<OffsetDateTime>,
    /// When the answer is owed.
    pub due: Option<Due>,
    /// When it was closed.
    pub closed_at: Option<OffsetDateTime>,
    /// Who holds it.
    pub holder: Holder,
    /// Whether this reader may claim it.
    pub claimable: bool,
    /// Whether this reader may give it to somebody.
    pub givable: bool,
    /// Whether it is chosen, to be taken or given.
    pub chosen: bool,
}

/// Who holds a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Nobody.
    Nobody,
    /// The reader.
    You,
    /// Somebody, by their address.
    Other(String),
}

pub(super) fn table(frame: &Frame, model: &Model) -> AnyView {
    let closed = model.shelf == "closed";
    let sorted = |on: bool, way: Sorted| if on { way } else { Sorted::Not };
    let (due_href, by_due) = &model.by_due;
    let (newest_href, by_newest) = &model.by_newest;
    let submitted = Column::new(frame.t("review-queue-column-submitted"));
    let (submitted, when) = if closed {
        (submitted, Column::new(frame.t("review-queue-column-closed")))
    } else {
        let when = Column::new(frame.t("review-queue-column-due"));
        (
            submitted.sort(newest_href, sorted(*by_newest, Sorted::Down)),
            when.sort(due_href, sorted(*by_due, Sorted::Up)),
        )
    };
    let mut table = Table::new(frame.t(&format!("review-shelf-{}", model.shelf)))
        .column(Column::new(frame.t("review-queue-column-case")))
        .column(Column::new(frame.t("review-queue-column-name")).wide())
        .column(Column::new(frame.t("review-queue-column-state")))
        .column(Column::new(frame.t("review-queue-column-channels")))
        .column(submitted)
        .column(when)
        .column(Column::new(frame.t("review-queue-column-holder")))
        .column(Column::new(frame.t("review-queue-column-act")).quiet())
        .empty(empty(frame, model))
        .by_keys()
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for case in &model.cases {
        let cells = cells(frame, case, closed, model.give.is_some());
        let overdue = !closed && case.due.is_some_and(Due::is_overdue);
        table = if overdue { table.marked_row(cells) } else { table.row(cells) };
    }
    table.view()
}

fn cells(frame: &Frame, case: &Case, closed: bool, gives: bool) -> Vec<AnyView> {
    let href = frame.at(&format!("/desk/cases/{}", case.id));
    let channels = words::listed(frame, case.channels.iter().map(|wallet| words::wallet(frame, wallet)));
    let act = if case.claimable {
        Button::secondary(frame.t("review-case-claim")).post(format!("{href}/claim")).key(frame, "c")
    } else {
        Button::quiet(frame.t("review-queue-open")).link(href.clone())
    };
    let when = if closed { instant(frame, case.closed_at) } else { due(frame, case.due) };
    vec![
        view! {
            <span class="pick">
                {(gives && (case.givable || case.claimable)).then(|| pick(frame, case))}
                <a class="code" href=href>{case.number.clone()}</a>
            </span>
        }
        .into_any(),
        name(frame, &case.name),
        stands(frame, case),
        channels.into_any(),
        instant(frame, case.submitted_at),
        when,
        holder(frame, case),
        act.small().about(case.number.clone()).view(),
    ]
}

/// The box that chooses a case for the form below the table.
fn pick(frame: &Frame, case: &Case) -> AnyView {
    let label = frame.ta("review-give-choose", &[("number", case.number.clone())]);
    let key = frame.keys.then_some("x");
    view! {
        <input
            type="checkbox"
            name="case"
            value=case.id.clone()
            form="give"
            checked=case.chosen
            aria-label=label
            aria-keyshortcuts=key
        />
    }
    .into_any()
}

fn stands(frame: &Frame, case: &Case) -> AnyView {
    let also = match (case.desk, case.until) {
        (CaseState::Escalated, _) => Some(frame.t("review-desk-escalated")),
        (CaseState::Snoozed, Some(until)) => {
            Some(frame.ta("review-desk-snoozed", &[("until", format::instant(frame, until))]))
        }
        _ => None,
    };
    view! {
        <span class="due">
            {state(frame, case.state)}
            {also.map(|words| view! { <span class="hint">{words}</span> })}
        </span>
    }
    .into_any()
}

fn holder(frame: &Frame, case: &Case) -> AnyView {
    match &case.holder {
        Holder::Nobody => frame.t("review-queue-nobody"),
        Holder::You => frame.t("review-queue-you"),
        Holder::Other(email) => email.clone(),
    }
    .into_any()
}

fn instant(frame: &Frame, at: Option<OffsetDateTime>) -> AnyView {
    at.map_or_else(|| ().into_any(), |at| format::time(frame, at))
}

/// Where an application stands, in the desk's words.
pub(crate) fn step(frame: &Frame, kind: StateKind) -> String {
    frame.t(&format!("review-state-{}", words::dashed(kind.word())))
}

/// Where an application stands, as the desk says it.
pub(crate) fn state(frame: &Frame, state: StateKind) -> AnyView {
    let tone = match state {
        StateKind::Approved => Tone::Good,
        StateKind::Rejected | StateKind::Withdrawn | StateKind::Expired | StateKind::Ended => Tone::Wrong,
        StateKind::InReview | StateKind::Resubmitted | StateKind::SecondReview => Tone::NeedsYou,
        _ => Tone::Waiting,
    };
    badge(tone, step(frame, state))
}
