//! One of many, in a menu.

use super::Choice;
use super::around::{Around, around};
use leptos::prelude::*;

/// A menu of choices.
#[derive(Clone, Debug)]
#[must_use]
pub struct Select {
    around: Around,
    value: String,
    choices: Vec<Choice>,
    empty: Option<String>,
    short: bool,
}

impl Select {
    pub(super) fn new(around: Around, value: &str, choices: Vec<Choice>) -> Self {
        Self { around, value: value.to_owned(), choices, empty: None, short: false }
    }

    /// A first choice that stands for none.
    pub fn empty(mut self, label: impl Into<String>) -> Self {
        self.empty = Some(label.into());
        self
    }

    /// As wide as its words.
    pub fn short(mut self) -> Self {
        self.short = true;
        self
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let around = &self.around;
        let empty = self.empty.clone().map(|label| view! { <option value="">{label}</option> });
        let options: Vec<_> = self
            .choices
            .iter()
            .map(|choice| {
                let selected = choice.value == self.value;
                view! { <option value=choice.value.clone() selected=selected>{choice.label.clone()}</option> }
            })
            .collect();
        let control = view! {
            <select
                class=if self.short { "input short" } else { "input" }
                id=around.id.clone()
                name=around.name.clone()
                aria-required=around.required()
                aria-invalid=around.invalid()
                aria-describedby=around.described_by()
            >
                {empty}
                {options}
            </select>
        }
        .into_any();
        around.field(control)
    }
}

around!(Select);
