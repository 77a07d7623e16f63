//! What a law, the course of an application and legal holds come to on a day.

use super::Law;
use crate::applications::State;
use time::{Date, Duration, OffsetDateTime};

/// What was never handed in and has ended no law keeps; it goes by itself after so many days, in which its merchant may
/// still ask about it.
pub const ABANDONED_DAYS: i64 = 90;

/// How far an application has come, as the law sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was never handed in: nobody looked at it, and nothing was agreed.
    Unfiled {
        /// When it was let go or ran out, if it was.
        ended: Option<Date>,
    },
    /// It is looked at, or its merchant is aboard.
    UnderWay,
    /// It was handed in, and is over.
    Ended {
        /// Since when.
        on: Date,
    },
}

impl Standing {
    /// Of an application in this state; `day` says which day an instant is in its country.
    pub fn of(state: &State, day: impl Fn(OffsetDateTime) -> Date) -> Self {
        match state {
            State::Draft { previous: None } => Self::Unfiled { ended: None },
            State::Withdrawn { submission: None, at, .. } | State::Expired { submission: None, at } => {
                Self::Unfiled { ended: Some(day(*at)) }
            }
            State::Rejected { at, .. } | State::Withdrawn { at, .. } | State::Expired { at, .. } => {
                Self::Ended { on: day(*at) }
            }
            State::Ended { on, .. } => Self::Ended { on: *on },
            _ => Self::UnderWay,
        }
    }

    /// The day it was over.
    pub const fn ended(self) -> Option<Date> {
        match self {
            Self::Unfiled { ended } => ended,
            Self::Ended { on } => Some(on),
            Self::UnderWay => None,
        }
    }
}

/// What keeps an application, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    /// The law of its country.
    pub law: &'a Law,
    /// How far it has come.
    pub standing: Standing,
    /// Whether a legal hold lies on it.
    pub held: bool,
}

/// What forbids an erasure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A legal hold, until it is lifted.
    Hold,
    /// The law, to the end of this day.
    Law {
        /// The last day.
        until: Date,
    },
}

/// Why something can't be erased now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is under way: it has to end first.
    UnderWay,
    /// Something keeps it.
    Kept(Ground),
}

impl Term<'_> {
    /// The last day on which it is kept, where that is known.
    pub fn until(&self) -> Option<Date> {
        match self.standing {
            Standing::Ended { on } => Some(self.law.keeps_until(on)),
            Standing::Unfiled { ended: Some(on) } => Some(on + Duration::days(ABANDONED_DAYS)),
            Standing::Unfiled { ended: None } | Standing::UnderWay => None,
        }
    }

    /// Whether it may be erased because somebody asks for it.
    ///
    /// # Errors
    /// Why not.
    pub fn may_erase(&self, today: Date) -> Result<(), Why> {
        match self.standing {
            Standing::UnderWay => Err(Why::UnderWay),
            _ if self.held => Err(Why::Kept(Ground::Hold)),
            Standing::Unfiled { .. } => Ok(()),
            Standing::Ended { on } => {
                let until = self.law.keeps_until(on);
                if today > until { Ok(()) } else { Err(Why::Kept(Ground::Law { until })) }
            }
        }
    }

    /// Whether it is to be erased by itself, since nothing keeps it any more.
    pub fn is_due(&self, today: Date) -> bool {
        !self.held && self.until().is_some_and(|until| today > until)
    }
}

#[cfg(test)]
#[cfg(feature = "data")]
mod tests {
    use super::{Ground, Standing, Term, Why};
    use crate::{
        applications::{State, Submission},
        ids::PersonId,
        retention::laws,
    };
    use time::{
        Date, Duration, OffsetDateTime,
        macros::{date, datetime},
    };
    use uuid::Uuid;

    const END: Date = date!(2026 - 11 - 28);
    const DAY: Duration = Duration::days(1);

    fn term(country: &str, standing: Standing, held: bool) -> Term<'static> {
        Term { law: laws::of(country).unwrap(), standing, held }
    }

    #[test]
    fn what_ended_is_kept_to_the_end_of_its_last_day() {
        for (country, last) in
            [("CN", date!(2036 - 11 - 28)), ("GB", date!(2031 - 11 - 28)), ("DE", date!(2031 - 12 - 31))]
        {
            let term = term(country, Standing::Ended { on: END }, false);
            assert_eq!(term.until(), Some(last), "{country}");
            for today in [END, last - DAY, last] {
                let kept = Err(Why::Kept(Ground::Law { until: last }));
                assert_eq!((term.may_erase(today), term.is_due(today)), (kept, false), "{country} {today}");
            }
            assert_eq!((term.may_erase(last + DAY), term.is_due(last + DAY)), (Ok(()), true), "{country}");
        }
    }

    #[test]
    fn a_hold_keeps_longer_than_any_law() {
        for standing in [
            Standing::Ended { on: END },
            Standing::Unfiled { ended: Some(END) },
            Standing::Unfiled { ended: None },
        ] {
            let term = term("CN", standing, true);
            let today = date!(2099 - 01 - 01);
            assert_eq!((term.may_erase(today), term.is_due(today)), (Err(Why::Kept(Ground::Hold)), false));
        }
    }

    #[test]
    fn what_was_never_handed_in_goes_when_asked_and_by_itself_after_a_while() {
        let open = term("CN", Standing::Unfiled { ended: None }, false);
        assert_eq!((open.may_erase(END), open.is_due(date!(2099 - 01 - 01))), (Ok(()), false));
        let ended = term("CN", Standing::Unfiled { ended: Some(END) }, false);
        assert_eq!(ended.may_erase(END), Ok(()));
        assert!(!ended.is_due(END + Duration::days(90)));
        assert!(ended.is_due(END + Duration::days(91)));
    }

    #[test]
    fn what_is_under_way_has_no_term() {
        for held in [false, true] {
            let term = term("GB", Standing::UnderWay, held);
            let today = date!(2099 - 01 - 01);
            assert_eq!(
                (term.may_erase(today), term.is_due(today), term.until()),
                (Err(Why::UnderWay), false, None)
            );
        }
    }

    #[test]
    fn a_state_says_how_far_it_has_come() {
        let at = datetime!(2026-11-28 16:00 UTC);
        // In Shanghai it is the next day.
        let day = |at: OffsetDateTime| (at + Duration::hours(8)).date();
        let by = PersonId(Uuid::from_u128(1));
        let submission = Submission { by, at, round: 1 };
        let next = date!(2026 - 11 - 29);
        for (state, wanted) in [
            (State::Draft { previous: None }, Standing::Unfiled { ended: None }),
            (State::Draft { previous: Some(submission) }, Standing::UnderWay),
            (State::Submitted { submission }, Standing::UnderWay),
            (State::Withdrawn { submission: None, by, at }, Standing::Unfiled { ended: Some(next) }),
            (State::Expired { submission: None, at }, Standing::Unfiled { ended: Some(next) }),
            (State::Withdrawn { submission: Some(submission), by, at }, Standing::Ended { on: next }),
            (State::Expired { submission: Some(submission), at }, Standing::Ended { on: next }),
            (State::Rejected { submission, by: None, reasons: vec![], at }, Standing::Ended { on: next }),
            (State::Ended { submission, by, on: END, at }, Standing::Ended { on: END }),
        ] {
            assert_eq!(Standing::of(&state, day), wanted, "{state:?}");
        }
    }
}
