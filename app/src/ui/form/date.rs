//! A date in three parts, as it stands on a paper: no calendar to page through, no time zone.

use super::around::{Around, around};
use super::{FormState, id_of};
use crate::Frame;
use domain::Lang;
use leptos::prelude::*;
use time::{Date, Month};

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

/// What a [`DateField`] was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateAnswer {
    /// Nothing.
    Empty,
    /// "Long-term": no end.
    LongTerm,
    /// A day that exists.
    Day(Date),
    /// Something that is no day.
    NoDay,
}

/// Reads what a [`DateField`] sent. Full-width digits count as digits; a year has four of them.
pub fn read_date(state: &FormState, name: &str) -> DateAnswer {
    if state.value(&format!("{name}_long_term")) == "yes" {
        return DateAnswer::LongTerm;
    }
    let part = |which: &str| digits(state.value(&format!("{name}_{which}")));
    let (year, month, day) = (part("year"), part("month"), part("day"));
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return DateAnswer::Empty;
    }
    day_of(&year, &month, &day).map_or(DateAnswer::NoDay, DateAnswer::Day)
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = year.parse::<i32>().ok().filter(|year| (1800..=9999).contains(year))?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year, month, day.parse().ok()?).ok()
}

fn digits(typed: &str) -> String {
    typed
        .trim()
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
            other => other,
        })
        .collect()
}

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

    fn state(year: &str, month: &str, day: &str) -> FormState {
        FormState::default().with("until_year", year).with("until_month", month).with("until_day", day)
    }

    #[test]
    fn a_day_is_read_from_its_parts() {
        assert_eq!(read_date(&state("2026", "11", "23"), "until"), DateAnswer::Day(date!(2026 - 11 - 23)));
        assert_eq!(
            read_date(&state(" ２０２８", "２", "２９ "), "until"),
            DateAnswer::Day(date!(2028 - 02 - 29))
        );
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for (year, month, day) in
            [("2027", "2", "29"), ("26", "1", "1"), ("2026", "13", "1"), ("2026", "", "1"), ("二", "1", "1")]
        {
            assert_eq!(
                read_date(&state(year, month, day), "until"),
                DateAnswer::NoDay,
                "{year}-{month}-{day}"
            );
        }
    }

    #[test]
    fn nothing_and_long_term_are_answers() {
        assert_eq!(read_date(&state("", " ", ""), "until"), DateAnswer::Empty);
        let mut long = state("2026", "1", "1");
        long.set_long_term("until");
        assert_eq!(read_date(&long, "until"), DateAnswer::LongTerm);
    }

    #[test]
    fn what_is_set_is_read_back() {
        let mut form = FormState::default();
        form.set_date("until", date!(2031 - 05 - 07));
        assert_eq!(read_date(&form, "until"), DateAnswer::Day(date!(2031 - 05 - 07)));
    }
}
