//! What stands where a list has nothing to show: why, and what to do.

use super::button::Button;
use super::icon::{Icon, icon};
use leptos::prelude::*;

/// An empty state: first use, or a filter that finds nothing.
#[derive(Clone, Debug)]
#[must_use]
pub struct Empty {
    icon: Icon,
    title: String,
    text: Option<String>,
    action: Option<Button>,
}

impl Empty {
    /// An empty state by its icon and heading.
    pub fn new(icon: Icon, title: impl Into<String>) -> Self {
        Self { icon, title: title.into(), text: None, action: None }
    }

    /// Why it is empty, or what will stand here.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// What to do.
    pub fn action(mut self, button: Button) -> Self {
        self.action = Some(button);
        self
    }

    /// The state as a view.
    pub fn view(self) -> AnyView {
        view! {
            <div class="empty">
                {icon(self.icon)}
                <p class="empty-title">{self.title}</p>
                {self.text.map(|text| view! { <p>{text}</p> })}
                {self.action.map(Button::view)}
            </div>
        }
        .into_any()
    }
}

part!(Empty);
