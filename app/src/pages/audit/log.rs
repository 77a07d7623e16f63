//! The auditor's log.

use super::words;
use crate::pages::applications::words::dashed;
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{
        Banner, Button, Choice, Column, Empty, Form, FormState, Icon, Pager, Table, Tone, badge, format,
        layout,
    },
};
use domain::audit::Audience;
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The filters as typed: `event`, `person`, `application`, `from`, `until`.
    pub filter: FormState,
    /// Whether any filter is set.
    pub filtered: bool,
    /// Newest first.
    pub events: Vec<Event>,
    /// The address of the newest page, unless this is it.
    pub newest: Option<String>,
    /// The address of the page with older events, if there are any.
    pub older: Option<String>,
    /// What the last walk along the chain found.
    pub check: Option<Check>,
}

/// One event.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its place in the chain.
    pub place: i64,
    /// When.
    pub at: OffsetDateTime,
    /// The address of the person who did it; nobody where a job or a visitor did.
    pub email: Option<String>,
    /// `visitor`, `person` or `system`.
    pub actor_kind: String,
    /// Dotted name.
    pub name: String,
    /// Who may read it.
    pub audience: Option<Audience>,
    /// The number of the application it is about, and the address that shows just its events.
    pub case: Option<(String, String)>,
    /// Ids, codes and field names.
    pub details: Vec<(String, String)>,
}

/// What a walk along the chain found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// When.
    pub at: OffsetDateTime,
    /// Up to which event the chain was whole.
    pub whole_to: i64,
    /// The first event that doesn't fit.
    pub broken_at: Option<i64>,
    /// Events chained since.
    pub since: i64,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let form = Form::new(frame, &model.filter);
    Page::new(form.title(&frame.t("audit-title")), || {
        layout::console(
            frame,
            view! {
                {form.summary()}
                <h1>{frame.t("audit-title")}</h1>
                <p class="lead">{frame.t("audit-intro")}</p>
                {chain(frame, model.check)}
                {filters(frame, &form)}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/console/audit"))}
            },
        )
    })
}

fn chain(frame: &Frame, check: Option<Check>) -> AnyView {
    let again =
        Button::secondary(frame.t("audit-verify")).post(frame.at("/console/audit/verify")).icon(Icon::Shield);
    let Some(check) = check else {
        return Banner::new(Tone::Neutral, frame.t("audit-never-verified"))
            .text(frame.t("audit-never-verified-text"))
            .action(again)
            .view();
    };
    let at = ("at", format::instant(frame, check.at));
    match check.broken_at {
        Some(place) => {
            Banner::new(Tone::Wrong, frame.ta("audit-broken", &[("place", place.to_string()), at]))
                .text(frame.t("audit-broken-text"))
        }
        None => {
            Banner::new(Tone::Good, frame.ta("audit-whole", &[("place", check.whole_to.to_string()), at]))
                .text(frame.tn("audit-since", u64::try_from(check.since).unwrap_or_default(), &[]))
        }
    }
    .action(again)
    .view()
}

fn filters(frame: &Frame, form: &Form<'_>) -> AnyView {
    let groups = words::GROUPS
        .iter()
        .map(|group| Choice::new(*group, frame.t(&format!("audit-group-{}", dashed(group)))))
        .collect();
    view! {
        <form method="get" class="filters" role="search" aria-label=frame.t("audit-filters")>
            {form.select("event", frame.t("audit-filter-event"), groups).empty(frame.t("audit-filter-any")).optional()}
            {form.text("person", frame.t("audit-filter-person")).code().optional()}
            {form.text("application", frame.t("audit-filter-application")).code().optional()}
            {form.text("from", frame.t("audit-filter-from")).code().hint("2026-11-23").optional()}
            {form.text("until", frame.t("audit-filter-until")).code().hint("2026-11-23").optional()}
            <div class="cluster">
                {Button::primary(frame.t("common-filter")).icon(Icon::Filter)}
                {Button::quiet(frame.t("common-clear")).link(frame.at("/console/audit"))}
            </div>
        </form>
    }
    .into_any()
}

