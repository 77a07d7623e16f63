//! The console's frame: navigation at the side, settings as plain forms.

use super::{main_of, nav, shell};
use crate::Frame;
use leptos::prelude::*;

/// The frame of the tenant's console and of the operator's.
pub fn console(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    let side = nav::side(frame);
    let main = main_of(frame, "full flow", content.into_any());
    shell(frame, "console", view! { {side}{main} }.into_any())
}
