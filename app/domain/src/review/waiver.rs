//! A requirement that isn't asked of a merchant after all: one person proposes it, another one confirms or declines.

use crate::{applications::Why, ids::PersonId, words::words};

/// Where a waiver stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiver {
    /// Somebody proposed it.
    Proposed {
        /// Who.
        by: PersonId,
    },
    /// Somebody else agreed: the requirement is no longer due.
    Confirmed {
        /// Who proposed it.
        proposed_by: PersonId,
        /// Who agreed.
        by: PersonId,
    },
    /// Somebody else didn't agree: the requirement stays.
    Declined {
        /// Who proposed it.
        proposed_by: PersonId,
        /// Who didn't agree.
        by: PersonId,
    },
}

words! {
    /// What the second person says.
    Answer {
        /// It isn't needed.
        Confirm = "confirm",
        /// It is needed.
        Decline = "decline",
    }
}

impl Waiver {
    /// The second person's word.
    ///
    /// # Errors
    /// [`Why::Proposer`] where it is the same person, [`Why::NotNow`] where it was answered already.
    pub fn answer(self, answer: Answer, by: PersonId) -> Result<Self, Why> {
        match (self, answer) {
            (Self::Proposed { by: proposed_by }, _) if proposed_by == by => Err(Why::Proposer),
            (Self::Proposed { by: proposed_by }, Answer::Confirm) => Ok(Self::Confirmed { proposed_by, by }),
            (Self::Proposed { by: proposed_by }, Answer::Decline) => Ok(Self::Declined { proposed_by, by }),
            _ => Err(Why::NotNow),
        }
    }

    /// Whether the requirement is no longer due.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Confirmed { .. })
    }

    /// Whether it waits for the second person.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Proposed { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn another_person_answers_once() {
        let (one, two, three) =
            (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3)));
        let proposed = Waiver::Proposed { by: one };
        assert!(proposed.is_open() && !proposed.holds());
        for answer in [Answer::Confirm, Answer::Decline] {
            assert_eq!(proposed.answer(answer, one), Err(Why::Proposer));
            let answered = proposed.answer(answer, two).unwrap();
            assert_eq!(answered.holds(), answer == Answer::Confirm);
            assert!(!answered.is_open());
            assert_eq!(answered.answer(Answer::Confirm, three), Err(Why::NotNow));
        }
    }
}
