//! The desk's open hits, the oldest first.

use super::{list_name, meaning, role};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Column, Empty, Icon, Pager, Table, back_link_to, format, layout},
};
use domain::screening::{
    lists::{Meaning, Source},
    parties::Role,
};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Where the page stands, below the tenant's address.
pub const PATH: &str = "/desk/hits";

/// An open hit.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its own address.
    pub path: String,
    /// What people call the case.
    pub number: String,
    /// The business's name as declared.
    pub name: String,
    /// Whose list it is on, and what the tenant calls that.
    pub list: (Source, String),
    /// What it means.
    pub meaning: Meaning,
    /// What the party is.
    pub role: Role,
    /// When it was found.
    pub at: OffsetDateTime,
    /// How many people have said something.
    pub said: u32,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The hits.
    pub lines: Vec<Line>,
    /// The address of the first page, unless this is it.
    pub first: Option<String>,
    /// The address where it goes on.
    pub next: Option<String>,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("screening-hits-title");
    Page::new(title.clone(), || {
        layout::desk(
            frame,
            view! {
                {back_link_to(frame.at("/desk"), frame.t("review-case-back"))}
                <h1>{title}</h1>
                <p class="measure">{frame.t("screening-hits-text")}</p>
                {table(frame, model)}
                {sheets::link(frame, &frame.at("/desk/hits"))}
            },
        )
    })
}

fn table(frame: &Frame, model: &Model) -> AnyView {
    let mut table = Table::new(frame.t("screening-hits-title"))
        .column(Column::new(frame.t("screening-case")).wide())
        .column(Column::new(frame.t("screening-party")))
        .column(Column::new(frame.t("screening-list")))
        .column(Column::new(frame.t("screening-meaning")))
        .column(Column::new(frame.t("screening-said")).numeric())
        .column(Column::new(frame.t("screening-found-at")).numeric())
        .empty(Empty::new(Icon::Good, frame.t("screening-hits-none")))
        .pager(Pager::new(frame).previous(model.first.clone()).next(model.next.clone()));
    for line in &model.lines {
        table = table.row(vec![
            view! { <a href=line.path.clone()>{line.number.clone()}</a>" "{line.name.clone()} }.into_any(),
            role(frame, line.role).into_any(),
            list_name(frame, line.list.0, &line.list.1).into_any(),
            meaning(frame, line.meaning),
            line.said.to_string().into_any(),
            format::time(frame, line.at),
        ]);
    }
    table.view()
}
