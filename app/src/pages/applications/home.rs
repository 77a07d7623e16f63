//! The merchant's home: their applications, and the way to start one.

use super::{Head, words};
use crate::{
    Frame, Page,
    ui::{Banner, Button, Empty, Icon, Pager, Tone, badge, format, layout, name, named},
};
use domain::applications::Status;
use leptos::prelude::*;
use time::OffsetDateTime;

/// The merchant's applications.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Newest first.
    pub applications: Vec<Line>,
    /// Where older ones stand, if there are any.
    pub older: Option<String>,
    /// Businesses at which the reader looks after API keys alone, by name.
    pub keys: Vec<String>,
}

/// One application of the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is called and where it is.
    pub head: Head,
    /// What the merchant sees of its state.
    pub status: Status,
    /// When it last changed.
    pub changed: OffsetDateTime,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("applications-home-title");
    Page::new(title.clone(), || {
        let start = frame.at("/applications/start");
        let content = if model.applications.is_empty() && model.older.is_none() {
            Empty::new(Icon::Shop, frame.t("applications-home-empty"))
                .text(frame.t("applications-home-empty-text"))
                .action(Button::primary(frame.t("applications-home-start")).link(start))
                .view()
        } else {
            let lines: Vec<_> = model.applications.iter().map(|line| line_view(frame, line)).collect();
            view! {
                <ul class="entries">{lines}</ul>
                {Pager::new(frame).next(model.older.clone())}
                <p>{Button::secondary(frame.t("applications-home-another")).link(start)}</p>
            }
            .into_any()
        };
        layout::merchant(
            frame,
            view! {
                <h1>{title}</h1>
                {elsewhere(frame, model)}
                {content}
            },
        )
    })
}

/// Where the reader's part is another: said, and the way there.
fn elsewhere(frame: &Frame, model: &Model) -> Vec<AnyView> {
    let banner = |merchant: &String| {
        Banner::new(Tone::Info, frame.ta("members-elsewhere", &[("merchant", named(frame, merchant))]))
            .text(frame.t("members-elsewhere-text"))
            .action(Button::secondary(frame.t("members-elsewhere-keys")).link(frame.at("/credentials")))
            .view()
    };
    model.keys.iter().map(banner).collect()
}

fn line_view(frame: &Frame, line: &Line) -> AnyView {
    let (tone, word) = words::status(frame, line.status);
    let rest = if line.status == Status::Draft { "" } else { "/status" };
    let changed = frame.ta("applications-home-changed", &[("when", format::instant(frame, line.changed))]);
    view! {
        <li class="entry">
            <div class="entry-words">
                <a href=line.head.at(frame, rest)>{name(frame, &line.head.name)}</a>
                <p class="hint">{line.head.number.clone()}" · "{changed}</p>
            </div>
            {badge(tone, word)}
        </li>
    }
    .into_any()
}
