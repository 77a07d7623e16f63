//! The frame of a tenant's front page: wide, sections below one another.

use super::{main_of, shell};
use crate::Frame;
use leptos::prelude::*;

/// The frame of a tenant's front page and of pages before signing in that need room.
pub fn front(frame: &Frame, content: impl IntoView + 'static) -> AnyView {
    shell(frame, "front", main_of(frame, "wide flow", content.into_any()))
}
