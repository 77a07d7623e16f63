//! Who may review and decide: never both sides of one thing in one person, and only on what was seen.

use super::Seen;
use crate::{
    applications::{Move, State, Why},
    ids::PersonId,
};

/// What is known of a person beside the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewer {
    /// Who.
    pub person: PersonId,
    /// Whether they hold, or ever held, a role at the merchant.
    pub ever_at_merchant: bool,
}

/// Whether this person may look into the application at all.
///
/// # Errors
/// Why not.
pub fn may_review(state: &State, reviewer: Reviewer) -> Result<(), Why> {
    if reviewer.ever_at_merchant {
        return Err(Why::OwnMerchant);
    }
    match state.submission() {
        Some(submission) if submission.by == reviewer.person => Err(Why::Submitter),
        _ => Ok(()),
    }
}

/// Whether this person may do this to the application now, on what was on their screen.
///
/// # Errors
/// Why not; that what they saw has moved on is said before that the act isn't open any more.
pub fn may_judge(state: &State, act: Move, reviewer: Reviewer, saw: &Seen, stands: &Seen) -> Result<(), Why> {
    may_review(state, reviewer)?;
    let why = state.why_not(act, Some(reviewer.person));
    match why {
        Some(why) if why != Why::NotNow => Err(why),
        _ if saw != stands => Err(Why::Stale),
        Some(why) => Err(why),
        None => Ok(()),
    }
}

/// Whether this person may decide on the recommendation that waits.
///
/// # Errors
/// Why not.
pub fn may_decide(state: &State, reviewer: Reviewer, saw: &Seen, stands: &Seen) -> Result<(), Why> {
    may_judge(state, Move::Decide, reviewer, saw, stands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applications::{Recommendation, Submission, Verdict};
    use time::macros::datetime;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn seen(version: i64) -> Seen {
        Seen { version, digest: "ab".into() }
    }

    fn second_review() -> State {
        let at = datetime!(2026-11-23 09:00 UTC);
        let recommendation =
            Recommendation { by: person(2), verdict: Verdict::Approve, reasons: vec![], seen: seen(3), at };
        State::SecondReview { submission: Submission { by: person(1), at, round: 1 }, recommendation }
    }

    fn decide(n: u128, ever_at_merchant: bool, saw: &Seen) -> Result<(), Why> {
        may_decide(&second_review(), Reviewer { person: person(n), ever_at_merchant }, saw, &seen(3))
    }

    #[test]
    fn only_somebody_else_decides_and_only_on_what_stands() {
        assert_eq!(decide(3, false, &seen(3)), Ok(()));
        assert_eq!(decide(1, false, &seen(3)), Err(Why::Submitter));
        assert_eq!(decide(2, false, &seen(3)), Err(Why::Recommender));
        assert_eq!(decide(3, true, &seen(3)), Err(Why::OwnMerchant));
        assert_eq!(decide(3, false, &seen(2)), Err(Why::Stale));
        let other_file = Seen { version: 3, digest: "cd".into() };
        assert_eq!(decide(3, false, &other_file), Err(Why::Stale));
    }

    #[test]
    fn whoever_recommended_is_told_so_even_on_an_old_screen() {
        assert_eq!(decide(2, false, &seen(1)), Err(Why::Recommender));
    }

    #[test]
    fn an_old_screen_is_told_before_a_closed_door() {
        let reviewer = Reviewer { person: person(3), ever_at_merchant: false };
        let judge = |saw| may_judge(&second_review(), Move::Recommend, reviewer, saw, &seen(3));
        assert_eq!((judge(&seen(2)), judge(&seen(3))), (Err(Why::Stale), Err(Why::NotNow)));
    }
}
