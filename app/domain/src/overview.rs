//! What the console's home counts by: where a draft stops, and weeks.

use crate::{
    applications::{
        TaskList,
        tasks::{PaperStatus, SectionStatus},
    },
    words::words,
};
use time::{Date, Duration, OffsetDateTime, UtcOffset};

/// How many weeks the home looks back, this one among them.
pub const WEEKS: u8 = 12;

/// Where a draft stops: the first thing that isn't done. Parts of one kind (a second owner, a third) are one step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A section, by its code.
    Section(String),
    /// A paper, by its code.
    Paper(String),
    /// All is done: it is to be checked and handed in.
    HandIn,
}

impl Step {
    /// Off a draft's tasks. What our machines still look at is done as far as the merchant goes.
    pub fn of(tasks: &TaskList) -> Self {
        let section = tasks.sections.iter().find(|task| task.status != SectionStatus::Done);
        let paper =
            tasks.papers.iter().find(|task| matches!(task.status, PaperStatus::Due | PaperStatus::Wrong));
        match (section, paper) {
            (Some(section), _) => Self::Section(stem(&section.code)),
            (None, Some(paper)) => Self::Paper(stem(&paper.code)),
            (None, None) => Self::HandIn,
        }
    }

    /// The word that is stored and stands in addresses: `section.bank`, `paper.licence`, `hand_in`.
    pub fn word(&self) -> String {
        match self {
            Self::Section(code) => format!("section.{code}"),
            Self::Paper(code) => format!("paper.{code}"),
            Self::HandIn => "hand_in".to_owned(),
        }
    }

    /// Reads a word.
    pub fn from_word(word: &str) -> Option<Self> {
        let plain = |code: &str| {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            !code.is_empty() && code.len() <= 60 && code.chars().all(fits)
        };
        match word.split_once('.') {
            None if word == "hand_in" => Some(Self::HandIn),
            Some(("section", code)) if plain(code) => Some(Self::Section(code.to_owned())),
            Some(("paper", code)) if plain(code) => Some(Self::Paper(code.to_owned())),
            _ => None,
        }
    }
}

words! {
    /// What was decided.
    Outcome {
        /// Taken aboard.
        Approved = "approved",
        /// Turned down.
        Rejected = "rejected",
    }
}

/// A code without the number of its part.
fn stem(code: &str) -> String {
    code.split('.').next().unwrap_or_default().to_owned()
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    day - Duration::days(i64::from(day.weekday().number_days_from_monday()))
}

/// The Mondays of the weeks the home shows, the earliest first.
pub fn weeks(today: Date) -> Vec<Date> {
    let last = monday(today);
    (0..i64::from(WEEKS)).rev().map(|back| last - Duration::weeks(back)).collect()
}

/// The instant at which a day begins where clocks are so far from UTC.
pub fn begins(day: Date, offset: UtcOffset) -> OffsetDateTime {
    day.midnight().assume_offset(offset).to_offset(UtcOffset::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::{PaperTask, SectionTask};
    use time::macros::{date, datetime, offset};

    fn list(sections: &[(&str, SectionStatus)], papers: &[(&str, PaperStatus)]) -> TaskList {
        let section = |(code, status): &(&str, SectionStatus)| SectionTask {
            code: (*code).into(),
            status: *status,
            findings: vec![],
        };
        let paper = |(code, status): &(&str, PaperStatus)| PaperTask {
            code: (*code).into(),
            status: *status,
            given: 0,
            served_by: None,
        };
        TaskList {
            sections: sections.iter().map(section).collect(),
            papers: papers.iter().map(paper).collect(),
        }
    }

    #[test]
    fn a_draft_stops_at_the_first_thing_that_isnt_done() {
        let done = SectionStatus::Done;
        let papers = [("licence", PaperStatus::Given), ("id_front.2", PaperStatus::Due)];
        let at = |sections: &[_], papers: &[_]| Step::of(&list(sections, papers)).word();
        assert_eq!(at(&[("business", done), ("owner.2", SectionStatus::Wrong)], &papers), "section.owner");
        assert_eq!(at(&[("business", SectionStatus::NotStarted)], &papers), "section.business");
        assert_eq!(at(&[("business", done)], &papers), "paper.id_front");
        let looked_at = [("licence", PaperStatus::Checking), ("proof", PaperStatus::Optional)];
        assert_eq!(at(&[("business", done)], &looked_at), "hand_in");
    }

    #[test]
    fn words_read_back_and_nothing_else_does() {
        for step in [Step::Section("bank".into()), Step::Paper("id_front".into()), Step::HandIn] {
            assert_eq!(Step::from_word(&step.word()), Some(step));
        }
        for none in ["", "section.", "bank", "section.Bank", "paper.a.b", "section.a'b"] {
            assert_eq!(Step::from_word(none), None, "{none}");
        }
    }

    #[test]
    fn weeks_begin_on_mondays_and_end_with_this_one() {
        let weeks = weeks(date!(2026 - 11 - 29));
        assert_eq!((weeks.len(), weeks.last()), (12, Some(&date!(2026 - 11 - 23))));
        assert_eq!(weeks.first(), Some(&date!(2026 - 09 - 07)));
        assert_eq!(monday(date!(2026 - 11 - 23)), date!(2026 - 11 - 23));
    }

    #[test]
    fn a_day_begins_where_its_clocks_are() {
        assert_eq!(begins(date!(2026 - 11 - 23), offset!(+8)), datetime!(2026-11-22 16:00 UTC));
    }
}
