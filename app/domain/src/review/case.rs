//! How the desk stands to an application, and who may take its case.

use crate::{
    applications::{Move, State, StateKind, Why},
    ids::PersonId,
    words::words,
};

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

/// A case: where its application stands, how the desk stands to it, and who holds it.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Where the application stands.
    pub state: &'a State,
    /// How the desk stands to it.
    pub desk: CaseState,
    /// Who holds it.
    pub holder: Option<PersonId>,
}

impl Case<'_> {
    /// Why this person of the desk can't take it, if they can't. `decides` says whether they are one who decides.
    ///
    /// What was recommended is for those alone who may decide on it: in anybody else's hands it would be held up.
    pub fn why_not_claim(self, by: PersonId, decides: bool) -> Option<Why> {
        if self.holder.is_some_and(|holder| holder != by) {
            return Some(Why::ClaimedByOther);
        }
        if self.desk != CaseState::Waiting || self.holder.is_some() {
            return Some(Why::NotNow);
        }
        if self.state.kind() != StateKind::SecondReview {
            return None;
        }
        self.state.why_not(Move::Decide, Some(by)).or((!decides).then_some(Why::NotSenior))
    }

    /// Why this person can't let go of it, if they can't.
    pub fn why_not_release(self, by: PersonId) -> Option<Why> {
        (self.desk != CaseState::Claimed || self.holder != Some(by)).then_some(Why::NotClaimed)
    }

    /// Why the hands that the case is in keep this person from advising or deciding, if they do: advice is given by
    /// whoever holds it, a decision by anybody as long as nobody else holds it.
    pub fn why_not_in_hand(self, act: Move, by: PersonId) -> Option<Why> {
        match self.holder {
            Some(holder) if holder == by => None,
            Some(_) => Some(Why::ClaimedByOther),
            None => (act == Move::Recommend).then_some(Why::NotClaimed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::{Recommendation, Submission, Verdict};
    use crate::review::Seen;
    use time::macros::datetime;
    use uuid::Uuid;

    const fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    const SUBMITTER: PersonId = person(1);
    const RECOMMENDER: PersonId = person(2);
    const OTHER: PersonId = person(3);

    fn submission() -> Submission {
        Submission { by: SUBMITTER, at: datetime!(2026-11-23 09:00 UTC), round: 1 }
    }

    fn first() -> State {
        State::InReview { submission: submission(), again: false, aboard: None }
    }

    fn second() -> State {
        let seen = Seen { version: 3, digest: "ab".into() };
        let at = datetime!(2026-11-23 10:00 UTC);
        let recommendation =
            Recommendation { by: RECOMMENDER, verdict: Verdict::Approve, reasons: vec![], seen, at };
        State::SecondReview { submission: submission(), recommendation, aboard: None }
    }

    fn waiting(state: &State) -> Case<'_> {
        Case { state, desk: CaseState::Waiting, holder: None }
    }

    #[test]
    fn a_case_for_a_decision_is_taken_by_whoever_may_decide_it_alone() {
        let (first, second) = (first(), second());
        assert_eq!(waiting(&first).why_not_claim(OTHER, false), None);
        assert_eq!(waiting(&second).why_not_claim(OTHER, false), Some(Why::NotSenior));
        assert_eq!(waiting(&second).why_not_claim(RECOMMENDER, false), Some(Why::Recommender));
        assert_eq!(waiting(&second).why_not_claim(RECOMMENDER, true), Some(Why::Recommender));
        assert_eq!(waiting(&second).why_not_claim(SUBMITTER, true), Some(Why::Submitter));
        assert_eq!(waiting(&second).why_not_claim(OTHER, true), None);
    }

    #[test]
    fn what_is_in_somebodys_hands_or_closed_is_not_taken() {
        let state = first();
        let claimed = Case { desk: CaseState::Claimed, holder: Some(OTHER), ..waiting(&state) };
        assert_eq!(claimed.why_not_claim(RECOMMENDER, true), Some(Why::ClaimedByOther));
        assert_eq!(claimed.why_not_claim(OTHER, true), Some(Why::NotNow));
        for desk in CaseState::ALL.iter().copied().filter(|desk| *desk != CaseState::Waiting) {
            assert_eq!(Case { desk, ..waiting(&state) }.why_not_claim(OTHER, true), Some(Why::NotNow));
        }
    }

    #[test]
    fn only_its_holder_lets_go() {
        let state = first();
        let claimed = Case { desk: CaseState::Claimed, holder: Some(OTHER), ..waiting(&state) };
        assert_eq!(claimed.why_not_release(OTHER), None);
        assert_eq!(claimed.why_not_release(RECOMMENDER), Some(Why::NotClaimed));
        assert_eq!(waiting(&state).why_not_release(OTHER), Some(Why::NotClaimed));
    }

    #[test]
    fn advice_needs_the_case_in_hand_and_a_decision_nobody_elses() {
        let state = first();
        let claimed = Case { desk: CaseState::Claimed, holder: Some(OTHER), ..waiting(&state) };
        for act in [Move::Recommend, Move::Decide] {
            assert_eq!(claimed.why_not_in_hand(act, OTHER), None);
            assert_eq!(claimed.why_not_in_hand(act, RECOMMENDER), Some(Why::ClaimedByOther));
        }
        assert_eq!(waiting(&state).why_not_in_hand(Move::Recommend, OTHER), Some(Why::NotClaimed));
        assert_eq!(waiting(&state).why_not_in_hand(Move::Decide, OTHER), None);
    }
}
