//! A table: rows that can be sorted, paged and, on a narrow screen, scrolled.

use super::empty::Empty;
use super::icon::{Icon, icon};
use super::pager::Pager;
use leptos::prelude::*;

/// How a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// It could be.
    Not,
    /// Smallest first.
    Up,
    /// Largest first.
    Down,
}

/// A column.
#[derive(Clone, Debug)]
#[must_use]
pub struct Column {
    label: String,
    numeric: bool,
    wide: bool,
    quiet: bool,
    sort: Option<(String, Sorted)>,
}

impl Column {
    /// A column of words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, wide: false, quiet: false, sort: None }
    }

    /// A column of numbers, amounts or dates: set at the end, digits of one width.
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// A column of names or sentences, which needs room.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// A head that is only heard: a column of buttons or boxes.
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// The address that sorts by it, and how it is sorted now.
    pub fn sort(mut self, href: impl Into<String>, sorted: Sorted) -> Self {
        self.sort = Some((href.into(), sorted));
        self
    }

    const fn class(&self) -> Option<&'static str> {
        match (self.numeric, self.wide) {
            (true, _) => Some("numeric"),
            (_, true) => Some("wide"),
            _ => None,
        }
    }

    fn head(&self) -> AnyView {
        let class = self.class();
        let Some((href, sorted)) = &self.sort else {
            let label = self.label.clone();
            let words = if self.quiet {
                view! { <span class="visually-hidden">{label}</span> }.into_any()
            } else {
                label.into_any()
            };
            return view! { <th scope="col" class=class>{words}</th> }.into_any();
        };
        let (aria, arrow) = match sorted {
            Sorted::Not => (None, Icon::Sort),
            Sorted::Up => (Some("ascending"), Icon::ChevronUp),
            Sorted::Down => (Some("descending"), Icon::ChevronDown),
        };
        view! {
            <th scope="col" class=class aria-sort=aria>
                <a class="sort" href=href.clone()><span>{self.label.clone()}</span>{icon(arrow)}</a>
            </th>
        }
        .into_any()
    }
}

/// A table. The first cell of a row names it.
#[must_use]
pub struct Table {
    caption: String,
    show_caption: bool,
    columns: Vec<Column>,
    rows: Vec<(bool, Vec<AnyView>)>,
    compact: bool,
    parts: bool,
    empty: Option<Empty>,
    pager: Option<Pager>,
}

impl Table {
    /// A table by its caption, which is heard; [`Table::show_caption`] shows it.
    pub fn new(caption: impl Into<String>) -> Self {
        Self {
            caption: caption.into(),
            show_caption: false,
            columns: Vec::new(),
            rows: Vec::new(),
            compact: false,
            parts: false,
            empty: None,
            pager: None,
        }
    }

    /// Shows the caption above the head.
    pub fn show_caption(mut self) -> Self {
        self.show_caption = true;
        self
    }

    /// One column more.
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// One row more: a cell for each column; `"text".into_any()` makes one of words.
    pub fn row(mut self, cells: Vec<AnyView>) -> Self {
        self.rows.push((false, cells));
        self
    }

    /// One row more that stands out: overdue, chosen.
    pub fn marked_row(mut self, cells: Vec<AnyView>) -> Self {
        self.rows.push((true, cells));
        self
    }

    /// Rows of 32 px instead of 44.
    pub fn compact(mut self, compact: bool) -> Self {
        self.compact = compact;
        self
    }

    /// Keys go from row to row.
    pub fn by_keys(mut self) -> Self {
        self.parts = true;
        self
    }

    /// What stands in its place when it has no rows.
    pub fn empty(mut self, empty: Empty) -> Self {
        self.empty = Some(empty);
        self
    }

    /// The way to more rows.
    pub fn pager(mut self, pager: Pager) -> Self {
        self.pager = Some(pager);
        self
    }

    /// The table as a view.
    pub fn view(self) -> AnyView {
        if self.rows.is_empty()
            && let Some(empty) = self.empty
        {
            return empty.view();
        }
        let heads: Vec<_> = self.columns.iter().map(Column::head).collect();
        let classes: Vec<_> = self.columns.iter().map(Column::class).collect();
        let rows: Vec<_> =
            self.rows.into_iter().map(|(marked, cells)| row(&classes, (marked, self.parts), cells)).collect();
        let caption = if self.show_caption { "" } else { "visually-hidden" };
        let class = if self.compact { "table compact" } else { "table" };
        view! {
            <div class="table-wrap" role="group" aria-label=self.caption.clone() tabindex="0">
                <table class=class>
                    <caption class=caption>{self.caption.clone()}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {self.pager.map(Pager::view)}
        }
        .into_any()
    }
}

part!(Table);

fn row(classes: &[Option<&'static str>], (marked, part): (bool, bool), cells: Vec<AnyView>) -> AnyView {
    let cells: Vec<_> = cells
        .into_iter()
        .enumerate()
        .map(|(index, cell)| {
            let class = classes.get(index).copied().flatten();
            if index == 0 {
                view! { <th scope="row" class=class>{cell}</th> }.into_any()
            } else {
                view! { <td class=class>{cell}</td> }.into_any()
            }
        })
        .collect();
    view! { <tr class=marked.then_some("marked") data-part=part.then_some("")>{cells}</tr> }.into_any()
}
