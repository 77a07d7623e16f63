//! A sheet that holds one matter.

use leptos::prelude::*;

/// A sheet with a heading of second level.
pub fn card(title: impl Into<String>, content: impl IntoView + 'static) -> AnyView {
    view! { <section class="card flow"><h2>{title.into()}</h2>{content.into_any()}</section> }.into_any()
}
