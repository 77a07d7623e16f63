//! Forms: what was typed, what is wrong with it, and the parts that show both.
//!
//! Every form posts plainly and works without JavaScript. A refusal renders the same page again with what was
//! typed (never passwords), the errors at their fields and a summary that links to them.

mod around;
mod checkboxes;
mod date;
mod field;
mod file;
mod money;
mod radios;
mod select;
mod state;
mod summary;
mod textarea;

pub use checkboxes::{Checkbox, Checkboxes};
pub use date::DateField;
pub use field::Field;
pub use file::FileField;
pub use money::MoneyField;
pub use radios::Radios;
pub use select::Select;
pub use state::{FieldError, FieldNote, FormState};
pub use summary::ErrorSummary;
pub use textarea::TextArea;

use crate::Frame;
use around::Around;
use leptos::prelude::*;

/// One of several values that a field offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line below the label.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice by its value and its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }

    /// A line below the label.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// A form's state bound to the reader's language: the source of every field of a form page.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    frame: &'a Frame,
    state: &'a FormState,
    labels: summary::Labels,
}

impl<'a> Form<'a> {
    /// Binds a state to a frame.
    pub fn new(frame: &'a Frame, state: &'a FormState) -> Self {
        Self { frame, state, labels: summary::Labels::default() }
    }

    /// The page's title, which says first that something is wrong where it is.
    pub fn title(&self, title: &str) -> String {
        if self.state.is_refused() {
            self.frame.ta("form-error-title", &[("title", title.to_owned())])
        } else {
            title.to_owned()
        }
    }

    /// The error summary: nothing where nothing is wrong. It stands first in `main`, above the heading.
    pub fn summary(&self) -> ErrorSummary {
        ErrorSummary::new(self.frame, self.state, self.labels.clone())
    }

    /// A line of text.
    pub fn text(&self, name: &str, label: impl Into<String>) -> Field {
        Field::new(self.around(name, label), self.state.value(name))
    }

    /// A password: never shown again after a refusal.
    pub fn password(&self, name: &str, label: impl Into<String>) -> Field {
        Field::password(self.around(name, label))
    }

    /// Several lines of text.
    pub fn textarea(&self, name: &str, label: impl Into<String>) -> TextArea {
        TextArea::new(self.around(name, label), self.state.value(name))
    }

    /// One of many, in a menu. Up to seven choices stand better as [`Form::radios`].
    pub fn select(&self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Select {
        Select::new(self.around(name, label), self.state.value(name), choices)
    }

    /// One of a few.
    pub fn radios(&self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Radios {
        Radios::new(self.around(name, label), self.state.value(name), choices)
    }

    /// Any of a few; the name is sent once for each that is ticked.
    pub fn checkboxes(&self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Checkboxes {
        Checkboxes::new(self.around(name, label), self.state.values(name).to_vec(), choices)
    }

    /// One box; sends `yes` when ticked.
    pub fn checkbox(&self, name: &str, label: impl Into<String>) -> Checkbox {
        Checkbox::new(self.around(name, label), self.state.value(name) == "yes")
    }

    /// A date in three parts, in the order of the language: sends `{name}_year`, `_month`, `_day`
    /// (and `_long_term` = `yes`); `domain::applications::answers::day_from_parts` puts them together.
    pub fn date(&self, name: &str, label: impl Into<String>) -> DateField {
        DateField::new(self.frame, self.around(name, label), self.state)
    }

    /// An amount in a currency, typed as people write it.
    pub fn money(&self, name: &str, label: impl Into<String>, currency: impl Into<String>) -> MoneyField {
        MoneyField::new(self.around(name, label), self.state.value(name), currency.into())
    }

    /// A file to choose; the form needs `enctype="multipart/form-data"`.
    pub fn file(&self, name: &str, label: impl Into<String>) -> FileField {
        FileField::new(self.frame, self.around(name, label))
    }

    /// A value that travels unseen.
    pub fn hidden(&self, name: &str) -> AnyView {
        view! { <input type="hidden" name=name.to_owned() value=self.state.value(name).to_owned()/> }
            .into_any()
    }

    /// What a field shows.
    pub fn value(&self, name: &str) -> &str {
        self.state.value(name)
    }

    /// Whether something is wrong with a field.
    pub fn is_refused(&self, name: &str) -> bool {
        self.state.error_of(name).is_some()
    }

    fn around(&self, name: &str, label: impl Into<String>) -> Around {
        let error = self.state.error_of(name).map(|error| error.text(self.frame));
        let label = label.into();
        self.labels.add(id_of(name), label.clone());
        let note = self.state.note_of(name).cloned();
        Around::new(self.frame, name, label, error).with_note(note)
    }
}

/// The id of a field's control, to which the summary links.
pub(super) fn id_of(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}
