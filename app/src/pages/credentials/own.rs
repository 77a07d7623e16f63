//! A merchant's own credentials.

use super::{Line, State};
use crate::ui::{Banner, Button, Column, Empty, Icon, Table, Tone, format, layout};
use crate::{Frame, Page};
use leptos::prelude::*;

/// The reader's merchants and their credentials.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The newest first.
    pub credentials: Vec<Line>,
    /// Whether the reader may make, draw and revoke.
    pub manage: bool,
    /// Whether any of the reader's merchants has its number.
    pub approved: bool,
    /// Where the API's own description lies.
    pub description: String,
    /// How `curl` asks who it is, with a placeholder for the secret.
    pub example: String,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-title");
    Page::new(title.clone(), || {
        let make = (model.manage && model.approved).then(|| {
            Button::primary(frame.t("credentials-create"))
                .link(frame.at("/credentials/new"))
                .icon(Icon::Plus)
                .view()
        });
        let early = (!model.approved).then(|| {
            Banner::new(Tone::Waiting, frame.t("credentials-early"))
                .text(frame.t("credentials-early-text"))
                .view()
        });
        layout::desk(
            frame,
            view! {
                <div class="between"><h1>{title}</h1>{make}</div>
                <p>{frame.t("credentials-text")}</p>
                {early}
                {table(frame, model)}
                <h2>{frame.t("credentials-try")}</h2>
                <p>{frame.t("credentials-try-text")}</p>
                <pre class="code-block" tabindex="0"><code>{model.example.clone()}</code></pre>
                <p><a href=model.description.clone()>{frame.t("credentials-description")}</a></p>
            },
        )
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("credentials-title"))
        .column(Column::new(frame.t("credentials-label")))
        .column(Column::new(frame.t("credentials-merchant")).wide())
        .column(Column::new(frame.t("credentials-environment")))
        .column(Column::new(frame.t("credentials-secret")))
        .column(Column::new(frame.t("credentials-state")))
        .column(Column::new(frame.t("credentials-created")).numeric())
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(Empty::new(Icon::Key, frame.t("credentials-none")).text(frame.t("credentials-none-text")));
    for line in &model.credentials {
        table = table.row(vec![
            line.label.clone().into_any(),
            merchant(line),
            line.environment_badge(frame),
            line.shown(),
            line.state_badge(frame),
            format::day_of(frame, line.created_at).into_any(),
            acts(frame, model, line),
        ]);
    }
    table
}

pub(super) fn merchant(line: &Line) -> AnyView {
    view! { {line.merchant.clone()}" "<code>{line.number.clone()}</code> }.into_any()
}

fn acts(frame: &Frame, model: &Model, line: &Line) -> AnyView {
    if !model.manage || line.state == State::Ended {
        return ().into_any();
    }
    let base = frame.at(&format!("/credentials/{}", line.id));
    let draw = (line.state == State::Undrawn).then(|| {
        Button::secondary(frame.t("credentials-draw"))
            .post(format!("{base}/draw"))
            .about(line.label.clone())
            .small()
            .view()
    });
    view! {
        <div class="cluster">
            {draw}
            {Button::quiet(frame.t("credentials-revoke")).link(format!("{base}/revoke")).about(line.label.clone()).small()}
        </div>
    }
    .into_any()
}
