//! Applications as the console lists them: numbers, names, states and dates, never an answer or a paper.

use crate::pages::review::{state_badge, state_word};
use crate::pages::sheets;
use crate::ui::{
    Button, Chips, Choice, Column, Empty, Form, FormState, Icon, Pager, Table, format, layout, name,
};
use crate::{Frame, Page};
use domain::applications::{Ball, StateKind};
use leptos::prelude::*;
use time::OffsetDateTime;

/// What a list goes by: its last column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// When it was started, the newest first.
    #[default]
    Started,
    /// Since when somebody holds it, the longest first.
    Held,
    /// When it was decided, the latest first.
    Decided,
}

/// A line.
#[derive(Clone, Debug)]
pub struct Line {
    /// What people call it.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// The message key of its kind.
    pub kind: String,
    /// Where it stands.
    pub state: StateKind,
    /// What the list goes by.
    pub at: OffsetDateTime,
    /// Its case, for those who may see cases.
    pub href: Option<String>,
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// State, holder and search as asked for.
    pub form: FormState,
    /// Filters that the form doesn't have (a step, a week), in words, with the address without them.
    pub chips: Vec<(String, String)>,
    /// The names and values of those filters, which the form takes along.
    pub along: Vec<(&'static str, String)>,
    /// What the list goes by.
    pub by: By,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Whether anything is filtered at all.
    pub filtered: bool,
    /// The first page, where this isn't it.
    pub first: Option<String>,
    /// The next page, where there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("overview-list-title");
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t("overview-list-text")}</p>
                {filters(frame, model)}
                {chips(frame, model)}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/console/applications"))}
            },
        )
    })
}

fn filters(frame: &Frame, model: &Model) -> AnyView {
    let form = Form::new(frame, &model.form);
    let states =
        StateKind::ALL.iter().map(|state| Choice::new(state.word(), state_word(frame, *state))).collect();
    let balls = Ball::ALL
        .iter()
        .map(|ball| Choice::new(ball.word(), frame.t(&format!("overview-ball-{ball}"))))
        .collect();
    let along: Vec<_> = model
        .along
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=*name value=value.clone()/> })
        .collect();
    let any = frame.t("common-any");
    view! {
        <form method="get" class="filters" role="search">
            {along}
            {form.select("state", frame.t("overview-state"), states).empty(any.clone()).optional()}
            {form.select("ball", frame.t("overview-holder"), balls).empty(any).optional()}
            {form.text("q", frame.t("overview-search")).search().maxlength(128).optional()}
            {Button::secondary(frame.t("common-filter")).icon(Icon::Filter)}
        </form>
    }
    .into_any()
}

fn chips(frame: &Frame, model: &Model) -> Option<AnyView> {
    if model.chips.is_empty() {
        return None;
    }
    let chips = Chips::new(frame, frame.t("overview-only"));
    Some(model.chips.iter().fold(chips, |chips, (words, without)| chips.taken_away(words, without)).view())
}

fn table(frame: &Frame, model: &Model) -> Table {
    let by = match model.by {
        By::Started => "overview-started",
        By::Held => "overview-since",
        By::Decided => "overview-decided",
    };
    let empty = if model.filtered {
        Empty::new(Icon::Search, frame.t("overview-none-found")).text(frame.t("overview-none-found-text"))
    } else {
        Empty::new(Icon::Tasks, frame.t("overview-none")).text(frame.t("overview-none-text"))
    };
    let mut table = Table::new(frame.t("overview-list-title"))
        .column(Column::new(frame.t("overview-number")))
        .column(Column::new(frame.t("overview-name")).wide())
        .column(Column::new(frame.t("overview-kind")).wide())
        .column(Column::new(frame.t("overview-state")))
        .column(Column::new(frame.t(by)).numeric())
        .empty(empty)
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.lines {
        let number = match &line.href {
            Some(href) => view! { <a class="code" href=href.clone()>{line.number.clone()}</a> }.into_any(),
            None => view! { <span class="code">{line.number.clone()}</span> }.into_any(),
        };
        table = table.row(vec![
            number,
            name(frame, &line.name),
            frame.t(&line.kind).into_any(),
            state_badge(frame, line.state),
            format::time(frame, line.at),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    #[test]
    fn whoever_sees_no_cases_reads_numbers_without_ways_to_them() {
        let line = |href: Option<&str>| Line {
            number: "GW-7K2M9QX4D".into(),
            name: "海曼（上海）供应链管理有限公司".into(),
            kind: "applications-kind-cn-enterprise".into(),
            state: StateKind::SecondReview,
            at: datetime!(2026-11-23 02:00 UTC),
            href: href.map(str::to_owned),
        };
        for lang in Lang::ALL {
            let model =
                Model { lines: vec![line(None), line(Some("/t/x/desk/cases/1"))], ..Model::default() };
            let body = page(&Frame::bare(lang), &model).body;
            assert_eq!(body.matches("/desk/cases/").count(), 1, "{body}");
            assert!(!body.contains("overview-") && !body.contains("review-state-"), "{body}");
        }
    }

    #[test]
    fn an_empty_list_says_why() {
        for lang in Lang::ALL {
            for filtered in [false, true] {
                let body = page(&Frame::bare(lang), &Model { filtered, ..Model::default() }).body;
                assert!(body.contains("class=\"empty\"") && !body.contains("overview-"), "{body}");
            }
        }
    }
}
