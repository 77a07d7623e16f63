//! The desk's view of an application: who holds it, and until when it is put off.

use crate::{applications::Why, ids::PersonId, words::words};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, serde::rfc3339};

words! {
    /// How the desk stands to an application.
    CaseState {
        /// There is nothing for the desk yet.
        None = "none",
        /// It waits to be claimed.
        Waiting = "waiting",
        /// Somebody works on it.
        Claimed = "claimed",
        /// It was put off until an instant.
        Snoozed = "snoozed",
        /// It waits for a senior.
        Escalated = "escalated",
        /// It is done with.
        Closed = "closed",
    }
}

/// A case with what is true of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Case {
    /// It waits to be claimed.
    Waiting,
    /// Somebody works on it.
    Claimed {
        /// Who.
        by: PersonId,
        /// Since when.
        #[serde(with = "rfc3339")]
        at: OffsetDateTime,
    },
    /// Whoever holds it has put it off.
    Snoozed {
        /// Who.
        by: PersonId,
        /// Until when.
        #[serde(with = "rfc3339")]
        until: OffsetDateTime,
    },
    /// It waits for a senior.
    Escalated {
        /// Who passed it on.
        by: PersonId,
    },
    /// It is done with.
    Closed,
}

/// What happens to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseEvent {
    /// Somebody takes it.
    Claim {
        /// Who.
        by: PersonId,
        /// Whether they are a senior: an escalated case waits for one.
        senior: bool,
    },
    /// Whoever holds it lets go.
    Release {
        /// Who.
        by: PersonId,
    },
    /// It goes back to the queue: untouched too long, its holder gone, or the next step is another person's.
    Return,
    /// Whoever holds it puts it off.
    Snooze {
        /// Who.
        by: PersonId,
        /// Until when; later than now.
        until: OffsetDateTime,
    },
    /// The time it was put off until has come.
    Wake,
    /// Whoever holds it passes it to a senior.
    Escalate {
        /// Who.
        by: PersonId,
    },
    /// The application is done with.
    Close,
    /// The application is with the desk (again).
    Open,
}

impl Case {
    /// The word that is stored.
    pub const fn kind(self) -> CaseState {
        match self {
            Self::Waiting => CaseState::Waiting,
            Self::Claimed { .. } => CaseState::Claimed,
            Self::Snoozed { .. } => CaseState::Snoozed,
            Self::Escalated { .. } => CaseState::Escalated,
            Self::Closed => CaseState::Closed,
        }
    }

    /// Who holds it.
    pub const fn holder(self) -> Option<PersonId> {
        match self {
            Self::Claimed { by, .. } | Self::Snoozed { by, .. } => Some(by),
            Self::Waiting | Self::Escalated { .. } | Self::Closed => None,
        }
    }

    /// Moves the case on, or says why not. That the person may review it at all is asked elsewhere.
    ///
    /// # Errors
    /// Why not.
    pub fn apply(self, event: CaseEvent, now: OffsetDateTime) -> Result<Self, Why> {
        match event {
            CaseEvent::Claim { by, senior } => self.claimed(by, senior, now),
            CaseEvent::Release { by } => self.held_by(by).map(|()| Self::Waiting),
            CaseEvent::Return => match self {
                Self::Claimed { .. } | Self::Snoozed { .. } => Ok(Self::Waiting),
                Self::Waiting | Self::Escalated { .. } | Self::Closed => Err(Why::NotNow),
            },
            CaseEvent::Snooze { by, until } => {
                self.held_by(by)?;
                if until > now { Ok(Self::Snoozed { by, until }) } else { Err(Why::NotDue) }
            }
            CaseEvent::Wake => match self {
                Self::Snoozed { by, until } if until <= now => Ok(Self::Claimed { by, at: now }),
                Self::Snoozed { .. } => Err(Why::NotDue),
                Self::Waiting | Self::Claimed { .. } | Self::Escalated { .. } | Self::Closed => {
                    Err(Why::NotNow)
                }
            },
            CaseEvent::Escalate { by } => self.held_by(by).map(|()| Self::Escalated { by }),
            CaseEvent::Close => match self {
                Self::Closed => Err(Why::NotNow),
                Self::Waiting | Self::Claimed { .. } | Self::Snoozed { .. } | Self::Escalated { .. } => {
                    Ok(Self::Closed)
                }
            },
            CaseEvent::Open => Ok(Self::Waiting),
        }
    }

    fn claimed(self, by: PersonId, senior: bool, now: OffsetDateTime) -> Result<Self, Why> {
        match self {
            Self::Waiting => Ok(Self::Claimed { by, at: now }),
            Self::Escalated { by: first } if senior && first != by => Ok(Self::Claimed { by, at: now }),
            Self::Claimed { by: holder, .. } | Self::Snoozed { by: holder, .. } if holder != by => {
                Err(Why::ClaimedByOther)
            }
            Self::Claimed { .. } | Self::Snoozed { .. } | Self::Escalated { .. } | Self::Closed => {
                Err(Why::NotNow)
            }
        }
    }

