//! The desk's frame: the full width; a case in two panes that scroll apart, the decision bar at the bottom.

use super::{main_of, shell};
use crate::Frame;
use leptos::prelude::*;

/// The desk's frame.
pub fn desk(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    shell(frame, "desk", main_of(frame, "full flow", content.into_any()))
}

/// Two panes side by side from 1024 px on, each scrolling for itself; below one another on less. Each is a
/// region with a name of its own.
pub fn panes(
    left_name: impl Into<String>,
    left: impl IntoView + 'static,
    right_name: impl Into<String>,
    right: impl IntoView + 'static,
) -> AnyView {
    view! {
        <div class="panes">
            <section class="pane flow" aria-label=left_name.into() tabindex="0">{left.into_any()}</section>
            <section class="pane flow" aria-label=right_name.into() tabindex="0">{right.into_any()}</section>
        </div>
    }
    .into_any()
}

/// The bar at the bottom of a case: what may be decided, and for which version.
pub fn decision_bar(name: impl Into<String>, content: impl IntoView + 'static) -> AnyView {
    view! { <section class="decision-bar" aria-label=name.into()>{content.into_any()}</section> }.into_any()
}
