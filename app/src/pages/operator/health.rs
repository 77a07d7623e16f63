//! How the installation's queue does.

use super::{DeadLetters, Queue, dead};
use crate::ui::{SummaryList, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;
use time::OffsetDateTime;

/// The whole queue, and the platform's own jobs.
#[derive(Clone, Debug)]
pub struct Model {
    /// Every job of the installation.
    pub queue: Queue,
    /// The platform's own jobs that were given up.
    pub dead: Vec<DeadLetters>,
    /// Now, for "since".
    pub now: OffsetDateTime,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("operator-health-title");
    Page::new(title.clone(), || {
        let summary = SummaryList::new(frame)
            .row_of(frame.t("operator-health"), dead::verdict(frame, model.queue, model.now))
            .row(frame.t("operator-open"), format::count(model.queue.open))
            .row_of(frame.t("operator-oldest"), dead::oldest(frame, model.queue, model.now))
            .row(frame.t("operator-dead-count"), format::count(model.queue.dead));
        layout::console(
            frame,
            view! {
                <h1>{title}</h1>
                <p>{frame.t("operator-health-text")}</p>
                {summary}
                <h2>{frame.t("operator-dead-platform")}</h2>
                {dead::letters(frame, &model.dead, "/operator/health/retry".into())}
            },
        )
    })
}