fn table(frame: &Frame, model: &Model) -> AnyView {
    let empty = if model.filtered {
        Empty::new(Icon::Search, frame.t("audit-none-found")).text(frame.t("audit-none-found-text"))
    } else {
        Empty::new(Icon::Shield, frame.t("audit-none")).text(frame.t("audit-none-text"))
    };
    let mut table = Table::new(frame.t("audit-title"))
        .column(Column::new(frame.t("audit-column-place")).numeric())
        .column(Column::new(frame.t("audit-column-at")))
        .column(Column::new(frame.t("audit-column-what")).wide())
        .column(Column::new(frame.t("audit-column-who")))
        .column(Column::new(frame.t("audit-column-case")))
        .column(Column::new(frame.t("audit-column-audience")))
        .compact(true)
        .empty(empty)
        .pager(Pager::new(frame).previous(model.newest.clone()).next(model.older.clone()));
    for event in &model.events {
        table = table.row(cells(frame, event));
    }
    table.view()
}

fn cells(frame: &Frame, event: &Event) -> Vec<AnyView> {
    let details = words::details(frame, &event.details).map(|said| view! { <p class="hint">{said}</p> });
    let who = event.email.clone().unwrap_or_else(|| frame.t(&format!("audit-actor-{}", event.actor_kind)));
    let case = event.case.clone().map(|(number, href)| view! { <a class="code" href=href>{number}</a> });
    vec![
        event.place.to_string().into_any(),
        format::time(frame, event.at),
        view! { <p>{words::event(frame, &event.name)}</p>{details} }.into_any(),
        who.into_any(),
        case.into_any(),
        audience(frame, event.audience),
    ]
}

fn audience(frame: &Frame, audience: Option<Audience>) -> AnyView {
    let tone = match audience {
        Some(Audience::Merchant | Audience::Staff) => Tone::Neutral,
        Some(Audience::Confidential) | None => Tone::NeedsYou,
    };
    let word = audience.unwrap_or(Audience::Confidential).word();
    badge(tone, frame.t(&format!("audit-audience-{word}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    fn model() -> Model {
        Model {
            filter: FormState::default(),
            filtered: false,
            events: vec![Event {
                place: 41,
                at: datetime!(2026-11-23 02:00 UTC),
                email: None,
                actor_kind: "system".into(),
                name: "case.claimed".into(),
                audience: Some(Audience::Staff),
                case: Some(("GW-7K2M9QX4D".into(), "?application=GW-7K2M9QX4D".into())),
                details: vec![("section".into(), "bank".into())],
            }],
            newest: None,
            older: None,
            check: Some(Check {
                at: datetime!(2026-11-23 02:00 UTC),
                whole_to: 41,
                broken_at: None,
                since: 1,
            }),
        }
    }

    #[test]
    fn events_stand_in_words() {
        let page = page(&Frame::bare(Lang::En), &model());
        assert!(
            page.body.contains("Claimed the case") && !page.body.contains("case.claimed"),
            "{}",
            page.body
        );
        assert!(page.body.contains("GW-7K2M9QX4D"));
        let chinese = super::page(&Frame::bare(Lang::ZhCn), &model());
        assert!(chinese.body.contains("领取") && !chinese.body.contains("audit-"), "{}", chinese.body);
    }

    #[test]
    fn a_broken_chain_says_where() {
        let check = Some(Check { broken_at: Some(17), whole_to: 16, ..model().check.unwrap() });
        let page = page(&Frame::bare(Lang::En), &Model { check, ..model() });
        assert!(page.body.contains("17"), "{}", page.body);
        assert!(page.body.contains("banner wrong"));
    }

    #[test]
    fn an_empty_log_tells_first_use_from_a_filter() {
        let none = Model { events: vec![], ..model() };
        let frame = Frame::bare(Lang::En);
        let (first, found) = (page(&frame, &none).body, page(&frame, &Model { filtered: true, ..none }).body);
        assert_ne!(first, found);
    }
}
