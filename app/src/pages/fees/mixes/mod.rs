//! Mixes made of past payments: which there are, and the form that uploads more.

mod columns;
pub mod delete;
pub mod one;
mod refused;

pub use columns::field_name;
pub use refused::refuse;

use super::{compare, rooms::rooms};
use crate::pages::sheets;
use crate::{
    Frame, Page,
    ui::{Button, Column, Empty, Form, FormState, Icon, Table, back_link_to, format, layout, live::sending},
};
use domain::fees::intake::{BadLine, MOST_ROWS};
use leptos::prelude::*;
use time::OffsetDateTime;

/// Where the tenant's stand, below its address.
pub const PATH: &str = "/console/fees/mixes";
/// Where a merchant's stand.
pub const OWN_PATH: &str = "/prices/mixes";

/// Where past payments are kept: in the console, or beside a merchant's own comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Home {
    /// The tenant's.
    #[default]
    Console,
    /// A merchant's, by its id.
    Merchant(String),
}

impl Home {
    /// The list's address.
    pub fn list(&self, frame: &Frame) -> String {
        match self {
            Self::Console => frame.at(PATH),
            Self::Merchant(id) => frame.at(&format!("{OWN_PATH}?merchant={id}")),
        }
    }

    /// One's address.
    pub fn one(&self, frame: &Frame, id: &str) -> String {
        self.at(frame, &format!("/{id}"))
    }

    /// The address at which one is deleted.
    pub fn delete(&self, frame: &Frame, id: &str) -> String {
        self.at(frame, &format!("/{id}/delete"))
    }

    fn at(&self, frame: &Frame, rest: &str) -> String {
        match self {
            Self::Console => frame.at(&format!("{PATH}{rest}")),
            Self::Merchant(_) => frame.at(&format!("{OWN_PATH}{rest}")),
        }
    }

    /// The comparison on one, or on none.
    fn compare(&self, frame: &Frame, stored: Option<&str>) -> String {
        let stored = stored.map(|id| format!("stored={id}"));
        match self {
            Self::Console => {
                let query = stored.map(|stored| format!("?{stored}")).unwrap_or_default();
                frame.at(&format!("{}{query}", compare::PATH))
            }
            Self::Merchant(id) => {
                let query = stored.map(|stored| format!("&{stored}")).unwrap_or_default();
                frame.at(&format!("{}?merchant={id}{query}", compare::OWN))
            }
        }
    }

    /// The page around its content, with the way back from a list and between rooms.
    fn around(&self, frame: &Frame, content: AnyView) -> AnyView {
        match self {
            Self::Console => layout::console(frame, content),
            Self::Merchant(_) => layout::desk(frame, content),
        }
    }

    /// What stands on top of each page.
    fn top(&self, frame: &Frame) -> AnyView {
        match self {
            Self::Console => rooms(frame, PATH),
            Self::Merchant(_) => {
                back_link_to(self.compare(frame, None), frame.t("compare-own-title")).into_any()
            }
        }
    }
}

/// A stored mix in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its currencies.
    pub currencies: Vec<String>,
    /// How many payments it was made of.
    pub rows: u32,
    /// How many groups they come to.
    pub groups: u32,
    /// The address of whoever uploaded it.
    pub by: String,
    /// When.
    pub at: OffsetDateTime,
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Where they are kept.
    pub home: Home,
    /// The newest first.
    pub mixes: Vec<Line>,
    /// The form that uploads, for whoever may.
    pub upload: Option<Upload>,
}

/// The form that uploads.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// What was typed, or is remembered.
    pub form: FormState,
    /// The header of the file that was just refused for want of a column.
    pub header: Vec<String>,
    /// The lines for which a file was just refused: how many, and the first of them.
    pub bad: Option<(u32, Vec<BadLine>)>,
    /// Bytes of a file, at most.
    pub most_bytes: u64,
}

