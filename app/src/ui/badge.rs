//! A state in a word and an icon.

use super::icon::icon;
use super::tone::Tone;
use leptos::prelude::*;

/// A badge: the state's word with its icon.
pub fn badge(tone: Tone, word: impl Into<String>) -> AnyView {
    view! { <span class=format!("badge {}", tone.class())>{tone.icon().map(icon)}<span>{word.into()}</span></span> }
        .into_any()
}
