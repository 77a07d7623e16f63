//! How far a piece of work is.

use leptos::prelude::*;

/// A bar with its words: "4 of 7 parts done".
pub fn progress(words: impl Into<String>, done: u32, total: u32) -> AnyView {
    let words = words.into();
    view! {
        <div class="progress">
            <p class="progress-words" aria-hidden="true">{words.clone()}</p>
            <progress value=done.to_string() max=total.max(1).to_string() aria-label=words></progress>
        </div>
    }
    .into_any()
}

/// A bar for work whose end isn't known.
pub fn busy(words: impl Into<String>) -> AnyView {
    let words = words.into();
    view! {
        <div class="progress" role="status">
            <p class="progress-words">{words.clone()}</p>
            <progress aria-label=words></progress>
        </div>
    }
    .into_any()
}
