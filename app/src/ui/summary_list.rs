//! A summary list: what was answered, with the way to change it.

use crate::Frame;
use leptos::prelude::*;

/// Questions and answers, as on a check-your-answers page or beside a paper.
#[must_use]
pub struct SummaryList {
    heading: Option<String>,
    change_word: String,
    not_given: String,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    value: AnyView,
    change: Option<String>,
    wrong: Option<String>,
}

impl SummaryList {
    /// An empty list.
    pub fn new(frame: &Frame) -> Self {
        Self {
            heading: None,
            change_word: frame.t("common-change"),
            not_given: frame.t("common-not-given"),
            rows: Vec::new(),
        }
    }

    /// A heading of second level above it.
    pub fn heading(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }

    /// A row of text; an empty value says that nothing was given.
    pub fn row(self, label: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        let shown = if value.is_empty() {
            view! { <span class="not-given">{self.not_given.clone()}</span> }.into_any()
        } else {
            value.into_any()
        };
        self.row_of(label, shown)
    }

    /// A row whose value is a view: a badge, a link, an amount.
    pub fn row_of(mut self, label: impl Into<String>, value: impl IntoView + 'static) -> Self {
        self.rows.push(Row { label: label.into(), value: value.into_any(), change: None, wrong: None });
        self
    }

    /// The way to change the row just added.
    pub fn change(mut self, href: impl Into<String>) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.change = Some(href.into());
        }
        self
    }

    /// What is wrong with the row just added.
    pub fn wrong(mut self, text: impl Into<String>) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.wrong = Some(text.into());
        }
        self
    }

    /// The list as a view.
    pub fn view(self) -> AnyView {
        let change_word = self.change_word;
        let rows: Vec<_> = self
            .rows
            .into_iter()
            .map(|row| {
                let about = format!(" {}", row.label);
                let change = row.change.map(|href| {
                    let word = change_word.clone();
                    view! { <dd class="change"><a href=href>{word}<span class="visually-hidden">{about}</span></a></dd> }
                });
                let class = if row.wrong.is_some() { "summary-row wrong" } else { "summary-row" };
                let wrong = row.wrong.map(|text| view! { <p class="error"><span class="error-text">{text}</span></p> });
                view! { <div class=class><dt>{row.label}</dt><dd>{row.value}{wrong}</dd>{change}</div> }
            })
            .collect();
        let heading = self.heading.map(|heading| view! { <h2>{heading}</h2> });
        view! { <div class="summary">{heading}<dl class="summary-list">{rows}</dl></div> }.into_any()
    }
}

part!(SummaryList);
