//! Any of a few, and one alone.

use super::Choice;
use super::around::{Around, around};
use super::radios::tick;
use leptos::prelude::*;

/// A group of boxes; its name is sent once for each that is ticked.
#[derive(Clone, Debug)]
#[must_use]
pub struct Checkboxes {
    around: Around,
    values: Vec<String>,
    choices: Vec<Choice>,
}

impl Checkboxes {
    pub(super) fn new(around: Around, values: Vec<String>, choices: Vec<Choice>) -> Self {
        Self { around, values, choices }
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        let rows: Vec<_> = self
            .choices
            .iter()
            .enumerate()
            .map(|(index, choice)| {
                tick("checkbox", around, index, choice, self.values.contains(&choice.value), around.invalid())
            })
            .collect();
        around.group(view! { <div class="ticks">{rows}</div> }.into_any())
    }
}

around!(Checkboxes);

/// One box on its own: sends `yes` when ticked.
#[derive(Clone, Debug)]
#[must_use]
pub struct Checkbox {
    around: Around,
    checked: bool,
}

impl Checkbox {
    pub(super) const fn new(around: Around, checked: bool) -> Self {
        Self { around, checked }
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        around.boxed(
            view! {
                <input
                    type="checkbox"
                    id=around.id.clone()
                    name=around.name.clone()
                    value="yes"
                    checked=self.checked
                    aria-required=around.required()
                    aria-invalid=around.invalid()
                    aria-describedby=around.described_by()
                />
            }
            .into_any(),
        )
    }
}

around!(Checkbox);
