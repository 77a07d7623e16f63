//! Summary list, task list, table.

use super::section;
use crate::Frame;
use crate::ui::{Button, Chips, Column, Pager, Sorted, SummaryList, Table, TaskList, Tone, badge};
use leptos::prelude::*;

pub(super) fn lists(frame: &Frame) -> AnyView {
    section(
        frame,
        "development-kit-lists",
        view! {
            {TaskList::new()
                .task(frame.t("development-kit-company"), "#main", Tone::Good, frame.t("development-kit-good"))
                .task(frame.t("development-kit-legal-person"), "#main", Tone::NeedsYou, frame.t("development-kit-needs-you"))
                .hint(frame.t("development-kit-point"))
                .task(frame.t("development-kit-account"), "#main", Tone::Neutral, frame.t("development-kit-neutral"))
                .locked(frame.t("development-kit-channels"), frame.t("development-kit-neutral"))
                .hint(frame.t("development-kit-locked-hint"))}
            {SummaryList::new(frame)
                .heading(frame.t("development-kit-legal-person"))
                .row(frame.t("development-kit-company"), frame.t("development-kit-company-long"))
                .change("#main")
                .row(frame.t("development-kit-email"), "")
                .change("#main")
                .row(frame.t("development-kit-code"), "91440300MA5GQ3R17X")
                .wrong(frame.t("development-kit-point"))
                .change("#main")
                .row_of(frame.t("development-kit-state"), badge(Tone::Waiting, frame.t("development-kit-waiting")))}
        },
    )
}

pub(super) fn table(frame: &Frame) -> AnyView {
    section(
        frame,
        "development-kit-table",
        view! {
            {Chips::new(frame, frame.t("common-filter"))
                .chip(frame.t("development-kit-waiting"), "#main", true)
                .count("128")
                .chip(frame.t("development-kit-needs-you"), "#main", false)
                .count("4,072")
                .chip(frame.t("development-kit-overdue"), "#main", false)
                .clear(frame.t("common-clear"), "#main")}
            {cases(frame, frame.t("development-kit-table"), false)
                .pager(Pager::new(frame)
                    .shown(frame.t("development-kit-shown"))
                    .previous(Some("#main".to_owned()))
                    .next(Some("#main".to_owned())))}
            {cases(frame, frame.t("development-kit-case"), true).show_caption()}
        },
    )
}

fn cases(frame: &Frame, caption: String, compact: bool) -> Table {
    let row = |number: &str, merchant: String, due: &str, amount: &str, state: AnyView| {
        vec![
            view! { <a href="#main">{number.to_owned()}</a> }.into_any(),
            merchant.into_any(),
            due.to_owned().into_any(),
            amount.to_owned().into_any(),
            state,
            Button::secondary(frame.t("development-kit-claim"))
                .small()
                .about(number)
                .post("/development/kit")
                .view(),
        ]
    };
    let late = badge(Tone::Wrong, frame.t("development-kit-overdue"));
    let waiting = || badge(Tone::Waiting, frame.t("development-kit-waiting"));
    Table::new(caption)
        .compact(compact)
        .column(Column::new(frame.t("development-kit-case")))
        .column(Column::new(frame.t("development-kit-merchant")).wide().sort("#main", Sorted::Not))
        .column(Column::new(frame.t("development-kit-due")).numeric().sort("#main", Sorted::Up))
        .column(Column::new(frame.t("development-kit-amount")).numeric())
        .column(Column::new(frame.t("development-kit-state")))
        .column(Column::new(frame.t("development-kit-acts")).quiet())
        .marked_row(row("GW-7K3M9QPX", "Harbour Tea".into(), "2026-11-20", "¥1,234,567.00", late))
        .row(row(
            "GW-2C8DRT4V",
            frame.t("development-kit-company-long"),
            "2026-11-24",
            "¥88,000.00",
            waiting(),
        ))
        .row(row("GW-9HJX55AB", "𠮷野家".into(), "2026-12-01", "¥920.50", waiting()))
}
