//! Who may have live credentials: proposed by one person, opened by another.

use crate::pages::sheets;
use crate::ui::{Banner, Button, Column, Empty, Icon, Pager, Table, Tone, badge, format, layout, name};
use crate::{Frame, Page};
use leptos::prelude::*;
use time::OffsetDateTime;

/// A right, proposed or open.
#[derive(Clone, Debug)]
pub struct Right {
    /// Its id.
    pub id: String,
    /// The merchant's name.
    pub merchant: String,
    /// The merchant's number.
    pub number: String,
    /// Who proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed_at: OffsetDateTime,
    /// Who opened it, and when.
    pub opened: Option<(String, OffsetDateTime)>,
    /// Where the merchant's channels are shown, for readers of the desk.
    pub channels: Option<String>,
    /// Why the reader can't open or decline it, as a message key; nothing where they can.
    pub why_not: Option<&'static str>,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The oldest first.
    pub rights: Vec<Right>,
    /// Whether the reader works in the console rather than at the desk.
    pub console: bool,
    /// Why nothing was done, after it was tried; a message key.
    pub trouble: Option<String>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address of the next page, if there is one.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("credentials-rights-title");
    Page::new(title.clone(), || {
        let trouble = model
            .trouble
            .as_ref()
            .map(|key| Banner::new(Tone::Wrong, frame.t("review-refused-title")).text(frame.t(key)).view());
        let content = view! {
            {trouble}
            <h1>{title}</h1>
            <p class="measure">{frame.t("credentials-rights-text")}</p>
            {table(frame, model)}
            {sheets::link(frame, &frame.at("/live"))}
        };
        if model.console { layout::console(frame, content) } else { layout::desk(frame, content) }
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let mut table = Table::new(frame.t("credentials-rights-title"))
        .column(Column::new(frame.t("credentials-merchant")).wide())
        .column(Column::new(frame.t("credentials-state")))
        .column(Column::new(frame.t("credentials-rights-proposed-by")))
        .column(Column::new(frame.t("credentials-rights-opened-by")))
        .column(Column::new(frame.t("credentials-act")).quiet())
        .empty(
            Empty::new(Icon::Key, frame.t("credentials-rights-none"))
                .text(frame.t("credentials-rights-none-text")),
        )
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for right in &model.rights {
        let merchant = right.channels.clone().map_or_else(
            || name(frame, &right.merchant),
            |href| view! { <a href=href>{name(frame, &right.merchant)}</a> }.into_any(),
        );
        let opened = right.opened.as_ref().map(|(by, at)| person(frame, by, *at));
        table = table.row(vec![
            view! { {merchant}" "<code>{right.number.clone()}</code> }.into_any(),
            standing(frame, right),
            person(frame, &right.proposed_by, right.proposed_at),
            opened.into_any(),
            acts(frame, right),
        ]);
    }
    table
}

/// Whether it is proposed or open, in a word.
pub(in crate::pages) fn standing(frame: &Frame, right: &Right) -> AnyView {
    match right.opened {
        Some(_) => badge(Tone::Good, frame.t("credentials-right-open")),
        None => badge(Tone::NeedsYou, frame.t("credentials-right-proposed")),
    }
}

/// Who did something, and when.
pub(in crate::pages) fn person(frame: &Frame, email: &str, at: OffsetDateTime) -> AnyView {
    view! { <div class="stack-tight"><span>{email.to_owned()}</span>{format::time(frame, at)}</div> }
        .into_any()
}

/// Opening and declining, or why the reader can't.
pub(in crate::pages) fn acts(frame: &Frame, right: &Right) -> AnyView {
    if right.opened.is_some() {
        return ().into_any();
    }
    if let Some(key) = right.why_not {
        return view! { <span class="hint">{frame.t(key)}</span> }.into_any();
    }
    let post = |act: &str| frame.at(&format!("/live/{}/{act}", right.id));
    view! {
        <div class="cluster">
            {Button::primary(frame.t("credentials-right-open-act")).post(post("open")).about(right.merchant.clone()).small()}
            {Button::quiet(frame.t("credentials-right-decline")).post(post("decline")).about(right.merchant.clone()).small()}
        </div>
    }
    .into_any()
}