/// The page.
pub fn page(frame: &Frame, model: &Model) -> Page {
    let title = frame.t("mixes-title");
    let nothing = FormState::default();
    let form = Form::new(frame, model.upload.as_ref().map_or(&nothing, |upload| &upload.form));
    Page::new(form.title(&title), || {
        let upload = model.upload.as_ref().map(|upload| {
            view! {
                <section class="flow" aria-labelledby="upload">
                    <h2 id="upload">{frame.t("mixes-upload")}</h2>
                    {self::upload(frame, &model.home, upload, &form)}
                </section>
            }
        });
        let is_live = upload.is_some();
        let bad = model.upload.as_ref().and_then(|upload| upload.bad.as_ref());
        let content = view! {
            {form.summary()}
            {model.home.top(frame)}
            <h1>{title}</h1>
            <p class="measure">{frame.t("mixes-text")}</p>
            {bad.map(|(count, told)| refused::table(frame, *count, told))}
            {table(frame, model)}
            {(model.home == Home::Console).then(|| sheets::link(frame, &frame.at(PATH)))}
            {upload}
        }
        .into_any();
        model.home.around(frame, if is_live { sending(frame, content) } else { content })
    })
}

fn table(frame: &Frame, model: &Model) -> Table {
    let may_upload = model.upload.is_some();
    let text = frame.t(if may_upload { "mixes-none-text" } else { "mixes-none-text-reader" });
    let mut table = Table::new(frame.t("mixes-title"))
        .column(Column::new(frame.t("mixes-name")).wide())
        .column(Column::new(frame.t("mixes-compare-short")).quiet())
        .column(Column::new(frame.t("mixes-payments")).numeric())
        .column(Column::new(frame.t("mixes-groups")).numeric())
        .column(Column::new(frame.t("mixes-currencies")))
        .column(Column::new(frame.t("mixes-uploaded")))
        .empty(Empty::new(Icon::Chart, frame.t("mixes-none")).text(text));
    for mix in &model.mixes {
        let href = model.home.one(frame, &mix.id);
        table = table.row(vec![
            view! { <a href=href>{mix.name.clone()}</a> }.into_any(),
            Button::quiet(frame.t("mixes-compare-short"))
                .link(model.home.compare(frame, Some(&mix.id)))
                .about(mix.name.clone())
                .small()
                .view(),
            format::count(mix.rows.into()).into_any(),
            format::count(mix.groups.into()).into_any(),
            mix.currencies.join(" ").into_any(),
            uploaded(frame, mix),
        ]);
    }
    table
}

/// Who uploaded it, and when.
fn uploaded(frame: &Frame, mix: &Line) -> AnyView {
    view! { <div class="stack-tight"><span>{mix.by.clone()}</span>{format::time(frame, mix.at)}</div> }
        .into_any()
}

/// In the form of the comparison: the payments it is on, and the way back to figures.
pub(super) fn chosen(frame: &Frame, home: &Home, mix: &Line) -> AnyView {
    let href = home.one(frame, &mix.id);
    let words = [("payments", format::count(mix.rows.into())), ("groups", format::count(mix.groups.into()))];
    view! {
        <input type="hidden" name="stored" value=mix.id.clone()/>
        <p>
            {frame.t("mixes-chosen")}{frame.t("common-colon")}<a href=href>{mix.name.clone()}</a>
            " · "{frame.ta("mixes-chosen-size", &words)}
            " · "<a href=home.compare(frame, None)>{frame.t("mixes-chosen-none")}</a>
        </p>
    }
    .into_any()
}

/// The file stands last: what is said of it has to come before it.
fn upload(frame: &Frame, home: &Home, upload: &Upload, form: &Form<'_>) -> AnyView {
    let words = [("rows", format::count(MOST_ROWS.into())), ("size", format::size(upload.most_bytes))];
    view! {
        <form method="post" action=home.list(frame) enctype="multipart/form-data" class="form compare-form">
            {form.text("name", frame.t("mixes-name")).hint(frame.t("mixes-name-hint")).maxlength(80)}
            {columns::fields(frame, upload, form)}
            {form.file("file", frame.t("mixes-file")).hint(frame.ta("mixes-file-hint", &words)).accept("text/csv,.csv,.tsv,.txt")}
            {Button::primary(frame.t("mixes-submit")).icon(Icon::Upload)}
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests;
