//! Charts: drawn as SVG on the server, with a table of the same numbers beside. No style attributes: places are
//! attributes of the drawing, and the labels around it are set by the grid.

mod curve;
mod draw;
mod scale;

pub use curve::{Curves, Point};

use super::table::{Column, Table};
use crate::Frame;
use leptos::prelude::*;
use scale::Scale;

/// One row of numbers with its name.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it counts.
    pub name: String,
    /// A number for each label.
    pub values: Vec<i64>,
    /// Where each number leads, if anywhere; in the table, where it can be followed.
    pub links: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Line,
    Bars,
    Stacked,
}

/// A chart.
#[derive(Clone, Debug)]
#[must_use]
pub struct Chart {
    kind: Kind,
    title: String,
    across: String,
    labels: Vec<String>,
    series: Vec<Series>,
    shown: fn(i64) -> String,
    table_word: String,
}

impl Chart {
    /// How something moves: a line for each series.
    pub fn line(frame: &Frame, title: impl Into<String>) -> Self {
        Self::of(frame, Kind::Line, title)
    }

    /// How things compare: bars side by side.
    pub fn bars(frame: &Frame, title: impl Into<String>) -> Self {
        Self::of(frame, Kind::Bars, title)
    }

    /// How a whole is made up: bars on top of each other.
    pub fn stacked(frame: &Frame, title: impl Into<String>) -> Self {
        Self::of(frame, Kind::Stacked, title)
    }

    fn of(frame: &Frame, kind: Kind, title: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            across: String::new(),
            labels: Vec::new(),
            series: Vec::new(),
            shown: |value| value.to_string(),
            table_word: frame.t("chart-table"),
        }
    }

    /// What lies along the bottom (days, channels) and its labels.
    pub fn across(mut self, name: impl Into<String>, labels: Vec<String>) -> Self {
        self.across = name.into();
        self.labels = labels;
        self
    }

    /// One series more; up to five are told apart.
    pub fn series(mut self, name: impl Into<String>, values: Vec<i64>) -> Self {
        self.series.push(Series { name: name.into(), values, links: Vec::new() });
        self
    }

    /// Where the numbers of the series just added lead; nought leads nowhere.
    pub fn links(mut self, links: Vec<String>) -> Self {
        if let Some(series) = self.series.last_mut() {
            series.links = links;
        }
        self
    }

    /// How a number is read: money, a count.
    pub fn shown(mut self, shown: fn(i64) -> String) -> Self {
        self.shown = shown;
        self
    }

    fn scale(&self) -> Scale {
        let totals = (0..self.labels.len()).map(|at| {
            let values = self.series.iter().filter_map(|series| series.values.get(at).copied());
            if self.kind == Kind::Stacked { values.sum() } else { values.max().unwrap_or_default() }
        });
        Scale::up_to(totals.max().unwrap_or_default())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(self.title.clone()).compact(true).column(Column::new(self.across.clone()));
        for series in &self.series {
            table = table.column(Column::new(series.name.clone()).numeric());
        }
        for (at, label) in self.labels.iter().enumerate() {
            let values = self.series.iter().map(|series| {
                let Some(value) = series.values.get(at) else { return ().into_any() };
                let shown = (self.shown)(*value);
                match series.links.get(at).filter(|_| *value != 0) {
                    Some(href) => view! { <a href=href.clone()>{shown}</a> }.into_any(),
                    None => shown.into_any(),
                }
            });
            table = table.row(std::iter::once(label.clone().into_any()).chain(values).collect());
        }
        table
    }

    /// The chart as a view.
    pub fn view(self) -> AnyView {
        let scale = self.scale();
        let drawing = match self.kind {
            Kind::Line => draw::lines(&self.series, self.labels.len(), &scale),
            Kind::Bars => draw::bars(&self.series, &self.labels, &scale, self.shown),
            Kind::Stacked => draw::stacked(&self.series, &self.labels, &scale, self.shown),
        };
        let up: Vec<_> =
            scale.ticks().into_iter().rev().map(|tick| view! { <span>{(self.shown)(tick)}</span> }).collect();
        let along: Vec<_> =
            thinned(&self.labels).into_iter().map(|label| view! { <span>{label}</span> }).collect();
        let legend = (self.series.len() > 1).then(|| legend(self.kind, &self.series));
        let class = if self.kind == Kind::Line { "chart-across ends" } else { "chart-across" };
        let table = self.table();
        view! {
            <figure class="chart">
                <figcaption>{self.title}</figcaption>
                {legend}
                <div class="chart-frame" aria-hidden="true">
                    <div class="chart-up">{up}</div>
                    {drawing}
                    <div class=class>{along}</div>
                </div>
                {super::dialog::disclosure(self.table_word, false, table.view())}
            </figure>
        }
        .into_any()
    }
}

part!(Chart);

fn legend(kind: Kind, series: &[Series]) -> AnyView {
    let entries: Vec<_> = series
        .iter()
        .enumerate()
        .map(|(index, series)| {
            view! {
                <li>
                    <svg class=format!("swatch series-{}", index + 1) viewBox="0 0 16 8" width="16" height="8" aria-hidden="true">
                        <path d="M0 4h16"></path>
                    </svg>
                    {series.name.clone()}
                </li>
            }
        })
        .collect();
    let class = if kind == Kind::Line { "legend" } else { "legend blocks" };
    view! { <ul class=class>{entries}</ul> }.into_any()
}

/// At most five labels along the bottom; the others keep their place and stay empty.
fn thinned(labels: &[String]) -> Vec<String> {
    let step = labels.len().div_ceil(5).max(1);
    labels
        .iter()
        .enumerate()
        .map(|(index, label)| if index % step == 0 { label.clone() } else { String::new() })
        .collect()
}

/// A line without axes, beside its number: the words say what it shows.
pub fn spark(words: impl Into<String>, values: &[i64]) -> AnyView {
    let scale = Scale::up_to(values.iter().copied().max().unwrap_or_default());
    view! {
        <svg class="spark" viewBox="0 0 1000 1000" preserveAspectRatio="none" role="img" aria-label=words.into()>
            <polyline class="series-1" points=draw::points(values, values.len(), &scale) vector-effect="non-scaling-stroke"></polyline>
        </svg>
    }
    .into_any()
}

/// A part of a whole as a bar, beside its number: the words say whose it is.
pub fn share(words: impl Into<String>, part: u64, whole: u64) -> AnyView {
    let width = part.min(whole).saturating_mul(1000).checked_div(whole).unwrap_or_default();
    let words = format!("{}: {}%", words.into(), width / 10);
    view! {
        <svg class="share series-1" viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label=words>
            <rect class="whole" x="0" y="40" width="1000" height="20"></rect>
            <rect class="part" x="0" y="0" width=width.to_string() height="100"></rect>
        </svg>
    }
    .into_any()
}
