//! A word after a redirect, said once: a toast that stays in the page, in a live region.

use super::icon::{Icon, icon};
use crate::Frame;
use leptos::prelude::*;

/// The frame's notice, where there is one. Layouts show it; pages need not.
pub fn notice(frame: &Frame) -> AnyView {
    let Some(notice) = &frame.notice else { return ().into_any() };
    view! { <div class="notice" role="status">{icon(Icon::Good)}<p>{frame.t(&notice.key)}</p></div> }
        .into_any()
}
