//! From a page to one complete HTML document.

use crate::{Frame, Page};

/// Renders the whole document: nothing is streamed, so status and headers are known before the first byte.
pub fn render(frame: &Frame, page: Page) -> String {
    let _ = (frame, page.title);
    leptos::prelude::RenderHtml::to_html(page.body)
}
