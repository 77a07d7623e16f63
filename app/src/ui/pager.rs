//! The way to more rows, by key: there is a next page or there is none; nobody counts millions.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// Links to the page before and after.
#[derive(Clone, Debug)]
#[must_use]
pub struct Pager {
    label: String,
    previous_word: String,
    next_word: String,
    shown: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Pager {
    /// A pager without ways yet.
    pub fn new(frame: &Frame) -> Self {
        Self {
            label: frame.t("pager-label"),
            previous_word: frame.t("pager-previous"),
            next_word: frame.t("pager-next"),
            shown: None,
            previous: None,
            next: None,
        }
    }

    /// What is shown of how much, in words: "50 of about 4,200".
    pub fn shown(mut self, words: impl Into<String>) -> Self {
        self.shown = Some(words.into());
        self
    }

    /// The page before, where there is one.
    pub fn previous(mut self, href: Option<String>) -> Self {
        self.previous = href;
        self
    }

    /// The page after, where there is one.
    pub fn next(mut self, href: Option<String>) -> Self {
        self.next = href;
        self
    }

    /// The pager as a view; nothing where there is one page alone and nothing to say about it.
    pub fn view(self) -> AnyView {
        if self.previous.is_none() && self.next.is_none() && self.shown.is_none() {
            return ().into_any();
        }
        let previous = self.previous.map(|href| {
            view! {
                <a class="button secondary small" rel="prev" href=href>
                    {icon(Icon::ArrowLeft)}<span class="label">{self.previous_word}</span>
                </a>
            }
        });
        let next = self.next.map(|href| {
            view! {
                <a class="button secondary small" rel="next" href=href>
                    <span class="label">{self.next_word}</span>{icon(Icon::ArrowRight)}
                </a>
            }
        });
        let shown = self.shown.map(|words| view! { <p class="pager-shown">{words}</p> });
        view! { <nav class="pager" aria-label=self.label>{shown}<div class="cluster">{previous}{next}</div></nav> }
            .into_any()
    }
}

part!(Pager);
