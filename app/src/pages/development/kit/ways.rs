//! Ways, what opens over the page, time, and the desk's panes.

use super::section;
use crate::Frame;
use crate::ui::layout::{decision_bar, panes};
use crate::ui::{
    Button, Dialog, Icon, Menu, SummaryList, Tabs, Timeline, Tone, back_link, busy, copy_field, disclosure,
    icon, progress, steps,
};
use leptos::prelude::*;

pub(super) fn ways(frame: &Frame) -> AnyView {
    section(
        frame,
        "development-kit-navigation",
        view! {
            {back_link(frame, "#main")}
            {Tabs::new(frame.t("development-kit-case"))
                .tab(frame.t("development-kit-all"), "#main", true)
                .count("4,200")
                .tab(frame.t("development-kit-mine"), "#main", false)
                .count("7")
                .tab(frame.t("development-kit-overdue"), "#main", false)}
        },
    )
}

pub(super) fn over(frame: &Frame) -> AnyView {
    let acts = view! {
        <p>{frame.t("development-kit-delete-text")}</p>
        <div class="cluster">{Button::danger(frame.t("development-kit-withdraw")).post("/development/kit")}</div>
    };
    section(
        frame,
        "development-kit-over",
        view! {
            <div class="cluster">
                {Dialog::new(frame, "withdraw", frame.t("development-kit-withdraw"), frame.t("development-kit-delete-title"), acts).danger()}
                {Menu::new(frame.t("development-kit-more"))
                    .link(frame.t("common-download"), "#main")
                    .post(frame.t("common-remove"), "/development/kit", vec![("id".into(), "1".into())])}
            </div>
            {disclosure(frame.t("development-kit-why"), false, view! { <p>{frame.t("development-kit-sentence")}</p> })}
            {disclosure(frame.t("development-kit-why"), true, view! { <p>{frame.t("development-kit-sentence")}</p> })}
            {copy_field(frame.t("development-kit-secret"), "secret", "gw_test_4QJ7ZK2M8R5T9VXN3B6C_p81fX")}
            <div class="notice" role="status">{icon(Icon::Good)}<p>{frame.t("notice-saved")}</p></div>
        },
    )
}

pub(super) fn time(frame: &Frame) -> AnyView {
    let names = [
        "development-kit-company",
        "development-kit-legal-person",
        "development-kit-account",
        "development-kit-channels",
    ];
    let names = names.map(|key| frame.t(key)).to_vec();
    section(
        frame,
        "development-kit-time",
        view! {
            {steps(frame, names, 2)}
            {progress(frame.t("development-kit-progress"), 4, 7)}
            {busy(frame.t("development-kit-busy"))}
            {Timeline::new()
                .event(Tone::Good, frame.t("development-kit-event-submitted"), "2026-11-20 09:12")
                .instant("2026-11-20T01:12:00Z")
                .who("ma.li@example.com")
                .event(Tone::NeedsYou, frame.t("development-kit-send-back"), "2026-11-21 16:40")
                .who("Reviewer 14")
                .text(frame.t("development-kit-point"))
                .event(Tone::Waiting, frame.t("development-kit-event-review"), "2026-11-24")
                .event(Tone::Neutral, frame.t("development-kit-event-sign"), "2026-11-27")
                .ahead()}
        },
    )
}

pub(super) fn desk(frame: &Frame) -> AnyView {
    let facts = SummaryList::new(frame)
        .row(frame.t("development-kit-company"), frame.t("development-kit-company-long"))
        .row(frame.t("development-kit-code"), "91440300MA5GQ3R17X")
        .row(frame.t("development-kit-until"), "2036-05-18")
        .view();
    section(
        frame,
        "development-kit-desk",
        view! {
            {panes(
                frame.t("development-kit-viewer"),
                view! { <div class="empty">{icon(Icon::Document)}<p>{frame.t("development-kit-file")}</p></div> },
                frame.t("development-kit-facts"),
                facts,
            )}
            {decision_bar(
                frame.t("development-kit-decide"),
                view! {
                    <p class="hint">{frame.t("development-kit-version")}</p>
                    <div class="cluster">
                        {Button::secondary(frame.t("development-kit-send-back"))}
                        {Button::primary(frame.t("development-kit-recommend"))}
                    </div>
                },
            )}
        },
    )
}
