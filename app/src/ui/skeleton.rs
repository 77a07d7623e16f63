//! What stands where something is being loaded.

use leptos::prelude::*;

/// Grey lines in place of `rows` rows, with words for those who listen.
pub fn skeleton(words: impl Into<String>, rows: usize) -> AnyView {
    let lines: Vec<_> = (0..rows).map(|_| view! { <span class="skeleton-line"></span> }).collect();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{words.into()}</span>
            <div aria-hidden="true">{lines}</div>
        </div>
    }
    .into_any()
}
