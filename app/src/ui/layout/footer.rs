//! The footer: help in the same place on every page.

use crate::Frame;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// The footer of every page.
pub(super) fn footer(frame: &Frame, layout: &str) -> AnyView {
    let words = if frame.brand.is_some() { "layout-help-words" } else { "layout-help-words-platform" };
    let whose = frame.brand.as_ref().map_or_else(
        || "Gangway".to_owned(),
        |brand| frame.ta("layout-run-with", &[("brand", brand.name.clone())]),
    );
    view! {
        <footer class=format!("footer {layout}")>
            <div class="footer-row">
            <details class="help">
                <summary>{icon(Icon::Help)}<span>{frame.t("layout-help")}</span></summary>
                <p>{frame.t(words)}</p>
            </details>
            <p class="footer-words">{whose}</p>
            </div>
        </footer>
    }
    .into_any()
}
