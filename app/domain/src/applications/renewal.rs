//! Papers that run out: when each does, and what is to be done about it on a day.
//!
//! A paper runs out with the validity that it shows. Its merchant is told thirty, seven and one day before, and when
//! it is over; from the first word on the paper is due again.

use super::{Answers, Fault, Item, Paper, RuleSet, State, kinds::iso_date};
use crate::{ids::DocumentId, review::RedoReason};
use time::{Date, Duration};

/// How many days before the end the merchant is told, the first word first.
pub const NOTICES: [u16; 3] = [30, 7, 1];

/// A word that the merchant gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// It is over.
    Over,
    /// It runs out within so many days: one of [`NOTICES`].
    Within(u16),
}

impl Word {
    /// As it is kept: the days, 0 where it is over.
    pub const fn days(self) -> u16 {
        match self {
            Self::Over => 0,
            Self::Within(days) => days,
        }
    }

    /// The word due on a day for what holds through `last`, if one is.
    pub fn due(last: Date, today: Date) -> Option<Self> {
        let left = (last - today).whole_days();
        if left < 0 {
            return Some(Self::Over);
        }
        NOTICES.into_iter().rev().find(|days| left <= i64::from(*days)).map(Self::Within)
    }

    /// The day on which the next word is due, after everything that was due on `today`; none after the last.
    pub fn next(last: Date, today: Date) -> Option<Date> {
        let ends = NOTICES.into_iter().map(|days| last - Duration::days(days.into()));
        ends.chain(last.next_day()).find(|day| *day > today)
    }
}

impl RuleSet {
    /// The last day of a paper of these rules, which the answers have shaped: none where it shows no end, or has none.
    pub fn lasts(&self, answers: &Answers, paper: &Paper) -> Option<Date> {
        let (section, field) = paper.until.as_deref()?.rsplit_once('.')?;
        self.section(section)?.field(field)?;
        let value = |part: &str| answers.get(section)?.get(&format!("{field}_{part}"));
        if value("open").is_some_and(|open| open == "yes") {
            return None;
        }
        iso_date::parse(value("until")?.trim())
    }
}

/// What is asked for again where these files of a paper run out: each of them, and the validity that they show.
pub fn items(paper: &Paper, files: &[DocumentId]) -> Vec<Item> {
    let item = |what| Item { what, reason: RedoReason::ExpiresSoon, words: String::new() };
    let validity = paper.until.as_deref().and_then(|path| path.rsplit_once('.'));
    let validity = validity.map(|(section, field)| Fault::Field(section.to_owned(), field.to_owned()));
    let files = files.iter().map(|id| Fault::Document(paper.code.clone(), *id));
    files.chain(validity).map(item).collect()
}

impl State {
    /// Whether this is open to the merchant already.
    pub fn asks_for(&self, what: &Fault) -> bool {
        matches!(self, Self::ChangesRequested { items, .. } if items.iter().any(|item| item.what == *what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    const LAST: Date = date!(2027 - 03 - 31);

    #[test]
    fn thirty_seven_and_one_day_before_and_when_it_is_over() {
        let due = |today| Word::due(LAST, today);
        assert_eq!(due(date!(2027 - 02 - 28)), None, "31 days are left");
        assert_eq!(due(date!(2027 - 03 - 01)), Some(Word::Within(30)));
        assert_eq!(due(date!(2027 - 03 - 23)), Some(Word::Within(30)));
        assert_eq!(due(date!(2027 - 03 - 24)), Some(Word::Within(7)));
        assert_eq!(due(date!(2027 - 03 - 29)), Some(Word::Within(7)));
        assert_eq!(due(date!(2027 - 03 - 30)), Some(Word::Within(1)));
        assert_eq!(due(LAST), Some(Word::Within(1)), "it holds through its last day");
        assert_eq!(due(date!(2027 - 04 - 01)), Some(Word::Over));
    }

    #[test]
    fn the_next_word_is_never_today() {
        let next = |today| Word::next(LAST, today);
        assert_eq!(next(date!(2026 - 11 - 28)), Some(date!(2027 - 03 - 01)));
        assert_eq!(next(date!(2027 - 03 - 01)), Some(date!(2027 - 03 - 24)));
        assert_eq!(next(date!(2027 - 03 - 24)), Some(date!(2027 - 03 - 30)));
        assert_eq!(next(date!(2027 - 03 - 30)), Some(date!(2027 - 04 - 01)));
        assert_eq!(next(date!(2027 - 04 - 01)), None);
    }

    #[cfg(feature = "data")]
    mod of_rules {
        use super::*;
        use crate::applications::check::tests as sample;

        fn until(day: &str, open: &str) -> Option<Date> {
            let (rules, mut answers) = (sample::rules(), sample::answers());
            let business = answers.get_mut("business").unwrap();
            business.insert("licence_until".into(), day.into());
            business.insert("licence_open".into(), open.into());
            rules.lasts(&answers, rules.paper("business_licence").unwrap())
        }

        #[test]
        fn a_paper_lasts_as_long_as_what_it_shows() {
            assert_eq!(until("2027-03-31", ""), Some(LAST));
            assert_eq!(until("2027-03-31", "yes"), None, "without end");
            assert_eq!(until("", ""), None);
            let rules = sample::rules();
            assert_eq!(rules.lasts(&sample::answers(), rules.paper("bank_proof").unwrap()), None);
        }

        #[test]
        fn each_file_and_its_validity_are_asked_for_again() {
            let rules = sample::rules();
            let file = DocumentId(uuid::Uuid::from_u128(7));
            let asked = items(rules.paper("business_licence").unwrap(), &[file]);
            let whats: Vec<_> = asked.into_iter().map(|item| item.what).collect();
            assert_eq!(
                whats,
                [
                    Fault::Document("business_licence".into(), file),
                    Fault::Field("business".into(), "licence".into())
                ]
            );
        }
    }
}
