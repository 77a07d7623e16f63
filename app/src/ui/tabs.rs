//! Tabs: links between the faces of one thing, each with an address.

use leptos::prelude::*;

#[derive(Clone, Debug)]
struct Tab {
    label: String,
    href: String,
    current: bool,
    count: Option<String>,
}

/// A row of tabs.
#[derive(Clone, Debug)]
#[must_use]
pub struct Tabs {
    label: String,
    tabs: Vec<Tab>,
}

impl Tabs {
    /// A row of tabs by what they are faces of.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), tabs: Vec::new() }
    }

    /// One tab, and whether the reader is on it.
    pub fn tab(mut self, label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        self.tabs.push(Tab { label: label.into(), href: href.into(), current, count: None });
        self
    }

    /// How many there are behind the tab just added, in its shown form.
    pub fn count(mut self, count: impl Into<String>) -> Self {
        if let Some(tab) = self.tabs.last_mut() {
            tab.count = Some(count.into());
        }
        self
    }

    /// The tabs as a view.
    pub fn view(self) -> AnyView {
        let tabs: Vec<_> = self
            .tabs
            .into_iter()
            .map(|tab| {
                let count = tab.count.map(|count| view! { <span class="count">{count}</span> });
                let current = tab.current.then_some("page");
                view! { <li><a href=tab.href aria-current=current><span>{tab.label}</span>{count}</a></li> }
            })
            .collect();
        view! { <nav class="tabs" aria-label=self.label><ul>{tabs}</ul></nav> }.into_any()
    }
}

part!(Tabs);
