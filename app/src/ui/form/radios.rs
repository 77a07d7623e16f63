//! One of a few.

use super::Choice;
use super::around::{Around, around};
use leptos::prelude::*;

/// A group of radio buttons.
#[derive(Clone, Debug)]
#[must_use]
pub struct Radios {
    around: Around,
    value: String,
    choices: Vec<Choice>,
    inline: bool,
}

impl Radios {
    pub(super) fn new(around: Around, value: &str, choices: Vec<Choice>) -> Self {
        Self { around, value: value.to_owned(), choices, inline: false }
    }

    /// Side by side, for two or three short words.
    pub fn inline(mut self) -> Self {
        self.inline = true;
        self
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        let invalid = around.invalid();
        let rows: Vec<_> = self
            .choices
            .iter()
            .enumerate()
            .map(|(index, choice)| tick("radio", around, index, choice, choice.value == self.value, invalid))
            .collect();
        let class = if self.inline { "ticks inline" } else { "ticks" };
        around.group(view! { <div class=class>{rows}</div> }.into_any())
    }
}

around!(Radios);

/// One radio button or box with its words. The first has the group's id, so that the summary's link lands on it.
pub(super) fn tick(
    kind: &'static str,
    around: &Around,
    index: usize,
    choice: &Choice,
    checked: bool,
    invalid: Option<&'static str>,
) -> AnyView {
    let id = if index == 0 { around.id.clone() } else { format!("{}-{index}", around.id) };
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-choice-hint"));
    let hint = choice.hint.clone().map(|hint| view! { <span class="hint" id=hint_id.clone()>{hint}</span> });
    view! {
        <div class="tick">
            <input
                type=kind
                id=id.clone()
                name=around.name.clone()
                value=choice.value.clone()
                checked=checked
                aria-invalid=invalid.filter(|_| kind == "checkbox")
                aria-describedby=hint_id.clone()
            />
            <div class="tick-words"><label for=id>{choice.label.clone()}</label>{hint}</div>
        </div>
    }
    .into_any()
}