    fn held_by(self, by: PersonId) -> Result<(), Why> {
        match self.holder() {
            Some(holder) if holder == by => Ok(()),
            Some(_) => Err(Why::ClaimedByOther),
            None if self == Self::Closed => Err(Why::NotNow),
            None => Err(Why::NotClaimed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::{Duration, macros::datetime};
    use uuid::Uuid;

    const NOW: OffsetDateTime = datetime!(2026-11-23 09:00 UTC);
    const ME: PersonId = PersonId(Uuid::from_u128(1));
    const YOU: PersonId = PersonId(Uuid::from_u128(2));

    fn cases() -> [Case; 6] {
        [
            Case::Waiting,
            Case::Claimed { by: ME, at: NOW },
            Case::Claimed { by: YOU, at: NOW },
            Case::Snoozed { by: ME, until: NOW },
            Case::Escalated { by: YOU },
            Case::Closed,
        ]
    }

    fn events() -> [CaseEvent; 8] {
        [
            CaseEvent::Claim { by: ME, senior: true },
            CaseEvent::Release { by: ME },
            CaseEvent::Return,
            CaseEvent::Snooze { by: ME, until: NOW + Duration::HOUR },
            CaseEvent::Wake,
            CaseEvent::Escalate { by: ME },
            CaseEvent::Close,
            CaseEvent::Open,
        ]
    }

    #[test]
    fn the_reference_table_holds() {
        use CaseState::{Claimed as C, Closed as X, Escalated as E, Snoozed as S, Waiting as W};
        const NO: Option<CaseState> = None;
        // Rows as in `cases`, columns as in `events`.
        let table = [
            [Some(C), NO, NO, NO, NO, NO, Some(X), Some(W)],
            [NO, Some(W), Some(W), Some(S), NO, Some(E), Some(X), Some(W)],
            [NO, NO, Some(W), NO, NO, NO, Some(X), Some(W)],
            [NO, Some(W), Some(W), Some(S), Some(C), Some(E), Some(X), Some(W)],
            [Some(C), NO, NO, NO, NO, NO, Some(X), Some(W)],
            [NO, NO, NO, NO, NO, NO, NO, Some(W)],
        ];
        for (case, row) in cases().into_iter().zip(table) {
            for (event, expected) in events().into_iter().zip(row) {
                assert_eq!(case.apply(event, NOW).ok().map(Case::kind), expected, "{event:?} on {case:?}");
            }
        }
    }

    #[test]
    fn the_refusal_says_why() {
        let other = Case::Claimed { by: YOU, at: NOW };
        assert_eq!(other.apply(CaseEvent::Claim { by: ME, senior: true }, NOW), Err(Why::ClaimedByOther));
        assert_eq!(other.apply(CaseEvent::Release { by: ME }, NOW), Err(Why::ClaimedByOther));
        assert_eq!(Case::Waiting.apply(CaseEvent::Release { by: ME }, NOW), Err(Why::NotClaimed));
        let escalated = Case::Escalated { by: YOU };
        assert!(escalated.apply(CaseEvent::Claim { by: ME, senior: false }, NOW).is_err());
        assert!(escalated.apply(CaseEvent::Claim { by: YOU, senior: true }, NOW).is_err());
        let asleep = Case::Snoozed { by: ME, until: NOW + Duration::SECOND };
        assert_eq!(asleep.apply(CaseEvent::Wake, NOW), Err(Why::NotDue));
    }

    #[test]
    fn cases_read_back_and_words_agree() {
        for case in cases() {
            let json = serde_json::to_value(case).unwrap();
            assert_eq!(json.get("state").and_then(|word| word.as_str()), Some(case.kind().word()));
            assert_eq!(serde_json::from_value::<Case>(json).unwrap(), case);
        }
    }

    proptest! {
        #[test]
        fn nobody_takes_a_case_out_of_anothers_hands(steps in prop::collection::vec((0usize..8, any::<bool>()), 0..40)) {
            let mut case = Case::Waiting;
            for (index, mine) in steps {
                let by = if mine { ME } else { YOU };
                let event = match events()[index] {
                    CaseEvent::Claim { senior, .. } => CaseEvent::Claim { by, senior },
                    CaseEvent::Release { .. } => CaseEvent::Release { by },
                    CaseEvent::Snooze { until, .. } => CaseEvent::Snooze { by, until },
                    CaseEvent::Escalate { .. } => CaseEvent::Escalate { by },
                    other => other,
                };
                if let Ok(next) = case.apply(event, NOW) {
                    if let (Some(before), Some(after)) = (case.holder(), next.holder()) {
                        prop_assert_eq!(before, after);
                    }
                    case = next;
                }
            }
        }
    }
}
