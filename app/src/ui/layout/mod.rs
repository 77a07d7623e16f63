//! The four frames of pages: front, merchant, desk, console. Each has the same header and the same footer, with
//! help in the same place.

mod console;
mod desk;
mod footer;
mod front;
mod header;
mod merchant;
mod nav;

pub use console::console;
pub use desk::{decision_bar, desk, panes};
pub use front::front;
pub use merchant::merchant;

use crate::Frame;
use crate::ui::notice::notice;
use leptos::prelude::*;

/// Skip link, band of test mode, header, what a layout says, footer.
fn shell(frame: &Frame, class: &'static str, middle: AnyView) -> AnyView {
    view! {
        <a class="skip-link" href="#main">{frame.t("layout-skip")}</a>
        {header::header(frame, class)}
        {frame.test.then(|| header::test_band(frame))}
        <div class=format!("layout {class}")>{middle}</div>
        {footer::footer(frame, class)}
    }
    .into_any()
}

/// The page's one `main`, with the word after a redirect on top.
fn main_of(frame: &Frame, class: &'static str, content: AnyView) -> AnyView {
    view! {
        <main id="main" class=class tabindex="-1">
            {notice(frame)}
            {content}
        </main>
    }
    .into_any()
}
