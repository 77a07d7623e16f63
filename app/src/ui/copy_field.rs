//! A value to take along: a key, an address, a number.

use leptos::prelude::*;

/// A value that is marked whole with one click, or with one key after the tab.
pub fn copy_field(label: impl Into<String>, id: impl Into<String>, value: impl Into<String>) -> AnyView {
    let (id, value) = (id.into(), value.into());
    view! {
        <div class="field copy-field">
            <label class="field-label" for=id.clone()>{label.into()}</label>
            <input class="input code" type="text" id=id readonly value=value autocomplete="off" spellcheck="false"/>
        </div>
    }
    .into_any()
}
