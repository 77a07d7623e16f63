//! Links with a task of their own. A plain link is a plain `<a>`.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// The way back, above the heading.
pub fn back_link(frame: &Frame, href: impl Into<String>) -> AnyView {
    back_link_to(href, frame.t("common-back"))
}

/// The way back with its own words: "All cases".
pub fn back_link_to(href: impl Into<String>, label: impl Into<String>) -> AnyView {
    back(href.into(), label.into(), None)
}

/// The same, with the key U for whoever left single keys on.
pub fn back_link_by_key(frame: &Frame, href: impl Into<String>, label: impl Into<String>) -> AnyView {
    back(href.into(), label.into(), frame.keys.then_some("u"))
}

fn back(href: String, label: String, keys: Option<&'static str>) -> AnyView {
    view! {
        <a class="back-link" href=href aria-keyshortcuts=keys>
            {icon(Icon::ArrowLeft)}
            <span>{label}</span>
        </a>
    }
    .into_any()
}

/// A link to another site, in a window of its own, which it says.
pub fn external_link(frame: &Frame, href: impl Into<String>, label: impl Into<String>) -> AnyView {
    view! {
        <a class="external-link" href=href.into() target="_blank" rel="noopener noreferrer">
            <span>{label.into()}</span>
            {icon(Icon::External)}
            <span class="visually-hidden">{format!(" {}", frame.t("common-new-window"))}</span>
        </a>
    }
    .into_any()
}
