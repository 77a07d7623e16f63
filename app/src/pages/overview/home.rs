//! The console's home: who holds what and for how long, what waits longest, how many stand where, where drafts stop,
//! what was decided. Each number leads to its list.

use super::words::spent;
use crate::pages::{
    review::{state_badge, state_word},
    tenants::staff::calendar,
};
use crate::ui::{Chart, Column, Empty, Icon, Table, format, layout, name, share};
use crate::{Frame, Page};
use domain::applications::{Ball, StateKind};
use leptos::prelude::*;
use time::Date;

/// A number and the address of its list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// How many.
    pub count: u64,
    /// The list's address.
    pub href: String,
}

/// What somebody holds.
#[derive(Clone, Debug)]
pub struct Holder {
    /// Who.
    pub ball: Ball,
    /// How many applications.
    pub number: Number,
    /// How many minutes they have held the one in the middle.
    pub median: Option<i64>,
    /// How many minutes the one they have held the longest.
    pub longest: Option<i64>,
}

/// One that waits for us.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// Where it stands.
    pub state: StateKind,
    /// Working minutes since it came to us.
    pub minutes: i64,
    /// Where it is to be found.
    pub href: String,
}

/// Drafts that stop at one step.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What the step is called.
    pub name: String,
    /// How many; without a list where nobody has looked at them yet.
    pub count: u64,
    /// The list's address.
    pub href: Option<String>,
}

/// What was decided in a week.
#[derive(Clone, Debug)]
pub struct Week {
    /// Its Monday.
    pub monday: Date,
    /// Approvals.
    pub approved: Number,
    /// Rejections.
    pub rejected: Number,
}

/// The home.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Every state in the order of the road.
    pub states: Vec<(StateKind, Number)>,
    /// Merchant, us, channel, bank.
    pub holders: Vec<Holder>,
    /// Those that have waited for us the longest.
    pub oldest: Vec<Waiting>,
    /// Where drafts stop, the most first.
    pub stops: Vec<Stop>,
    /// The last weeks, this one last.
    pub weeks: Vec<Week>,
    /// The last day of the working calendar, where its next year is owed soon.
    pub calendar_ends: Option<Date>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("overview-title");
    Page::new(title.clone(), || {
        let total: u64 = model.states.iter().map(|(_, number)| number.count).sum();
        let body = if total == 0 { nothing(frame) } else { numbers(frame, model, total) };
        layout::console(
            frame,
            view! {
                <h1>{title}</h1>
                {calendar(frame, model.calendar_ends)}
                {body}
            },
        )
    })
}

fn nothing(frame: &Frame) -> AnyView {
    Empty::new(Icon::Chart, frame.t("overview-none")).text(frame.t("overview-none-text")).view()
}

fn numbers(frame: &Frame, model: &Model, total: u64) -> AnyView {
    view! {
        <section class="flow">
            <h2>{frame.t("overview-held")}</h2>
            {held(frame, model)}
        </section>
        <section class="flow">
            <h2>{frame.t("overview-oldest")}</h2>
            {oldest(frame, model)}
        </section>
        <section class="flow">
            <h2>{frame.t("overview-states")}</h2>
            {states(frame, model, total)}
        </section>
        <section class="flow">
            <h2>{frame.t("overview-stops")}</h2>
            {stops(frame, model)}
        </section>
        <section class="flow">
            <h2>{frame.t("overview-decisions")}</h2>
            {decisions(frame, model)}
        </section>
    }
    .into_any()
}

/// A number as the way to its list; nought leads nowhere.
fn link(number: &Number) -> AnyView {
    let count = format::count(number.count);
    if number.count == 0 {
        return count.into_any();
    }
    view! { <a href=number.href.clone()>{count}</a> }.into_any()
}

fn held(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("overview-held"))
        .column(Column::new(frame.t("overview-holder")))
        .column(Column::new(frame.t("overview-applications")).numeric())
        .column(Column::new(frame.t("overview-median")).numeric())
        .column(Column::new(frame.t("overview-longest")).numeric());
    for holder in &model.holders {
        let time = |minutes: Option<i64>| {
            minutes.map_or_else(|| "–".to_owned(), |minutes| spent(frame, minutes, holder.ball == Ball::Us))
        };
        table = table.row(vec![
            frame.t(&format!("overview-ball-{}", holder.ball)).into_any(),
            link(&holder.number),
            time(holder.median).into_any(),
            time(holder.longest).into_any(),
        ]);
    }
    table
}

fn oldest(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("overview-oldest"))
        .column(Column::new(frame.t("overview-number")))
        .column(Column::new(frame.t("overview-name")).wide())
        .column(Column::new(frame.t("overview-state")))
        .column(Column::new(frame.t("overview-waits")).numeric())
        .empty(
            Empty::new(Icon::Good, frame.t("overview-oldest-none"))
                .text(frame.t("overview-oldest-none-text")),
        );
    for waiting in &model.oldest {
        table = table.row(vec![
            view! { <a class="code" href=waiting.href.clone()>{waiting.number.clone()}</a> }.into_any(),
            name(frame, &waiting.name),
            state_badge(frame, waiting.state),
            spent(frame, waiting.minutes, true).into_any(),
        ]);
    }
    table
}

