//! Jobs given up, and another round for them.

use super::{DeadLetters, Queue};
use crate::Frame;
use crate::ui::{Button, Column, Empty, Icon, Table, Tone, badge, format};
use leptos::prelude::*;
use time::OffsetDateTime;

/// The jobs given up, by kind and reason, with the act that gives them another round.
pub(super) fn letters(frame: &Frame, dead: &[DeadLetters], retry: String) -> AnyView {
    let mut table = Table::new(frame.t("operator-dead"))
        .column(Column::new(frame.t("operator-dead-kind")))
        .column(Column::new(frame.t("operator-dead-reason")))
        .column(Column::new(frame.t("operator-dead-count")).numeric())
        .column(Column::new(frame.t("operator-dead-last")).numeric())
        .empty(
            Empty::new(Icon::Good, frame.t("operator-dead-none")).text(frame.t("operator-dead-none-text")),
        );
    for one in dead {
        table = table.row(vec![
            view! { <code>{one.kind.clone()}</code> }.into_any(),
            view! { <code>{one.reason.clone()}</code> }.into_any(),
            format::count(one.count).into_any(),
            one.last.map_or_else(|| "–".into_any(), |last| format::time(frame, last)),
        ]);
    }
    let again = (!dead.is_empty())
        .then(|| Button::secondary(frame.t("operator-retry")).post(retry).icon(Icon::Again).view());
    view! { {table} {again} }.into_any()
}

/// Whether a queue keeps up.
pub(super) fn verdict(frame: &Frame, queue: Queue, now: OffsetDateTime) -> AnyView {
    let late = queue.oldest_due.is_some_and(|due| now - due > time::Duration::minutes(5));
    let (tone, key) = match (queue.dead, late) {
        (1.., _) => (Tone::Wrong, "operator-health-dead"),
        (0, true) => (Tone::NeedsYou, "operator-health-late"),
        (0, false) => (Tone::Good, "operator-health-good"),
    };
    badge(tone, frame.t(key))
}

/// Since when the oldest due job waits.
pub(super) fn oldest(frame: &Frame, queue: Queue, now: OffsetDateTime) -> AnyView {
    queue.oldest_due.map_or_else(|| "–".into_any(), |due| format::time_relative(frame, due, now))
}
