//! A date in three parts, as it stands on a paper: no calendar to page through, no time zone.

use super::around::{Around, around};
use super::{FormState, id_of};
use crate::Frame;
use domain::Lang;
use leptos::prelude::*;
use time::Date;

/// A field for a date.
#[derive(Clone, Debug)]
#[must_use]
pub struct DateField {
    around: Around,
    parts: [Part; 3],
    long_term: Option<String>,
    long_term_word: String,
    is_long_term: bool,
    birthday: bool,
}

#[derive(Clone, Debug)]
struct Part {
    name: String,
    label: String,
    value: String,
    width: &'static str,
    autocomplete: &'static str,
}

impl DateField {
    pub(super) fn new(frame: &Frame, around: Around, state: &FormState) -> Self {
        let part = |which: &str, key: &str, width, autocomplete| {
            let name = format!("{}_{which}", around.name);
            Part { label: frame.t(key), value: state.value(&name).to_owned(), name, width, autocomplete }
        };
        let year = part("year", "form-date-year", "four", "bday-year");
        let month = part("month", "form-date-month", "two", "bday-month");
        let day = part("day", "form-date-day", "two", "bday-day");
        let parts = match frame.lang {
            Lang::ZhCn => [year, month, day],
            Lang::En => [day, month, year],
        };
        let is_long_term = state.value(&format!("{}_long_term", around.name)) == "yes";
        let long_term_word = frame.t("form-date-long-term");
        Self { around, parts, long_term: None, long_term_word, is_long_term, birthday: false }
    }

    /// Offers "long-term" (长期) instead of a date, as papers without an end say it.
    pub fn or_long_term(mut self) -> Self {
        self.long_term = Some(self.long_term_word.clone());
        self
    }

    /// The browser may fill in the reader's own birthday.
    pub fn birthday(mut self) -> Self {
        self.birthday = true;
        self
    }

    fn part(&self, index: usize, part: &Part) -> AnyView {
        // The summary links to the group's id; the first part carries it.
        let id = if index == 0 { self.around.id.clone() } else { id_of(&part.name) };
        view! {
            <div class="date-part">
                <label for=id.clone()>{part.label.clone()}</label>
                <input
                    class=format!("input {}", part.width)
                    type="text"
                    inputmode="numeric"
                    maxlength="4"
                    id=id
                    name=part.name.clone()
                    value=part.value.clone()
                    autocomplete=if self.birthday { part.autocomplete } else { "off" }
                    aria-invalid=self.around.invalid()
                />
            </div>
        }
        .into_any()
    }

    /// The field as a view.
    pub fn view(self) -> AnyView {
        let parts: Vec<_> =
            self.parts.iter().enumerate().map(|(index, part)| self.part(index, part)).collect();
        let long_term = self.long_term.clone().map(|label| {
            let name = format!("{}_long_term", self.around.name);
            let id = id_of(&name);
            view! {
                <div class="tick">
                    <input type="checkbox" id=id.clone() name=name value="yes" checked=self.is_long_term/>
                    <div class="tick-words"><label for=id>{label}</label></div>
                </div>
            }
        });
        self.around.group(view! { <div class="date-parts">{parts}</div>{long_term} }.into_any())
    }
}

around!(DateField);

impl FormState {
    /// Sets the parts of a [`DateField`] from a day.
    pub fn set_date(&mut self, name: &str, date: Date) {
        self.set(format!("{name}_year"), date.year().to_string());
        self.set(format!("{name}_month"), u8::from(date.month()).to_string());
        self.set(format!("{name}_day"), date.day().to_string());
    }

    /// Ticks "long-term" of a [`DateField`].
    pub fn set_long_term(&mut self, name: &str) {
        self.set(format!("{name}_long_term"), "yes");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn what_is_set_stands_in_the_parts() {
        let mut form = FormState::default();
        form.set_date("until", date!(2031 - 05 - 07));
        assert_eq!(
            ["year", "month", "day"].map(|part| form.value(&format!("until_{part}"))),
            ["2031", "5", "7"]
        );
        form.set_long_term("until");
        assert_eq!(form.value("until_long_term"), "yes");
    }
}
