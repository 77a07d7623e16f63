//! A menu of further acts, behind one button.

use super::icon::{Icon, icon};
use leptos::prelude::*;

/// A menu.
#[must_use]
pub struct Menu {
    label: String,
    items: Vec<AnyView>,
}

impl Menu {
    /// A menu by its button's words.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), items: Vec::new() }
    }

    /// An item that goes somewhere.
    pub fn link(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.items.push(view! { <a href=href.into()>{label.into()}</a> }.into_any());
        self
    }

    /// An item that posts to an address, with its hidden fields.
    pub fn post(
        mut self,
        label: impl Into<String>,
        action: impl Into<String>,
        fields: Vec<(String, String)>,
    ) -> Self {
        let hidden: Vec<_> = fields
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect();
        self.items.push(
            view! { <form method="post" action=action.into()>{hidden}<button type="submit">{label.into()}</button></form> }
                .into_any(),
        );
        self
    }

    /// The menu as a view.
    pub fn view(self) -> AnyView {
        view! {
            <details class="menu">
                <summary class="button secondary small">
                    <span class="label">{self.label}</span>{icon(Icon::ChevronDown)}
                </summary>
                <div class="menu-sheet">{self.items}</div>
            </details>
        }
        .into_any()
    }
}

part!(Menu);
