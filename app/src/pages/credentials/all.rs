//! Every merchant's credentials, for an admin: never a secret.

use super::{Line, State, own};
use crate::ui::{Button, Column, Empty, Icon, Pager, Table, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// A page of credentials.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The newest first.
    pub credentials: Vec<Line>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-all-title");
    Page::new(title.clone(), || {
        layout::console(
            frame,
            view! { <h1>{title}</h1> <p>{frame.t("credentials-all-text")}</p> {table(frame, model)} },
        )
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("credentials-all-title"))
        .column(Column::new(frame.t("credentials-label")))
        .column(Column::new(frame.t("credentials-merchant")).wide())
        .column(Column::new(frame.t("credentials-environment")))
        .column(Column::new(frame.t("credentials-secret")))
        .column(Column::new(frame.t("credentials-state")))
        .column(Column::new(frame.t("credentials-created-by")))
        .column(Column::new(frame.t("credentials-created")).numeric())
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(Empty::new(Icon::Key, frame.t("credentials-none")).text(frame.t("credentials-all-none-text")))
        .pager(Pager::new(frame).next(model.next.clone()));
    for line in &model.credentials {
        let revoke = (line.state != State::Ended).then(|| {
            let href = frame.at(&format!("/console/credentials/{}/revoke", line.id));
            Button::quiet(frame.t("credentials-revoke")).link(href).about(line.label.clone()).small().view()
        });
        table = table.row(vec![
            line.label.clone().into_any(),
            own::merchant(line),
            line.environment_badge(frame),
            line.shown(),
            line.state_badge(frame),
            line.created_by.clone().into_any(),
            format::day_of(frame, line.created_at).into_any(),
            revoke.into_any(),
        ]);
    }
    table
}
