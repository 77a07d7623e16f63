//! An amount of money.

use super::around::{Around, around};
use super::field::Field;
use leptos::prelude::*;

/// A field for an amount in one currency.
#[derive(Clone, Debug)]
#[must_use]
pub struct MoneyField {
    around: Around,
    value: String,
    currency: String,
}

impl MoneyField {
    pub(super) fn new(around: Around, value: &str, currency: String) -> Self {
        Self { around, value: value.to_owned(), currency }
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        Field::new(self.around, &self.value).inputmode("decimal").code().short().suffix(self.currency).view()
    }
}

around!(MoneyField);
