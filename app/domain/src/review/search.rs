//! What the desk's search finds cases by, out of the answers that stand plainly; and how what was typed is read.

use crate::{
    accounts::EmailAddress,
    applications::{Values, answers, kinds::iso_date},
    identifiers,
    numbers::{Named, Number},
    text,
};
use std::collections::BTreeSet;

/// The field that names something else than the business and its people.
const NAME_OF_ANOTHER: &str = "bank_name";

/// Digits at the end of a telephone number by which it is found as well.
pub const TAIL: usize = 4;

/// Characters of a search at most.
pub const LONGEST: usize = 100;

/// Something a case is found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// A name, folded.
    Name(String),
    /// A number, undressed and in capitals.
    Number(String),
    /// A mail address, folded.
    Email(String),
}

/// What a section's plain answers give to be found by, by their field.
pub fn terms(plain: &Values) -> Vec<(&str, Term)> {
    plain.iter().filter_map(|(field, value)| Some((field.as_str(), term(field, value)?))).collect()
}

fn term(field: &str, value: &str) -> Option<Term> {
    if is_name(field) {
        let name = text::fold(value);
        return (!name.is_empty()).then_some(Term::Name(name));
    }
    if field == "email" {
        return EmailAddress::parse(value).ok().map(|email| Term::Email(email.key()));
    }
    let number = identifiers::normal(value);
    looks_like_number(value, &number).then_some(Term::Number(number))
}

/// Fields are data; their codes say what they hold.
fn is_name(field: &str) -> bool {
    let named =
        ["name", "dba"].contains(&field) || ["_name", "_holder"].iter().any(|ending| field.ends_with(ending));
    named && field != NAME_OF_ANOTHER
}

/// Eight characters or more, letters and digits alone, most of them digits, and no day.
fn looks_like_number(typed: &str, number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (8..=32).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && digits * 2 >= number.len()
        && iso_date::parse(typed).is_none()
}

/// What was typed into the search, in every way that it may be meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// A part of a name, folded.
    pub name: Option<String>,
    /// The beginning of a case's number.
    pub case: Option<String>,
    /// The beginning of a merchant's number.
    pub merchant: Option<String>,
    /// A mail address, folded.
    pub email: Option<String>,
    /// A number in its normal form: one that stands plainly, or a sealed one.
    pub number: Option<String>,
    /// A telephone number with its country.
    pub phone: Option<String>,
    /// The end of a telephone number.
    pub tail: Option<String>,
}

impl Sought {
    /// Reads what was typed; nothing where nothing was.
    pub fn read(typed: &str) -> Option<Self> {
        let name = text::fold(typed);
        if name.is_empty() {
            return None;
        }
        let number = identifiers::normal(typed);
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        let numeric = (6..=34).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && number.bytes().any(|byte| byte.is_ascii_digit());
        Some(Self {
            name: Some(name),
            case: Number::beginning(Named::Case, typed),
            merchant: Number::beginning(Named::Merchant, typed),
            email: EmailAddress::parse(typed).ok().map(|email| email.key()),
            tail: (digits && number.len() == TAIL).then(|| number.clone()),
            phone: answers::phone(typed),
            number: numeric.then_some(number),
        })
    }

    /// Whether it may be a person's number: what pages show of it is its end alone.
    pub fn is_number(&self) -> bool {
        self.phone.is_some() || self.number.as_ref().is_some_and(|number| number.len() >= 8)
    }
}

/// The pairs of neighbouring characters in a folded name, and its single characters: what an index of names holds.
pub fn grams(folded: &str) -> BTreeSet<String> {
    let single = folded.chars().map(String::from);
    single.chain(pairs(folded)).collect()
}

/// What a name has to hold to have this part in it: its pairs, or its one character.
pub fn grams_of_part(folded: &str) -> BTreeSet<String> {
    let pairs: BTreeSet<String> = pairs(folded).collect();
    if pairs.is_empty() { folded.chars().map(String::from).collect() } else { pairs }
}

fn pairs(folded: &str) -> impl Iterator<Item = String> + '_ {
    folded.chars().zip(folded.chars().skip(1)).map(|(one, next)| String::from_iter([one, next]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(pairs: &[(&str, &str)]) -> Values {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn names_and_numbers_are_found_and_days_and_banks_are_not() {
        let plain = values(&[
            ("account_holder", "Haifeng Ltd"),
            ("bank_name", "招商银行"),
            ("city", "深圳市"),
            ("dba", "Harbor Tea"),
            ("email", " Ann@HarborTea.example"),
            ("legal_name", "海曼（上海） 有限公司"),
            ("licence_from", "2010-01-01"),
            ("name", "买买提·艾力"),
            ("scope", "茶叶"),
            ("uscc", "9144 0300 7084 6113 6t"),
        ]);
        let named = |name: &str| Term::Name(name.into());
        assert_eq!(
            terms(&plain),
            [
                ("account_holder", named("haifengltd")),
                ("dba", named("harbortea")),
                ("email", Term::Email("ann@harbortea.example".into())),
                ("legal_name", named("海曼(上海)有限公司")),
                ("name", named("买买提艾力")),
                ("uscc", Term::Number("91440300708461136T".into())),
            ]
        );
    }

    #[test]
    fn what_was_typed_is_read_in_every_way_it_may_be_meant() {
        let read = |typed| Sought::read(typed).unwrap();
        assert_eq!(Sought::read(" \u{3000} "), None);
        assert_eq!(read("海 曼").name.as_deref(), Some("海曼"));
        assert_eq!(read("海 曼").number, None);
        assert_eq!(read("gw-7k2m").case.as_deref(), Some("GW-7K2M"));
        assert_eq!(read("m-7k2m").merchant.as_deref(), Some("M-7K2M"));
        assert_eq!(read("Lin@Haifeng.example").email.as_deref(), Some("lin@haifeng.example"));
        let id = read("110105 19491231 002x");
        assert_eq!((id.number.as_deref(), id.is_number()), (Some("11010519491231002X"), true));
        let phone = read("138 0013 8000");
        assert_eq!((phone.phone.as_deref(), phone.is_number()), (Some("+8613800138000"), true));
        assert_eq!((read("8000").tail.as_deref(), read("8000").is_number()), (Some("8000"), false));
        assert!(!read("买买提").is_number() && !read("haifeng").is_number());
    }

    proptest! {
        /// A part of a name has no gram that the name lacks.
        #[test]
        fn every_part_is_found(name in "[海曼上海有限a-c]{1,12}", from in 0_usize..12, length in 1_usize..12) {
            let part: String = name.chars().skip(from).take(length).collect();
            prop_assume!(!part.is_empty());
            prop_assert!(grams_of_part(&part).is_subset(&grams(&name)));
        }

        #[test]
        fn nothing_typed_panics(typed in "\\PC{0,40}") {
            let _ = Sought::read(&typed);
        }
    }
}
