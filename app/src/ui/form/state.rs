//! What was typed into a form and what is wrong with it.

use crate::Frame;
use std::collections::BTreeMap;

/// What is wrong with one field: a message key with its arguments, each already in its shown form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name.
    pub field: String,
    /// A message key: what is wrong and how to put it right.
    pub key: String,
    /// The message's arguments.
    pub args: Vec<(&'static str, String)>,
}

impl FieldError {
    /// An error without arguments.
    pub fn new(field: impl Into<String>, key: impl Into<String>) -> Self {
        Self { field: field.into(), key: key.into(), args: Vec::new() }
    }

    /// One argument more.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The message in the reader's language.
    pub fn text(&self, frame: &Frame) -> String {
        frame.ta(&self.key, &self.args)
    }
}

/// What somebody wrote to the reader about a field: shown with it, above its hint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldNote {
    /// What it says first.
    pub title: String,
    /// More of it, each a paragraph.
    pub text: Vec<String>,
    /// A way on: its words and its address.
    pub way: Option<(String, String)>,
}

/// What was typed into a form and what is wrong with it; empty for a form that is shown first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormState {
    values: BTreeMap<String, Vec<String>>,
    errors: Vec<FieldError>,
    form_error: Option<FieldError>,
    notes: BTreeMap<String, FieldNote>,
}

impl FormState {
    /// The state of a form as it was sent: name and value in their order, names may repeat.
    pub fn sent(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut state = Self::default();
        for (name, value) in pairs {
            state.values.entry(name).or_default().push(value);
        }
        state
    }

    /// With a value that a field shows.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Sets a field's one value.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.values.insert(name.into(), vec![value.into()]);
    }

    /// Sets a field's values, as of [`super::Checkboxes`].
    pub fn set_all(&mut self, name: impl Into<String>, values: Vec<String>) {
        self.values.insert(name.into(), values);
    }

    /// Adds what is wrong with a field.
    pub fn refuse(&mut self, field: impl Into<String>, key: impl Into<String>) {
        self.add(FieldError::new(field, key));
    }

    /// Adds what is wrong with a field, with arguments.
    pub fn add(&mut self, error: FieldError) {
        self.errors.push(error);
    }

    /// Says what is wrong with the form as a whole, at no field of it.
    pub fn refuse_form(&mut self, key: impl Into<String>) {
        self.form_error = Some(FieldError::new("", key));
    }

    /// Says what is wrong with the form as a whole, with arguments; the error's field is left aside.
    pub fn add_form(&mut self, error: FieldError) {
        self.form_error = Some(error);
    }

    /// What somebody wrote about a field.
    pub fn note(&mut self, field: impl Into<String>, note: FieldNote) {
        self.notes.insert(field.into(), note);
    }

    /// What somebody wrote about a field, if anybody did.
    pub fn note_of(&self, name: &str) -> Option<&FieldNote> {
        self.notes.get(name)
    }

    /// A field's value: the first where there are several, empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// A field's values.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// What is wrong with a field, first things first.
    pub fn error_of(&self, name: &str) -> Option<&FieldError> {
        self.errors.iter().find(|error| error.field == name)
    }

    /// Everything that is wrong with fields, in the order it was found.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// What is wrong with the form as a whole.
    pub const fn form_error(&self) -> Option<&FieldError> {
        self.form_error.as_ref()
    }

    /// Whether anything is wrong.
    pub fn is_refused(&self) -> bool {
        self.form_error.is_some() || !self.errors.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn repeated_names_keep_all_their_values() {
        let state =
            FormState::sent([pair("channel", "alipay"), pair("channel", "paypal"), pair("name", "马骏")]);
        assert_eq!(state.values("channel"), ["alipay", "paypal"]);
        assert_eq!(state.value("name"), "马骏");
        assert_eq!(state.value("absent"), "");
    }

    #[test]
    fn the_first_error_of_a_field_is_the_one_shown() {
        let mut state = FormState::default();
        assert!(!state.is_refused());
        state.refuse("email", "first");
        state.refuse("email", "second");
        assert_eq!(state.error_of("email").map(|error| error.key.as_str()), Some("first"));
        assert!(state.is_refused());
    }
}