fn states(frame: &Frame, model: &Model, total: u64) -> Table {
    let mut table = counted(frame, frame.t("overview-states"), frame.t("overview-state"));
    for (state, number) in &model.states {
        let word = state_word(frame, *state);
        table = table.row(vec![word.clone().into_any(), link(number), share(word, number.count, total)]);
    }
    table
}

fn stops(frame: &Frame, model: &Model) -> Table {
    let total: u64 = model.stops.iter().map(|stop| stop.count).sum();
    let mut table = counted(frame, frame.t("overview-stops"), frame.t("overview-step")).empty(
        Empty::new(Icon::Tasks, frame.t("overview-stops-none")).text(frame.t("overview-stops-none-text")),
    );
    for stop in &model.stops {
        let number = match &stop.href {
            Some(href) => link(&Number { count: stop.count, href: href.clone() }),
            None => format::count(stop.count).into_any(),
        };
        table = table.row(vec![
            stop.name.clone().into_any(),
            number,
            share(stop.name.clone(), stop.count, total),
        ]);
    }
    table
}

/// A table of counts, each with its bar beside.
fn counted(frame: &Frame, caption: String, what: String) -> Table {
    Table::new(caption)
        .compact(true)
        .column(Column::new(what))
        .column(Column::new(frame.t("overview-applications")).numeric())
        .column(Column::new(frame.t("overview-share")).quiet())
}

fn decisions(frame: &Frame, model: &Model) -> AnyView {
    if model.weeks.iter().all(|week| week.approved.count + week.rejected.count == 0) {
        return Empty::new(Icon::Chart, frame.t("overview-decisions-none"))
            .text(frame.t("overview-decisions-none-text"))
            .view();
    }
    let labels = model.weeks.iter().map(|week| format::short_date(frame.lang, week.monday)).collect();
    let of = |pick: fn(&Week) -> &Number| {
        let numbers: Vec<&Number> = model.weeks.iter().map(pick).collect();
        let counts = numbers.iter().map(|number| i64::try_from(number.count).unwrap_or(i64::MAX)).collect();
        let hrefs = numbers.iter().map(|number| number.href.clone()).collect();
        (counts, hrefs)
    };
    let (approved, to_approved) = of(|week| &week.approved);
    let (rejected, to_rejected) = of(|week| &week.rejected);
    Chart::stacked(frame, frame.t("overview-decisions-chart"))
        .across(frame.t("overview-week"), labels)
        .series(frame.t("review-state-approved"), approved)
        .links(to_approved)
        .series(frame.t("review-state-rejected"), rejected)
        .links(to_rejected)
        .view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::date;

    fn number(count: u64, href: &str) -> Number {
        Number { count, href: href.into() }
    }

    fn model() -> Model {
        Model {
            states: StateKind::ALL.iter().map(|state| (*state, number(3, "/list?state=x"))).collect(),
            holders: vec![
                Holder {
                    ball: Ball::Us,
                    number: number(1_200, "/list?ball=us"),
                    median: Some(600),
                    longest: Some(1_500),
                },
                Holder {
                    ball: Ball::Bank,
                    number: number(0, "/list?ball=bank"),
                    median: None,
                    longest: None,
                },
            ],
            oldest: vec![Waiting {
                number: "GW-7K2M9QX4D".into(),
                name: String::new(),
                state: StateKind::InReview,
                minutes: 59,
                href: "/case".into(),
            }],
            stops: vec![Stop {
                name: "Bank account".into(),
                count: 4,
                href: Some("/list?step=section.bank".into()),
            }],
            weeks: vec![Week {
                monday: date!(2026 - 11 - 23),
                approved: number(2, "/list?decided=2026-11-23&outcome=approved"),
                rejected: number(0, "/nowhere"),
            }],
            calendar_ends: None,
        }
    }

    #[test]
    fn each_number_leads_to_its_list_and_nought_leads_nowhere() {
        for lang in Lang::ALL {
            let body = page(&Frame::bare(lang), &model()).body;
            assert!(body.contains("<a href=\"/list?ball=us\">1,200</a>"), "{body}");
            assert!(body.contains("/list?step=section.bank") && body.contains("outcome=approved"), "{body}");
            assert!(!body.contains("/nowhere") && !body.contains("ball=bank"), "{body}");
            assert!(!body.contains("overview-"), "a key without words: {body}");
        }
    }

    #[test]
    fn time_with_us_is_working_time() {
        let body = page(&Frame::bare(Lang::En), &model()).body;
        assert!(body.contains("10 working hours") && body.contains("59 working minutes"), "{body}");
    }

    #[test]
    fn an_empty_house_says_what_will_stand_here() {
        for lang in Lang::ALL {
            let body = page(&Frame::bare(lang), &Model::default()).body;
            assert!(body.contains("class=\"empty\"") && !body.contains("overview-"), "{body}");
        }
        let quiet = Model { oldest: vec![], stops: vec![], weeks: vec![], ..model() };
        let body = page(&Frame::bare(Lang::En), &quiet).body;
        assert_eq!(body.matches("class=\"empty\"").count(), 3, "{body}");
    }
}
