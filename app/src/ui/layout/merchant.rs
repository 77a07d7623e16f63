//! The merchant's frame: one column of up to 720 px, made for a phone.

use super::{main_of, shell};
use crate::Frame;
use leptos::prelude::*;

/// The merchant's frame, and that of signing in and of a person's own pages.
pub fn merchant(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    shell(frame, "merchant", main_of(frame, "column flow", content.into_any()))
}
