//! Who waits for a channel: the ball is the channel's.

use super::words::{self, wallet};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Button, Chips, Column, Empty, Icon, Pager, Table, format, layout, name},
};
use domain::channels::CapabilityKind;
use leptos::prelude::*;
use time::OffsetDateTime;

/// One that waits.
#[derive(Clone, Debug)]
pub struct Line {
    /// The page of the merchant's channels.
    pub href: String,
    /// The merchant's name.
    pub merchant: String,
    /// The merchant's number.
    pub number: String,
    /// The channel's word.
    pub channel: String,
    /// Where it stands.
    pub state: CapabilityKind,
    /// Since when.
    pub since: OffsetDateTime,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Channels to filter by: word (empty for all), address, whether it is on.
    pub channels: Vec<(String, String, bool)>,
    /// The longest waiting first.
    pub lines: Vec<Line>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
    /// Now, for how long each has waited.
    pub now: Option<OffsetDateTime>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("channels-waiting-title");
    Page::new(title.clone(), || {
        let chips = model.channels.iter().fold(
            Chips::new(frame, frame.t("channels-channel")),
            |chips, (word, href, on)| {
                let label = if word.is_empty() { frame.t("channels-all") } else { wallet(frame, word) };
                chips.chip(label, href.clone(), *on)
            },
        );
        layout::desk(
            frame,
            view! {
                <div class="between">
                    <h1>{title}</h1>
                    {Button::secondary(frame.t("credentials-rights-title")).link(frame.at("/live"))}
                </div>
                <p class="measure">{frame.t("channels-waiting-text")}</p>
                {chips}
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/desk/channels"))}
            },
        )
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("channels-waiting-title"))
        .column(Column::new(frame.t("credentials-merchant")).wide())
        .column(Column::new(frame.t("channels-channel")))
        .column(Column::new(frame.t("channels-state")))
        .column(Column::new(frame.t("channels-ball")))
        .column(Column::new(frame.t("channels-since")).numeric())
        .empty(
            Empty::new(Icon::Good, frame.t("channels-waiting-none"))
                .text(frame.t("channels-waiting-none-text")),
        )
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.lines {
        let since = match model.now {
            Some(now) => format::time_relative(frame, line.since, now),
            None => format::time(frame, line.since),
        };
        table = table.row(vec![
            view! { <a href=line.href.clone()>{name(frame, &line.merchant)}</a>" "<code>{line.number.clone()}</code> }
                .into_any(),
            wallet(frame, &line.channel).into_any(),
            words::state(frame, line.state),
            words::ball(frame, line.state.ball()).into_any(),
            since,
        ]);
    }
    table
}
