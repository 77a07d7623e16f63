//! What opens over or within a page without JavaScript: a dialog and a disclosure.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// A dialog with the button that opens it. It is a popover of the browser's own: Escape and a click beside it
/// close it, and the focus returns.
#[must_use]
pub struct Dialog {
    id: String,
    opener: String,
    danger: bool,
    title: String,
    close: String,
    content: AnyView,
}

impl Dialog {
    /// A dialog by its id (unique on the page), the opener's words, its title and what stands in it.
    pub fn new(
        frame: &Frame,
        id: impl Into<String>,
        opener: impl Into<String>,
        title: impl Into<String>,
        content: impl IntoView + 'static,
    ) -> Self {
        Self {
            id: id.into(),
            opener: opener.into(),
            danger: false,
            title: title.into(),
            close: frame.t("common-close"),
            content: content.into_any(),
        }
    }

    /// Its opener looks like the act that takes something away.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// The dialog as a view.
    pub fn view(self) -> AnyView {
        let title_id = format!("{}-title", self.id);
        let class = if self.danger { "button danger" } else { "button secondary" };
        view! {
            <button type="button" class=class popovertarget=self.id.clone()>
                <span class="label">{self.opener}</span>
            </button>
            <dialog class="dialog flow" id=self.id.clone() popover="auto" aria-labelledby=title_id.clone()>
                <div class="dialog-head">
                    <h2 id=title_id.clone()>{self.title}</h2>
                    <button type="button" class="icon-button" popovertarget=self.id.clone() popovertargetaction="hide" aria-label=self.close>
                        {icon(Icon::Cross)}
                    </button>
                </div>
                {self.content}
            </dialog>
        }
        .into_any()
    }
}

part!(Dialog);

/// A line that opens to more of the same page; `open` where the reader should see it at once.
pub fn disclosure(summary: impl Into<String>, open: bool, content: impl IntoView + 'static) -> AnyView {
    view! {
        <details class="disclosure" open=open>
            <summary>{icon(Icon::ChevronRight)}<span>{summary.into()}</span></summary>
            <div class="disclosure-body flow">{content.into_any()}</div>
        </details>
    }
    .into_any()
}
