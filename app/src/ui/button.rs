//! Buttons, and links that look like them. A page has one primary button.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// What a button does when it is not a plain submit button of the form around it.
#[derive(Clone, Debug, Default)]
enum Act {
    /// Submits the form it stands in.
    #[default]
    Submit,
    /// Goes somewhere.
    Link(String),
    /// Posts a small form of its own to an address.
    Post(String, Vec<(String, String)>),
}

/// A button. Its label is a verb.
#[derive(Clone, Debug)]
#[must_use]
pub struct Button {
    label: String,
    kind: &'static str,
    icon: Option<Icon>,
    act: Act,
    name: Option<(String, String)>,
    form: Option<String>,
    describes: Option<String>,
    keys: Option<String>,
    loading: bool,
    disabled: bool,
    wide: bool,
    small: bool,
}

impl Button {
    /// The one act that a page is for.
    pub fn primary(label: impl Into<String>) -> Self {
        Self::of("primary", label)
    }

    /// Any other act.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self::of("secondary", label)
    }

    /// An act that takes something away.
    pub fn danger(label: impl Into<String>) -> Self {
        Self::of("danger", label)
    }

    /// An act at the margin: looks like a link, weighs like one.
    pub fn quiet(label: impl Into<String>) -> Self {
        Self::of("quiet", label)
    }

    fn of(kind: &'static str, label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            kind,
            icon: None,
            act: Act::Submit,
            name: None,
            form: None,
            describes: None,
            keys: None,
            loading: false,
            disabled: false,
            wide: false,
            small: false,
        }
    }

    /// Makes it a link to an address.
    pub fn link(mut self, href: impl Into<String>) -> Self {
        self.act = Act::Link(href.into());
        self
    }

    /// Gives it a form of its own that posts to this address. Such a button can't stand inside another form.
    pub fn post(mut self, action: impl Into<String>) -> Self {
        self.act = Act::Post(action.into(), Vec::new());
        self
    }

    /// A hidden field of its own form; only after [`Button::post`].
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        if let Act::Post(_, fields) = &mut self.act {
            fields.push((name.into(), value.into()));
        }
        self
    }

    /// The name and value that the form is sent with when this button sent it.
    pub fn named(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.name = Some((name.into(), value.into()));
        self
    }

    /// The id of the form that it submits, where it stands outside it.
    pub fn form(mut self, id: impl Into<String>) -> Self {
        self.form = Some(id.into());
        self
    }

    /// What the act is about, for those who hear the button without its row: "Remove" is read "Remove, Ma Li".
    pub fn about(mut self, what: impl Into<String>) -> Self {
        self.describes = Some(what.into());
        self
    }

    /// The keys that press it where a page listens for them, in the words of `aria-keyshortcuts`.
    pub fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = Some(keys.into());
        self
    }

    /// A key that presses it, for whoever left single keys on.
    pub fn key(self, frame: &Frame, key: &str) -> Self {
        if frame.keys { self.keys(key) } else { self }
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shows that the act is under way and can't be started twice.
    pub fn loading(mut self, loading: bool) -> Self {
        self.loading = loading;
        self
    }

    /// Takes it out of use; say beside it why.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// As wide as its column.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// For rows of tables and bars.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    fn class(&self) -> String {
        let mut class = format!("button {}", self.kind);
        for (on, word) in [(self.wide, " wide"), (self.small, " small"), (self.loading, " loading")] {
            if on {
                class.push_str(word);
            }
        }
        class
    }

    fn face(&self) -> AnyView {
        let about = self
            .describes
            .clone()
            .map(|what| view! { <span class="visually-hidden">{format!(" {what}")}</span> });
        view! {
            {self.icon.map(icon)}
            <span class="label">{self.label.clone()}</span>
            {about}
        }
        .into_any()
    }

    fn submit(&self) -> AnyView {
        let (name, value) = self.name.clone().unzip();
        view! {
            <button
                type="submit"
                class=self.class()
                name=name
                value=value
                form=self.form.clone()
                aria-keyshortcuts=self.keys.clone()
                disabled=self.disabled || self.loading
                aria-busy=self.loading.then_some("true")
            >
                {self.face()}
            </button>
        }
        .into_any()
    }

    /// The button as a view.
    pub fn view(self) -> AnyView {
        match &self.act {
            Act::Submit => self.submit(),
            Act::Link(href) => {
                let keys = self.keys.clone();
                view! { <a class=self.class() href=href.clone() aria-keyshortcuts=keys>{self.face()}</a> }
                    .into_any()
            }
            Act::Post(action, fields) => {
                let hidden: Vec<_> = fields
                    .iter()
                    .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone()/> })
                    .collect();
                view! { <form method="post" action=action.clone() class="inline">{hidden}{self.submit()}</form> }
                    .into_any()
            }
        }
    }
}

part!(Button);
