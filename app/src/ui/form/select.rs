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
    groups: Vec<(String, Vec<Choice>)>,
    empty: Option<String>,
    short: bool,
    lang: Option<&'static str>,
}

impl Select {
    pub(super) fn new(around: Around, value: &str, choices: Vec<Choice>) -> Self {
        Self {
            around,
            value: value.to_owned(),
            choices,
            groups: Vec::new(),
            empty: None,
            short: false,
            lang: None,
        }
    }

    /// A first choice that stands for none.
    pub fn empty(mut self, label: impl Into<String>) -> Self {
        self.empty = Some(label.into());
        self
    }

    /// More choices, each group under its name.
    pub fn groups(mut self, groups: Vec<(String, Vec<Choice>)>) -> Self {
        self.groups = groups;
        self
    }

    /// Its choices are written in Chinese, whatever the reader's language is.
    pub fn chinese(mut self) -> Self {
        self.lang = Some("zh-CN");
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
        let option = |choice: &Choice| {
            let selected = choice.value == self.value;
            view! {
                <option value=choice.value.clone() selected=selected lang=self.lang>{choice.label.clone()}</option>
            }
        };
        let options: Vec<_> = self.choices.iter().map(option).collect();
        let groups: Vec<_> = self
            .groups
            .iter()
            .map(|(name, choices)| {
                let options: Vec<_> = choices.iter().map(option).collect();
                view! { <optgroup label=name.clone() lang=self.lang>{options}</optgroup> }
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
                {groups}
            </select>
        }
        .into_any();
        around.field(control)
    }
}

around!(Select);
