//! Masked personal data, shown on purpose: with a reason, for a minute, to whoever asked.

use crate::applications::{Section, Values};
use time::{Duration, OffsetDateTime};

/// For how long it is shown.
pub const OPEN_FOR: Duration = Duration::MINUTE;

/// How long what a page shows counts as one look at it: pictures that come into view later are looked at anew.
pub const ONE_LOOK: Duration = Duration::minutes(10);

/// The most characters that tell more of a reason.
pub const LONGEST_WORDS: usize = 500;

/// Why it has to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// To hold it beside the paper.
    ComparePaper,
    /// To look it up in a register or at a bank.
    LookUp,
    /// To call or write to the person.
    ReachPerson,
    /// A channel asks for it.
    ChannelAsks,
    /// An authority asks for it.
    AuthorityAsks,
    /// Anything else: the words say it.
    AnotherReason,
}

impl Why {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::ComparePaper,
        Self::LookUp,
        Self::ReachPerson,
        Self::ChannelAsks,
        Self::AuthorityAsks,
        Self::AnotherReason,
    ];

    /// The word that is stored.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ComparePaper => "compare_paper",
            Self::LookUp => "look_up",
            Self::ReachPerson => "reach_person",
            Self::ChannelAsks => "channel_asks",
            Self::AuthorityAsks => "authority_asks",
            Self::AnotherReason => "another_reason",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.word() == word)
    }
}

/// Until when what was opened at this instant is shown.
pub fn shown_until(opened: OffsetDateTime) -> OffsetDateTime {
    opened + OPEN_FOR
}

/// What is left of the minute; nothing once it is over, nor before it began.
pub fn left(opened: OffsetDateTime, now: OffsetDateTime) -> Option<Duration> {
    let left = shown_until(opened) - now;
    (left.is_positive() && left <= OPEN_FOR).then_some(left)
}

/// The fields of a section whose answers are kept sealed and are there: what can be shown on purpose.
pub fn maskable<'a>(section: &'a Section, values: &Values) -> Vec<&'a str> {
    let is_given = |input: &String| values.get(input).is_some_and(|value| !value.trim().is_empty());
    let sealed = section.fields.iter().filter(|field| field.sealed && field.inputs().iter().any(is_given));
    sealed.map(|field| field.code.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    const OPENED: OffsetDateTime = datetime!(2026-11-28 09:00:00 UTC);

    #[test]
    fn it_is_shown_for_a_minute_and_no_longer() {
        assert_eq!(left(OPENED, OPENED), Some(Duration::seconds(60)));
        assert_eq!(left(OPENED, datetime!(2026-11-28 09:00:59.5 UTC)), Some(Duration::milliseconds(500)));
        assert_eq!(left(OPENED, datetime!(2026-11-28 09:01:00 UTC)), None);
        assert_eq!(left(OPENED, datetime!(2026-11-29 09:00:30 UTC)), None);
        // A clock that was put back opens nothing.
        assert_eq!(left(OPENED, datetime!(2026-11-28 08:59:59 UTC)), None);
    }

    #[test]
    fn reasons_read_back() {
        for why in Why::ALL {
            assert_eq!(Why::from_word(why.word()), Some(why));
        }
        assert_eq!(Why::from_word("curious"), None);
    }

    #[cfg(feature = "data")]
    #[test]
    fn only_what_is_sealed_and_given_can_be_shown() {
        let book = crate::applications::rules::load_all().unwrap();
        let set = book.current("cn-enterprise", time::macros::date!(2026 - 11 - 28)).unwrap();
        let values: Values = [("name", "李海风"), ("id_number", "11010519491231002X"), ("phone", " ")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        let section = |code| set.section(code).unwrap();
        assert_eq!(maskable(section("representative"), &values), ["id_number"]);
        assert_eq!(maskable(section("business"), &values), Vec::<&str>::new());
        assert_eq!(maskable(section("bank"), &Values::new()), Vec::<&str>::new());
    }
}
