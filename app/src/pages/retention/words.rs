//! Words that both pages use.

use super::{Entry, list::Line};
use crate::{
    Frame,
    pages::applications::words::dashed,
    ui::{Column, Empty, Icon, Table, Tone, badge, format},
};
use domain::retention::{Ground, Law, Outcome, Standing};
use leptos::prelude::*;

/// What keeps an application, in one sentence that names the law.
pub(in crate::pages) fn kept(frame: &Frame, line: &Line) -> String {
    if line.held {
        return frame.t("retention-kept-hold");
    }
    let until = line.until.map(|until| format::date(frame.lang, until));
    match (line.standing, until) {
        (Standing::UnderWay, _) => frame.t("retention-kept-under-way"),
        (Standing::Unfiled { .. }, Some(until)) => frame.ta("retention-kept-unfiled", &[("until", until)]),
        (Standing::Unfiled { .. }, None) => frame.t("retention-kept-open"),
        (Standing::Ended { .. }, until) => {
            let law = line.law.name.get(frame.lang).to_owned();
            frame.ta("retention-kept-law", &[("law", law), ("until", until.unwrap_or_default())])
        }
    }
}

/// What forbade an erasure, in words that name it.
pub(super) fn forbidden(frame: &Frame, ground: Ground, law: Option<&Law>) -> String {
    match ground {
        Ground::Hold => frame.t("retention-refused-hold"),
        Ground::Law { until } => {
            let law = law.map(|law| law.name.get(frame.lang).to_owned()).unwrap_or_default();
            frame.ta("retention-refused-law", &[("law", law), ("until", format::date(frame.lang, until))])
        }
    }
}

/// Entries as a table; with the applications' numbers where they are of several.
pub(super) fn entries(frame: &Frame, entries: &[Entry], with_numbers: bool) -> AnyView {
    let mut table = Table::new(frame.t("retention-erasures"));
    if with_numbers {
        table = table.column(Column::new(frame.t("retention-number")));
    }
    table = table
        .column(Column::new(frame.t("retention-outcome")).wide())
        .column(Column::new(frame.t("retention-cause")))
        .column(Column::new(frame.t("retention-at")).numeric())
        .empty(Empty::new(Icon::Document, frame.t("retention-erasures-none")));
    for entry in entries {
        let mut cells = Vec::new();
        if with_numbers {
            let href = frame.at(&format!("{}/{}", super::PATH, entry.application));
            cells.push(view! { <a class="code" href=href>{entry.number.clone()}</a> }.into_any());
        }
        cells.push(outcome(frame, entry));
        let by = entry.by.clone().unwrap_or_else(|| frame.t("retention-by-itself"));
        cells.push(
            view! { <p>{frame.t(&format!("retention-cause-{}", entry.cause))}</p> <p class="quiet">{by}</p> }
                .into_any(),
        );
        cells.push(format::time(frame, entry.at));
        table = table.row(cells);
    }
    table.view()
}

fn outcome(frame: &Frame, entry: &Entry) -> AnyView {
    let sign = match entry.outcome {
        Outcome::Erased => badge(Tone::Good, frame.t("retention-outcome-erased")),
        Outcome::Restricted => badge(Tone::NeedsYou, frame.t("retention-outcome-restricted")),
    };
    let why = entry.ground.as_ref().map(|(ground, law)| forbidden(frame, *ground, law.as_ref()));
    let counts: Vec<String> = entry
        .removed
        .iter()
        .map(|(what, count)| {
            let what = frame.t(&format!("retention-removed-{}", dashed(what)));
            frame.ta("retention-removed", &[("what", what), ("count", format::count(*count))])
        })
        .collect();
    let counts = (!counts.is_empty()).then(|| counts.join(&frame.t("audit-detail-comma")));
    let digest = entry.digest.clone().map(|digest| {
        view! { <p class="quiet">{frame.t("retention-digest")} " " <span class="code">{digest}</span></p> }
    });
    view! {
        {sign}
        {why.map(|why| view! { <p>{why}</p> })}
        {counts.map(|counts| view! { <p>{counts}</p> })}
        {digest}
    }
    .into_any()
}
