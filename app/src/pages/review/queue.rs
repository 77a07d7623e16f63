//! The desk's queue.

use super::{Due, due::due};
use crate::{
    Frame, Page,
    ui::{
        Button, Chips, Column, Empty, Form, FormState, Icon, Pager, Table, Tabs, Tone, badge, format, layout,
    },
};
use domain::applications::StateKind;
use leptos::prelude::*;
use time::OffsetDateTime;

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Model {
    /// The shelves in their order: word, address, whether it is this one.
    pub shelves: Vec<(&'static str, String, bool)>,
    /// The word of the shelf shown: `waiting`, `mine`, `claimed`, `closed`.
    pub shelf: &'static str,
    /// The steps: word, address, whether it is this one.
    pub stages: Vec<(&'static str, String, bool)>,
    /// What was searched for: `q`, and what else travels with the search.
    pub search: FormState,
    /// Whether anything but the shelf is chosen.
    pub filtered: bool,
    /// Due first.
    pub cases: Vec<Case>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

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

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    Page::new(frame.t("review-queue-title"), || {
        layout::desk(
            frame,
            view! {
                <h1>{frame.t("review-queue-title")}</h1>
                {shelves(frame, model)}
                {filters(frame, model)}
                {table(frame, model)}
            },
        )
    })
}

fn shelves(frame: &Frame, model: &Model) -> AnyView {
    let mut tabs = Tabs::new(frame.t("review-queue-shelves"));
    for (word, href, here) in &model.shelves {
        tabs = tabs.tab(frame.t(&format!("review-shelf-{word}")), href, *here);
    }
    tabs.view()
}

fn filters(frame: &Frame, model: &Model) -> AnyView {
    let form = Form::new(frame, &model.search);
    let mut stages = Chips::new(frame, frame.t("review-queue-stages"));
    for (word, href, here) in &model.stages {
        stages = stages.chip(frame.t(&format!("review-stage-{word}")), href, *here);
    }
    view! {
        <div class="cluster ends">
            <form method="get" action=frame.at("/desk") class="search" role="search">
                {form.hidden("state")}
                {form.hidden("stage")}
                {form.text("q", frame.t("review-queue-search")).search().optional()}
                {Button::secondary(frame.t("common-search")).icon(Icon::Search)}
            </form>
            {stages}
        </div>
    }
    .into_any()
}

fn table(frame: &Frame, model: &Model) -> AnyView {
    let closed = model.shelf == "closed";
    let when = if closed { "review-queue-column-closed" } else { "review-queue-column-due" };
    let mut table = Table::new(frame.t(&format!("review-shelf-{}", model.shelf)))
        .column(Column::new(frame.t("review-queue-column-case")))
        .column(Column::new(frame.t("review-queue-column-name")).wide())
        .column(Column::new(frame.t("review-queue-column-state")))
        .column(Column::new(frame.t("review-queue-column-channels")))
        .column(Column::new(frame.t("review-queue-column-submitted")))
        .column(Column::new(frame.t(when)))
        .column(Column::new(frame.t("review-queue-column-holder")))
        .column(Column::new(frame.t("review-queue-column-act")).quiet())
        .empty(empty(frame, model))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for case in &model.cases {
        let cells = cells(frame, case, closed);
        let overdue = !closed && case.due.is_some_and(Due::is_overdue);
        table = if overdue { table.marked_row(cells) } else { table.row(cells) };
    }
    table.view()
}

fn cells(frame: &Frame, case: &Case, closed: bool) -> Vec<AnyView> {
    let href = frame.at(&format!("/desk/cases/{}", case.id));
    let name = if case.name.is_empty() { frame.t("review-queue-unnamed") } else { case.name.clone() };
    let channels: Vec<String> = case.channels.iter().map(|wallet| channel(frame, wallet)).collect();
    let holder = match &case.holder {
        Holder::Nobody => frame.t("review-queue-nobody"),
        Holder::You => frame.t("review-queue-you"),
        Holder::Other(email) => email.clone(),
    };
    let act = if case.claimable {
        Button::secondary(frame.t("review-case-claim")).post(format!("{href}/claim"))
    } else {
        Button::quiet(frame.t("review-queue-open")).link(href.clone())
    };
    let when = if closed { instant(frame, case.closed_at) } else { due(frame, case.due) };
    vec![
        view! { <a class="code" href=href>{case.number.clone()}</a> }.into_any(),
        name.into_any(),
        state(frame, case.state),
        channels.join(&frame.t("audit-detail-comma")).into_any(),
        instant(frame, case.submitted_at),
        when,
        holder.into_any(),
        act.small().about(case.number.clone()).view(),
    ]
}

fn instant(frame: &Frame, at: Option<OffsetDateTime>) -> AnyView {
    at.map_or_else(|| ().into_any(), |at| format::time(frame, at))
}

/// A wallet's name.
pub(super) fn channel(frame: &Frame, wallet: &str) -> String {
    frame.t(&format!("applications-wallet-{}", wallet.replace('_', "-")))
}

/// Where an application stands, as the desk says it.
pub(crate) fn state(frame: &Frame, state: StateKind) -> AnyView {
    let tone = match state {
        StateKind::Approved => Tone::Good,
        StateKind::Rejected | StateKind::Withdrawn | StateKind::Expired => Tone::Wrong,
        StateKind::InReview | StateKind::Resubmitted | StateKind::SecondReview => Tone::NeedsYou,
        _ => Tone::Waiting,
    };
    badge(tone, frame.t(&format!("review-state-{}", state.word().replace('_', "-"))))
}

fn empty(frame: &Frame, model: &Model) -> Empty {
    if model.filtered {
        return Empty::new(Icon::Search, frame.t("review-queue-none-found"))
            .text(frame.t("review-queue-none-found-text"));
    }
    let key = format!("review-queue-none-{}", model.shelf);
    let empty = Empty::new(Icon::Tasks, frame.t(&key)).text(frame.t(&format!("{key}-text")));
    if model.shelf == "mine" {
        empty.action(Button::secondary(frame.t("review-queue-see-waiting")).link(frame.at("/desk")))
    } else {
        empty
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Lang;
    use time::macros::datetime;

    fn case() -> Case {
        Case {
            id: "c1".into(),
            number: "GW-7K2M9QX4D".into(),
            name: "海曼（上海）供应链管理有限公司".into(),
            state: StateKind::SecondReview,
            channels: vec!["alipay".into(), "wechat_pay".into()],
            submitted_at: Some(datetime!(2026-11-20 02:00 UTC)),
            due: Some(Due { at: datetime!(2026-11-23 02:00 UTC), minutes: -90 }),
            closed_at: None,
            holder: Holder::Nobody,
            claimable: true,
        }
    }

    fn model(cases: Vec<Case>) -> Model {
        Model {
            shelves: vec![("waiting", "/desk".into(), true), ("mine", "/desk?state=mine".into(), false)],
            shelf: "waiting",
            stages: vec![("any", "/desk".into(), true)],
            search: FormState::default(),
            filtered: false,
            cases,
            first: None,
            next: None,
        }
    }

    #[test]
    fn an_overdue_case_stands_out_and_can_be_claimed() {
        for lang in Lang::ALL {
            let body = page(&Frame::bare(lang), &model(vec![case()])).body;
            assert!(body.contains("class=\"marked\"") && body.contains("/desk/cases/c1/claim"), "{body}");
            assert!(!body.contains("review-"), "a key without words: {body}");
        }
    }

    #[test]
    fn every_shelf_says_why_it_is_empty() {
        for lang in Lang::ALL {
            for shelf in ["waiting", "mine", "claimed", "closed"] {
                let body = page(&Frame::bare(lang), &Model { shelf, ..model(vec![]) }).body;
                assert!(
                    body.contains("class=\"empty\"") && !body.contains("review-queue-none"),
                    "{shelf}: {body}"
                );
            }
        }
    }

    #[test]
    fn every_state_has_its_word() {
        for lang in Lang::ALL {
            for kind in StateKind::ALL {
                let key = format!("review-state-{}", kind.word().replace('_', "-"));
                assert!(crate::i18n::has(lang, &key), "{key}");
            }
        }
    }
}
